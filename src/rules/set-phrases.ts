import type { Phrase } from './phrases.js'
import { LEGAL_PHRASES } from './phrases-law.js'
import { POLITICAL_PHRASES } from './phrases-politics.js'
import { SERVICE_PHRASES } from './phrases-services.js'

/** All set phrases. */
export const SET_PHRASES: Phrase[] = [...POLITICAL_PHRASES, ...LEGAL_PHRASES, ...SERVICE_PHRASES]
