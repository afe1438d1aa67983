import type { IndicatorState, Review, UnitReview } from '../../corpus/review.js'
import type { Band, Cell, Look, Sheet } from '../xlsx/sheet.js'
import { type Given, type IndicatorHeading, wordsBeside } from './indicators.js'
import * as look from './looks.js'
import { kindCell, lazily, receiptCell } from './units-sheet.js'

const ABSENT: Cell = { value: '—', look: { align: 'center', color: '808080' } }
const NOT_APPLICABLE: Cell = { value: '不适用', look: { ...look.NONE, italic: true } }

/** Text inside the code of a number format. */
const quoted = (text: string): string => (text === '' ? '' : `"${text.replaceAll('"', '')}"`)

/** The cell's value is the bare number, so that it can be added up; the words are its format. */
function formatOf(state: Given): string {
  const [before, behind] = wordsBeside(state)
  const decimals = Math.min(decimalsOf(state.value), 4)
  return `${quoted(before)}#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}${quoted(behind)}`
}

/** Half-width characters of the cell: a number that does not fit is shown as ####. */
function widthOf(state: IndicatorState | undefined): number {
  if (state?.state !== 'given') return 0
  const digits = String(Math.trunc(state.value)).length
  const decimals = decimalsOf(state.value)
  return digits + Math.floor(digits / 3) + decimals + (decimals > 0 ? 1 : 0) + 2 * wordsBeside(state).join('').length
}

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

/** Looks by their format, so that equal ones are one. */
function lookFor(looks: Map<string, Look>, format: string): Look {
  const known = looks.get(format) ?? { align: 'right' as const, format }
  looks.set(format, known)
  return known
}

function cellOf(state: IndicatorState | undefined, looks: Map<string, Look>): Cell {
  switch (state?.state) {
    case 'given':
      return { value: state.value, look: lookFor(looks, formatOf(state)) }
    case 'absent':
      return ABSENT
    case 'notApplicable':
      return NOT_APPLICABLE
    case undefined:
      return look.EMPTY
  }
}

/** Columns before those of indicators. */
const FIRST = [
  { title: '单位', width: 28 },
  { title: '类别', width: 10, look: look.CENTRED },
  { title: '报送情况', width: 10, look: look.CENTRED },
]

function bandsOf(headings: readonly IndicatorHeading[]): Band[] {
  const bands: Band[] = [{ title: '', columns: FIRST.length }]
  for (const { group } of headings) {
    const last = bands.at(-1)
    if (last && last.title === group) last.columns++
    else bands.push({ title: group, columns: 1 })
  }
  return bands
}

const NARROWEST = 10

/** A row a unit, a column an indicator. What a report gives as zero, does not speak of and says not to apply differ. */
export function indicatorsSheet(review: Review, headings: readonly IndicatorHeading[]): Sheet {
  const looks = new Map<string, Look>()
  const row = (unit: UnitReview): Cell[] => [
    { value: unit.unit.name },
    kindCell(unit),
    receiptCell(unit, review),
    ...headings.map(({ key }) => cellOf(unit.indicators[key], looks)),
  ]
  return {
    name: '指标',
    title: `${review.year}年度报告指标（“—”：报告没有提到；“不适用”：不涉及本单位；空白：没有可读的报告）`,
    columns: [
      ...FIRST,
      ...headings.map(({ key, label }) => {
        const widest = review.units.reduce((width, unit) => Math.max(width, widthOf(unit.indicators[key])), 0)
        return { title: label, width: Math.max(NARROWEST, widest + 2) }
      }),
    ],
    bands: bandsOf(headings),
    frozen: 1,
    pagesWide: Math.max(1, Math.ceil(headings.length / 14)),
    rows: lazily(review.units, (unit) => [row(unit)]),
  }
}
