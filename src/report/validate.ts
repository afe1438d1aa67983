import { ALL_KINDS, type Kind, type Report } from '../generated/report.js'
import { department, government, township } from '../generated/validators.js'
import type { Violation } from '../model.js'

/** A fault that a compiled schema finds in a value, as Ajv tells it. */
export interface SchemaFault {
  /** JSON pointer of the value, or of the object that lacks one. */
  instancePath: string
  keyword: string
  /** What the keyword asks, such as `missingProperty`. */
  params: Record<string, unknown>
}

/** A JSON Schema as Ajv compiles it: whether a value fits it. `errors` is of the value it was asked of last. */
export interface Validate {
  (data: unknown): boolean
  errors?: SchemaFault[] | null
}

const BUILT_IN: Record<Kind, Validate> = { government, department, township }

function toViolation({ instancePath, keyword, params }: SchemaFault): Violation {
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
  validators: Record<Kind, Validate> = BUILT_IN,
): Violation[] {
  if (kind) return run(validators[kind], report)
  const [first = [], ...others] = ALL_KINDS.map((each) => run(validators[each], report))
  const id = (violation: Violation): string => JSON.stringify(violation)
  return first.filter((violation) =>
    others.every((violations) => violations.some((each) => id(each) === id(violation))),
  )
}
