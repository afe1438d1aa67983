import { digestOf } from '../corpus/digest.js'
import type { ReviewRecord } from '../corpus/record.js'
import type { Reporter } from './reporter.js'
import { wasChecked } from './result.js'

/** What a review needs of each file, a record a line; described by `schemas/records.schema.json`. */
export const record: Reporter = {
  head: '',
  separator: '',
  file({ result, draft }) {
    const digest = draft && wasChecked(result.findings) ? digestOf(draft) : null
    return `${JSON.stringify({ ...result, digest } satisfies ReviewRecord)}\n`
  },
  tail: () => '',
}
