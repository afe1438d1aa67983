import type { FileResult } from '../finding.js'
import { tool } from '../generated/tool.js'
import type { Summary } from './result.js'

/** Version of the format; raised only when something is taken away. */
const VERSION = 1

/** Head and tail of the one object of `--format json`, which is written as it goes. */
export const jsonHead = (): string => `{"version":${VERSION},"tool":${JSON.stringify(tool)},"files":[`

export const jsonTail = (summary: Summary): string => `\n],"summary":${JSON.stringify(summary)}}\n`

/** An element of `files`, on one line. */
export const jsonFile = (result: FileResult): string => JSON.stringify(result)
