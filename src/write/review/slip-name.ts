/** What Windows refuses in names, or what would not be seen in them: marks, control characters, directions of writing. */
const UNSAFE =
  /[\\/:*?"<>|\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
/** Names that Windows keeps for devices, whatever follows behind a dot. */
const DEVICE = /^(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d\u00b9\u00b2\u00b3])(?=\.|$)/i

const EXTENSION = '.docx'
/** Bytes of a whole name in UTF-8. */
const LONGEST = 120

const encoder = new TextEncoder()
const bytesOf = (text: string): number => encoder.encode(text).length

/** The beginning of a text that fits into so many bytes, no character cut in two. */
function fitted(text: string, bytes: number): string {
  let kept = ''
  let room = bytes
  for (const character of text) {
    room -= bytesOf(character)
    if (room < 0) break
    kept += character
  }
  return kept
}

const withoutEdges = (name: string): string => name.replace(/^[\s.~]+|[\s.]+$/g, '')

function stemOf(unit: string, suffix = ''): string {
  const clean = withoutEdges(unit.normalize('NFC').replace(UNSAFE, '_').replace(/\s+/g, ' '))
  const named = (clean === '' ? '单位' : clean).replace(DEVICE, '$&_')
  return `${withoutEdges(fitted(named, LONGEST - bytesOf(suffix + EXTENSION)))}${suffix}`
}

/** The file name of a unit's slip, safe on every system: at most 120 bytes of UTF-8. */
export const slipName = (unit: string): string => `${stemOf(unit)}${EXTENSION}`

/** File names for slips of one run, in the order of the units; no two are one file, whatever the system makes of case. */
export function slipNames(units: readonly string[]): string[] {
  const taken = new Set<string>()
  const nextOf = new Map<string, number>()
  return units.map((unit) => {
    const plain = stemOf(unit).toLowerCase()
    let name = slipName(unit)
    let count = nextOf.get(plain) ?? 2
    for (; taken.has(name.toLowerCase()); count++) name = `${stemOf(unit, `（${count}）`)}${EXTENSION}`
    nextOf.set(plain, count)
    taken.add(name.toLowerCase())
    return name
  })
}
