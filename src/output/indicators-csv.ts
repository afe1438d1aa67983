/**
 * Figures as a table for spreadsheets: UTF-8 with its mark, lines end in CRLF, and no text is a formula (`'` stands before
 * what begins like one).
 */

// The entry for browsers: the other wants Node's Buffer.
import { type Options, stringify } from 'csv-stringify/browser/esm/sync'
import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import { KINDS } from '../words.js'
import type { FiguresOfFile } from './figures-of-file.js'

const HEADINGS = ['文件', '单位', '类别', '年度', '指标', '状态', '数值', '计量单位', '限定', '行', '原句']
/** What is not written at all has no line. */
const GIVEN = '已写'
const NOT_APPLICABLE = '不适用'

const OPTIONS: Options = { record_delimiter: 'windows', escape_formulas: true }

const LABELS = new Map(INDICATORS.map(({ key, label }) => [key, label]))

/** What the table begins with: the mark of UTF-8 and the headings. */
export const indicatorsHead = (): string => `\ufeff${stringify([HEADINGS], OPTIONS)}`

/** Indicators that do not concern the kind of issuer, and of which its report gives nothing. */
function unconcerned({ kind, figures }: FiguresOfFile): string[] {
  if (kind === null) return []
  return INDICATORS.filter(
    ({ key, kinds }) => !kinds.includes(kind) && figures.every(({ indicator }) => indicator !== key),
  ).map(({ label }) => label)
}

/** A line a figure, and one for each indicator that does not apply: with its sentence where the report says so. */
export function indicatorsRows(file: FiguresOfFile): string {
  const { path, issuer, kind, year, figures } = file
  const whose = [path, issuer ?? '', kind ? KINDS[kind] : '', year ?? '']
  const rows = figures.map(({ indicator, value, unit, qualifier, line, sentence }) => [
    ...whose,
    LABELS.get(indicator) ?? indicator,
    value === null ? NOT_APPLICABLE : GIVEN,
    value ?? '',
    unit ?? '',
    qualifier ?? '',
    line,
    sentence,
  ])
  const others = unconcerned(file).map((label) => [...whose, label, NOT_APPLICABLE, '', '', '', '', ''])
  return stringify([...rows, ...others], OPTIONS)
}
