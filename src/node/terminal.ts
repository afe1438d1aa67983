import { styleText } from 'node:util'
import type { Paint, Style } from '../output/pretty.js'
import { visible } from '../output/width.js'

const STYLES: Record<Style, Parameters<typeof styleText>[0]> = {
  error: 'red',
  warning: 'yellow',
  info: 'cyan',
  good: 'green',
  bold: 'bold',
  dim: 'dim',
}

/** Whether a stream is a terminal that wants colours; NO_COLOR and FORCE_COLOR are obeyed. */
export function hasColour(stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0'
  return stream.isTTY === true && (NO_COLOR === undefined || NO_COLOR === '')
}

/** Whether to colour was decided by `hasColour`, for other processes too; Node would look at each one's own output. */
export const colourful: Paint = (style, text) => styleText(STYLES[style], text, { validateStream: false })

/** A notice to people, on standard error. */
export function tell(message: string): void {
  process.stderr.write(`${visible(message)}\n`)
}
