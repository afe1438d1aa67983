import type { Reporter } from './reporter.js'

export const html: Reporter = { head: '', separator: '', file: () => '', tail: () => '' }
