import type { Root, RootContent } from 'mdast'
import { dueOf } from '../../corpus/punctuality.js'
import { noteFor } from '../../corpus/receipts.js'
import type { OtherFile, SimilarPair, UnitFinding, UnitReview } from '../../corpus/review.js'
import type { SchemaDocument } from '../../report/demands.js'
import { spokenDate } from '../../text/dates.js'
import { toHan } from '../../text/numerals.js'
import { CHANGES, NOTES } from '../../words.js'
import { documentsIn } from '../docx/docx.js'
import { NATIONAL, type Profile } from '../docx/profile.js'
import { heading, paragraph } from './blocks.js'
import { demandsFor, publicationDemand } from './deadline.js'
import { reviewLook } from './look.js'
import { readingOf } from './places.js'
import { commonBasis, dutiesTable } from './slip-duties.js'
import { factsTable } from './slip-facts.js'
import { findingTables, mendedTable } from './slip-findings.js'
import { closing, type Requests, requestsOf } from './slip-requests.js'
import { roundBlocks } from './slip-round.js'
import { againBody, missingBody } from './slip-short.js'
import { similarBlocks } from './slip-similar.js'

/** What a unit is told of its report. */
export interface Slip {
  /** The year reported on. */
  year: number
  /** ISO date, as the slip bears it. */
  date: string
  /** Name of the roster, `null` without one. */
  roster: string | null
  unit: UnitReview
  /** Of its report by place; with an earlier review also those mended since. */
  findings: UnitFinding[]
  /** Pairs of which its report is one half. */
  similar: SimilarPair[]
  /** What it handed in that is no report of this year. */
  others: OtherFile[]
  /** The own schema of the review. */
  overlay?: SchemaDocument
}

interface Section {
  title: string
  blocks: RootContent[]
}

const sectionsOf = (sections: Section[]): RootContent[] =>
  sections.flatMap(({ title, blocks }, i) => [heading(2, `${toHan(i + 1)}、${title}`), ...blocks])

/** What the unit is to do; to a report that may stand, and is not public yet, by when that is due. */
function ending({ unit, year, date }: Slip, requests: Requests): RootContent[] {
  const demand = unit.report?.publishedOn == null ? publicationDemand(unit, year) : null
  const asked = paragraph(closing(requests, unit.carried !== null))
  if (requests.toMend || demand === null) return [asked]
  const due = dueOf('published', unit, year)
  const reminder = due !== null && date > due ? '，还没有公开的请尽快公开' : ''
  return [asked, paragraph(`${demand}${reminder}。`)]
}

function reviewedBody(slip: Slip): RootContent[] {
  const { unit, year, roster, findings, similar, overlay } = slip
  const [path = ''] = unit.files
  const demands = demandsFor(unit, year, overlay)
  const basis = commonBasis(demands.contents)
  const open = findings.filter(({ change }) => change !== 'mended')
  const mended = findings.filter(({ change }) => change === 'mended')
  const requests = requestsOf(slip)
  const sections: Section[] = [
    {
      title: '基本情况',
      blocks: [factsTable(unit, year, roster !== null, requests), ...roundBlocks(unit, slip.others)],
    },
    {
      title: '规定内容',
      blocks: [
        paragraph(`${statedBy(basis)}年度报告应当写明的内容，对照如下。`),
        dutiesTable(demands, unit.report?.sections ?? {}, path),
      ],
    },
    { title: '问题和建议', blocks: findingBlocks(open, path) },
  ]
  if (mended.length > 0)
    sections.push({
      title: `${CHANGES.mended}的问题`,
      blocks: [paragraph(`上次指出的问题中，下列${mended.length}处${CHANGES.mended}。`), mendedTable(mended)],
    })
  if (similar.length > 0) sections.push({ title: '相似文字', blocks: similarBlocks(similar, unit) })
  return [...sectionsOf(sections), ...ending(slip, requests)]
}

/** 《……》第二十五条规定了; 参照《……》 cannot state anything itself. */
function statedBy(basis: string | null): string {
  if (basis === null) return ''
  return basis.startsWith('参照') ? `${basis}，` : `${basis}规定了`
}

function findingBlocks(findings: UnitFinding[], path: string): RootContent[] {
  if (findings.length === 0) return [paragraph('按规则逐条审核，没有发现问题。')]
  return [paragraph(readingOf(path)), ...findingTables(findings, (i) => toHan(i + 1))]
}

function bodyOf(slip: Slip): RootContent[] {
  switch (noteFor(slip.unit, slip)) {
    case 'slip':
      return reviewedBody(slip)
    case 'again':
      return againBody(slip)
    case 'reminder':
    case 'urging':
      return missingBody(slip)
  }
}

/** 2025-003-20260408: the year reported on, the unit's number in the review, and its date, which tells rounds apart. */
const numberOf = ({ year, unit, date }: Slip): string =>
  `${year}-${String(unit.number).padStart(3, '0')}-${date.replaceAll('-', '')}`

/**
 * Makes slips (审核意见单) of units as Word documents in the form of a profile, by default that of GB/T 9704—2012; of units
 * without a report to review, what asks for one. The same slip gives the same bytes.
 */
export function slipWriter(profile: Profile = NATIONAL): (slip: Slip) => Uint8Array {
  const documentOf = documentsIn(reviewLook(profile))
  return (slip) => {
    const { year, unit, date } = slip
    const title = NOTES[noteFor(unit, slip)]
    const root: Root = {
      type: 'root',
      children: [
        heading(1, `${year}年度法治政府建设年度报告`, title),
        paragraph(`编号：${numberOf(slip)}`, 'subtitle'),
        paragraph(`${unit.unit.name}：`, 'addressee'),
        ...bodyOf(slip),
        paragraph('【请填写审核单位】', 'signature'),
        paragraph(spokenDate(date), 'date'),
      ],
    }
    return documentOf(root, `${unit.unit.name}${year}年度法治政府建设年度报告${title}`)
  }
}

/** A single slip. */
export const slipDocx = (slip: Slip, profile: Profile = NATIONAL): Uint8Array => slipWriter(profile)(slip)
