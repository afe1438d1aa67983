/** Prints the level-1 headings whose kind is not recognised by wording: `npm run wordings -- FILE…`. */
import { readFileSync } from 'node:fs'
import { classifierFor } from '../report/classify.js'
import { demandsOf } from '../report/demands.js'
import { simplifiedForms } from '../text/script.js'

interface Wording {
  heading: string
  level: number
  kind: string
  year: number
}

const { contents } = demandsOf(null)
for (const path of process.argv.slice(2)) {
  const wordings: Wording[] = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .filter((wording: Wording) => wording.level === 1)
  const misses = wordings.flatMap((wording) => {
    const forms = simplifiedForms(wording.heading)
    const heading = wording.heading.replace(/./gu, (char) => forms[char] ?? char)
    const kind = classifierFor(contents, wording.year).named(heading).join('+') || 'achievements'
    const sorted = (kinds: string): string => kinds.split('+').sort().join('+')
    return sorted(kind) === sorted(wording.kind)
      ? []
      : [`  ${wording.heading} (${wording.year}): ${kind}, not ${wording.kind}`]
  })
  const share = (100 * (1 - misses.length / wordings.length)).toFixed(1)
  console.log(`${path}: ${wordings.length - misses.length} of ${wordings.length} (${share} %)`)
  for (const miss of misses) console.log(miss)
}
