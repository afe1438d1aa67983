import type { Kind, Report, Section } from '../generated/report.js'
import type { Content, Source } from '../model.js'
import type { Frame } from './frame.js'
import { placesIn, spanOf } from './place.js'

type PlaceOf = ReturnType<typeof placesIn>

/** The section as the model has it: only what was found. */
function toSection(source: string, content: Content, placeOf: PlaceOf): Section | null {
  if (content.state === 'absent') return null
  const { section, evidence } = content
  const span = section ? spanOf(source, section.block) : evidence?.span
  return {
    state: content.state,
    ...(content.with.length > 0 ? { with: content.with } : {}),
    ...(section ? { heading: section.heading } : {}),
    line: span ? placeOf(span).line : 1,
    ...(evidence ? { evidence: evidence.text } : {}),
    ...(section ? { text: content.blocks.map((block) => block.printed).join('\n') } : {}),
  }
}

/** Whose report it is, and of which year. */
interface Identity {
  title: string | null
  issuer: string | null
  kind: Kind | null
  year: number | null
}

/** The report as its schema has it: what was found, nothing else. */
export function toReport(source: Source, frame: Frame, identity: Identity, contents: Content[]): Report {
  const { metadata } = source
  const values = {
    title: identity.title,
    issuer: identity.issuer,
    kind: identity.kind,
    year: identity.year,
    publishedOn: metadata.publishedOn ?? null,
    signedOn: metadata.signedOn ?? frame.signedOn,
    signature: metadata.signature ?? frame.signatureText,
    addressee: metadata.addressee ?? frame.addressee?.printed.replace(/[:\uff1a]$/, '') ?? null,
  }
  const placeOf = placesIn(source.text)
  const sections = contents.flatMap((content) => {
    const section = toSection(source.text, content, placeOf)
    return section ? [[content.key, section] as const] : []
  })
  const found: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) if (value !== null) found[name] = value
  return { ...(found as Partial<Report>), sections: Object.fromEntries(sections) }
}
