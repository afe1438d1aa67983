/** Titles of one kind and source, without 《》, parted by blanks. */
export interface TitleList {
  kind: 'law' | 'regulation' | 'party'
  source: string
  /** Last year they were in force. */
  until?: number
  titles: string
}

/** A plan that carries its period in its title: 法治政府建设实施纲要（2021—2025年）. */
export interface Plan {
  /** The title without the period. */
  base: string
  /** 2021—2025; empty for a plan whose title has none. */
  spans: string[]
  /** Nobody else's plan is called so without naming a place. */
  isNational?: true
}

/** A form that is no title, and the title that is meant. */
export interface WrongTitle {
  wrong: string
  right: string
  /** Not beyond doubt: an office's own paper may be called so. */
  isLikely?: true
}
