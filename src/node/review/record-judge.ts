import type { ReviewRecord } from '../../corpus/record.js'
import { validate as isRecord } from '../../generated/records.js'
import type { SchemaFault } from '../../report/validate.js'

const depthOf = ({ instancePath }: SchemaFault): number => instancePath.split('/').length

/** The mistake that is told: of the ways a value may be written, the one that fits it furthest. */
const furthest = (faults: SchemaFault[]): SchemaFault | undefined =>
  faults.reduce<SchemaFault | undefined>(
    (best, each) => (best && depthOf(best) >= depthOf(each) ? best : each),
    undefined,
  )

function explained({ instancePath, keyword, params }: SchemaFault): string {
  const place = instancePath === '' ? '' : `“${instancePath.slice(1)}”`
  const unknown = params['additionalProperty'] ?? params['unevaluatedProperty']
  if (keyword === 'required') return `${place}缺少“${params['missingProperty']}”`
  if (typeof unknown === 'string') return `${place}不认识“${unknown}”`
  return place === '' ? '应为 JSON 对象' : `${place}的值不对`
}

function parsed(line: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(line) }
  } catch {
    return null
  }
}

/** What keeps a value from being a record, as `schemas/records.schema.json` has it, in Chinese words; `null` where it is one. */
export function mistakeIn(value: unknown): string | null {
  if (isRecord(value)) return null
  const fault = furthest(isRecord.errors ?? [])
  return fault ? explained(fault) : '应为 JSON 对象'
}

/** The record of a line, or what is wrong with it. */
export function recordIn(line: string): { record: ReviewRecord } | { mistake: string } {
  const json = parsed(line)
  if (json === null) return { mistake: '不是 JSON' }
  const mistake = mistakeIn(json.value)
  return mistake === null ? { record: json.value as ReviewRecord } : { mistake }
}
