/** Bare numbers in Arabic digits, read in one pass for all rules; figures.ts reads what they count. */

/** The numbers of a text in Arabic digits, in order; the same index of each list belongs to one number. */
export interface Numbers {
  count: number
  /** Half open, in UTF-16 units, with points and commas between thousands but without 万 and 亿. */
  starts: number[]
  ends: number[]
  values: number[]
}

const DIGIT = /[\d\uff10-\uff19]/g
const COMMA = 44
const WIDE_COMMA = 0xff0c
const POINT = 46
const WIDE_POINT = 0xff0e

/** What a digit of either width counts, or -1. */
function digit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
}

/** Whether a comma and just three digits follow. */
function hasThousands(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code !== COMMA && code !== WIDE_COMMA) return false
  for (let i = 1; i <= 3; i++) if (digit(text.charCodeAt(at + i)) < 0) return false
  return digit(text.charCodeAt(at + 4)) < 0
}

// One list for the last text: rules ask for the same draft in turn.
let known = ''
const numbers: Numbers = { count: 0, starts: [], ends: [], values: [] }

function add(start: number, end: number, value: number): void {
  const { count, starts, ends, values } = numbers
  starts[count] = start
  ends[count] = end
  values[count] = value
  numbers.count++
}

/** Reads the number whose first digit stands at an offset; returns where it ends. */
function read(text: string, start: number): number {
  let value = digit(text.charCodeAt(start))
  let at = start + 1
  for (let next = digit(text.charCodeAt(at)); next >= 0; next = digit(text.charCodeAt(++at))) value = value * 10 + next
  if (at - start <= 3) {
    while (hasThousands(text, at)) {
      for (let i = 1; i <= 3; i++) value = value * 10 + digit(text.charCodeAt(at + i))
      at += 4
    }
  }
  const code = text.charCodeAt(at)
  let scale = 1
  if ((code === POINT || code === WIDE_POINT) && digit(text.charCodeAt(at + 1)) >= 0) {
    at++
    for (let next = digit(text.charCodeAt(at)); next >= 0; next = digit(text.charCodeAt(++at))) {
      value = value * 10 + next
      scale *= 10
    }
  }
  add(start, at, value / scale)
  return at
}

/** The numbers of a text; valid until those of another text are asked for. */
export function numbersIn(text: string): Numbers {
  if (text === known) return numbers
  known = text
  numbers.count = 0
  // A pattern finds the next digit in half the time of a loop over the units.
  DIGIT.lastIndex = 0
  while (DIGIT.test(text)) DIGIT.lastIndex = read(text, DIGIT.lastIndex - 1)
  return numbers
}

/** The index of the first number that begins at or after an offset. */
export function firstFrom({ count, starts }: Numbers, offset: number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
