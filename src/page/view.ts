import type { Finding } from '../finding.js'
import type { Change } from './changes.js'
import type { Checked } from './checked.js'
import type { Opened, Terms } from './engine.js'

/** A draft on the desk, with the file it came from. */
export interface Sheet extends Opened {
  /** Bytes of the file; `null` where it was typed, pasted or made here. */
  bytes: Uint8Array | null
}

/** All the page shows. */
export interface View {
  sheet: Sheet | null
  /** Of the text as it was last checked; `null` where there was none to check. */
  checked: Checked | null
  /** The text was changed after it was checked. */
  isStale: boolean
  /** Something takes longer than a blink. */
  isBusy: boolean
  /** Changed since it was opened or last downloaded. */
  isUnsaved: boolean
  /** What went wrong. */
  alert: string | null
  /** What was done, for those who cannot see it. */
  said: string
  terms: Terms
  /** Name of the configuration in use. */
  configuration: string | null
  depth: { undo: number; redo: number }
  /** The finding being looked at. */
  selected: Finding | null
  /** Changes put before the user. */
  proposal: Change[] | null
  /** Asked before what is unsaved is thrown away. */
  question: ((isAgreed: boolean) => void) | null
}

/** A page on which nothing was done yet. */
export const EMPTY: View = {
  sheet: null,
  checked: null,
  isStale: false,
  isBusy: false,
  isUnsaved: false,
  alert: null,
  said: '',
  terms: { kind: null, settings: {} },
  configuration: null,
  depth: { undo: 0, redo: 0 },
  selected: null,
  proposal: null,
  question: null,
}
