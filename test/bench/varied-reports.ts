import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Passage } from '../../src/corpus/record.js'
import { createRandom } from './random.js'

/** Characters of a report, and of a paragraph, on average. */
const REPORT = 3700
const PARAGRAPH = 120
/** How often the next character is chosen by the two before it and not by the last alone: how set the wording is. */
const SET = 0.85
/** Every so many reports one takes paragraphs from the one before. */
const COPY_EVERY = 50

/** What follows what in the sample drafts: reports made of it share turns of phrase as offices do, and are never alike. */
interface Chain {
  afterOne: Map<string, string>
  afterTwo: Map<string, string>
}

function chainOf(folder: string): Chain {
  const follow = (map: Map<string, string>, key: string, next: string): void => {
    map.set(key, (map.get(key) ?? '') + next)
  }
  const chain: Chain = { afterOne: new Map(), afterTwo: new Map() }
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.txt'))) {
    const text = readFileSync(join(folder, name), 'utf8')
    const prose = text
      .split(/\r?\n/)
      .filter((line) => line.includes('。'))
      .join('')
    for (let i = 2; i < prose.length; i++) {
      follow(chain.afterOne, prose[i - 1] as string, prose[i] as string)
      follow(chain.afterTwo, prose.slice(i - 2, i), prose[i] as string)
    }
  }
  return chain
}

export interface VariedReports {
  passagesOf(report: number): Passage[]
  /** How many copies there are among the first `count`. */
  copies(count: number): number
}

/** Reports of realistic variety, made when they are asked for and the same every time, with copied paragraphs in some. */
export function variedReports(): VariedReports {
  const chain = chainOf('seeds/drafts')
  const paragraphsOf = (report: number): string[] => {
    const random = createRandom(report * 7919 + 17)
    const pick = (chars: string): string => chars[Math.floor(random() * chars.length)] as string
    const paragraphs: string[] = []
    let text = '推进'
    for (let length = 0; length < REPORT; length++) {
      const next = (random() < SET && chain.afterTwo.get(text.slice(-2))) || chain.afterOne.get(text.at(-1) as string)
      text += pick(next ?? '。')
      if (text.length < PARAGRAPH || !text.endsWith('。')) continue
      paragraphs.push(text)
      text = text.slice(-3, -1)
    }
    return [...paragraphs, text]
  }
  const isCopy = (report: number): boolean => report % COPY_EVERY === COPY_EVERY - 1
  return {
    passagesOf: (report) => {
      const own = paragraphsOf(report)
      const taken = isCopy(report) ? paragraphsOf(report - 1).slice(3, 5) : []
      const changed = taken.map((text) => text.replace(/\d/g, (digit) => String(9 - Number(digit))))
      return [...own, ...changed].map((text, i) => ({ line: i + 1, text }))
    },
    copies: (count) => Math.floor(count / COPY_EVERY),
  }
}
