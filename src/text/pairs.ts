/** Marks that come in pairs: “” 《》 and brackets, （） of either width and 〔〕. */
export type PairKind = 'quote' | 'title' | 'bracket'

/** What is wrong with a pair, and where: offsets in UTF-16 units. */
export type Fault =
  /** A half without its other; `mixed`: halves of two shapes; `crossed`: a pair closed inside another. */
  | { what: 'unclosed' | 'unopened' | 'mixed' | 'crossed'; kind: PairKind; at: number }
  /** 《…《…》…》, with the inner pairs. */
  | { what: 'nested'; kind: 'title'; at: number; end: number; inner: [number, number][] }

interface Half {
  kind: PairKind
  isOpening: boolean
  isHexagonal: boolean
}

const half = (kind: PairKind, isOpening: boolean, isHexagonal = false): Half => ({ kind, isOpening, isHexagonal })

const HALVES: Record<number, Half> = {
  8220: half('quote', true),
  8221: half('quote', false),
  12298: half('title', true),
  12299: half('title', false),
  40: half('bracket', true),
  65288: half('bracket', true),
  41: half('bracket', false),
  65289: half('bracket', false),
  12308: half('bracket', true, true),
  12309: half('bracket', false, true),
}

/** Lines within which a quotation that runs over several may end; files with hard line ends break pairs too. */
const FAR = 6
/** 1) 一） a）: numbers of items, whose bracket has no other half. */
const ITEM = /[^\u4e00-\u9fff\w(\uff08\u3014][ \u3000]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])$/

const isItem = (text: string, at: number): boolean =>
  ITEM.test(at < 6 ? `\n${text.slice(0, at)}` : text.slice(at - 6, at))

interface Open {
  at: number
  isHexagonal: boolean
}

/** The line being read: its open halves, pairs in pairs, and what has been found wrong. */
interface Line {
  start: number
  open: Record<PairKind, Open[]>
  /** Pairs inside the 书名号 now open. */
  inner: [number, number][]
  /** Closing halves inside of which the half at `other` was still open. */
  crossings: { kind: PairKind; at: number; other: { kind: PairKind; at: number } }[]
  faults: Fault[]
  hasItems: boolean
}

const newLine = (start: number): Line => ({
  start,
  open: { quote: [], title: [], bracket: [] },
  inner: [],
  crossings: [],
  faults: [],
  hasItems: false,
})

const KINDS: PairKind[] = ['quote', 'title', 'bracket']

function close(line: Line, kind: PairKind, at: number, isHexagonal: boolean): void {
  const opened = line.open[kind].pop()
  if (!opened) {
    line.faults.push({ what: 'unopened', kind, at })
    return
  }
  if (opened.isHexagonal !== isHexagonal) line.faults.push({ what: 'mixed', kind, at })
  for (const other of KINDS) {
    const last = line.open[other].at(-1)
    if (other !== kind && last && last.at > opened.at)
      line.crossings.push({ kind, at, other: { kind: other, at: last.at } })
  }
  if (kind !== 'title') return
  if (line.open.title.length === 1) line.inner.push([opened.at, at])
  else if (line.open.title.length === 0) {
    const [first] = line.inner
    const end = (line.inner.at(-1)?.[1] ?? at) + 1
    if (first) line.faults.push({ what: 'nested', kind, at: first[0], end, inner: line.inner })
    line.inner = []
  }
}

/** Faults of a line that has been read to its end, at most one of a kind. */
function faultsOf(line: Line): Fault[] {
  const faults = [...line.faults]
  for (const kind of KINDS) {
    const [first] = line.open[kind]
    if (first) faults.push({ what: 'unclosed', kind, at: first.at })
  }
  const crossing = line.crossings.find(({ other }) => !line.open[other.kind].some(({ at }) => at === other.at))
  if (crossing && faults.every(({ what }) => what === 'nested'))
    faults.push({ what: 'crossed', kind: crossing.kind, at: crossing.at })
  const seen = new Set<PairKind>()
  return faults.filter(({ what, kind }) => {
    if (what === 'nested') return true
    if (seen.has(kind) || (kind === 'bracket' && line.hasItems)) return false
    seen.add(kind)
    return true
  })
}

interface Read {
  fault: Fault
  /** Number of the line. */
  line: number
}

/** Faults without the halves of pairs that run over several lines, and paragraphs of one quotation, which begin with “ and close once. */
function withoutRunning(reads: Read[], heads: Set<number>): Fault[] {
  const running = new Set<Read>()
  const pending: Partial<Record<PairKind, Read>> = {}
  for (const read of reads) {
    const { what, kind } = read.fault
    if (what === 'unclosed') {
      if (kind === 'quote' && heads.has(read.line + 1)) running.add(read)
      pending[kind] = read
    } else if (what === 'unopened') {
      const begun = pending[kind]
      if (begun && read.line > begun.line && read.line - begun.line <= FAR) {
        running.add(begun).add(read)
        delete pending[kind]
      }
    }
  }
  return reads.filter((read) => !running.has(read)).map(({ fault }) => fault)
}

/** Faults of pairs in lines of text, in order; of each kind at most one in a line is told. */
export function faultsIn(text: string): Fault[] {
  const reads: Read[] = []
  /** Lines that begin with “. */
  const heads = new Set<number>()
  let number = 0
  let line = newLine(0)
  const end = (next: number): void => {
    for (const fault of faultsOf(line)) reads.push({ fault, line: number })
    number++
    line = newLine(next)
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x3400 && code < 0xa000) continue
    if (code === 0x0a) end(at + 1)
    else {
      const found = HALVES[code]
      if (!found) continue
      if (found.isOpening) {
        if (found.kind === 'quote' && at === line.start) heads.add(number)
        line.open[found.kind].push({ at, isHexagonal: found.isHexagonal })
      } else if (found.kind === 'bracket' && isItem(text, at)) line.hasItems = true
      else close(line, found.kind, at, found.isHexagonal)
    }
  }
  end(text.length)
  return withoutRunning(reads, heads).sort((a, b) => a.at - b.at)
}
