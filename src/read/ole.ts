/** Compound files (OLE), the container of binary Word and WPS documents. Chains of sectors that run in circles are refused. */

import type { FazhiError } from '../error.js'
import { joined } from './joined.js'
import { broken } from './refusals.js'

/** That a document is broken, whatever of it. */
export const brokenDoc = (): FazhiError => broken('读不出正文')

const END_OF_CHAIN = 0xfffffffe
const NONE = 0xffffffff
const HEADER_FATS = 109
const ENTRY = 128
const STREAM = 2
const ROOT = 5

interface Entry {
  name: string
  type: number
  left: number
  right: number
  child: number
  start: number
  size: number
}

/** A file of sectors and the table that chains them. */
interface Sectors {
  read(sector: number): Uint8Array
  next(sector: number): number
  /** No chain is longer. */
  count: number
}

function chain({ read, next, count }: Sectors, first: number): Uint8Array[] {
  const parts: Uint8Array[] = []
  for (let sector = first; sector !== END_OF_CHAIN && sector !== NONE; sector = next(sector)) {
    if (parts.length >= count) throw brokenDoc()
    parts.push(read(sector))
  }
  return parts
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Numbers of a table of sectors. */
function numbers(bytes: Uint8Array): Uint32Array {
  const view = viewOf(bytes)
  return Uint32Array.from({ length: Math.floor(bytes.length / 4) }, (_, i) => view.getUint32(4 * i, true))
}

function sectorsOf(bytes: Uint8Array): Sectors {
  const view = viewOf(bytes)
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) throw brokenDoc()
  const size = 1 << shift
  const count = Math.ceil(bytes.length / size)
  const read = (sector: number): Uint8Array => {
    const start = (sector + 1) * size
    if (start >= bytes.length) throw brokenDoc()
    return bytes.subarray(start, start + size)
  }
  const tables = Array.from({ length: HEADER_FATS }, (_, i) => view.getUint32(76 + 4 * i, true))
  // Large files list further tables in sectors of their own, whose last number names the next one.
  let more = view.getUint32(68, true)
  for (let seen = 0; more !== END_OF_CHAIN && more !== NONE; seen++) {
    if (seen > count) throw brokenDoc()
    const list = numbers(read(more))
    tables.push(...list.subarray(0, list.length - 1))
    more = list.at(-1) ?? NONE
  }
  const used = tables.filter((sector) => sector < END_OF_CHAIN - 2)
  if (used.length > count) throw brokenDoc()
  const table = numbers(joined(used.map(read)))
  return { read, next: (sector) => table[sector] ?? NONE, count }
}

function directory(bytes: Uint8Array): Entry[] {
  const view = viewOf(bytes)
  const decoder = new TextDecoder('utf-16le')
  return Array.from({ length: Math.floor(bytes.length / ENTRY) }, (_, i) => {
    const at = i * ENTRY
    const length = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2))
    return {
      name: decoder.decode(bytes.subarray(at, at + length)),
      type: bytes[at + 66] ?? 0,
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: view.getUint32(at + 120, true),
    }
  })
}

/** Entries right below the root: objects inside the document have streams of the same names. */
function topEntries(entries: Entry[]): Entry[] {
  const root = entries.find(({ type }) => type === ROOT)
  const seen = new Set<Entry>()
  const waiting = [root?.child ?? NONE]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const entry = entries[next]
    if (!entry || seen.has(entry)) continue
    seen.add(entry)
    waiting.push(entry.left, entry.right)
  }
  return [...seen]
}

/** The streams of a compound file by name; `null` for one that is not there. Throws `bad-document`. */
export function openOle(bytes: Uint8Array): (name: string) => Uint8Array | null {
  if (bytes.length < 512) throw brokenDoc()
  const view = viewOf(bytes)
  const sectors = sectorsOf(bytes)
  const entries = directory(joined(chain(sectors, view.getUint32(48, true))))
  const top = topEntries(entries)
  const cutoff = view.getUint32(56, true)
  const root = entries.find(({ type }) => type === ROOT)
  /** Small streams share the root's own, in sectors of 64 bytes. */
  const small = (): Sectors => {
    const size = 1 << view.getUint16(32, true)
    const shared = joined(chain(sectors, root?.start ?? NONE))
    const table = numbers(joined(chain(sectors, view.getUint32(60, true))))
    return {
      read: (sector) => shared.subarray(sector * size, (sector + 1) * size),
      next: (sector) => table[sector] ?? NONE,
      count: Math.ceil(shared.length / size),
    }
  }
  return (name) => {
    const entry = top.find((each) => each.type === STREAM && each.name === name)
    if (!entry) return null
    const from = entry.size < cutoff ? small() : sectors
    return joined(chain(from, entry.start)).subarray(0, entry.size)
  }
}
