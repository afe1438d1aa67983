import { describe, expect, it } from 'vitest'
import { type Figure, figuresIn, isComparable, rangeOf } from '../../src/text/figures.js'

const only = (text: string): Figure => {
  const figures = figuresIn(text)
  expect(figures).toHaveLength(1)
  return figures[0] as Figure
}

/** A figure in short: value and unit, a span with both ends, its rough words. */
const short = ({ value, to, unit, qualifiers }: Figure): string =>
  [to === null ? `${value}` : `${value}~${to}`, unit, ...qualifiers].join(' ')

describe('a single figure', () => {
  it.each([
    ['审查规范性文件32件', '32 件'],
    ['办件2,481件', '2481 件'],
    ['办件2\uff0c481件', '2481 件'],
    ['公开信息1,462,305条', '1462305 条'],
    ['办件\uff12\uff14\uff18件', '248 件'],
    ['办理4.2万件', '42000 件'],
    ['归集数据2.31亿条', '231000000 条'],
    ['罚没款2481.83万元', '24818300 万元'],
    ['挽回损失260余万元', '2600000 万元 余'],
    ['涉案3万余元', '30000 元 余'],
    ['投资1.2亿元', '120000000 亿元'],
    ['罚款500元', '500 元'],
    ['发放资料7000余份', '7000 份 余'],
    ['宣讲20多场', '20 场 多'],
    ['接待10来人', '10 人 来'],
    ['用时2个多小时', '2 个 多'],
    ['约300人', '300 人 约'],
    ['近300名群众', '300 名 近'],
    ['超过50家企业', '50 家 超过'],
    ['超50家', '50 家 超'],
    ['逾3000人次', '3000 人次 逾'],
    ['不足12人', '12 人 不足'],
    ['不少于60学时', '60 学时 不少于'],
    ['至少3名', '3 名 至少'],
    ['参会30人以上', '30 人 以上'],
    ['60%以上', '60 % 以上'],
    ['5日以内、20个工作日以内办结', '20 个工作日 以内'],
    ['办理120件左右', '120 件 左右'],
    ['同比下降12.3%', '12.3 %'],
    ['办结率96.6\uff05', '96.6 %'],
    ['提高5.87个百分点', '5.87 百分点'],
    ['提高2百分点', '2 百分点'],
    ['占百分之三十', '30 %'],
    ['百分之九十八点五的事项', '98.5 %'],
    ['达到百分之百', '100 %'],
    ['百分之85以上', '85 % 以上'],
    ['三分之二的案件', '0.667 分之'],
    ['近三成行政争议', '3 成 近'],
    ['占比超过七成', '7 成 超过'],
    ['开展培训十余次', '10 次 余'],
    ['调解二十五件', '25 件'],
    ['走访一百二十户', '120 户'],
    ['发放三千余份', '3000 份 余'],
    ['挽回十余万元', '100000 万元 余'],
    ['投入三百万元', '3000000 万元'],
    ['千余名群众', '1000 名 余'],
    ['十几件', '10 件 几'],
    ['每案10—20件', '10~20 件'],
    ['罚款5万至10万元', '50000~100000 万元'],
    ['罚款5至10万元', '50000~100000 万元'],
    ['占20%—30%', '20~30 %'],
    ['需要3到5次', '3~5 次'],
    ['三至五名调解员', '3~5 名'],
    ['时限压缩至5个工作日', '5 个工作日'],
    ['为期3个月', '3 个月'],
    ['检查1.8万户次', '18000 户次'],
    ['面积268.5平方公里', '268.5 平方公里'],
    ['办件量是上年的2.6倍', '2.6 倍'],
    ['两类案件', '2 类'],
    ['坚持3年', '3 年'],
    ['修改其中第二十五条等25条', '25 条'],
    ['其中\uff1a12件', '12 件'],
    ['节约300余万元', '3000000 万元 余'],
    ['附近200户', '200 户'],
  ])('is read in %s', (text, expected) => {
    expect(short(only(text))).toBe(expected)
  })

  it('points at number and measure word, without the rough words around them', () => {
    const text = '年内约有260余万元以上。近30件左右'
    expect(figuresIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(['260余万元', '30件'])
  })

  it('tells a rough number from an exact one', () => {
    expect(figuresIn('约30件、30余件、30件以上、20—30件、30件').map(({ isApproximate }) => isApproximate)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ])
  })

  it('knows how exact it is printed', () => {
    expect(figuresIn('4.2万件、32件、12.3%、2481.83万元').map(({ step }) => step)).toEqual([1000, 1, 0.1, 100])
    expect(rangeOf(only('4.2万件'))).toEqual([41_500, 42_500])
    expect(rangeOf(only('32件'))).toEqual([32, 32])
  })

  it('tells Chinese numerals', () => {
    expect(figuresIn('三类32件').map(({ isHan }) => isHan)).toEqual([true, false])
  })
})

describe('several figures', () => {
  it.each([
    ['由26名增至36名', ['26 名', '36 名']],
    ['警告587件、罚款912件\uff0c罚没款1026.4万元', ['587 件', '912 件', '10264000 万元']],
    ['分别为57、23、16件', ['57 件', '23 件', '16 件']],
    ['分别为1.2、3.4万件', ['12000 件', '34000 件']],
    ['三类分别为33件、24件和15件', ['3 类', '33 件', '24 件', '15 件']],
    ['应急队伍15支248人', ['15 支', '248 人']],
    ['接待1.86万批次、2.93万人次', ['18600 批次', '29300 人次']],
    ['1\uff0c200件\uff0c300人', ['1200 件', '300 人']],
  ])('are read in %s', (text, expected) => {
    expect(figuresIn(text).map(short)).toEqual(expected)
  })
})

describe('what is no figure', () => {
  it.each([
    ['2023年12月31日'],
    ['2021—2025年'],
    ['2021-2025年'],
    ['二〇二二年'],
    ['第3次会议'],
    ['第三次会议'],
    ['第二十五条'],
    ['云政发〔2021〕36号'],
    ['云政发[2021]36号'],
    ['12345热线'],
    ['“12345”热线'],
    ['“833”工程'],
    ['1+6+5体系'],
    ['8:30—11:30'],
    ['8\uff1a30至17\uff1a30'],
    ['5G基站'],
    ['AA级'],
    ['2.0版'],
    ['十四五规划'],
    ['二十届三中全会'],
    ['八五普法'],
    ['千家万户'],
    ['一件事一次办'],
    ['统一部署'],
    ['数十件'],
    ['上百人'],
    ['三四季度'],
    ['三成员单位'],
    ['12项目标'],
    ['47公职人员'],
    ['10人大代表'],
    ['36部门'],
    ['12月4日'],
    ['7×24小时'],
    ['十分重视'],
    ['12、全年'],
  ])('is left alone: %s', (text) => {
    expect(figuresIn(text)).toEqual([])
  })
})

describe('isComparable', () => {
  it.each([
    ['32件', '4.2万件', true],
    ['3名', '3人', true],
    ['3名', '3位', true],
    ['500元', '1.2亿元', true],
    ['3件', '3起', false],
    ['3人', '3人次', false],
    ['3个百分点', '3百分点', true],
    ['3%', '3个百分点', false],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(isComparable(only(a), only(b))).toBe(expected)
  })
})

describe('hostile text', () => {
  it.each([
    ['1', 0],
    ['一', 0],
    ['百', 0],
    ['1,', 0],
    ['1,111', 0],
    ['1、', 0],
    ['1.', 0],
    ['十万', 0],
    // Every other 百分之百.
    ['百分之', 166_666],
    ['约', 0],
    ['其中1件、', 200_000],
    ['1—', 0],
  ])('is read to its end: a megabyte of %s has %i figures', (piece, count) => {
    expect(figuresIn(piece.repeat(1_000_000 / piece.length))).toHaveLength(count)
  })
})
