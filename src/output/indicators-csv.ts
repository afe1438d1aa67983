/**
 * Figures as a table for spreadsheets: UTF-8 with its mark, lines end in CRLF, and no text is a formula (`'` stands before
 * what begins like one).
 */

// The entry for browsers: the other wants Node's Buffer.
import { type Options, stringify } from 'csv-stringify/browser/esm/sync'
import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import { KINDS } from '../words.js'
import type { FiguresOfFile } from './figures-of-file.js'

const HEADINGS = ['文件', '单位', '类别', '年度', '指标', '数值', '计量单位', '限定', '行', '原句']
const NOT_APPLICABLE = '不适用'

const OPTIONS: Options = { record_delimiter: 'windows', escape_formulas: true }

const LABELS = new Map(INDICATORS.map(({ key, label }) => [key, label]))

/** What the table begins with: the mark of UTF-8 and the headings. */
export const indicatorsHead = (): string => `\ufeff${stringify([HEADINGS], OPTIONS)}`

/** A line a figure. */
export function indicatorsRows({ path, issuer, kind, year, figures }: FiguresOfFile): string {
  const rows = figures.map(({ indicator, value, unit, qualifier, line, sentence }) => [
    path,
    issuer ?? '',
    kind ? KINDS[kind] : '',
    year ?? '',
    LABELS.get(indicator) ?? indicator,
    value ?? '',
    unit ?? '',
    value === null ? NOT_APPLICABLE : (qualifier ?? ''),
    line,
    sentence,
  ])
  return stringify(rows, OPTIONS)
}
