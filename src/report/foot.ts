import { findDate } from '../text/dates.js'
import { squeeze } from '../text/marks.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import type { Leaf } from './leaves.js'
import { isBodyName } from './names.js'

/** Name and date below a report, with the lines that hold them. */
export interface Foot {
  signature: Leaf[]
  date: Leaf | null
  /** ISO date. */
  signedOn: string | null
  signatureText: string | null
}

/** A date that was never filled in, or is none: 2025年2月XX日, 2025年2月29日. It stands where the date stands. */
const BROKEN_DATE = /^[(\uff08]?(?:19|20)\d{2}年(?:\d{1,2}|[XxＸｘ×]{1,2})月(?:\d{1,2}|[XxＸｘ×]{1,2})日[)\uff09]?$/

/** A line that is nothing but a date, in brackets or not. */
export function isDateLine(spaced: string): boolean {
  // Most lines near the signature are sentences.
  if (spaced.includes('\u3002')) return false
  const line = squeeze(spaced)
  if (BROKEN_DATE.test(line)) return true
  const date = findDate(line)
  if (!date) return false
  const rest = line.slice(0, date.index) + line.slice(date.index + date.length)
  return /^[()\uff08\uff09]*$/.test(rest)
}

/** What may follow a signature: notes in brackets, annexes, copies, page numbers. */
const NOTE =
  /^(?:附件?[:\uff1a\d]|抄送|\d+[.\uff0e、][^\u3002]*$|[(\uff08][^)\uff09]*[)\uff09]$|[-\u2014\uff0d]\s*\d+\s*[-\u2014\uff0d]$)/

/** Whether a line may follow a signature and says nothing of the report. */
export const isNote = ({ text }: Leaf): boolean => NOTE.test(text)

/** Below name and date stand short lines, never a sentence. */
export const isShort = ({ text }: Leaf): boolean => text.length <= 60 && !/\u3002/.test(text)

/** Without what a website left below name and date. */
function upToSignature(lines: Leaf[]): Leaf[] {
  const dates = lines.map((leaf, i) => isDateLine(leaf.text) && isBodyName(lines[i - 1]?.text ?? ''))
  const date = dates.lastIndexOf(true)
  return date >= 0 && lines.slice(date + 1).every(isShort) ? lines.slice(0, date + 1) : lines
}

/** Name and date among the last lines of a report; lines of lists and tables are none of them. */
export function findFoot(lines: Leaf[]): Foot {
  const own = upToSignature(lines.filter((leaf) => !isNote(leaf) && !isOnlyPlaceholders(leaf.text)))
  const signature: Leaf[] = []
  let date: Leaf | null = null
  for (const leaf of own.reverse()) {
    if (!date && signature.length === 0 && isDateLine(leaf.text)) date = leaf
    else if (!date && signature.length === 0 && signedInOneLine(leaf)) {
      return {
        signature: [],
        date: leaf,
        signedOn: findDate(leaf.text)?.iso ?? null,
        signatureText: signedInOneLine(leaf),
      }
    } else if (isBodyName(leaf.text) && leaf.depth === null && signature.length < 2) signature.unshift(leaf)
    else break
  }
  return {
    signature,
    date,
    signedOn: date ? (findDate(squeeze(date.text))?.iso ?? null) : null,
    signatureText: signature.length > 0 ? signature.map((leaf) => leaf.printed).join('、') : null,
  }
}

/** 云溪县司法局　2024年1月20日 on one line. */
function signedInOneLine(leaf: Leaf): string | null {
  const date = findDate(leaf.text)
  if (!date || date.index === 0 || date.index + date.length < leaf.text.length) return null
  const name = leaf.printed.slice(0, date.index).trim()
  return isBodyName(name) ? name : null
}

/** Whether a line is the name, the date, or what stands in their place. */
export const signs = (leaf: Leaf): boolean =>
  !leaf.nested &&
  (isDateLine(leaf.text) ||
    isOnlyPlaceholders(leaf.text) ||
    (leaf.depth === null && isBodyName(leaf.text)) ||
    signedInOneLine(leaf) !== null)
