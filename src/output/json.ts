import type { FileResult } from '../finding.js'
import { tool } from '../generated/tool.js'
import type { Reporter } from './reporter.js'

/** Version of the format; raised only when something is taken away. */
const VERSION = 1

/** An element of `files`, on one line. */
const fileOf = (result: FileResult): string => JSON.stringify(result)

/** `--format json`: one object, described by `schemas/findings.schema.json`. */
export const json: Reporter = {
  head: `{"version":${VERSION},"tool":${JSON.stringify(tool)},"files":[\n`,
  separator: ',\n',
  file: ({ result }) => fileOf(result),
  tail: (summary) => `\n],"summary":${JSON.stringify(summary)}}\n`,
}

/** `--format ndjson`: an element of `files` a line, as the run goes. */
export const ndjson: Reporter = {
  head: '',
  separator: '',
  file: ({ result }) => `${fileOf(result)}\n`,
  tail: () => '',
}
