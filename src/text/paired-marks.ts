/** Marks that come in pairs: “” 《》 and brackets, （） of either width and 〔〕. */
type PairKind = 'quote' | 'title' | 'bracket'

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

const HALVES: Record<string, Half> = {
  '\u201c': half('quote', true),
  '\u201d': half('quote', false),
  '\u300a': half('title', true),
  '\u300b': half('title', false),
  '(': half('bracket', true),
  '\uff08': half('bracket', true),
  ')': half('bracket', false),
  '\uff09': half('bracket', false),
  '\u3014': half('bracket', true, true),
  '\u3015': half('bracket', false, true),
}

const SIGN = /[\n\u201c\u201d\u300a\u300b()\uff08\uff09\u3014\u3015]/g

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
  open: Record<PairKind, Open[]>
  /** Pairs inside the 书名号 now open. */
  inner: [number, number][]
  /** Closing halves inside of which the half at `other` was still open. */
  crossings: { kind: PairKind; at: number; other: { kind: PairKind; at: number } }[]
  faults: Fault[]
  hasItems: boolean
}

const newLine = (): Line => ({
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

/** Faults of the line between two offsets. */
function faultsBetween(text: string, start: number, end: number): Fault[] {
  const line = newLine()
  for (let at = start; at < end; at++) {
    const found = HALVES[text[at] as string]
    if (!found) continue
    if (found.isOpening) line.open[found.kind].push({ at, isHexagonal: found.isHexagonal })
    else if (found.kind === 'bracket' && isItem(text, at)) line.hasItems = true
    else close(line, found.kind, at, found.isHexagonal)
  }
  return faultsOf(line)
}

interface Read {
  fault: Fault
  /** Number of the line. */
  line: number
  /** The next line begins with “, as paragraphs of one quotation do, which closes once. */
  isContinued: boolean
}

/** Faults without the halves of pairs that run over several lines. */
function withoutRunning(reads: Read[]): Fault[] {
  const running = new Set<Read>()
  const pending: Partial<Record<PairKind, Read>> = {}
  for (const read of reads) {
    const { what, kind } = read.fault
    if (what === 'unclosed') {
      if (kind === 'quote' && read.isContinued) running.add(read)
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

/** The opening half that a closing one closes, by their codes; 0 for other characters. */
function openingOf(code: number): number {
  switch (code) {
    case 0x201d:
      return 0x201c
    case 0x300b:
      return 0x300a
    case 0x29:
    case 0xff09:
      return 0x28
    case 0x3015:
      return 0x3014
    default:
      return 0
  }
}

/** The code of an opening half, one for brackets of either width; 0 for other characters. */
function openingCode(code: number): number {
  if (code === 0x201c || code === 0x300a || code === 0x28 || code === 0x3014) return code
  return code === 0xff08 ? 0x28 : 0
}

/** Faults of pairs in lines of text, in order; of each kind at most one in a line is told. */
export function faultsIn(text: string): Fault[] {
  const reads: Read[] = []
  const stack: number[] = []
  let line = 0
  let start = 0
  /** Something in the line is out of order, or a 书名号 in another. */
  let isOdd = false
  const endLine = (end: number): void => {
    if (isOdd || stack.length > 0) {
      const isContinued = text.charCodeAt(end + 1) === 0x201c
      for (const fault of faultsBetween(text, start, end)) reads.push({ fault, line, isContinued })
      stack.length = 0
      isOdd = false
    }
    line++
    start = end + 1
  }
  // Far quicker than a look at every character.
  for (SIGN.lastIndex = 0; SIGN.test(text); ) {
    const at = SIGN.lastIndex - 1
    const code = text.charCodeAt(at)
    const opening = openingCode(code)
    if (code === 0x0a) endLine(at)
    else if (isOdd) continue
    else if (opening === 0) isOdd = stack.pop() !== openingOf(code)
    else {
      isOdd = opening === 0x300a && stack.includes(opening)
      stack.push(opening)
    }
  }
  endLine(text.length)
  return reads.length === 0 ? [] : withoutRunning(reads).sort((a, b) => a.at - b.at)
}
