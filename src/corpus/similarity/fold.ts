import { once } from '../../text/once.js'
import type { Passage } from '../record.js'
import { placesIn, withoutLevel } from '../unit-places.js'
import { quotedIn } from './quoted.js'
import { FOLDED, GENERIC_HEADS, GENERIC_LEVELS, STREET, TOWN } from './units.js'

/** What is compared of a text: its characters without marks, figures, numerals, own names and 我县, 本镇. */
export interface Folded {
  /** Towns of any form are one unit, and so are counties: a copy changes them. */
  units: Uint16Array
  /** Offset of each unit in the text. */
  at: Uint32Array
  /** 1 for units of titles in 《》, of what is quoted from them and, once `markSetWording` has seen it, of set wording. */
  isSet: Uint8Array
  /** 1 for units that begin a sentence. */
  begins: Uint8Array
}

/** A line that is no prose is no copy either: headings are alike everywhere. */
const SHORTEST_LINE = 32
const FINAL = /[\u3002\uff1b;\uff01\uff1f]/
const ENDS = new Set([0x3002, 0xff1b, 0x3b, 0xff01, 0xff1f])

/** The names with the places in them: 云溪县石桥镇人民政府 → 云溪县, 云溪, 石桥镇, 石桥. */
function withPlaces(names: string[]): Set<string> {
  const places = names.flatMap(placesIn)
  return new Set([...names, ...places, ...places.map(withoutLevel)].filter(({ length }) => length >= 2))
}

/** A pattern of the names a report may call its own; `null` without any. Other than the ones given, it finds the places in them. */
export function ownNames(names: string[]): RegExp | null {
  const all = [...withPlaces(names)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  if (all.length === 0) return null
  return new RegExp(all.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g')
}

const scratch = once(() => ({
  units: new Uint16Array(1 << 12),
  at: new Uint32Array(1 << 12),
  isQuoted: new Uint8Array(1 << 12),
  begins: new Uint8Array(1 << 12),
}))

function roomFor(length: number): ReturnType<typeof scratch> {
  const room = scratch()
  if (room.units.length < length) {
    room.units = new Uint16Array(length * 2)
    room.at = new Uint32Array(length * 2)
    room.isQuoted = new Uint8Array(length * 2)
    room.begins = new Uint8Array(length * 2)
  }
  return room
}

/** Whether the text is a sentence or more, and not a heading, a name or a date. */
export const isProse = ({ text }: Passage): boolean => text.length >= SHORTEST_LINE || FINAL.test(text)

/** @param own pattern of the report's own names, by `ownNames` */
export function fold(text: string, own: RegExp | null): Folded {
  const room = roomFor(text.length)
  const table = FOLDED()
  let count = 0
  const quoted = quotedIn(text)
  let quote = 0
  let from = quoted[0]?.start ?? text.length
  let until = quoted[0]?.end ?? text.length
  let begins = 1
  let skipTo = 0
  const names = own ? text.matchAll(own) : [][Symbol.iterator]()
  let name = names.next()
  for (let i = 0; i < text.length; i++) {
    if (!name.done && name.value.index === i) {
      skipTo = Math.max(skipTo, i + name.value[0].length)
      name = names.next()
    }
    if (i < skipTo) continue
    const code = text.charCodeAt(i)
    while (until <= i) {
      quote++
      from = quoted[quote]?.start ?? text.length
      until = quoted[quote]?.end ?? text.length
    }
    let unit = table[code] as number
    if (unit === 0) {
      if (ENDS.has(code)) begins = 1
      continue
    }
    if (GENERIC_HEADS.has(code) && i + 1 < text.length) {
      const next = text.charCodeAt(i + 1)
      const isStreet = next === STREET && text[i + 2] === '道'
      if (isStreet || GENERIC_LEVELS.has(next)) {
        skipTo = i + (isStreet ? 3 : 2)
        continue
      }
    }
    if (code === STREET && text[i + 1] === '道') {
      unit = TOWN
      skipTo = i + 2
    }
    room.units[count] = unit
    room.at[count] = i
    room.isQuoted[count] = i >= from ? 1 : 0
    room.begins[count] = begins
    begins = 0
    count++
  }
  return {
    units: room.units.slice(0, count),
    at: room.at.slice(0, count),
    isSet: room.isQuoted.slice(0, count),
    begins: room.begins.slice(0, count),
  }
}
