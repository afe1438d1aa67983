import { type Paint, pretty } from '../output/pretty.js'
import type { Reporter } from '../output/reporter.js'
import { colourful } from './terminal.js'

/** What `lint --format` takes. */
export const FORMATS = ['pretty', 'json', 'ndjson', 'sarif', 'junit', 'github', 'html'] as const
export type Format = (typeof FORMATS)[number]

/** How findings are to be shown; plain data. */
export interface Form {
  /** `record` is what a review gathers. */
  format: Format | 'record'
  /** The only file of the run, which `pretty` shows in full. */
  isAlone: boolean
  quiet: boolean
  hasColour: boolean
  /** List waived findings, not only their number. */
  reportWaivers: boolean
}

const plain: Paint = (_, text) => text

/** The reporter of a format; all but `pretty` load when they are wanted. */
export async function loadReporter({ format, isAlone, quiet, hasColour, reportWaivers }: Form): Promise<Reporter> {
  switch (format) {
    case 'pretty':
      return pretty(isAlone, { paint: hasColour ? colourful : plain, quiet, waivers: reportWaivers })
    case 'json':
      return (await import('../output/json.js')).json
    case 'ndjson':
      return (await import('../output/json.js')).ndjson
    case 'sarif':
      return (await import('../output/sarif.js')).sarif
    case 'junit':
      return (await import('../output/junit.js')).junit
    case 'github':
      return (await import('../output/github.js')).github
    case 'html':
      return (await import('../output/html.js')).html
    case 'record':
      return (await import('../output/record.js')).record
  }
}
