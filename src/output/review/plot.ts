import { type Markup, markup } from '../markup.js'

/**
 * The page's plots keep every horizontal place in percent and every vertical one in pixels: one SVG fits a phone, a screen
 * and paper, and its words stay as large as those around it.
 */
export const percent = (share: number): string => `${Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100}%`

/** A figure with up to two decimals and marks for thousands. */
export function figure(value: number): string {
  const [whole = '', decimals] = String(Math.round(value * 100) / 100).split('.')
  const grouped = /^-?\d+$/.test(whole) ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return decimals === undefined ? grouped : `${grouped}.${decimals}`
}

/** A figure on an axis, as short as it can be: `3,000`, `2万`, `1.5亿`. */
export function tickFigure(value: number): string {
  if (Math.abs(value) >= 1e8) return `${figure(value / 1e8)}亿`
  return Math.abs(value) >= 1e4 ? `${figure(value / 1e4)}万` : figure(Number(value.toPrecision(6)))
}

/** A bar for a cell of a table, whose number stands beside it. */
export const bar = (share: number, style = ''): Markup =>
  markup`<svg class="bar ${style}" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%"/><rect width="${percent(share)}" height="100%"/></svg>`

/** What the plots of a page share: hatching, which printers without colour keep apart from what is filled. */
export const PATTERNS: Markup = markup`<svg class="unseen" aria-hidden="true" focusable="false"><defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="hatch-ground" width="6" height="6"/><rect class="hatch-line" width="3" height="6"/></pattern></defs></svg>
`

/** Tick of a plot: where it is, 0 to 1, and what it says. */
export interface Tick {
  at: number
  label: string
}

/** Words near the ends of the axis stay inside it: paper cuts off what does not. */
const anchorAt = (at: number): string => (at < 0.05 ? 'start' : at > 0.95 ? 'end' : 'middle')

/** Lines from top to bottom at the ticks, their words below; heights in pixels. */
export const axis = (ticks: Tick[], bottom: number): Markup =>
  markup`<g class="axis">${ticks.map(
    ({ at, label }) =>
      markup`<line x1="${percent(at)}" x2="${percent(at)}" y1="0" y2="${bottom}"/><text x="${percent(at)}" y="${bottom + 16}" text-anchor="${anchorAt(at)}">${label}</text>`,
  )}</g>`

/**
 * A plot as one picture with a name and a description for those who hear it; the table beside it says the same.
 * @param height in pixels; the width is that of the place it stands in
 */
export const plot = (id: string, height: number, title: string, description: string, content: Markup[]): Markup =>
  markup`<svg class="plot" role="img" aria-labelledby="${id}-title ${id}-desc" width="100%" height="${height}">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${description}</desc>
${content}</svg>
`
