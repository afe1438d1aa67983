/** What a review needs of a report beside its findings. */

import type { Draft } from '../model.js'
import { placesIn, spansIn } from '../report/place.js'
import { concerns, TOPICS, TOPICS_SINCE, touches } from '../rules/topics.js'
import { extractIndicators } from './indicators/extract.js'
import type { Digest, Passage } from './record.js'

/** Headings and text as printed; both halves of a paragraph that begins with its heading. */
function passagesOf({ blocks, source }: Draft): Passage[] {
  const place = placesIn(source.text)
  const span = spansIn(source.text)
  return blocks
    .filter(({ role }) => role === 'body' || role === 'heading')
    .map((block) => {
      const { line, column } = place(span(block))
      return { line, ...(column > 1 ? { column } : {}), text: block.printed }
    })
}

/** The digest of a report. Topics are those of the plan for 2021 to 2025 and are expected of the reports of its years on. */
export function digestOf(draft: Draft): Digest {
  const { report, text } = draft
  const expected = (report.year ?? TOPICS_SINCE) < TOPICS_SINCE ? [] : TOPICS.filter((each) => concerns(each, report))
  return {
    figures: extractIndicators(draft),
    topics: TOPICS.filter((topic) => touches(text, topic)).map(({ name }) => name),
    expectedTopics: expected.map(({ name }) => name),
    passages: passagesOf(draft),
  }
}
