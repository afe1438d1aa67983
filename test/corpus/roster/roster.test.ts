import { describe, expect, it } from 'vitest'
import { rosterOf } from '../../../src/corpus/roster/roster.js'
import { FazhiError } from '../../../src/error.js'

const rosterFrom = (text: string) =>
  rosterOf(text.split('\n').map((line, i) => ({ line: i + 1, cells: line.split(',') })))

function refusalOf(text: string): string {
  try {
    rosterFrom(text)
  } catch (error) {
    if (error instanceof FazhiError && error.code === 'bad-roster') return error.message
    throw error
  }
  throw new Error('the roster was taken')
}

describe('a roster', () => {
  it('has its columns by their headings, in any order and by their usual names', () => {
    const { units, notices } = rosterFrom(
      '序号,主管单位,简称,报送单位,单位类别\n1,云溪县人民政府,县公安局、公安局,云溪县公安局,县直部门\n2,,云溪镇,云溪县云溪镇人民政府,镇街',
    )
    expect(units).toEqual([
      { name: '云溪县公安局', kind: 'department', parent: '云溪县人民政府', aliases: ['县公安局', '公安局'] },
      { name: '云溪县云溪镇人民政府', kind: 'township', parent: null, aliases: ['云溪镇'] },
    ])
    expect(notices).toEqual([])
  })

  it('may have titles above the headings, empty rows, sums and notes', () => {
    const { units } = rosterFrom(
      '云溪县2025年度报送单位一览表,,\n填报单位：县司法局,,\n,,\n序号,单位名称,备注\n1,云溪县公安局,\n,,\n2,云溪县司法局,牵头\n合计,2,\n注：以机构改革后的名称为准,,',
    )
    expect(units.map(({ name }) => name)).toEqual(['云溪县公安局', '云溪县司法局'])
  })

  it('reads the kind off the name where it is not given', () => {
    const { units } = rosterFrom(
      '单位,类别\n云溪县人民政府,\n云溪县司法局,\n云溪县云溪镇人民政府,\n云溪开发区管委会,开发区',
    )
    expect(units.map(({ kind }) => kind)).toEqual(['government', 'department', 'township', 'government'])
  })

  it('says once what kind a loose word is taken for', () => {
    const { units, notices } = rosterFrom(
      '单位,类别\n云溪县公安局,局\n云溪县水利局,局\n云溪县档案馆,事业单位\n云溪县司法局,县政府部门',
    )
    expect(units.map(({ kind }) => kind)).toEqual(['department', 'department', 'department', 'department'])
    expect(notices).toEqual([
      '名册的类别“局”按“部门”检查；不是的请改为“政府”、“部门”、“乡镇街道”、“开发区”',
      '名册的类别“事业单位”按“部门”检查；不是的请改为“政府”、“部门”、“乡镇街道”、“开发区”',
    ])
  })

  it('tells where neither column nor name says the kind', () => {
    const { units, notices } = rosterFrom('单位\n云溪县人民法院\n云溪县司法局')
    expect(units[0]?.kind).toBeNull()
    expect(notices).toEqual(['名册第 2 行“云溪县人民法院”看不出类别，按各类单位共同的要求检查'])
  })

  it('takes aliases apart at every usual mark, from several columns', () => {
    const { units } = rosterOf([
      { line: 1, cells: ['单位名称', '简称', '曾用名'] },
      { line: 2, cells: ['云溪县水利局', '县水利局；水利局/水利\n水务|云溪水利', '云溪县水务局'] },
    ])
    expect(units[0]?.aliases).toEqual(['县水利局', '水利局', '水利', '水务', '云溪水利', '云溪县水务局'])
  })

  it('may be names alone, one a line, with numbers and a title', () => {
    const { units } = rosterFrom('报送单位名册\n1.云溪县公安局\n2、云溪县司法局\n\n云溪县云溪镇人民政府')
    expect(units.map(({ name, kind }) => [name, kind])).toEqual([
      ['云溪县公安局', 'department'],
      ['云溪县司法局', 'department'],
      ['云溪县云溪镇人民政府', 'township'],
    ])
  })

  it('with a row of more cells than headings tells what was not taken', () => {
    const { units, notices } = rosterFrom('单位名称,别名\n云溪县公安局,县公安局,公安')
    expect(units[0]?.aliases).toEqual(['县公安局'])
    expect(notices).toEqual(['名册第 2 行比栏目多出“公安”，没有采用；别名之间请用顿号'])
  })
})

describe('a roster is refused, with the row and what to do, where', () => {
  it('it has no column of names', () => {
    expect(refusalOf('序号,类别,联系人\n1,部门,张三')).toBe(
      '名册里没有单位名称一栏。第 1 行的栏目是“序号”、“类别”、“联系人”，请把写单位全称的一栏改名为“单位名称”',
    )
    expect(refusalOf('甲,乙\n云溪县公安局,部门')).toBe(
      '名册里没有单位名称一栏：第 1 行是“甲”、“乙”。请在第一行写栏目“单位名称”“类别”“上级”“别名”，单位名称必须有，其余可以没有',
    )
  })

  it('a column stands twice', () => {
    expect(refusalOf('单位名称,类别,类别\n云溪县公安局,部门,政府')).toBe(
      '名册第 1 行有两个“类别”（第 2 栏、第 3 栏），不知道以哪一栏为准。请删去一栏或改名',
    )
  })

  it('two units have one name', () => {
    expect(refusalOf('单位名称\n云溪县公安局\n云溪县司法局\n云溪县 公安局')).toBe(
      '名册第 2 行和第 4 行都是“云溪县 公安局”，请删去一行。请改正后再试',
    )
  })

  it('an alias belongs to two units, or is the name of another', () => {
    expect(refusalOf('单位名称,别名\n云溪县公安局,县局\n云溪县司法局,县局')).toBe(
      '别名“县局”同属名册第 2 行“云溪县公安局”和第 3 行“云溪县司法局”，请只留一处。请改正后再试',
    )
    expect(refusalOf('单位名称,别名\n云溪县水利局,云溪县水务局\n云溪县水务局,')).toBe(
      '名册第 2 行的别名“云溪县水务局”是第 3 行的单位名称，请删去或改正。请改正后再试',
    )
  })

  it('it has a kind that nobody knows', () => {
    expect(refusalOf('单位名称,类别\n云溪县公安局,部们\n云溪县司法局,其他')).toBe(
      '名册第 2 行的类别“部们”不认识，可能是“部门”；名册第 3 行的类别“其他”不认识，可以写“政府”、“部门”、“乡镇街道”、“开发区”，或者留空。请改正后再试',
    )
  })

  it('it has no unit', () => {
    expect(refusalOf('单位名称,类别\n,\n合计,')).toBe('名册里一个单位也没有。请在单位名称一栏写单位全称，一行一个')
    expect(refusalOf(',,\n')).toBe('名册是空的。请写一栏单位名称，一行一个单位')
  })

  it('many rows are wrong: the first five are told', () => {
    const rows = Array.from({ length: 8 }, (_, i) => `云溪县第${i}局,火星类别`)
    expect(refusalOf(`单位名称,类别\n${rows.join('\n')}`)).toMatch(/另有 3 处同类问题/)
  })
})
