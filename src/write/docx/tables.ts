import type { AlignType, Table, TableCell } from 'mdast'
import { paragraph } from './paragraphs.js'
import { toRuns } from './runs.js'
import { widthOf } from './signature.js'
import type { Story } from './story.js'
import { STYLE } from './styles.js'
import { type Element, el, val } from './xml.js'

/** Characters a column counts for at least and at most when the width is shared out. */
const NARROWEST = 3
const WIDEST = 24

const textOf = (node: TableCell | TableCell['children'][number]): string => {
  if ('children' in node) return node.children.map(textOf).join('')
  return 'value' in node ? node.value : ''
}

/** Widths of the columns in twips, shared out by their longest cells. */
function widthsOf({ children: rows }: Table, width: number): number[] {
  const columns = Math.max(...rows.map(({ children }) => children.length), 1)
  const weights = Array.from({ length: columns }, (_, i) => {
    const longest = Math.max(...rows.map(({ children }) => (children[i] ? widthOf(textOf(children[i])) : 0)))
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + 1
  })
  const sum = weights.reduce((all, each) => all + each, 0)
  const shares = weights.map((weight) => Math.floor((width * weight) / sum))
  const rest = width - shares.reduce((all, each) => all + each, 0)
  return shares.map((share, i) => (i === shares.length - 1 ? share + rest : share))
}

interface CellLook {
  width: number
  align: AlignType
  isHeader: boolean
}

function cellOf(cell: TableCell | undefined, { width, align, isHeader }: CellLook, story: Story): Element {
  const runs = (cell?.children ?? []).flatMap((child) => toRuns(child, story))
  const look = { style: isHeader ? STYLE.headerCell : STYLE.cell, ...(align ? { align } : {}) }
  return el(
    'w:tc',
    {},
    el('w:tcPr', {}, el('w:tcW', { 'w:w': width, 'w:type': 'dxa' }), val('w:vAlign', 'center')),
    paragraph(look, runs, story),
  )
}

/** A table as wide as the text; its first row is repeated on every page, and no row breaks between pages. */
export function toTable(table: Table, story: Story): Element {
  const widths = widthsOf(table, story.measures.width)
  const rows = table.children.map((row, r) =>
    el(
      'w:tr',
      {},
      el('w:trPr', {}, el('w:cantSplit'), r === 0 && el('w:tblHeader')),
      ...widths.map((width, c) =>
        cellOf(row.children[c], { width, align: table.align?.[c] ?? null, isHeader: r === 0 }, story),
      ),
    ),
  )
  return el(
    'w:tbl',
    {},
    el(
      'w:tblPr',
      {},
      val('w:tblStyle', STYLE.table),
      el('w:tblW', { 'w:w': story.measures.width, 'w:type': 'dxa' }),
      val('w:jc', 'center'),
      el('w:tblLook', { 'w:val': '0020', 'w:firstRow': 1 }),
    ),
    el('w:tblGrid', {}, ...widths.map((width) => el('w:gridCol', { 'w:w': width }))),
    ...rows,
  )
}
