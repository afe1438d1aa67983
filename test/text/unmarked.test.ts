import { describe, expect, it } from 'vitest'
import { unmarked } from '../../src/text/unmarked.js'

describe('a line of Markdown without its marks', () => {
  it.each([
    ['## 三、存在的不足和原因', '三、存在的不足和原因'],
    ['**一是办件12件。**开展宣传42场\\*。', '一是办件12件。开展宣传42场*。'],
    ['办结**12**件，共*重点*事项3件', '办结12件，共重点事项3件'],
    ['办结 **12** 件', '办结 12 件'],
    ['> > - **截至**年底', '截至年底'],
    ['# **云溪县**年度报告', '云溪县年度报告'],
    ['1\\. 见[县政府网站](https://a.example)', '1. 见县政府网站'],
    ['…提升水平**，推', '…提升水平，推'],
  ])('%s', (line, words) => {
    expect(unmarked(line)).toBe(words)
  })

  it.each([
    '1. 审查文件32件',
    '（一）规范执法',
    '138******00',
    '138 **** **00',
    '联系13 8* ** ** *0',
    '#一号工程',
    '5*8米，2*3米',
    '张***',
  ])('leaves what is none: %s', (line) => {
    expect(unmarked(line)).toBe(line)
  })
})
