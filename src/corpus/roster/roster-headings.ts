import type { Kind } from '../../generated/report.js'

/** What a column of a roster holds. */
export type Column = 'name' | 'kind' | 'parent' | 'aliases'

export const COLUMNS: Record<Column, string> = { name: '单位名称', kind: '类别', parent: '上级', aliases: '别名' }

/** What offices call the columns; of several that stand for one, the first is meant: 单位名称 before 名称. */
const HEADINGS: Record<Column, string[]> = {
  name: [
    ...[
      '单位名称',
      '报送单位',
      '机关名称',
      '部门名称',
      '填报单位',
      '应报送单位',
      '应报单位',
      '报告单位',
      '责任单位',
      '单位名',
      '单位全称',
      '机构名称',
      '规范名称',
    ],
    ...['单位', '机关', '名称', '全称', '部门', '单位或部门', 'name', 'unit', 'issuer'],
  ],
  kind: ['类别', '单位类别', '单位类型', '类型', '机关类别', '性质', '单位性质', 'kind', 'type'],
  parent: [
    '上级',
    '上级单位',
    '上级机关',
    '主管',
    '主管单位',
    '主管部门',
    '上级主管部门',
    '上级主管单位',
    '主管机关',
    '归口单位',
    '所属',
    'parent',
  ],
  aliases: [
    ...['别名', '简称', '曾用名', '又名', '单位简称', '其他名称', '原名', '原名称', '旧名', '曾用名称'],
    ...['别名简称', '简称别名', '简称或曾用名', '别名或简称', 'aliases', 'alias'],
  ],
}

/** Headings that are not listed, by what they are made of: 应报送单位名称, 简称和曾用名, 单位属性; the first that fits. */
const MADE_OF: [column: Column, words: RegExp][] = [
  ['aliases', /简称|别名|曾用名|旧名|原名|又名|又称/],
  ['parent', /^(?:上级|主管|归口|所属|隶属)/],
  ['kind', /(?:单位|机关|部门|机构)(?:类别|类型|性质|属性|层级|分类)$/],
  [
    'name',
    /^(?:[应须拟]?(?:报送|填报|上报|报告|报|考核|审核|责任|成员))?年?度?(?:报告)?(?:单位|机关|部门|机构)(?:全称|名称|名)?$/,
  ],
]

/** A heading as it is compared: 单位 名称（全称） is 单位名称. */
const settled = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/\([^)]*\)/g, '')
    .replace(/[\s*:、/.]+/g, '')
    .toLowerCase()

/** Headings that may be the word for a kind as well. */
const KINDS_TOO = ['单位', '机关', '部门', '单位或部门']

/** Characters of a heading at most: longer cells are titles and remarks. */
const LONGEST = 12

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
  const made = heading.length <= LONGEST ? MADE_OF.find(([, words]) => words.test(heading)) : undefined
  return made ? { column: made[0], rank: HEADINGS[made[0]].length, isPlain: true } : null
}

/** Headings of columns that a list of units often has and nobody needs here. */
const OTHERS =
  /^(?:序号|编号|号|no|联系人|联系电话|电话|手机|备注|说明|负责人|邮箱|地址|排序|代码|统一社会信用代码|id)$/

/** Whether a cell may head a column, known or not. */
export const isHeading = (cell: string): boolean => columnOf(cell) !== null || OTHERS.test(settled(cell))

/** Words for kinds, the first that fits wins: 县政府部门 are departments, 乡镇政府 are towns. */
const KINDS: [kind: Kind, words: RegExp][] = [
  ['township', /^township$|[乡镇]|街道|苏木/],
  ['department', /^department$|部门|单位|机构|^[省市县区]直|委办局|^局$|^机关$/],
  ['government', /^government$|政府|开发区|园区|功能区|高新区|经开区|管委会|管理委员会/],
]

/** Values a user may write, for suggestions. */
export const KIND_WORDS = ['政府', '部门', '乡镇街道', '开发区']

/** Words that leave no doubt of the kind they name. */
const PLAIN = /政府|部门|[乡镇]|街道|苏木|[园区]|管委会|管理委员会|^[a-z]+$/

/** Whether a word that names a kind might stand for others as well: 局, 事业单位. */
export const isLooseKind = (cell: string): boolean => !PLAIN.test(settled(cell))

/** The kind that a roster's word names; `null` for any other word. */
export function kindOfWord(cell: string): Kind | null {
  const word = settled(cell)
  return KINDS.find(([, words]) => words.test(word))?.[0] ?? null
}
