import type { Nodes, Paragraph, Root, RootContent } from 'mdast'
import type { Metadata } from '../model.js'
import { findDate } from '../text/dates.js'
import { BLANK, squeeze } from '../text/marks.js'
import { matchesOf } from '../text/matches.js'
import { leadingNumeral, type NumeralStyle } from '../text/numerals.js'
import { LABELS, PHRASES } from './chrome-words.js'
import { splitLines } from './lines.js'

/** Lines looked through at either end; the largest page headers seen have some thirty. */
const REACH = 60
/** Longest line of labels and values, a whole header table in one line. */
const LONGEST_LABELS = 300
/** A line of the report's own text; page headers and footers are shorter or are labels. */
const PROSE = /^.{30,}[\u3002\uff1b;]/
/** The end of a sentence: 分享典型案例3个。 begins like a button of a page, and is none. */
const SENTENCE = /[\u3002\uff1b]$/
/** Numbering of headings; a page's own lists have Arabic numbers. */
const HEADING = new Set<NumeralStyle | undefined>(['part', 'han', 'hanBracket'])
/** What a report's title may look like; whether it is one, the report room says. */
const TITLE = /(?:报告|報告|情况|情況|总结|總結|汇报|年报)(?:[(\uff08][^)\uff09]*[)\uff09])?$/

const spaced = (label: string): string => [...label].join(`${BLANK}*`)
const labelNames = Object.keys(LABELS).sort((a, b) => b.length - a.length)
const LABEL = new RegExp(
  `(?:^|[\\s\\u00a0\\u3000|\\uff5c\\[\\u3010(\\uff08])(${labelNames.map(spaced).join('|')})(?:${BLANK}*[:\\uff1a]|(?=${BLANK}|$))`,
  'g',
)
/** How a line of labels begins; most lines do not, and need no closer look. */
const MAY_BEGIN_WITH_LABEL = new RegExp(
  `^[\\s|\\uff5c\\[\\u3010(\\uff08]*[${[...new Set(labelNames.map((name) => name[0]))].join('')}]`,
)
const PHRASE = new RegExp(`^[\\s\\[\\u3010(\\uff08>\\u00b7|]*(?:${PHRASES.join('|')})`)

interface Pair {
  label: string
  value: string
}

/** A value without the bars and brackets that parted it from its neighbours. */
const clean = (value: string): string =>
  value.replace(/^[|\uff5c\]\u3011)\uff09]+|[|\uff5c[\u3010(\uff08]+$/g, '').trim()

/** 2024-03-11 09:15, also in brackets, before the labels of a header line. */
const LEADING_DATE =
  /^[[(\uff08\u3010]?\s*(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s*[\])\uff09\u3011]?\s*/

/** A label that this program does not know, with its value, before others that it does. */
const UNKNOWN_LABEL = /^[\u4e00-\u9fff]{2,8}\s*[:\uff1a]/

/** 索引号：113… 生成日期：2024-03-15 → pairs; `null` for a line that is no line of labels. */
export function labelsOf(line: string): Pair[] | null {
  if (line.length > LONGEST_LABELS || PROSE.test(line)) return null
  const date = LEADING_DATE.exec(line)
  const rest = date ? line.slice(date[0].length) : line
  if (!MAY_BEGIN_WITH_LABEL.test(rest) && !UNKNOWN_LABEL.test(rest)) return null
  const matches = matchesOf(rest, LABEL)
  const lead = rest.slice(0, matches[0]?.index ?? 0).trim()
  if (matches.length === 0 || (lead !== '' && (matches.length < 2 || !UNKNOWN_LABEL.test(lead)))) return null
  const pairs = matches.map((match, i) => ({
    label: squeeze(match[1] ?? ''),
    value: clean(rest.slice(match.index + match[0].length, matches[i + 1]?.index ?? rest.length)),
  }))
  if (!isSurelyLabels(rest, pairs)) return null
  const [label = '', value = ''] = lead.split(/[:\uff1a]/)
  const before = lead === '' ? [] : [{ label, value: value.trim() }]
  return date ? [{ label: '发布日期', value: date[1] ?? '' }, ...before, ...pairs] : [...before, ...pairs]
}

/** A label without colon may begin a sentence (来源, 日期); several, or a long one on a short line, do not. */
function isSurelyLabels(line: string, pairs: Pair[]): boolean {
  if (pairs.length === 1 && SENTENCE.test(line) && LABELS[pairs[0]?.label ?? ''] !== 'summary') return false
  return pairs.length > 1 || /[:\uff1a]/.test(line) || ((pairs[0]?.label.length ?? 0) >= 3 && line.length < 60)
}

interface Line {
  index: number
  text: string
}

function linesOf(nodes: RootContent[], from: number, to: number): Line[] {
  return nodes.slice(from, to).flatMap((node, i) => {
    const text = paragraphText(node)
    // An image has no text and is no line of the page's.
    return text === null || text.trim() === '' ? [] : [{ index: from + i, text }]
  })
}

function paragraphText(node: RootContent): string | null {
  if (node.type === 'paragraph') return textOf(node)
  const [only, ...others] = node.type === 'blockquote' ? node.children : []
  return only?.type === 'paragraph' && others.length === 0 ? textOf(only) : null
}

function textOf(node: Nodes): string {
  if ('children' in node) {
    const { children } = node
    return children.length === 1 ? textOf(children[0] as Nodes) : children.map(textOf).join('')
  }
  return 'value' in node ? node.value : ''
}

/** A line of bodies or people before a colon; a short one that names none is a label. */
const ADDRESSEE = /^(?:[^\u3002]{7,60}|[^\u3002]{1,6}(?:政府|委|局|厅|会|人大|代表|同志|领导|镇|街道))[:\uff1a]$/

const isOneLine = ({ position }: Paragraph): boolean => position?.start.line === position?.end.line

/** A page's header pasted without blank lines is one paragraph to the Markdown parser, and may hold the title. */
function withLinesOfChrome(nodes: RootContent[], source: string): RootContent[] {
  if (nodes.every((node) => node.type !== 'paragraph' || isOneLine(node))) return nodes
  return nodes.flatMap((node, i) => {
    const isNearEnd = i < REACH || i >= nodes.length - REACH
    if (node.type !== 'paragraph' || !isNearEnd || isOneLine(node)) return [node]
    const lines = splitLines(node, source)
    return lines.length > 1 && lines.some((line) => isChrome(textOf(line))) ? lines : [node]
  })
}

/** Where the report's own text begins: its first prose, numbered heading, addressee, or Markdown heading. */
function endOfHead(nodes: RootContent[]): number {
  for (const [i, node] of nodes.slice(0, REACH).entries()) {
    const text = paragraphText(node)
    if (node.type === 'heading' && isTitle(textOf(node))) continue
    if (text === null) return i
    if (PROSE.test(text) || leadingNumeral(text)?.style === 'han') return i
    if (isChrome(text)) continue
    if (ADDRESSEE.test(squeeze(text))) return i
  }
  return Math.min(nodes.length, REACH)
}

/** Where the page's footer begins: after the last prose, at the first line that only a page prints. */
function startOfTail(nodes: RootContent[], head: number): number {
  const floor = Math.max(head, nodes.length - REACH)
  let tail = nodes.length
  for (let i = nodes.length - 1; i >= floor; i--) {
    const node = nodes[i]
    const text = node === undefined ? null : paragraphText(node)
    if (text === null || PROSE.test(text) || HEADING.has(leadingNumeral(text)?.style)) break
    if (isChrome(text)) tail = i
  }
  return tail
}

/** A report without the page around it. */
export interface Unwrapped {
  root: Root
  metadata: Metadata
  /** Lines of chrome whose text stands nowhere in the metadata. */
  chrome: string[]
}

/**
 * Takes the web page's header and footer off a report. What they say goes to the metadata, every other line of them to
 * `chrome`: nothing is lost. A line that may be the report's title always stays.
 */
export function unwrapPage(root: Root, source: string): Unwrapped {
  const nodes = withLinesOfChrome(root.children, source)
  const head = endOfHead(nodes)
  const tail = startOfTail(nodes, head)
  const metadata: Metadata = { rest: {} }
  const chrome: string[] = []
  const removed = new Set<number>()
  const take = (line: Line): void => {
    removed.add(line.index)
  }
  const headLines = linesOf(nodes, 0, head)
  const isPage = headLines.some(({ text }) => isChrome(text))
  const titles = headLines.filter(({ text }) => isTitle(text))
  const lastTitle = titles.at(-1)

  for (let i = 0; i < headLines.length; i++) {
    const line = headLines[i] as Line
    const pairs = labelsOf(line.text)
    if (pairs) {
      const [pair] = pairs
      const next = headLines[i + 1]
      take(line)
      if (pair && pairs.length === 1 && pair.value === '' && next && isValueLine(next.text) && next !== lastTitle) {
        pair.value = next.text
        take(next)
        i++
      }
      chrome.push(...keepAll(metadata, pairs))
    } else if (isPage && isDispensable(line, lastTitle ?? null)) {
      take(line)
      chrome.push(line.text)
    }
  }
  for (const line of linesOf(nodes, tail, nodes.length)) {
    const pairs = labelsOf(line.text)
    take(line)
    chrome.push(...(pairs ? keepAll(metadata, pairs) : [line.text]))
  }
  const hasTitle = titles.length > 0 || nodes.slice(0, head).some((node) => node.type === 'heading')
  settle(metadata, hasTitle, chrome)
  const children = removed.size === 0 ? nodes : nodes.filter((_, i) => !removed.has(i))
  return { root: { ...root, children }, metadata, chrome }
}

const isPhrase = (text: string): boolean => PHRASE.test(text) && !SENTENCE.test(text)

const isChrome = (text: string): boolean => labelsOf(text) !== null || isPhrase(text)

/** Whether a line may be the title of a report or of a document about one. */
export const isTitle = (text: string): boolean =>
  TITLE.test(text) &&
  text.length >= 8 &&
  text.length <= 90 &&
  !leadingNumeral(text) &&
  !isChrome(text) &&
  !/[>\u203a\u00bb\u3002]/.test(text)

const isValueLine = (text: string): boolean => text.length <= 60 && !isChrome(text) && !/[\u3002:\uff1a]$/.test(text)

/** What stands near the title and is the report's own: its other half, a document number, a subtitle, a date. */
const OWN_LINE =
  /(?:委员会|政府|局|厅|办公室|办事处|党组|管委会|中心|省委|市委|县委|区委|镇|乡|街道)$|^关于|^[\u2014\u2015(\uff08\u3014]|报告$|〔\d{4}〕/

/** Whether a line that stands right above a title may belong to it. */
export const mayStandAboveTitle = (text: string): boolean =>
  OWN_LINE.test(text) && squeeze(text).length >= SHORTEST_NAME

/** Units of the shortest name of a body; 部门 and 街镇 are menus. */
const SHORTEST_NAME = 4

function isDispensable(line: Line, title: Line | null): boolean {
  if (line === title) return false
  if (isTitle(line.text)) return title !== null
  if (isPhrase(line.text)) return true
  if (findDate(line.text) && (title === null || line.index > title.index)) return false
  if (
    OWN_LINE.test(line.text) &&
    squeeze(line.text).length >= SHORTEST_NAME &&
    (title === null || Math.abs(line.index - title.index) <= 2)
  )
    return false
  return title !== null && line.text.length <= 30
}

/** Files the values under their keys; gives back, as lines, those whose key was taken, and words that nobody asks for. */
function keepAll(metadata: Metadata, pairs: Pair[]): string[] {
  return pairs.filter((pair) => !keep(metadata, pair)).map(({ label, value }) => `${label}\uff1a${value}`)
}

function keep(metadata: Metadata, { label, value }: Pair): boolean {
  const key = LABELS[label]
  if (value === '') return true
  if (!key) return !/[\u4e00-\u9fff]/.test(value)
  const date = /On$/.test(key) ? (findDate(value)?.iso ?? null) : null
  const target: Record<string, unknown> =
    key === 'publishedOn' && date ? (metadata as object as Record<string, unknown>) : metadata.rest
  const held = target[key]
  if (held !== undefined) return held === (date ?? value)
  target[key] = date ?? value
  return true
}

/** Dates that stand in for a missing 发布日期, and the title where only the page's header or breadcrumb has it. */
function settle(metadata: Metadata, hasTitle: boolean, chrome: string[]): void {
  const { generatedOn } = metadata.rest
  if (metadata.publishedOn === undefined && typeof generatedOn === 'string') metadata.publishedOn = generatedOn
  if (hasTitle) return
  const crumbs = chrome.flatMap((line) => line.split(/[>\u203a\u300b\u00bb]/)).map((crumb) => crumb.trim())
  const title = [metadata.rest['pageTitle'], metadata.rest['summary'], ...crumbs.reverse()].find(
    (text): text is string => typeof text === 'string' && isTitle(text),
  )
  if (title !== undefined) metadata.title = title
}
