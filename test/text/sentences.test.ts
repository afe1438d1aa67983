import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../src/text/sentences.js'
import fc from '../fast-check.js'

const textsOf = (paragraph: string): string[] => sentencesOf(paragraph).map(({ text }) => text)

describe('sentencesOf', () => {
  it('parts a paragraph after 。！？ and keeps the marks', () => {
    expect(textsOf('成效明显。怎么办？加油！继续')).toEqual(['成效明显。', '怎么办？', '加油！', '继续'])
  })

  it('leaves ； and ， inside a sentence', () => {
    expect(textsOf('一是学习，抓落实；二是执法。')).toEqual(['一是学习，抓落实；二是执法。'])
  })

  it('lets closing quotes and brackets stay with their sentence', () => {
    expect(textsOf('“抓法治。”会议强调。（完。）好')).toEqual(['“抓法治。”', '会议强调。', '（完。）', '好'])
  })

  it('does not cut at the point of a figure', () => {
    expect(textsOf('满意率98.5%。')).toEqual(['满意率98.5%。'])
  })

  it('gives no sentence for blanks', () => {
    expect(sentencesOf(' \u3000\n')).toEqual([])
  })

  it('gives offsets that cut each sentence out of its paragraph, and loses nothing but blanks between them', () => {
    const char = fc.constantFrom('甲', '乙', '。', '！', '?', '”', '）', ' ', '\n', '\u3000', ';', '1', '.')
    fc.assert(
      fc.property(fc.array(char, { maxLength: 40 }), (chars) => {
        const paragraph = chars.join('')
        let end = 0
        let between = ''
        for (const sentence of sentencesOf(paragraph)) {
          expect(paragraph.slice(sentence.start, sentence.end)).toBe(sentence.text)
          between += paragraph.slice(end, sentence.start)
          end = sentence.end
        }
        expect((between + paragraph.slice(end)).trim()).toBe('')
      }),
    )
  })
})
