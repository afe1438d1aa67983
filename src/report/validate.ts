import type { Kind, Report } from '../generated/report.js'
import * as compiled from '../generated/validators.js'
import type { Violation } from '../model.js'

interface AjvError {
  instancePath: string
  keyword: string
  params: Record<string, unknown>
}

/** A validator as Ajv compiles it. */
export interface Validate {
  (data: unknown): boolean
  errors?: AjvError[] | null
}

const KINDS: Kind[] = ['government', 'department', 'township']
const builtIn = compiled as unknown as Record<Kind, Validate>

function toViolation({ instancePath, keyword, params }: AjvError): Violation {
  const missing = params['missingProperty']
  return { path: instancePath, keyword, property: typeof missing === 'string' ? missing : null }
}

function run(validate: Validate, report: Report): Violation[] {
  return validate(report) ? [] : (validate.errors ?? []).map(toViolation)
}

/**
 * What the schema of the kind has to say of a report. With the kind unknown, only what every kind's schema says.
 * @param validators for an own schema; the built-in ones unless given
 */
export function validateReport(
  report: Report,
  kind: Kind | null,
  validators: Record<Kind, Validate> = builtIn,
): Violation[] {
  if (kind) return run(validators[kind], report)
  const [first = [], ...others] = KINDS.map((each) => run(validators[each], report))
  const id = (violation: Violation): string => JSON.stringify(violation)
  return first.filter((violation) =>
    others.every((violations) => violations.some((each) => id(each) === id(violation))),
  )
}
