import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/finding.js'
import { applyEdits } from '../../src/fix.js'
import { lint } from '../../src/lint.js'
import { draftOf } from '../drafts.js'
import { expectToEndOn } from './hostile.js'

const TITLE = '云溪县2023年法治政府建设年度报告'
const TEXT = '全县审查文件，评查案卷，化解纠纷，各项任务全面完成，成效比较明显，群众比较满意。'

async function findingsBy(rule: string, lines: string[], name = 'draft.txt'): Promise<Finding[]> {
  const text = [name.endsWith('.md') ? `# ${TITLE}` : TITLE, ...lines].join('\n\n')
  return lint(await draftOf(text, name)).filter((finding) => finding.rule === rule)
}

async function fixedBy(rule: string, lines: string[]): Promise<string[]> {
  const text = [TITLE, ...lines].join('\n\n')
  const findings = lint(await draftOf(text)).filter((finding) => finding.rule === rule)
  const edits = findings.flatMap(({ fix }) => fix ?? [])
  return applyEdits(text, edits).split('\n\n').slice(1)
}

/** Headings of level 1, each with a paragraph. */
const sections = (...headings: string[]): string[] => headings.flatMap((heading) => [heading, TEXT])

describe('heading-number-gap', () => {
  it.each([
    ['a gap', ['一、主要举措', '二、存在的不足', '四、主要安排'], ['缺“三、”']],
    ['two gaps', ['一、主要举措', '三、存在的不足', '六、主要安排'], ['缺“二、”', '缺“四、”']],
    ['a number twice', ['一、主要举措', '二、存在的不足', '二、主要安排'], ['应当是“三、”']],
    ['a misprint', ['一、主要举措', '二、存在的不足', '五、履职情况', '四、主要安排'], ['应当是“三、”']],
    ['a number twice, counted on', ['一、主要举措', '二、不足', '二、履职', '四、安排'], ['应当是“三、”']],
    ['一、 twice', ['一、主要举措', '一、存在的不足', '二、主要安排'], ['应当是“二、”']],
    ['no first', ['二、主要举措', '三、存在的不足'], ['前面没有“一、”']],
    ['第一部分', ['第一部分 主要举措', '第三部分 存在的不足'], ['缺“第二部分”']],
  ])('finds %s', async (_, headings, expected) => {
    const messages = (await findingsBy('heading-number-gap', sections(...headings))).map(({ message }) => message)
    expect(messages).toHaveLength(expected.length)
    for (const [i, part] of expected.entries()) expect(messages[i]).toContain(part)
  })

  it('finds a gap below a heading, and of 1. as a warning', async () => {
    const found = await findingsBy('heading-number-gap', [
      '一、主要举措',
      ...['（一）健全制度。', '（三）规范执法。'].map((heading) => heading + TEXT),
      '二、存在的不足',
      ...['1.力量不足。', '2.普法单一。', '4.数据不通。'].map((heading) => heading + TEXT),
    ])
    expect(found.map(({ severity, excerpt }) => [severity, excerpt.slice(0, 4)])).toEqual([
      ['error', '（三）规'],
      ['warning', '4.数据'],
    ])
  })

  it.each([
    [
      '1. that runs on across （一）',
      ['一、举措', '（一）制度', '1.甲项工作', TEXT, '2.乙项工作', TEXT, '（二）执法', '3.丙项工作', TEXT],
    ],
    [
      '（一） that runs on across 一、',
      ['一、举措', '（一）甲', TEXT, '（二）乙', TEXT, '二、安排', '（三）丙', TEXT, '（四）丁', TEXT],
    ],
    ['（一） that begins anew', ['一、举措', '（一）甲', TEXT, '（二）乙', TEXT, '二、安排', '（一）丙', TEXT]],
    [
      'lists that begin anew under one heading',
      ['一、举措', '（一）甲', TEXT, '（二）乙', TEXT, '另外：', '（一）丙', TEXT],
    ],
    ['an item that is not a heading', ['一、举措', '（一）甲。', '（二）审查文件32件；', TEXT, '（三）丙', TEXT]],
    ['a heading that lost its number', ['一、主要举措', TEXT, '存在的不足和原因', TEXT, '三、主要安排', TEXT]],
    ['a number that a scan spoilt', ['一、主要举措', TEXT, '二、不足', '(一)甲', TEXT, '(—)乙', TEXT, '(三)丙', TEXT]],
    [
      'a line that only looks numbered',
      ['一、主要举措', TEXT, '二、不足', TEXT, '七、八百名志愿者参与', TEXT, '三、安排', TEXT],
    ],
    ['an enumeration in a paragraph', ['一、举措', `做好：（一）审查文件。（二）评查案卷。`, '（三）化解纠纷', TEXT]],
    ['the attachment', ['一、举措', TEXT, '二、安排', TEXT, '附件：1.统计表', '2.目录', TEXT]],
    ['① in the text', ['一、举措', '①公开事项', TEXT, '③公开结果', TEXT]],
  ])('is silent about %s', async (_, lines) => {
    expect(await findingsBy('heading-number-gap', lines)).toEqual([])
  })

  it('knows the numbers of Markdown lists', async () => {
    const lines = ['## 一、主要举措', '1.健全制度', TEXT, '2. 规范执法', TEXT, '3.化解纠纷', TEXT]
    expect(await findingsBy('heading-number-gap', lines, 'draft.md')).toEqual([])
  })
})

describe('numbers that run on over the parts', () => {
  const lines = (second: string): string[] => [
    '一、主要举措',
    ...['（一）健全制度', `1.修订文件。${TEXT}`, `2.公布目录。${TEXT}${second}`],
    ...['（二）规范执法', `4.评查案卷。${TEXT}`, `5.培训人员。${TEXT}`],
  ]

  it('may stand in the paragraph of the one before', async () => {
    expect(await findingsBy('heading-number-gap', lines(`3.公开清单。${TEXT}`))).toEqual([])
    expect(await findingsBy('heading-number-gap', lines(''))).toHaveLength(1)
  })
})

describe('heading-number-form', () => {
  it.each([
    ['1、健全制度', '1.健全制度'],
    ['（一）、健全制度', '（一）健全制度'],
    ['（一）.健全制度', '（一）健全制度'],
    ['(一)、健全制度', '(一)健全制度'],
    ['一)健全制度', '（一）健全制度'],
    ['一）健全制度', '（一）健全制度'],
    ['（一)健全制度', '（一）健全制度'],
    ['(一）健全制度', '（一）健全制度'],
    ['〔一〕健全制度', '（一）健全制度'],
    ['一.健全制度', '一、健全制度'],
    ['一,健全制度', '一、健全制度'],
    ['（1)健全制度', '（1）健全制度'],
    ['（1）、健全制度', '（1）健全制度'],
  ])('mends %s', async (heading, expected) => {
    expect(await fixedBy('heading-number-form', ['一、主要举措', TEXT, heading, TEXT])).toEqual([
      ...['一、主要举措', TEXT],
      ...[expected, TEXT],
    ])
  })

  it('mends the items of a list as well, in one finding', async () => {
    const lines = ['一、主要举措', '1、审查文件32件；', '2、评查案卷60件；', '3、化解纠纷120件。']
    expect(await findingsBy('heading-number-form', lines)).toMatchObject([{ related: [{}, {}] }])
    expect((await fixedBy('heading-number-form', lines)).slice(1)).toEqual([
      '1.审查文件32件；',
      '2.评查案卷60件；',
      '3.化解纠纷120件。',
    ])
  })

  it.each([
    '（一）健全制度',
    '(一)健全制度',
    '1.健全制度',
    '1．健全制度',
    '（1）健全制度',
    '第一部分 健全制度',
    '3、4月份开展评查，5月份完成整改。',
    '一、二级响应均有预案，全年未发生事故。',
    '（一）、（二）两项已经完成，其余正在推进。',
    '1)审查文件32件；',
    '12.5万人参与，覆盖全县。',
  ])('is silent about %s', async (line) => {
    expect(await findingsBy('heading-number-form', ['一、主要举措', line, TEXT])).toEqual([])
  })

  it('is silent in tables', async () => {
    const lines = ['## 一、主要举措', '| 序号 | 事项 |\n| --- | --- |\n| 1、 | 1、审查 |']
    expect(await findingsBy('heading-number-form', lines, 'draft.md')).toEqual([])
  })
})

describe('heading-level-jump', () => {
  it.each([
    ['一、 to （1）', ['一、举措', '（1）甲项', TEXT, '（2）乙项', TEXT]],
    ['（一） to （1）', ['一、举措', '（一）甲', '（1）乙项', TEXT, '（2）丙项', TEXT]],
    [
      '一、 to 1. where 1. is the third level elsewhere',
      ['一、举措', '（一）甲', '1.乙项', TEXT, '2.丙项', TEXT, '二、安排', '1.丁项', TEXT, '2.戊项', TEXT],
    ],
    ['一、 to 1. with （1） below', ['一、举措', '1.甲项', '（1）乙项', TEXT, '（2）丙项', TEXT, '2.丁项', TEXT]],
  ])('finds %s', async (_, lines) => {
    expect(await findingsBy('heading-level-jump', lines)).toHaveLength(1)
  })

  it.each([
    ['a text of two levels', ['一、举措', '1.甲项', TEXT, '2.乙项', TEXT, '二、安排', '1.丙项', TEXT]],
    [
      'sections of two levels of either kind',
      ['一、举措', '（一）甲', TEXT, '（二）乙', TEXT, '二、安排', '1.丙项', TEXT, '2.丁项', TEXT],
    ],
    ['第一部分 above 一、', ['第一部分 举措', '一、甲', TEXT, '二、乙', TEXT, '第二部分 安排', TEXT]],
    ['1. that stands between in items', ['一、举措', '（一）甲', '1.审查文件32件，其中：', '（1）县政府文件', TEXT]],
    ['（一） above 1. without 一、', ['（一）举措', '1.甲项', TEXT, '2.乙项', TEXT, '（二）安排', TEXT]],
    ['headings without numbers between', ['一、举措', '健全制度情况', '（1）甲项', TEXT]],
  ])('is silent about %s', async (_, lines) => {
    expect(await findingsBy('heading-level-jump', lines)).toEqual([])
  })
})

describe('heading-final-mark', () => {
  it.each(['（一）规范执法。', '（一）规范执法；', '（一）规范执法：', '（一）规范执法:'])(
    'finds that of %s',
    async (heading) => {
      const lines = ['一、主要举措', heading, TEXT, '（二）化解纠纷', TEXT]
      expect(await findingsBy('heading-final-mark', lines)).toHaveLength(1)
      expect(await fixedBy('heading-final-mark', lines)).toEqual(['一、主要举措', '（一）规范执法', ...lines.slice(2)])
    },
  )

  it('finds that above a lower number', async () => {
    const lines = ['一、主要举措', '(一)推进综合执法;', `1.承接赋权事项，${TEXT}`, '(二)化解纠纷', TEXT]
    expect(await findingsBy('heading-final-mark', lines)).toHaveLength(1)
  })

  it('takes off that of lines which are the next headings without it', async () => {
    const lines = [
      ...['一、主要举措', '（一）健全制度', TEXT, '（二）规范执法；', TEXT],
      ...['（三）化解纠纷；', TEXT, '（四）普法', TEXT],
    ]
    const fixed = lines.map((line) => line.replace(/；$/, ''))
    expect(await fixedBy('heading-final-mark', lines)).toEqual(fixed)
  })

  it.each([
    ['repeat a number', ['（一）规范执法；', TEXT]],
    ['leave a number out', ['（三）规范执法；', TEXT]],
    ['take the number of the next', ['（二）规范执法；', TEXT, '（二）普法', TEXT]],
  ])('leaves to its author a line that would %s as a heading', async (_, rest) => {
    const lines = ['一、主要举措', '（一）健全制度', TEXT, ...rest]
    expect(await findingsBy('heading-final-mark', lines)).toHaveLength(1)
    expect(await fixedBy('heading-final-mark', lines)).toEqual(lines)
  })

  it('leaves to its author a line that would leave the heading above it without text', async () => {
    const lines = ['一、主要举措', '（一）健全制度', '（二）规范执法；', TEXT]
    expect(await findingsBy('heading-final-mark', lines)).toHaveLength(1)
    expect(await fixedBy('heading-final-mark', lines)).toEqual(lines)
  })

  it.each([
    ['a run-in heading', ['一、主要举措', `（一）规范执法。${TEXT}`, `（二）化解纠纷。${TEXT}`]],
    ['a question', ['一、企业的难题怎么解？', TEXT, '二、群众的事情马上办！', TEXT]],
    ['the last item of a list', ['一、主要安排', '（一）充实队伍；', '（二）加强培训；', '（三）办好实事。', TEXT]],
    ['an item with figures', ['一、主要举措', '（一）全年审查文件32件；', TEXT, '（二）化解纠纷', TEXT]],
    ['the last heading, without text', ['一、主要举措', TEXT, '二、主要安排', '（一）充实队伍，办好实事。']],
  ])('is silent about %s', async (_, lines) => {
    expect(await findingsBy('heading-final-mark', lines)).toEqual([])
  })

  it('is silent about a mark alone, which is all there is of the line', async () => {
    expect(await findingsBy('heading-final-mark', [`：\n---\n${TEXT}`], 'draft.md')).toEqual([])
  })
})

describe('enumeration-gap', () => {
  it.each([
    ['一是甲。二是乙。四是丁。', '缺“三是”'],
    ['一是甲。三是丙。', '缺“二是”'],
    ['二是乙。三是丙。', '前面没有“一是”'],
    ['一是甲。二是乙。二是丙。', '应当是“三是”'],
    ['一是甲。二是乙。二是丙。四是丁。', '应当是“三是”'],
    ['一是甲，一是乙。', '应当是“二是”'],
    ['一是甲。一是乙。三是丙。', '应当是“二是”'],
    ['存在不足：一是力量不足。', '没有“二是”'],
    ['一要学。二要用。四要普。', '缺“三要”'],
    ['第一，学；第二，用；第四，普。', '缺“第三”'],
    ['其一，学；其三，用。', '缺“其二”'],
    ['①学；②用；④普。', '缺“③”'],
    ['一是力量不足。一方面，专业人员少，另一方面，培训少。', '没有“二是”'],
    ['一是甲。二是乙，表现在：一是丁，二是戊。三是丙。', '里面又套了一组“一是”'],
    ['成效明显。另一方面，力量不足。', '没有“一方面”'],
  ])('finds in “%s” that %s', async (text, expected) => {
    const messages = (await findingsBy('enumeration-gap', ['一、主要举措', text, '二、安排', TEXT])).map(
      ({ message }) => message,
    )
    expect(messages).toHaveLength(1)
    expect(messages[0]).toContain(expected)
  })

  it('finds it across paragraphs, and tells an enumeration in an item of its own kind as a warning', async () => {
    const apart = await findingsBy('enumeration-gap', ['一、举措', '一是学。', '二是用。', '四是普。'])
    expect(apart).toMatchObject([{ severity: 'error', line: 9 }])
    const nested = await findingsBy('enumeration-gap', [
      '一、举措',
      '一是学。',
      '二是用。一是办案；二是办证；三是办事。',
      '三是普。',
    ])
    expect(nested).toMatchObject([{ severity: 'warning', line: 7 }])
  })

  it.each([
    ['two in one paragraph', ['一是甲。二是乙。三是丙。下一步：一是丁。二是戊。']],
    ['items in paragraphs with headings of their own', ['一是甲。', '（一）子项', TEXT, '二是乙。']],
    [
      '一是 that belongs to the word before',
      ['坚持把统一是非标准作为重点，之一是学法，二是用法，一是普法。'.slice(0, 20)],
    ],
    ['其中一是', ['存在不足，其中一是力量弱，二是形式少。']],
    ['another word in its place', ['首先，学。二是用。三要普。四是考。']],
    ['a second side in other words', ['一是力量弱，另外经费也少。']],
    ['一方面 and 另一方面', ['一方面学，另一方面用。']],
    ['一是 and 另一方面', ['一是学得少。', '另一方面，用得少。']],
    ['ranks and seasons', ['综合得分全省第一，第二季度居全省第三，第四季度居第五。']],
    ['what is defined', ['“一规划三方案”中，三是指应急、安全、环保。']],
    ['words broken by hard line ends', ['存在不足：一', '是力量弱。二是形式少。']],
    ['① of a footnote', ['见注①。另见注①，以及表③。']],
  ])('is silent about %s', async (_, lines) => {
    expect(await findingsBy('enumeration-gap', ['一、主要举措', ...lines, '二、安排', TEXT])).toEqual([])
  })
})

describe('hostile files', () => {
  const ids = [
    'heading-number-form',
    'heading-number-gap',
    'heading-level-jump',
    'heading-final-mark',
    'enumeration-gap',
  ]

  it.each([
    ['一、', '一、甲\n'],
    ['二、', '二、甲乙丙\n甲乙丙丁甲乙丙丁甲乙丙丁\n'],
    ['levels', '一、甲\n（1）乙丙\n甲乙丙丁甲乙丙丁甲乙丙丁\n'],
    ['一是', '一是甲。'],
    ['一是 and 三是', '一是甲。三是乙。'],
    ['另一方面', '另一方面，甲。'],
    ['numerals', '(一)、甲；\n'],
    ['digits', '1'],
  ])('of %s are judged in time', (_, part) => expectToEndOn(part, ids))
})
