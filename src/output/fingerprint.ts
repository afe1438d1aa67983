import type { Finding } from '../finding.js'

const OFFSET_BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n

const utf8 = new TextEncoder()

/** FNV-1a, 64 bit, of the text in UTF-8, as 16 hexadecimal digits. Tells texts apart; keeps no secrets. */
export function fnv1a(text: string): string {
  let hash = OFFSET_BASIS
  for (const byte of utf8.encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  return hash.toString(16).padStart(16, '0')
}

/** What stays the same of a finding when its surroundings change: its rule, its message without figures, the text it stands in. */
function identityOf({ rule, message, excerpt }: Finding): string {
  return [rule, message.replace(/\d+/g, '#'), excerpt.replace(/\s+/g, '')].join('\n')
}

/**
 * A fingerprint for each finding of a file, in the order of the text: the same when lines are inserted or removed
 * elsewhere and when the file is renamed. Equal findings are told apart by their order.
 */
export function fingerprintsOf(findings: Finding[]): string[] {
  const seen = new Map<string, number>()
  return findings.map((finding) => {
    const identity = identityOf(finding)
    const ordinal = seen.get(identity) ?? 0
    seen.set(identity, ordinal + 1)
    return fnv1a(`${identity}\n${ordinal}`)
  })
}
