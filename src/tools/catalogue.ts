/** Writes the catalogue for readers from rules and indicators, and how often they are right. Run by `npm run generate`. */
import { readFile, writeFile } from 'node:fs/promises'
import { INDICATORS } from '../corpus/indicators/vocabulary.js'
import { rules } from '../rules/all.js'
import { accuracyTable } from './accuracy-table.js'
import { figuresTable } from './figures-table.js'
import { indicatorsDocument } from './indicators-doc.js'
import { type Judged, judgeSet, SETS } from './judge.js'
import { FIGURE_SETS, type JudgedFigure, judgeFigures } from './judge-indicators.js'
import { between, rulesDocument, rulesTable } from './rules-doc.js'

/** The catalogue for readers: a document of its own, and a table in each README. */
async function writeCatalogue(): Promise<void> {
  await writeFile('docs/rules.md', rulesDocument(rules))
  await writeFile('docs/indicators.md', indicatorsDocument(INDICATORS))
  for (const [path, language] of [
    ['README.md', 'zh'],
    ['README.en.md', 'en'],
  ] as const) {
    const text = await readFile(path, 'utf8')
    await writeFile(path, between(text, 'rules', rulesTable(rules, 'docs/rules.md', language)))
  }
}

/** How often each rule, and each figure extracted, is right over the project's own drafts. */
async function writeAccuracy(): Promise<void> {
  const judged = new Map<string, Judged[]>()
  for (const set of SETS.filter(({ isOurs }) => isOurs)) judged.set(set.name, await judgeSet(set))
  const figures = new Map<string, JudgedFigure[]>()
  for (const set of FIGURE_SETS.filter(({ isOurs }) => isOurs)) figures.set(set.name, await judgeFigures(set))
  const path = 'docs/accuracy.md'
  const text = between(await readFile(path, 'utf8'), 'accuracy', accuracyTable(judged))
  await writeFile(path, between(text, 'figures', figuresTable(figures)))
}

await writeCatalogue()
await writeAccuracy()
