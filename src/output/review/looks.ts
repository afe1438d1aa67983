import type { State } from '../../model.js'
import type { Cell, Look } from '../xlsx/sheet.js'

/** Colours of the table, pale enough for black text on paper; the words say the same without them. */
const RED = 'FBDDD9'
const AMBER = 'FFF0C7'
const GREEN = 'E0F0DB'
const BLUE = 'DDEAF6'
const GREY = 'EDEDED'

const state = (fill: string, bold = false): Look => ({ fill, align: 'center', ...(bold ? { bold } : {}) })

export const GOOD = state(GREEN)
export const NEAR = state(BLUE)
export const DOUBTFUL = state(AMBER)
export const BAD = state(RED, true)
export const NONE = state(GREY)

export const CENTRED: Look = { align: 'center' }
export const COUNT: Look = { align: 'center', format: '#,##0' }
export const DATE: Look = { align: 'center', format: 'yyyy-mm-dd' }
export const PERCENT: Look = { align: 'center', format: '0%' }

/** A number of findings that are there: bold, and coloured by what they are. */
export const COUNT_OF_ERRORS: Look = { ...COUNT, bold: true, fill: RED }
export const COUNT_OF_WARNINGS: Look = { ...COUNT, fill: AMBER }

export const STATE_LOOKS: Record<State, Look> = {
  separate: GOOD,
  merged: NEAR,
  embedded: NEAR,
  mentioned: DOUBTFUL,
  absent: BAD,
}

export const EMPTY: Cell = { value: null }
