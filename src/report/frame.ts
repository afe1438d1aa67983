import type { Metadata } from '../model.js'
import { findDate } from '../text/dates.js'
import { BLANK, squeeze } from '../text/marks.js'
import { type Annexes, findAnnexes } from './annexes.js'
import { type Foot, findFoot, isDateLine } from './foot.js'
import type { Leaf } from './leaves.js'
import { isBodyName } from './names.js'
import { isAbout, isReportTitle, readTitle } from './title.js'

/** The title of a report with the lines it stands on. */
export interface Title {
  /** As printed; the names of joint issuers parted by a blank. */
  printed: string
  /** The same in simplified characters. */
  text: string
  leaves: Leaf[]
}

/** What stands around the body of a report, with the lines that hold it. */
export interface Frame extends Foot {
  title: Title | null
  subtitle: Leaf[]
  addressee: Leaf | null
  annexes: Annexes
  /** Lines before the title. */
  front: Leaf[]
  /** Everything else. */
  rest: Leaf[]
}

/** Lines looked through for title and addressee, and for signature and date. */
const HEAD = 12
const FOOT = 8

const isProse = ({ text }: Leaf): boolean => text.endsWith('\u3002') || (text.length >= 40 && text.includes('\u3002'))
const isNumbered = (leaf: Leaf): boolean => leaf.numeral?.style === 'han' || leaf.numeral?.style === 'part'

/** Finds title, addressee, signature and date around the body. */
export function findFrame(leaves: Leaf[], metadata: Metadata): Frame {
  const headEnd = leaves.slice(0, HEAD).findIndex((leaf) => isProse(leaf) || isNumbered(leaf) || leaf.nested)
  const head = leaves.slice(0, headEnd < 0 ? HEAD : headEnd)
  const title = findTitle(head, metadata)
  const titleEnd = title ? leaves.indexOf(title.leaves.at(-1) as Leaf) + 1 : 0
  const front = title ? leaves.slice(0, leaves.indexOf(title.leaves[0] as Leaf)) : []
  const afterTitle = head.slice(titleEnd)
  const addressee = afterTitle.find((leaf) => ADDRESSEE.test(leaf.text)) ?? null
  const subtitle = title ? subtitleOf(afterTitle) : []
  const { foot, annexes } = findEnd(leaves.slice(titleEnd))
  const titleDate = foot.date ? null : subtitle.map((leaf) => dateBelowTitle(leaf.text)).find((date) => date !== null)
  const taken = new Set([...(title?.leaves ?? []), ...front, addressee, ...subtitle, ...foot.signature, foot.date])
  for (const leaf of [...annexes.note, ...annexes.body]) taken.add(leaf)
  return {
    title,
    subtitle,
    addressee,
    ...foot,
    signedOn: foot.signedOn ?? titleDate ?? null,
    annexes,
    front,
    rest: leaves.filter((leaf) => !taken.has(leaf)),
  }
}

/** The last lines that may hold name and date: tables, footnotes and annexes below them do not count. */
function lastLines(lines: Leaf[], enclosed?: Set<Leaf>): Leaf[] {
  const last: Leaf[] = []
  for (let i = lines.length - 1; i >= 0 && last.length < FOOT; i--) {
    const leaf = lines[i] as Leaf
    if (!leaf.nested && !enclosed?.has(leaf)) last.unshift(leaf)
  }
  return last
}

/** Name and date, and the annexes below them. */
function findEnd(lines: Leaf[]): { foot: Foot; annexes: Annexes } {
  const last = findFoot(lastLines(lines))
  const annexes = findAnnexes(lines, last.date !== null || last.signature.length > 0)
  if (annexes.note.length + annexes.body.length === 0) return { foot: last, annexes }
  const enclosed = new Set([...annexes.note, ...annexes.body])
  return { foot: findFoot(lastLines(lines, enclosed)), annexes }
}

/** Ends of bodies and people addressed, before the colon. */
const ADDRESSEE =
  /^[^\u3002]{0,60}(?:党委|县委|市委|区委|省委|委员会|政府|人大|常委会|局|厅|办公室|领导小组|委|部|院|办|街道|镇|组成人员|主任|委员|代表|领导|同志)[:\uff1a]$/

function findTitle(head: Leaf[], metadata: Metadata): Title | null {
  for (let i = head.length - 1; i >= 0; i--) {
    const title = titleEndingAt(head, i)
    if (title) return title
  }
  const [first] = head
  // A Markdown title that is no report's is still the title.
  if (first?.depth === 1 && !first.numeral) return asTitle([first])
  const known = head.find((leaf) => leaf.printed === metadata.title)
  if (known) return asTitle([known])
  const about = head.find(
    (leaf) =>
      leaf.text.length >= 8 && leaf.text.length <= 60 && isAbout(leaf.text) && !/[:\uff1a\u3002]$/.test(leaf.text),
  )
  return about ? asTitle([about]) : null
}

const BLANKS = new RegExp(`${BLANK}+`, 'g')

function asTitle(leaves: Leaf[]): Title {
  const glue = leaves.map((leaf, i) =>
    i > 0 && isBodyName(leaf.text) && isBodyName(leaves[i - 1]?.text ?? '') ? ' ' : '',
  )
  const join = (parts: string[]): string =>
    parts
      .map((part, i) => `${glue[i]}${part}`)
      .join('')
      .replace(BLANKS, ' ')
  return { printed: join(leaves.map((leaf) => leaf.printed)), text: join(leaves.map((leaf) => leaf.text)), leaves }
}

/** Longest part of a title broken over lines. */
const LONGEST_PART = 45

/** A line that may be the beginning of a title: an issuer's name, or a part that names its subject or year. */
function beginsTitle({ text, numeral }: Leaf): boolean {
  if (text.length > LONGEST_PART || /[\u3002\uff1b\uff1a:;>]/.test(text) || numeral) return false
  return text.split(/\s+/).every(isBodyName) || /关于|年|法治|依法/.test(text)
}

/** A title that ends on this line; of its possible beginnings on the lines above, the one that tells most. */
function titleEndingAt(head: Leaf[], end: number): Title | null {
  const last = head[end] as Leaf
  if (ADDRESSEE.test(last.text) || /^[(\uff08]/.test(last.text) || last.numeral) return null
  const candidates = [1, 2, 3]
    .filter((length) => length <= end + 1)
    .map((length) => head.slice(end + 1 - length, end + 1))
    .filter((lines) => lines.slice(0, -1).every((line) => beginsTitle(line) && !isReportTitle(line.text)))
    .map(asTitle)
    .filter(({ text, leaves: [first] }) => isReportTitle(text) && !first?.numeral)
  const isNamed = readTitle(last.text).issuer !== null
  const told = ({ text }: Title): number => {
    const { issuer, year } = readTitle(text)
    const bodies = issuer?.split('、').length ?? 0
    return (isNamed ? Math.min(bodies, 1) : bodies) + (year === null ? 0 : 1)
  }
  return candidates.reduce<Title | null>((best, each) => (best && told(best) >= told(each) ? best : each), null)
}

/** Lines between title and text: a place of delivery, a date in brackets. */
function subtitleOf(lines: Leaf[]): Leaf[] {
  const end = lines.findIndex(
    ({ text, numeral }) =>
      numeral !== null ||
      (!/^(?:[\u2014\u2015\u2500-]{1,4}|[(\uff08\u3014])/.test(text) &&
        !isDateLine(text) &&
        !/[\u3014〔]\d{4}[\u3015〕]/.test(text)),
  )
  return end < 0 ? lines : lines.slice(0, end)
}

/** A date that stands alone or in brackets; 2024年3月1日在……会议上 tells where a report was given. */
function dateBelowTitle(line: string): string | null {
  return isDateLine(line) ? (findDate(squeeze(line))?.iso ?? null) : null
}
