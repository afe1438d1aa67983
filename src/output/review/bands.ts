import { quantileSorted } from 'd3-array'
import type { UnitReview } from '../../corpus/review.js'
import type { Kind } from '../../generated/report.js'
import type { Given } from './indicators.js'
import { KIND_ORDER } from './units.js'

/** A unit and the figure its report gives. */
export interface Point {
  unit: UnitReview
  given: Given
}

/** The least, the quartiles and the greatest of some figures. */
export interface Quartiles {
  min: number
  lower: number
  median: number
  upper: number
  max: number
}

/** What the reports of one kind of units say of an indicator. Zeros are counted apart from the other figures. */
export interface Band {
  kind: Kind | null
  /** Other than zero, smallest first. */
  points: Point[]
  zeros: number
  absent: number
  notApplicable: number
  /** `null` without points. */
  quartiles: Quartiles | null
  /** Far outside the band of its kind, farthest first. */
  far: Point[]
}

/** How one indicator is laid out. */
export interface Spread {
  bands: Band[]
  /** Whether the values spread so widely that only their orders of magnitude can be compared. */
  isLog: boolean
}

/** Greatest over smallest value from which on the scale is logarithmic. */
const WIDE = 50

/** Fewer units make no band to stand outside of. */
const FEWEST = 5

/**
 * Beyond so many widths of the middle half a value is far outside: the outer fence of Tukey's box plot (Exploratory Data
 * Analysis, 1977). Where units hardly differ, the middle half counts as a tenth of the median and one piece, person or
 * percent wide; on a logarithmic scale nothing is far that is less than three times or more than a third.
 */
const FENCE = 3
const NARROWEST = { share: 0.1, step: 1, order: Math.log10(3) / FENCE }

function quartilesOf(sorted: number[]): Quartiles | null {
  const at = (share: number): number => quantileSorted(sorted, share) as number
  return sorted.length === 0 ? null : { min: at(0), lower: at(0.25), median: at(0.5), upper: at(0.75), max: at(1) }
}

function farOf(points: Point[], isLog: boolean): Point[] {
  if (points.length < FEWEST) return []
  const scaled = (value: number): number => (isLog ? Math.log10(value) : value)
  const { lower, median, upper } = quartilesOf(points.map(({ given }) => scaled(given.value))) as Quartiles
  const narrowest = isLog ? NARROWEST.order : Math.max(NARROWEST.step, Math.abs(median) * NARROWEST.share)
  const reach = FENCE * Math.max(upper - lower, narrowest)
  const outside = ({ given }: Point): number =>
    Math.max(lower - reach - scaled(given.value), scaled(given.value) - upper - reach)
  return points.filter((point) => outside(point) > 0).sort((a, b) => outside(b) - outside(a))
}

function bandOf(kind: Kind | null, units: UnitReview[], key: string): Omit<Band, 'far'> {
  const points: Point[] = []
  let [zeros, absent, notApplicable] = [0, 0, 0]
  for (const unit of units) {
    const said = unit.indicators[key]
    if (said?.state === 'notApplicable') notApplicable += 1
    else if (said?.state !== 'given') absent += 1
    else if (said.value === 0) zeros += 1
    else points.push({ unit, given: said })
  }
  points.sort((a, b) => a.given.value - b.given.value)
  return { kind, points, zeros, absent, notApplicable, quartiles: quartilesOf(points.map(({ given }) => given.value)) }
}

/** What the reports that were read say of an indicator, kind by kind; kinds it concerns nobody of are left out. */
export function spreadOf(units: UnitReview[], key: string): Spread {
  const read = units.filter(({ report }) => report !== null)
  const bands = KIND_ORDER.map((kind) =>
    bandOf(
      kind,
      read.filter(({ unit }) => unit.kind === kind),
      key,
    ),
  ).filter(({ points, zeros, absent }) => points.length + zeros + absent > 0)
  const values = bands.flatMap(({ points }) => points.map(({ given }) => given.value))
  const [least, most] = values.reduce(([a, b], value) => [Math.min(a, value), Math.max(b, value)], [Infinity, 0])
  const isLog = least > 0 && most / least >= WIDE
  return { bands: bands.map((band) => ({ ...band, far: farOf(band.points, isLog) })), isLog }
}
