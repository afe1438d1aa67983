import { once } from '../text/once.js'
import { PLAIN } from './confusable-words.js'
import { GUARDED } from './guarded-words.js'

/** Wrong words with the right one. */
const pairs = once((): [wrong: string, right: string][] => [
  ...Object.entries(PLAIN).flatMap(([right, wrongs]) => wrongs.map((wrong): [string, string] => [wrong, right])),
  ...GUARDED().flatMap(({ wrong, right }): [string, string][] => (right === null ? [] : [[wrong, right]])),
])

/** A few words with each confusable one set right, whatever stands around it. */
export const spelledRight = (text: string): string =>
  pairs().reduce((mended, [wrong, right]) => mended.replaceAll(wrong, right), text)
