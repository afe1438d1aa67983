import { scaleLinear, scaleLog } from 'd3-scale'
import { type Markup, markup } from '../markup.js'
import type { Band, Point, Spread } from './bands.js'
import { axis, figure, percent, plot, type Tick, tickFigure } from './plot.js'
import { kindWord } from './units.js'

/** With more units the strip shows the box and those far outside alone, of which as many. */
const DOTS = 80
const FAR_DOTS = 30

/** Pixels a kind takes; the middle of its strip in them. */
const ROW = 56
const MIDDLE = 36

/** Dots nearer to one another than this share of the width stand in lanes above and below the middle, in pixels. */
const NEAR = 0.013
const LANES = [0, -6.5, 6.5, -13, 13]

interface Scale {
  at(value: number): number
  ticks: Tick[]
}

/** A log scale shows powers of ten, at most six of them. */
function logScale(least: number, most: number): Scale {
  const scale = scaleLog().domain([least, most]).nice().range([0, 1])
  const [low, high] = scale.domain().map((end) => Math.round(Math.log10(end))) as [number, number]
  const step = Math.ceil((high - low) / 6)
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => 10 ** (low + i * step))
  return { at: scale, ticks: ticks.map((value) => ({ at: scale(value), label: tickFigure(value) })) }
}

/** Greatest value from which on near-equal ones are looked at closely, without the way from zero; their share of it. */
const LARGE = 20
const CLOSE = 0.8

/** A plain scale begins at zero, but where all values are large and close together; what is counted in wholes has no halves. */
function plainScale(least: number, most: number): Scale {
  const from = most >= LARGE && least > most * CLOSE && least < most ? least : Math.min(0, least)
  const scale = scaleLinear()
    .domain([from, most === from ? from + 1 : most])
    .nice(4)
    .range([0, 1])
  const isWhole = Number.isInteger(least) && Number.isInteger(most)
  const ticks = scale.ticks(4).filter((value) => !isWhole || Number.isInteger(value))
  return { at: scale, ticks: ticks.map((value) => ({ at: scale(value), label: tickFigure(value) })) }
}

function dot({ unit, given }: Point, scale: Scale, y: number, isFar: boolean): Markup {
  const said = markup`<title>${unit.unit.name}：${figure(given.value)}${given.unit ?? ''}</title>`
  return markup`<circle class="${isFar ? 'far' : 'dot'}" data-unit="${unit.number}" cx="${percent(scale.at(given.value))}" cy="${y}" r="${isFar ? 5 : 3.5}">${said}</circle>`
}

/** Every point with the height of its lane: the first that is free at its place, or the middle where none is. */
function inLanes(points: Point[], scale: Scale): [point: Point, lane: number][] {
  const ends = LANES.map(() => Number.NEGATIVE_INFINITY)
  return points.map((point) => {
    const at = scale.at(point.given.value)
    const free = Math.max(
      0,
      ends.findIndex((end) => at - end >= NEAR),
    )
    ends[free] = at
    return [point, LANES[free] as number]
  })
}

function strip({ kind, points, quartiles, far }: Band, scale: Scale, top: number): Markup {
  const y = top + MIDDLE
  const label = markup`<text class="kind" x="0" y="${top + 13}">${kindWord(kind)}（${points.length} 家）</text>`
  if (quartiles === null) return label
  const { min, lower, median, upper, max } = quartiles
  const at = (value: number): string => percent(scale.at(value))
  const isBox = points.length > 3
  const box = isBox
    ? markup`<line class="whisker" x1="${at(min)}" x2="${at(max)}" y1="${y}" y2="${y}"/><rect class="box" x="${at(lower)}" width="${percent(scale.at(upper) - scale.at(lower))}" y="${y - 10}" height="20"/>`
    : null
  // Above the dots, which would hide it.
  const middle = isBox
    ? markup`<line class="median" x1="${at(median)}" x2="${at(median)}" y1="${y - 13}" y2="${y + 13}"/>`
    : null
  const others = points.length > DOTS ? [] : points.filter((point) => !far.includes(point))
  const dots = inLanes(others, scale).map(([point, lane]) => dot(point, scale, y + lane, false))
  return markup`${label}${box}${dots}${middle}${far.slice(0, FAR_DOTS).map((point) => dot(point, scale, y, true))}`
}

const described = ({ kind, quartiles, points }: Band): string =>
  quartiles === null
    ? `${kindWord(kind)}没有写明非零的数`
    : `${kindWord(kind)} ${points.length} 家，从 ${figure(quartiles.min)} 到 ${figure(quartiles.max)}，中位数 ${figure(quartiles.median)}`

/** A strip a kind, with its box and its units, on one scale; `null` where nobody gives a figure other than zero. */
export function bandPlot(id: string, label: string, { bands, isLog }: Spread): Markup | null {
  const drawn = bands.filter(({ points }) => points.length > 0)
  const ends = drawn.flatMap(({ quartiles }) => (quartiles ? [quartiles.min, quartiles.max] : []))
  if (ends.length === 0) return null
  const [least, most] = [Math.min(...ends), Math.max(...ends)]
  const scale = isLog ? logScale(least, most) : plainScale(least, most)
  const bottom = drawn.length * ROW
  return plot(id, bottom + 22, `${label}的分布`, `${drawn.map(described).join('；')}。${isLog ? '对数刻度。' : ''}`, [
    axis(scale.ticks, bottom),
    ...drawn.map((band, i) => strip(band, scale, i * ROW)),
  ])
}
