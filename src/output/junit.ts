import type { Reporter } from './reporter.js'

export const junit: Reporter = { head: '', separator: '', file: () => '', tail: () => '' }
