/** A set phrase. Marks, quotes and 和 between its members are not compared, so either way of setting them is right. */
export interface Phrase {
  phrase: string
  /** Where it stands in the sources. */
  source: string
  /** Other wordings in use, longer or shorter ones included; partial quotations need none. */
  right?: string[]
  /** Wordings that are wrong wherever they stand. */
  wrong?: string[]
  /** Wordings that are probably a slip. */
  odd?: string[]
  /** Report year from which it holds; older reports may say it otherwise. */
  since?: number
  /** No near miss is told from another wording in use: only what is listed is looked for. */
  isLoose?: true
}
