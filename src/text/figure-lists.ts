/** How the figures of a sentence hang together: lists of them with their labels. */

import { type Figure, figuresIn } from './figures.js'
import { matchesOf } from './matches.js'

/** A figure of a sentence with the words that lead up to it. */
export interface Item {
  figure: Figure
  /** Words between the mark or conjunction before it and the figure: 其中重点企业 for 检查132家，其中重点企业137家. */
  label: string
  /** How it hangs on the figure before it: in a list (、 和), after one comma, after a clause or ； (apart), or directly. */
  joint: 'list' | 'comma' | 'apart' | 'direct'
}

const COMMA = /[,\uff0c]/g
const STOP = /[;\uff1b。]/
/** 、 or a conjunction that lists; not in 和平, 和解, 以及. */
const LISTED = /[、\uff0f]|以及|[和及与](?![解谐平睦时])/
const BRACKETED = /[(\uff08][^()\uff08\uff09\n]{0,200}[)\uff09]/g

/** The text with everything in brackets blanked; places stay where they are. */
export function withoutBrackets(text: string): string {
  return text.replace(BRACKETED, (inside) => ' '.repeat(inside.length))
}

/** For every pair of brackets that holds `words`: the text before it and what is in it, the rest blanked. */
export function bracketsWith(text: string, words: RegExp): { text: string; from: number }[] {
  const views: { text: string; from: number }[] = []
  for (const match of matchesOf(text, BRACKETED)) {
    if (!words.test(match[0])) continue
    const before = withoutBrackets(text.slice(0, match.index))
    views.push({ text: `${before} ${match[0].slice(1, -1)}`, from: match.index })
  }
  return views
}

function jointOf(gap: string): Pick<Item, 'label' | 'joint'> {
  const commas = gap.match(COMMA)?.length ?? 0
  if (commas > 1 || STOP.test(gap)) return { joint: 'apart', label: gap.slice(gap.search(/[^,\uff0c;\uff1b。]*$/)) }
  const listed = LISTED.exec(gap)
  const comma = gap.search(/[,\uff0c]/)
  if (comma >= 0) {
    const joint = listed && listed.index < comma ? 'apart' : 'comma'
    return { joint, label: gap.slice(comma + 1) }
  }
  return listed ? { joint: 'list', label: gap.slice(listed.index + listed[0].length) } : { joint: 'direct', label: gap }
}

/** The figures of a sentence in Arabic digits, each with its label and joint. */
export function itemsIn(sentence: string): Item[] {
  let end = 0
  return figuresIn(sentence)
    .filter(({ isHan }) => !isHan)
    .map((figure) => {
      const { joint, label } = jointOf(sentence.slice(end, figure.start).replace(/\s/g, ''))
      end = figure.end
      return { figure, label, joint }
    })
}
