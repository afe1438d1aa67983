import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import type { IndicatorFigure } from '../corpus/record.js'
import { tool } from '../generated/tool.js'
import type { FiguresOfFile } from './figures-of-file.js'

/** Version of the format; raised only when something is taken away. */
const VERSION = 1

/** A file, or what stood against reading it. */
export type FiguresOrError = FiguresOfFile & { error: { code: string; message: string } | null }

const LABELS = new Map(INDICATORS.map(({ key, label }) => [key, label]))

const figureOf = ({ indicator, ...rest }: IndicatorFigure): object => ({
  indicator,
  label: LABELS.get(indicator) ?? indicator,
  ...rest,
})

/** One object, a file a line, described by `schemas/indicators-output.schema.json`. */
export function indicatorsJson(files: FiguresOrError[]): string {
  const lines = files.map((file) => JSON.stringify({ ...file, figures: file.figures.map(figureOf) }))
  return `{"version":${VERSION},"tool":${JSON.stringify(tool)},"files":[\n${lines.join(',\n')}\n]}\n`
}
