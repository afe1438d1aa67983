/** Characters of symbol fonts that forms and lists use, by their code in the font; Word adds 0xF000. */
const WINGDINGS: Record<number, string> = {
  108: '\u25cf',
  110: '\u25a0',
  111: '\u25a1',
  113: '\u2751',
  117: '\u25c6',
  118: '\u2756',
  167: '\u25aa',
  168: '\u25fb',
  216: '\u27a2',
  224: '\u2192',
  251: '\u2717',
  252: '\u2713',
  253: '\u2612',
  254: '\u2611',
}
const WINGDINGS_2: Record<number, string> = { 79: '\u2717', 80: '\u2713', 81: '\u2612', 82: '\u2611', 163: '\u25a1' }

const FONTS: Record<string, Record<number, string>> = { wingdings: WINGDINGS, 'wingdings 2': WINGDINGS_2 }

/** What stands for a symbol that has no character. */
export const UNKNOWN_SYMBOL = '\u25a1'

/** The character a `w:sym` shows; `UNKNOWN_SYMBOL` for what only its font knows. */
export function symbol(font: string, code: string): string {
  const value = Number.parseInt(code, 16)
  const known = FONTS[font.toLowerCase()]?.[value & 0xff]
  if (known !== undefined) return known
  const isPrivate = Number.isNaN(value) || value < 0x20 || (value >= 0xd800 && value < 0xf900) || value > 0xffff
  return isPrivate ? UNKNOWN_SYMBOL : String.fromCharCode(value)
}
