/** Numbers as Word's lists print them, by the names of ST_NumberFormat. */

const HAN_DIGITS = '零一二三四五六七八九'
const BANKERS_DIGITS = '零壹贰叁肆伍陆柒捌玖'

/** 1 → 一, 12 → 十二, 103 → 一百零三, up to 9999; with other digits and units 103 → 壹佰零叁. */
function han(value: number, digits: string, units: string[], omitsOne: boolean): string {
  if (value === 0) return digits[0] ?? ''
  let text = ''
  let hasGap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) hasGap = text !== ''
    else {
      text += `${hasGap ? digits[0] : ''}${digits[digit]}${units[power]}`
      hasGap = false
    }
  }
  return omitsOne && value >= 10 && value < 20 ? text.slice(1) : text
}

const digitByDigit = (value: number, digits: string): string =>
  [...String(value)].map((digit) => digits[Number(digit)] ?? '').join('')

const ROMAN: [number, string][] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

function roman(value: number): string {
  let rest = value
  let text = ''
  for (const [size, letters] of ROMAN) {
    for (; rest >= size; rest -= size) text += letters
  }
  return text
}

/** 1 → A, 26 → Z, 27 → AA, 28 → BB, as Word counts. */
const letter = (value: number): string =>
  String.fromCharCode(0x41 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

/** The value's place in a row of characters; beyond it, Arabic digits. */
const within =
  (first: number, last: number): ((value: number) => string) =>
  (value) =>
    value >= 1 && value <= last ? String.fromCharCode(first + value - 1) : String(value)

const inTurn =
  (characters: string): ((value: number) => string) =>
  (value) =>
    characters[(value - 1) % characters.length] ?? ''

const chinese = (value: number): string => han(value, HAN_DIGITS, ['', '十', '百', '千'], true)
const bankers = (value: number): string => han(value, BANKERS_DIGITS, ['', '拾', '佰', '仟'], false)
const decimal = (value: number): string => String(value)

const FORMATS: Record<string, (value: number) => string> = {
  chineseCounting: chinese,
  chineseCountingThousand: chinese,
  japaneseCounting: chinese,
  taiwaneseCounting: chinese,
  taiwaneseCountingThousand: chinese,
  koreanCounting: chinese,
  chineseLegalSimplified: bankers,
  ideographLegalTraditional: bankers,
  ideographDigital: (value) => digitByDigit(value, `\u3007${HAN_DIGITS.slice(1)}`),
  japaneseDigitalTenThousand: (value) => digitByDigit(value, `\u3007${HAN_DIGITS.slice(1)}`),
  taiwaneseDigital: (value) => digitByDigit(value, `\u25cb${HAN_DIGITS.slice(1)}`),
  ideographTraditional: inTurn('甲乙丙丁戊己庚辛壬癸'),
  ideographZodiac: inTurn('子丑寅卯辰巳午未申酉戌亥'),
  ideographEnclosedCircle: within(0x3280, 10),
  decimalFullWidth: (value) => decimal(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalFullWidth2: (value) => decimal(value).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  decimalEnclosedCircle: within(0x2460, 20),
  decimalEnclosedCircleChinese: within(0x2460, 20),
  decimalEnclosedParen: within(0x2474, 20),
  decimalEnclosedFullstop: within(0x2488, 20),
  decimalZero: (value) => decimal(value).padStart(2, '0'),
  upperLetter: letter,
  lowerLetter: (value) => letter(value).toLowerCase(),
  upperRoman: roman,
  lowerRoman: (value) => roman(value).toLowerCase(),
  none: () => '',
}

/** Largest number written in other than Arabic digits; beyond it some of these forms have no words or grow without end. */
const LARGEST = 9999

/** A number as a list of that format prints it; Arabic digits for formats of other languages. */
export function formatNumber(format: string, value: number): string {
  if (value < 1 || value > LARGEST) return format === 'none' ? '' : decimal(value)
  return (FORMATS[format] ?? decimal)(value)
}
