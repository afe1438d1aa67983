/** Which parts of a report give its figures. */

import type { Block, Draft } from '../../model.js'

/** `leaders`: what the heads of the office did themselves. */
export type Region = 'account' | 'leaders'

/** Contents that tell of no figure of the year. */
const SILENT = ['plan', 'shortcomings']

/** What a block is to the figures: `null` for plans, shortcomings and what frames the report. */
export function regionsOf({ contents, sections }: Draft): (block: Block) => Region | null {
  const regions = new Map<Block, Region | null>()
  for (const { key, state, blocks, with: others } of contents) {
    if (state === 'absent' || state === 'mentioned') continue
    const isSilent = SILENT.includes(key) && others.every((other) => SILENT.includes(other))
    const isLeaders = key === 'responsibility' && !others.includes('achievements')
    if (!isSilent && !isLeaders) continue
    for (const block of blocks) if (regions.get(block) !== null) regions.set(block, isSilent ? null : 'leaders')
  }
  const tops = new Set(sections.map(({ block }) => block))
  return (block) => {
    // A table of figures is often an annex.
    if (block.role === 'annex') return 'account'
    if (block.role !== 'body' && (block.role !== 'heading' || tops.has(block))) return null
    const region = regions.get(block)
    return region === undefined ? 'account' : region
  }
}
