import { INDICATORS } from '../../corpus/indicators/vocabulary.js'
import { ownersOf, reportsOnce } from '../../corpus/joint.js'
import type { OtherFile, Review, SimilarPair, UnitFinding, UnitReview } from '../../corpus/review.js'
import { indicatorsHead, indicatorsRows } from '../../output/indicators-csv.js'
import { jsonPieces } from '../../output/json-pieces.js'
import { overviewHtml } from '../../output/review/overview.js'
import { toTable } from '../../output/review/table.js'
import type { Overlay } from '../../report/build.js'
import { circularDocx, circularMarkdown } from '../../write/review/circular.js'
import type { CircularContext } from '../../write/review/circular-context.js'
import { slipWriter } from '../../write/review/slip.js'
import { slipNames } from '../../write/review/slip-name.js'
import { loadTemplate } from '../own-template.js'
import { breather } from './breather.js'
import type { OutFolder } from './out-folder.js'
import { RESULTS, SLIPS } from './own-results.js'
import type { ReviewResult } from './review.js'
import type { UnitChanges } from './second-pass.js'
import { belowCommon } from './shown-paths.js'
import type { Stages } from './stages.js'

/** How the outputs are to be written. */
export interface OutputOptions {
  overlay: Overlay | undefined
  /** Path of an own template of the circular. */
  template: string | undefined
  /** Paths are of other programs, perhaps of other machines: tables tell what they do not have in common, papers for units the name alone. */
  hasForeignPaths: boolean
  stages: Stages
}

/** Findings of the report that was reviewed for a unit, with those of the review before that are mended. */
function findingsOf({ records, reviewed, changes }: ReviewResult, { number, unit, files }: UnitReview): UnitFinding[] {
  const index = reviewed.get(number)
  const path = files[0] ?? ''
  const own = { unit: unit.name, kind: unit.kind, path }
  const standing = index === undefined ? [] : records.read(index).findings
  const mended = changes.get(number)?.mendedFindings ?? []
  return [
    ...standing.map((each): UnitFinding => ({ ...each, ...own, change: each.change ?? null })),
    ...mended.map((each): UnitFinding => ({ ...each, ...own, path: each.path, change: 'mended' })),
  ]
}

/** Those of a joint report once, under the names of all whose it is. */
function* allFindings(result: ReviewResult, step: (done: number) => void): Generator<UnitFinding> {
  for (const unit of reportsOnce(result.review.units)) {
    const name = ownersOf(unit)
    for (const finding of findingsOf(result, unit)) yield { ...finding, unit: name }
    step(unit.number)
  }
}

const nameOf = (path: string): string => path.split(/[/\\]/).at(-1) ?? path

/** The result with files called as people are to see them. */
function withPaths(result: ReviewResult, shown: (path: string) => string): ReviewResult {
  const { units, others, similar } = result.review
  const review: Review = {
    ...result.review,
    units: units.map((unit) => ({ ...unit, files: unit.files.map(shown) })),
    others: others.map((file) => ({ ...file, path: shown(file.path) })),
    similar: similar.map((pair) => ({ ...pair, files: [shown(pair.files[0]), shown(pair.files[1])] })),
  }
  const changes = [...result.changes].map(([number, each]): [number, UnitChanges] => {
    const mendedFindings = each.mendedFindings.map((finding) => ({ ...finding, path: shown(finding.path) }))
    return [number, { ...each, mendedFindings }]
  })
  return { ...result, review, changes: new Map(changes) }
}

/** Paths of reports, without those of lines that were no records: they are of another folder. */
function* pathsOf({ units, others }: Review): Generator<string> {
  for (const { files } of units) yield* files
  for (const { path, reason } of others) if (reason !== 'unreadable') yield path
}

function grouped<T>(items: T[], keysOf: (item: T) => (string | null)[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    for (const key of keysOf(item)) {
      if (key === null) continue
      const group = groups.get(key)
      if (group) group.push(item)
      else groups.set(key, [item])
    }
  }
  return groups
}

/** A slip for every unit. Returns their names in the folder. */
async function writeSlips(result: ReviewResult, out: OutFolder, { overlay, stages }: OutputOptions): Promise<string[]> {
  const breathe = breather()
  const { review } = result
  const step = stages.begin('写意见单', review.units.length)
  const { units, similar, others, year, date, roster } = review
  const names = slipNames(units.map(({ unit }) => unit.name)).map((name) => `${SLIPS}/${name}`)
  const pairs = grouped<SimilarPair>(similar, (pair) => pair.units)
  const files = grouped<OtherFile>(others, ({ unit }) => [unit])
  const slipOf = slipWriter()
  for (const [i, unit] of units.entries()) {
    await breathe()
    const slip = slipOf({
      ...{ year, date, roster, unit, findings: findingsOf(result, unit) },
      similar: [
        ...(pairs.get(unit.unit.name) ?? []),
        // Of those it is joint with, what is of their joint report.
        ...unit.jointWith
          .flatMap((name) => pairs.get(name) ?? [])
          .filter((pair) => pair.files.includes(unit.files[0] ?? '')),
      ],
      others: files.get(unit.unit.name) ?? [],
      ...(overlay ? { overlay: overlay.document } : {}),
    })
    out.write(names[i] ?? '', slip)
    step(i + 1)
  }
  return names
}

/** The figures of every report that was reviewed, and what does not apply to its unit. */
function* indicatorRows({ review, records, reviewed }: ReviewResult): Generator<string> {
  yield indicatorsHead()
  for (const each of reportsOnce(review.units)) {
    const { number, unit, files } = each
    const index = reviewed.get(number)
    if (index === undefined) continue
    const { report, digest } = records.read(index)
    if (digest === null) continue
    const { kind } = unit
    yield indicatorsRows({
      path: files[0] ?? '',
      issuer: ownersOf(each),
      kind: kind ?? report?.kind ?? null,
      year: review.year,
      figures: digest.figures,
    })
  }
}

/** The result with paths of other programs as tables and the terminal tell them. */
export const withoutCommonFolder = (given: ReviewResult): ReviewResult =>
  withPaths(given, belowCommon(pathsOf(given.review)))

/** Everything a review hands out. Returns the names of the files, relative to the folder. */
export async function writeOutputs(given: ReviewResult, out: OutFolder, options: OutputOptions): Promise<string[]> {
  const { hasForeignPaths } = options
  const papers = hasForeignPaths ? withPaths(given, nameOf) : given
  const result = hasForeignPaths ? withoutCommonFolder(given) : given
  const { review } = result
  const template = options.template === undefined ? undefined : loadTemplate<CircularContext>(options.template)
  const circular = circularMarkdown(papers.review, template)
  const slips = await writeSlips(papers, out, options)
  const step = options.stages.begin('写总表', review.units.length)
  const findings = allFindings(result, step)
  await out.writePieces('总表.xlsx', toTable({ review, findings, indicators: INDICATORS }))
  options.stages.begin('写总览', null)
  await out.writePieces(
    '总览.html',
    overviewHtml(
      review,
      INDICATORS,
      ({ number }) => slips[number - 1] ?? null,
      ({ number }) => result.changes.get(number)?.mendedFindings ?? [],
    ),
  )
  options.stages.begin('收尾', null)
  out.write('通报.docx', await circularDocx(circular))
  await out.writePieces('review.json', jsonPieces(given.review))
  await out.writePieces('indicators.csv', indicatorRows(result))
  return [...RESULTS, ...slips]
}
