import { describe, expect, it } from 'vitest'
import { isOnlyPlaceholders, placeholdersIn } from '../../src/text/placeholders.js'
import fc from '../fast-check.js'

const found = (text: string): string[] => placeholdersIn(text).map(({ start, end }) => text.slice(start, end))

describe('placeholdersIn', () => {
  it.each([
    ['审查规范性文件XX件', ['XX']],
    ['审查规范性文件xxx件', ['xxx']],
    ['ＸＸ区人民政府', ['ＸＸ']],
    ['××区、××县', ['××', '××']],
    ['○○县人民政府', ['○○']],
    ['20XX年', ['20XX']],
    ['二〇二三年X月X日', ['X', 'X']],
    ['办结率X%', ['X']],
    ['共____件', ['____']],
    ['共＿＿＿件', ['＿＿＿']],
    ['办结率达【请填写】。', ['【请填写】']],
    ['在【请填写上级机关】的领导下', ['【请填写上级机关】']],
    ['【请用一两句话概括全年工作】', ['【请用一两句话概括全年工作】']],
    ['【此处补充数字】', ['【此处补充数字】']],
    ['【数字待核】', ['【数字待核】']],
    ['[待补充]', ['[待补充]']],
    ['（此处填写具体数字）', ['（此处填写具体数字）']],
    ['具体数字待补充。', ['待补充']],
    ['数据（待核实）', ['待核实']],
    ['x月x日举办', ['x', 'x']],
    ['旁听庭审（次数待办公室核实后补入）次', ['（次数待办公室核实后补入）']],
    ['培训人员（具体人数待定）', ['（具体人数待定）']],
    ['罚没款（此处数字由财务科填报）万元', ['（此处数字由财务科填报）']],
    ['审查合同（请法制科补充数据）份', ['（请法制科补充数据）']],
    ['审查合同__份', ['__']],
    ['TODO：补充数据', ['TODO']],
    ['审查合同【】份', ['【】']],
    ['{{year}}年', ['{{year}}']],
  ])('finds what was left open in %s', (text, placeholders) => {
    expect(found(text)).toEqual(placeholders)
  })

  it.each([
    ['播出“某某说法”12期'],
    ['李某某诉县政府一案'],
    ['推广“互联网+监管”'],
    ['构建“1+6+X”体系'],
    ['“1+X”制度'],
    ['“XX说法”栏目'],
    ['面积3×5米，共100×100块'],
    ['二〇〇三年以来首次修订'],
    ['二○二三年一月'],
    ['使用XBRL格式、XXL号'],
    ['制度有待完善。'],
    ['机制亟待完善，力量尚待补充。'],
    ['有的情况仍待核实。'],
    ['【案例一】请示批复'],
    ['【信访请求】'],
    ['【补短板】强弱项'],
    ['【法治讲堂】开讲'],
    ['[1]见附件'],
    ['按云政发〔2023〕12号文件（见附件）执行'],
    ['受理线索32件（其中3件待核实）'],
    ['线索32件，3件待核实。'],
    ['落实容缺受理（待材料补齐后发证）制度（有待完善）'],
    ['（含待遇保障提供方式）和（含待业青年提供岗位）'],
    ['“X项”服务，面积3x5米'],
    ['a_b_c'],
    [''],
  ])('stays silent on %s', (text) => {
    expect(found(text)).toEqual([])
  })

  it('gives ranges in order that do not overlap and lie in the text', () => {
    const piece = fc.constantFrom(
      'XX',
      '××',
      '20',
      '件',
      '【',
      '请填写',
      '】',
      '____',
      '待补充',
      '。',
      '○○',
      '“',
      '”',
      '[',
      ']',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('')
        let end = 0
        for (const range of placeholdersIn(text)) {
          expect(range.start).toBeGreaterThanOrEqual(end)
          expect(range.end).toBeGreaterThan(range.start)
          end = range.end
        }
        expect(end).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})

describe('isOnlyPlaceholders', () => {
  it.each([['【请填写不足和原因】'], ['XX，XX。'], ['（待补充）'], ['____']])('holds for %s', (text) => {
    expect(isOnlyPlaceholders(text)).toBe(true)
  })

  it.each([['审查XX件'], ['【法治讲堂】'], ['。'], ['']])('does not hold for “%s”', (text) => {
    expect(isOnlyPlaceholders(text)).toBe(false)
  })
})
