/** Rows of tables that give a figure for an indicator: 行政处罚案件（件） | 34. */

import type { Table, TableCell } from 'mdast'
import type { Block, Draft } from '../../model.js'
import { widen } from '../../text/marks.js'
import type { Sentence } from '../../text/sentences.js'

/** A row told as a sentence: its name, then the number with its unit. */
export interface Row {
  /** The cell with the number. */
  block: Block
  /** `start` is what must be added to a place in its text to get the place in the cell: negative. */
  sentence: Sentence
}

const OTHER_YEAR = /上年|去年|上一年|往年|同比|同期|环比|增|减|较|占|计划|目标|任务/
const OF_THIS = /本年|今年|当年|全年/
const VALUE = /数值|数量|数据|数$|数\uff08|情况|结果|实绩|完成/
const UNIT = /^(?:计量)?单位$/
const ASIDE = /^(?:序号|编号|备注|说明|来源|类别|分类|项目类别)$/
const NUMBER = /^(?:约|近|逾|超)?\d[\d,]{0,12}(?:\.\d{1,4})?[万亿]?[余多]?(?<unit>[\u4e00-\u9fff]{1,3}|%)?$/
const IN_BRACKETS = /\uff08(?:单位[\uff1a:]?)?([^\uff08\uff09\d]{1,3})\uff09/
/** What the name of a number says of its unit. */
const COUNTED: [RegExp, string][] = [
  [/(?:案件|件数|案件数|申请)$/, '件'],
  [/人数$/, '人'],
  [/次数$/, '次'],
]

interface Columns {
  name: number
  value: number
  unit: number
}

/** Which columns hold names, numbers of the year and units, by their heads; `null` where that is unclear. */
function columnsOf(heads: string[], year: number | null): Columns | null {
  const open = heads.map((_, i) => i).filter((i) => !ASIDE.test(heads[i] ?? '') && !UNIT.test(heads[i] ?? ''))
  const [name, ...others] = open
  if (name === undefined) return null
  const mayHold = others.filter((i) => !OTHER_YEAR.test(heads[i] ?? ''))
  const headed = (test: (head: string) => boolean): number[] => mayHold.filter((i) => test(heads[i] ?? ''))
  const ofYear = headed((head) => (year !== null && head.includes(String(year))) || OF_THIS.test(head))
  const [value, another] = ofYear.length > 0 ? ofYear : headed((head) => VALUE.test(head) && !/20\d\d/.test(head))
  if (value === undefined || another !== undefined) return null
  return { name, value, unit: heads.findIndex((head) => UNIT.test(head)) }
}

/** The blocks of a table by cell; a cell of several lines has none. */
function cellsOf(blocks: Block[]): Map<TableCell, Block> {
  const cells = new Map<TableCell, Block>()
  const split = new Set<TableCell>()
  for (const block of blocks) {
    if (block.node.type !== 'tableCell') continue
    if (cells.has(block.node)) split.add(block.node)
    cells.set(block.node, block)
  }
  for (const cell of split) cells.delete(cell)
  return cells
}

function rowsIn(table: Table, blocks: Block[], year: number | null): Row[] {
  const cells = cellsOf(blocks)
  const textOf = (cell: TableCell | undefined): string =>
    widen((cell && cells.get(cell)?.text) ?? '').replace(/\s/g, '')
  const [first, ...rest] = table.children
  const columns = columnsOf((first?.children ?? []).map(textOf), year)
  if (!columns) return []
  return rest.flatMap(({ children }): Row[] => {
    const label = textOf(children[columns.name])
    const cell = children[columns.value]
    const block = cell && cells.get(cell)
    const number = NUMBER.exec(block?.text ?? '')
    if (!block || !number || label === '' || OTHER_YEAR.test(label)) return []
    const name = label.replace(/\uff08[^\uff08\uff09]*\uff09/g, '').replace(/^其中[\uff1a:]?/, '')
    const unit =
      number.groups?.['unit'] ??
      (textOf(children[columns.unit]) ||
        (IN_BRACKETS.exec(label)?.[1] ?? COUNTED.find(([pattern]) => pattern.test(name))?.[1]))
    if (unit === undefined || label.startsWith('其中')) return []
    const text = `${name}\uff1a${block.text}${number.groups?.['unit'] ? '' : unit}`
    const start = -(name.length + 1)
    return [{ block, sentence: { text, start, end: start + text.length } }]
  })
}

/** The rows of a draft's tables by the cell with the number. */
export function tableRows({ blocks, source, report }: Draft): Map<Block, Row> {
  const tables = new Map<number, Block[]>()
  for (const block of blocks) {
    if (block.node.type !== 'tableCell') continue
    const cells = tables.get(block.top)
    if (cells) cells.push(block)
    else tables.set(block.top, [block])
  }
  const rows = [...tables].flatMap(([top, cells]) => {
    const table = source.root.children[top]
    return table?.type === 'table' ? rowsIn(table, cells, report.year ?? null) : []
  })
  return new Map(rows.map((row) => [row.block, row]))
}
