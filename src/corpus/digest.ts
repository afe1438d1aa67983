/** What a review needs of a report beside its findings. */

import type { Block, Draft } from '../model.js'
import { flatten } from '../report/leaves.js'
import { placesIn, spansIn } from '../report/place.js'
import { expectedTopics, TOPICS, touches } from '../rules/topics.js'
import { extractIndicators } from './indicators/extract.js'
import type { Digest, Passage } from './record.js'

/** The text of a paragraph from one block to another that follows in it, as printed. */
const joined = (from: Block, to: Block): string => flatten(to.node).slice(from.from, to.to).replaceAll('\n', '').trim()

/** Blocks as printed. A run-in heading and its text, which stand in one paragraph, are one passage. */
function passagesOf({ blocks, source }: Draft): Passage[] {
  const place = placesIn(source.text)
  const span = spansIn(source.text)
  const passages: Passage[] = []
  let before: Block | null = null
  for (const block of blocks) {
    const isText = block.role === 'body' || block.role === 'heading' || block.role === 'annex'
    const last = passages.at(-1)
    if (isText && last && before?.role === 'heading' && before.node === block.node && before.to <= block.from)
      last.text = joined(before, block)
    else if (isText) {
      const { line, column } = place(span(block))
      passages.push({ line, ...(column > 1 ? { column } : {}), text: block.printed })
    }
    before = isText ? block : null
  }
  return passages
}

/** The digest of a report. Topics are expected where the rule `topic-not-covered` would miss them. */
export function digestOf(draft: Draft): Digest {
  return {
    figures: extractIndicators(draft),
    topics: TOPICS.filter((topic) => touches(draft.text, topic)).map(({ name }) => name),
    expectedTopics: expectedTopics(draft).map(({ name }) => name),
    passages: passagesOf(draft),
  }
}
