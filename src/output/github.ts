import type { Reporter } from './reporter.js'

export const github: Reporter = { head: '', separator: '', file: () => '', tail: () => '' }
