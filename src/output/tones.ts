import type { Verdict } from '../finding.js'
import type { State } from '../model.js'

/** How good a thing is: a class of pages, a colour of the terminal. The word stands beside it always. */
export type Tone = 'good' | 'warning' | 'error'

export const VERDICT_TONES: Record<Verdict, Tone> = { pass: 'good', revise: 'warning', return: 'error' }

export const STATE_TONES: Record<State, Tone> = {
  separate: 'good',
  merged: 'good',
  embedded: 'warning',
  mentioned: 'warning',
  absent: 'error',
}
