import { unmarked } from '../text/unmarked.js'
import type { UnitFinding } from './review.js'

/** Files that are not Markdown: their excerpts have no marks, and what looks like one is the author's. */
const NO_MARKDOWN = /\.(?:txt|text|docx|doc|wps|html?)$/i

/** Words of a finding's excerpt for papers and tables: without marks of Markdown. @param text the excerpt, or its beginning */
export const legibleExcerpt = ({ path }: Pick<UnitFinding, 'path'>, text: string): string =>
  NO_MARKDOWN.test(path) ? text : unmarked(text)
