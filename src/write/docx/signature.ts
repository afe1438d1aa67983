/** Where name and date stand below a report, in hundredths of a character from the right edge of the text. */
export interface Places {
  signature: number
  date: number
}

/** A digit or Latin letter is half as wide as a Chinese character. */
const HALF = /[\u0020-\u00ff]/
/** Where Word leaves a quarter of a character between Chinese and digits. */
const GAP = /(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])/g

/** Width of a line in characters of its size, as Word sets it. */
export function widthOf(text: string): number {
  const gaps = text.match(GAP)?.length ?? 0
  return [...text].reduce((sum, char) => sum + (HALF.test(char) ? 0.5 : 1), gaps / 4)
}

/** 7.3.5.1: with a seal the date stands four characters from the right; without one the name stands two from it. */
const DATE_WITH_SEAL = 4
const NAME_WITHOUT_SEAL = 2

/**
 * Places of name and date by GB/T 9704—2012, 7.3.5: with a seal the date is placed and the name centred on it, without
 * one the name is placed and the date centred on it. What would stand outside the text stands at its edge.
 */
export function placesOf(signature: string, date: string, hasSeal: boolean): Places {
  const [name, day] = [widthOf(signature), widthOf(date)]
  const place = (characters: number): number => Math.max(0, Math.round(characters * 100))
  return hasSeal
    ? { date: place(DATE_WITH_SEAL), signature: place(DATE_WITH_SEAL + (day - name) / 2) }
    : { signature: place(NAME_WITHOUT_SEAL), date: place(NAME_WITHOUT_SEAL + (name - day) / 2) }
}
