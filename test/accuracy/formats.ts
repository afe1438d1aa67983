/**
 * Prints what comes back of the sample drafts from every form they may come in: headings, characters, states. Run by
 * `npm run accuracy`; with `--write`, by `npm run generate`, into docs/formats.md.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Root } from 'mdast'
import type { Draft } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { flatten } from '../../src/report/leaves.js'
import { squeeze } from '../../src/text/marks.js'
import { between } from '../../src/tools/rules-doc.js'
import { toMdast } from '../../src/write/mdast.js'
import { statesOf } from '../drafts.js'
import { FORMS, type Form } from '../forms.js'
import { type Sample, samples, withAutomaticNumbers } from '../read/word-drafts.js'

const DOCUMENT = 'docs/formats.md'

/** What is in something, each as often as it is there. */
function countsOf(all: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1)
  return counts
}

/** How many of those wanted were found, each counted as often as it is in both. */
function kept(found: Iterable<string>, wanted: Iterable<string>): number {
  const counts = countsOf(found)
  return [...countsOf(wanted)].reduce((sum, [each, count]) => sum + Math.min(count, counts.get(each) ?? 0), 0)
}

/** Headings of the Markdown with their marks and numerals: `## 一、主要举措和成效`. */
const headingsOf = ({ children }: Root): string[] =>
  children.flatMap((node) => (node.type === 'heading' ? [`${'#'.repeat(node.depth)} ${squeeze(flatten(node))}`] : []))

const textOf = (node: Parameters<typeof flatten>[0]): string =>
  'children' in node ? node.children.map(textOf).join('') : flatten(node)

interface Score {
  headings: [found: number, of: number]
  characters: [kept: number, of: number]
  states: [equal: number, of: number]
}

/** Compares the Markdown of a draft that came in some form with that of the draft as it was written. */
function score(found: Draft, wanted: Draft): Score {
  const [foundTree, wantedTree] = [toMdast(found), toMdast(wanted)]
  const headings = headingsOf(wantedTree)
  const characters = squeeze(textOf(wantedTree))
  const isEqual = JSON.stringify(statesOf(found)) === JSON.stringify(statesOf(wanted))
  return {
    headings: [kept(headingsOf(foundTree), headings), headings.length],
    characters: [kept(squeeze(textOf(foundTree)), characters), characters.length],
    states: [Number(isEqual), 1],
  }
}

const sum = (pairs: [number, number][]): string =>
  pairs.reduce(([a, b], [c, d]): [number, number] => [a + c, b + d], [0, 0]).join(' / ')

async function row(form: Form, drafts: Sample[]): Promise<string> {
  const scores = await Promise.all(
    drafts.map(async (sample) =>
      score(build(await read({ name: form.fileName, bytes: form.bytes(sample) })), sample.draft),
    ),
  )
  const cells = (['headings', 'characters', 'states'] as const).map((key) => sum(scores.map((each) => each[key])))
  return `| ${[form.label, ...cells].join(' | ')} |`
}

/** The table in Markdown, a row a form. */
async function formatsTable(): Promise<string> {
  const drafts = await samples()
  const rows: string[] = []
  for (const form of FORMS) rows.push(await row(form, drafts))
  const automatic = drafts.reduce((total, { lines }) => total + withAutomaticNumbers(lines).automatic, 0)
  return [
    '| 样稿的形式 | 标题（级别、序号都对） | 文字（字符） | 各项内容的状态（份） |',
    '|---|---|---|---|',
    ...rows.map((each) => each.replace('自动编号 |', `自动编号（${automatic} 处） |`)),
  ].join('\n')
}

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const table = await formatsTable()
if (values.write) await writeFile(DOCUMENT, between(await readFile(DOCUMENT, 'utf8'), 'formats', table))
else console.log(`${table}\n`)
