import type { Kind } from '../generated/report.js'

/** What a column of a roster holds. */
export type Column = 'name' | 'kind' | 'parent' | 'aliases'

export const COLUMNS: Record<Column, string> = { name: '单位名称', kind: '类别', parent: '上级', aliases: '别名' }

/** What offices call the columns; of several that stand for one, the first is meant: 单位名称 before 名称. */
const HEADINGS: Record<Column, string[]> = {
  name: [
    ...['单位名称', '报送单位', '机关名称', '部门名称', '填报单位', '应报送单位', '单位全称', '机构名称', '规范名称'],
    ...['单位', '机关', '名称', '全称', '部门', '单位或部门', 'name', 'unit', 'issuer'],
  ],
  kind: ['类别', '单位类别', '单位类型', '类型', '机关类别', '性质', '单位性质', 'kind', 'type'],
  parent: ['上级', '上级单位', '上级机关', '主管', '主管单位', '主管部门', '上级主管部门', '所属', 'parent'],
  aliases: [
    ...['别名', '简称', '曾用名', '又名', '单位简称', '其他名称', '原名', '原名称', '旧名', '曾用名称'],
    ...['别名简称', '简称别名', '简称或曾用名', '别名或简称', 'aliases', 'alias'],
  ],
}

/** A heading as it is compared: 单位 名称（全称） is 单位名称. */
const settled = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:、/.]+/g, '')
    .toLowerCase()

/** Headings that may be the word for a kind as well. */
const KINDS_TOO = ['单位', '机关', '部门', '单位或部门']

interface Heading {
  column: Column
  /** Among the names of that column. */
  rank: number
  /** Whether the words stand in no cell of a list of units. */
  isPlain: boolean
}

/** What a heading's column holds; `null` for any other heading. */
export function columnOf(cell: string): Heading | null {
  const heading = settled(cell)
  for (const column of Object.keys(HEADINGS) as Column[]) {
    const rank = HEADINGS[column].indexOf(heading)
    if (rank >= 0) return { column, rank, isPlain: !KINDS_TOO.includes(heading) }
  }
  return null
}

/** Headings of columns that a list of units often has and nobody needs here. */
const OTHERS =
  /^(?:序号|编号|号|no|联系人|联系电话|电话|手机|备注|说明|负责人|邮箱|地址|排序|代码|统一社会信用代码|id)$/

/** Whether a cell may head a column, known or not. */
export const isHeading = (cell: string): boolean => columnOf(cell) !== null || OTHERS.test(settled(cell))

const KINDS: Record<Kind, string[]> = {
  government: [
    ...['政府', '人民政府', '县政府', '市政府', '区政府', '县级政府', '市县政府', '各级政府', '地方政府', '政府机关'],
    ...['开发区', '园区', '管委会', '开发区管委会', '功能区', '高新区', '经开区', 'government'],
  ],
  department: [
    ...[
      '部门',
      '政府部门',
      '工作部门',
      '县直部门',
      '县直',
      '县直单位',
      '市直',
      '市直部门',
      '市直单位',
      '区直',
      '区直部门',
    ],
    ...['区直单位', '直属单位', '直属机构', '组成部门', '垂管单位', '垂直管理单位', '派出机构', '局', '委办局', '省直'],
    ...['省直部门', '驻县单位', '事业单位', '机关', 'department'],
  ],
  township: [
    '乡镇',
    '镇',
    '乡',
    '街道',
    '乡镇街道',
    '镇街',
    '镇街道',
    '乡镇办',
    '街道办',
    '街道办事处',
    '乡镇政府',
    'township',
  ],
}

/** Values a user may write, for suggestions. */
export const KIND_WORDS = ['政府', '部门', '乡镇街道', '开发区']

/** The kind that a roster's word names; `null` for any other word. */
export function kindOfWord(cell: string): Kind | null {
  const word = settled(cell).replace(/类$/, '')
  return (Object.keys(KINDS) as Kind[]).find((kind) => KINDS[kind].includes(word)) ?? null
}
