import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Draft, Section } from '../../src/model.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { flatten } from '../../src/report/leaves.js'
import { squeeze } from '../../src/text/marks.js'
import type { NumeralStyle } from '../../src/text/numerals.js'
import { numberingXml, OFFICIAL, paragraph, type RunLook, run, stylesXml, wordFile } from './word.js'

/** The sample drafts as Word files, made in the ways offices make them, and what must come back from each. */

const FOLDER = 'seeds/drafts'

/** A line of a draft, in parts: a run-in heading and its text are two. */
export interface DraftLine {
  parts: { text: string; isHeading: boolean }[]
  role: 'title' | 'heading' | 'text'
  /** Level of the heading it is or begins with; 0 for text. */
  level: number
  numeral: { style: NumeralStyle; value: number; text: string } | null
}

/** A sample draft, read from its text. */
export interface Sample {
  name: string
  draft: Draft
  lines: DraftLine[]
}

/** Level and wording of every heading, in order. */
export const headingsOf = (sections: Section[]): string[] =>
  sections.flatMap(({ level, heading, children }) => [`${level} ${heading}`, ...headingsOf(children)])

/** All characters of a draft but blanks: nothing may be lost on the way, nothing added. */
export const charactersOf = ({ source }: Draft): string => squeeze(source.root.children.map(flattenAll).join(''))

const flattenAll = (node: Parameters<typeof flatten>[0]): string =>
  'children' in node && !('value' in node) ? node.children.map(flattenAll).join('') : flatten(node)

function linesOf(draft: Draft): DraftLine[] {
  const sections = new Map<Draft['blocks'][number], Section>()
  const visit = (section: Section): void => {
    sections.set(section.block, section)
    section.children.forEach(visit)
  }
  draft.sections.forEach(visit)
  const lines: DraftLine[] = []
  for (const [i, block] of draft.blocks.entries()) {
    const whole = flatten(block.node)
    const before = draft.blocks[i - 1]
    const after = draft.blocks[i + 1]
    // The mark between a run-in heading and its text goes with the heading.
    const end = after?.node === block.node ? after.from : whole.length
    const part = { text: whole.slice(block.from, end).trim(), isHeading: block.role === 'heading' }
    const section = sections.get(block)
    if (before?.node === block.node && before.role === 'heading') lines.at(-1)?.parts.push(part)
    else {
      lines.push({
        parts: [part],
        role: block.role === 'title' ? 'title' : section ? 'heading' : 'text',
        level: section?.level ?? 0,
        numeral: section?.numeral ?? null,
      })
    }
  }
  return lines
}

/** The sample drafts, cells of tables as lines of their own. */
export async function samples(): Promise<Sample[]> {
  const names = readdirSync(FOLDER).filter((name) => /\.(?:txt|md)$/.test(name))
  const drafts = await Promise.all(
    names.map(async (name) => ({ name, draft: build(await read({ name, bytes: readFileSync(join(FOLDER, name)) })) })),
  )
  return drafts.map(({ name, draft }) => ({ name, draft, lines: linesOf(draft) }))
}

const textOf = ({ parts }: DraftLine): string => parts.map(({ text }) => text).join('')

/** Word's heading styles; a run-in heading stays in a paragraph of text, its head in bold. */
export function withStyles(lines: DraftLine[]): Uint8Array {
  const body = lines.map((line) => {
    if (line.role === 'title') return paragraph(textOf(line), { style: 'Title' })
    if (line.role === 'text') return paragraph(textOf(line))
    if (line.parts.length === 1) return paragraph(textOf(line), { style: String(Math.min(4, line.level)) })
    return paragraph(line.parts.map(({ text, isHeading }) => run(text, isHeading ? { bold: true } : {})).join(''))
  })
  return wordFile(body.join(''), { styles: stylesXml() })
}

const BODY: RunLook = { font: '仿宋_GB2312', size: 16 }
const LOOKS: RunLook[] = [{ font: '黑体', size: 16 }, { font: '楷体_GB2312', size: 16 }, { ...BODY, bold: true }, BODY]
const TITLE: RunLook = { font: '方正小标宋简体', size: 22 }

/** Fonts and sizes set by hand, no styles: 小标宋, 黑体, 楷体, 仿宋 as GB/T 9704—2012 asks. */
export function setByHand(lines: DraftLine[]): Uint8Array {
  const lookOf = (line: DraftLine, isHeading: boolean): RunLook =>
    line.role === 'title' ? TITLE : isHeading ? (LOOKS[line.level - 1] ?? BODY) : BODY
  const body = lines.map((line) =>
    paragraph(line.parts.map(({ text, isHeading }) => run(text, lookOf(line, isHeading))).join('')),
  )
  return wordFile(body.join(''))
}

const LEVELS: NumeralStyle[] = ['han', 'hanBracket', 'arabic', 'arabicBracket']
const CANONICAL = /^(?:[一二三四五六七八九十]+、|\uff08[一二三四五六七八九十]+\uff09|\d+\.|\uff08\d+\uff09)$/

/** Word's own numbers in place of those typed, wherever a list of Word's counts as the draft does; how many these are. */
export function withAutomaticNumbers(lines: DraftLine[]): { bytes: Uint8Array; automatic: number } {
  const counts = [0, 0, 0, 0]
  let automatic = 0
  const body = lines.map((line) => {
    const { numeral } = line
    const level = numeral ? LEVELS.indexOf(numeral.style) : -1
    const counted = (counts[level] ?? 0) + 1
    if (numeral && level >= 0 && CANONICAL.test(numeral.text) && counted === numeral.value) {
      counts[level] = counted
      counts.fill(0, level + 1)
      automatic++
      const parts = line.parts.map(({ text }, i) => run(i === 0 ? text.slice(numeral.text.length) : text))
      return paragraph(parts.join(''), { list: [1, level] })
    }
    return paragraph(textOf(line))
  })
  return { bytes: wordFile(body.join(''), { styles: stylesXml(), numbering: numberingXml([OFFICIAL]) }), automatic }
}
