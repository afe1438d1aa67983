/**
 * Compares the figures that are extracted from labelled drafts with those a careful reader finds.
 *
 * A set of drafts has its labels by file: indicator (by its Chinese label), value, unit, qualifier and line of every figure
 * that counts. A `value` of `null` with the qualifier 不适用 says that the indicator does not apply.
 */
import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { extractIndicators } from '../corpus/indicators/extract.js'
import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import type { IndicatorFigure } from '../corpus/record.js'
import { read } from '../read/read.js'
import { build } from '../report/build.js'
import type { Tally } from './judge.js'

interface Label {
  indicator: string
  value: number | null
  unit: string | null
  qualifier: string | null
  line: number
}

/** Drafts whose figures are labelled. */
export interface FigureSet {
  name: string
  folder: string
  labels: string
  /** Part of the project, and so the same everywhere. */
  isOurs: boolean
}

const FOLDER = 'test/fixtures/indicators'

/** Labelled sets; the real reports lie outside the project and are left out where they are not at hand. */
export const FIGURE_SETS: FigureSet[] = [
  { name: 'county', folder: 'seeds/county', labels: 'test/fixtures/county/indicators.json', isOurs: true },
  { name: 'samples', folder: 'seeds/drafts', labels: `${FOLDER}/samples.json`, isOurs: true },
  ...(existsSync(FOLDER) ? readdirSync(FOLDER, { withFileTypes: true }) : [])
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => ({
      name,
      folder: `${FOLDER}/${name}`,
      labels: `${FOLDER}/${name}/expected.json`,
      isOurs: true,
    })),
  { name: 'real', folder: '../shared/seeds', labels: `${FOLDER}/real.json`, isOurs: false },
].filter(({ folder, labels }) => existsSync(folder) && existsSync(labels))

/** A figure that was extracted, or a label that none answers. */
export interface JudgedFigure {
  /** Chinese label. */
  indicator: string
  outcome: 'true' | 'false' | 'missed'
  file: string
  line: number
  /** Value, unit and qualifier as they were extracted, or as they should have been. */
  figure: string
}

const NOT_APPLICABLE = '不适用'
const labelOf = new Map(INDICATORS.map(({ key, label }) => [key, label]))

const shown = (value: number | null, unit: string | null, qualifier: string | null): string =>
  value === null ? NOT_APPLICABLE : `${value}${unit ?? ''}${qualifier ? ` ${qualifier}` : ''}`

/** A figure is right where indicator, line, value, unit and qualifier are; the unit of a zero said in words is nominal. */
function isRight({ indicator, value, unit, qualifier, line }: IndicatorFigure, label: Label): boolean {
  const isNominal = value === 0 || value === null
  return (
    labelOf.get(indicator) === label.indicator &&
    line === label.line &&
    value === label.value &&
    (isNominal || (unit === label.unit && qualifier === label.qualifier))
  )
}

function judge(file: string, figures: IndicatorFigure[], labels: Label[]): JudgedFigure[] {
  const open = [...labels]
  const judged = figures.map((figure): JudgedFigure => {
    const match = open.findIndex((label) => isRight(figure, label))
    if (match >= 0) open.splice(match, 1)
    const { indicator, value, unit, qualifier, line } = figure
    return {
      indicator: labelOf.get(indicator) ?? indicator,
      outcome: match >= 0 ? 'true' : 'false',
      file,
      line,
      figure: shown(value, unit, qualifier),
    }
  })
  const missed = open.map(
    ({ indicator, value, unit, qualifier, line }): JudgedFigure => ({
      indicator,
      outcome: 'missed',
      file,
      line,
      figure: shown(value, unit, qualifier),
    }),
  )
  return [...judged, ...missed]
}

/** Judges every draft of a set. */
export async function judgeFigures({ folder, labels }: FigureSet): Promise<JudgedFigure[]> {
  const expected: Record<string, Label[]> = JSON.parse(await readFile(labels, 'utf8'))
  const judged: JudgedFigure[] = []
  for (const [name, label] of Object.entries(expected)) {
    const draft = build(await read({ name, bytes: await readFile(join(folder, name)) }))
    judged.push(...judge(join(folder, name), draft.isReport ? extractIndicators(draft) : [], label))
  }
  return judged
}

/** How many were right, wrong and missed. */
export function tallyOfFigures(judged: JudgedFigure[]): Tally {
  const count = (outcome: JudgedFigure['outcome']): number => judged.filter((each) => each.outcome === outcome).length
  return { hits: count('true') + count('false'), true: count('true'), false: count('false'), missed: count('missed') }
}
