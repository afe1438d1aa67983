import { describe, expect, it } from 'vitest'
import type { Section } from '../../src/model.js'
import { spanOf } from '../../src/report/place.js'
import { draftOf } from '../drafts.js'

const TITLE = '云溪县2023年法治政府建设年度报告'
const PROSE = '全年审查行政规范性文件32件，化解行政争议12件，办理行政复议案件68件，成效明显。'

const outlineOf = (sections: Section[]): unknown[] =>
  sections.map(({ heading, children }) => (children.length > 0 ? [heading, outlineOf(children)] : heading))

async function outline(lines: string[], name = 'draft.txt'): Promise<unknown[]> {
  return outlineOf((await draftOf([TITLE, ...lines].join('\n'), name)).sections)
}

describe('run-in headings', () => {
  it.each([['draft.txt'], ['draft.md']])('are parted from their text, both with their places: %s', async (name) => {
    const text = `${TITLE}\n\n一、主要做法\n\n（一）健全制度。修订规范性文件3件。\n\n　　1.规范执法。评查案卷，效果明显！\n`
    const draft = await draftOf(text, name)
    const cut = draft.blocks.map((block) => {
      const { start, end } = spanOf(text, block)
      expect(text.slice(start, end)).toBe(block.printed)
      return [block.role, block.printed]
    })
    expect(cut).toEqual([
      ['title', TITLE],
      ['heading', '一、主要做法'],
      ['heading', '（一）健全制度'],
      ['body', '修订规范性文件3件。'],
      ['heading', '1.规范执法'],
      ['body', '评查案卷，效果明显！'],
    ])
  })

  it('keep their places in bold, across a line end, and behind escapes', async () => {
    const text = `# ${TITLE}\n\n## 一、主要做法\n\n**（一）健全制度。**修订*规范性*文件3件，\n全部备案\\*。\n`
    const draft = await draftOf(text, 'draft.md')
    const [heading, body] = draft.blocks.slice(2)
    expect([heading?.printed, body?.printed]).toEqual(['（一）健全制度', '修订规范性文件3件，全部备案*。'])
    const place = (block: typeof heading, from: number, to: number): string => {
      const { start, end } = block ? spanOf(text, block, from, to) : { start: 0, end: 0 }
      return text.slice(start, end)
    }
    expect(place(heading, 3, 7)).toBe('健全制度')
    expect(place(body, 2, 5)).toBe('规范性')
    expect(place(body, 10, 14)).toBe('全部备案')
    expect(place(body, 14, 15)).toBe('*')
  })

  it('end at the first 。', async () => {
    expect(await outline(['一、主要做法', '（一）健全制度。修订文件3件。推进公开。', PROSE])).toEqual([
      ['一、主要做法', ['（一）健全制度']],
    ])
  })
})

describe('what is no heading', () => {
  it.each([
    ['items of a list that end in ；', ['1.审查文件32件；', '2.调解纠纷12件；', '3.评查案卷6件；']],
    ['items of figures', ['1.审查文件32件。', '2.调解纠纷12件。', '3.评查案卷6件。']],
    ['a long numbered paragraph', [`1.${'坚持统筹推进各项工作，'.repeat(8)}成效明显。`, PROSE]],
    ['a line that enumerates', ['三、四季度各开展一次检查，发现并整改问题线索，确保工作取得实实在在的成效。', PROSE]],
    ['一是 二是', ['一是健全制度。修订文件3件。', '二是规范执法。评查案卷6件。']],
  ])('%s', async (_, lines) => {
    expect(await outline(['一、主要做法', PROSE, ...lines, '二、存在的不足', '力量薄弱。'])).toEqual([
      '一、主要做法',
      '二、存在的不足',
    ])
  })

  it('lines in lists, quotes and tables', async () => {
    const lines = [
      '',
      '## 一、主要做法',
      '',
      '- （一）健全制度',
      '',
      '> （二）规范执法',
      '',
      '| （三）甲 |',
      '| --- |',
      '| 乙 |',
    ]
    expect(await outline(lines, 'draft.md')).toEqual(['一、主要做法'])
  })
})

describe('headings', () => {
  it('hang below the one above, by numbering', async () => {
    const lines = ['一、甲事', '（一）乙事', '1.丙事', PROSE, '2.丁事', PROSE, '（二）戊事', PROSE, '二、己事', PROSE]
    expect(await outline(lines)).toEqual([
      ['一、甲事', [['（一）乙事', ['1.丙事', '2.丁事']], '（二）戊事']],
      '二、己事',
    ])
  })

  it('give numeral and name apart from the printed heading', async () => {
    const draft = await draftOf([TITLE, '一、 主要做法：', PROSE].join('\n'))
    expect(draft.sections[0]).toMatchObject({
      heading: '一、 主要做法：',
      name: '主要做法',
      numeral: { style: 'han', value: 1, text: '一、 ' },
    })
  })

  it('stand in sloppy spellings too', async () => {
    const lines = ['一.甲事', '(一)乙事', PROSE, '二 、己事', PROSE]
    expect(await outline(lines)).toEqual([['一.甲事', ['(一)乙事']], '二 、己事'])
  })

  it('may begin anew under each of several headings without number', async () => {
    const lines = [
      '主要举措和成效',
      '一、健全制度',
      PROSE,
      '二、规范执法',
      PROSE,
      '存在的不足和原因',
      '一、力量薄弱',
      PROSE,
    ]
    expect(await outline(lines)).toEqual([
      ['主要举措和成效', ['一、健全制度', '二、规范执法']],
      ['存在的不足和原因', ['一、力量薄弱']],
    ])
  })
})

describe('blocks', () => {
  it('hold every line of the draft once, in order', async () => {
    const lines = [
      TITLE,
      '市人民政府：',
      PROSE,
      '一、甲事',
      '（一）乙事。丙。',
      PROSE,
      '云溪县人民政府',
      '2024年1月5日',
    ]
    const draft = await draftOf(lines.join('\n'))
    expect(draft.blocks.map(({ role }) => role)).toEqual([
      ...['title', 'addressee', 'body', 'heading', 'heading', 'body', 'body', 'signature', 'date'],
    ])
    expect(draft.blocks.map(({ printed }) => printed).join('')).toBe(
      lines.join('').replace('（一）乙事。', '（一）乙事'),
    )
  })
})
