import type { Kind } from '../generated/report.js'

/** An office that is to hand in a report. */
export interface Unit {
  /** Full name, as its report is to be signed. */
  name: string
  kind: Kind | null
  /** The body it reports to, as in the roster. */
  parent: string | null
  /** Short and former names. */
  aliases: string[]
}

/** The units of a review, in their order. */
export interface Roster {
  units: Unit[]
  /** What the reader of the list had to put up with, in Chinese sentences for the user. */
  notices: string[]
}
