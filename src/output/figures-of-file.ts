import type { IndicatorFigure } from '../corpus/record.js'
import type { Kind } from '../generated/report.js'

/** The figures of one report, with what tells whose they are; a value not found is `null`. */
export interface FiguresOfFile {
  /** As it shall appear in results. */
  path: string
  issuer: string | null
  kind: Kind | null
  year: number | null
  figures: IndicatorFigure[]
}
