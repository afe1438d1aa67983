import { describe, expect, it } from 'vitest'
import { firstFrom, numbersIn } from '../../src/text/arabic-numbers.js'

/** Numbers as printed, with their values. */
function found(text: string): [string, number][] {
  const { count, starts, ends, values } = numbersIn(text)
  return Array.from({ length: count }, (_, i) => [text.slice(starts[i], ends[i]), values[i] as number])
}

describe('numbersIn', () => {
  it.each([
    ['审查32件', [['32', 32]]],
    [
      '1,200名、3\uff0c918件',
      [
        ['1,200', 1200],
        ['3\uff0c918', 3918],
      ],
    ],
    ['98.5%', [['98.5', 98.5]]],
    ['１２份', [['１２', 12]]],
    [
      '2023,2024',
      [
        ['2023', 2023],
        ['2024', 2024],
      ],
    ],
    [
      '12,3456',
      [
        ['12', 12],
        ['3456', 3456],
      ],
    ],
    ['1,234,567.8元', [['1,234,567.8', 1234567.8]]],
    ['第3.', [['3', 3]]],
    ['没有数字', []],
  ])('reads %s', (text, expected) => {
    expect(found(text)).toEqual(expected)
  })

  it('tells the first number from an offset on', () => {
    const numbers = numbersIn('审查32件、9份')
    expect([0, 2, 3, 6, 7].map((offset) => firstFrom(numbers, offset))).toEqual([0, 0, 1, 1, 2])
  })

  it('reads a megabyte of digits to its end', () => {
    expect(numbersIn('1234567890'.repeat(100_000)).count).toBe(1)
  })
})
