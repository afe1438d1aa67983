import type { Kind, Report, Section as SectionModel } from '../generated/report.js'
import type { Block, Content, Draft, Source } from '../model.js'
import { once } from '../text/once.js'
import { isAnnexLabel, namesAnnex } from './annexes.js'
import { classifierFor } from './classify.js'
import { findContents } from './contents.js'
import { bindingDemands, demandsOf, type SchemaDocument } from './demands.js'
import { type Frame, findFrame } from './frame.js'
import { inferKind, isStreet } from './kind.js'
import { commentsOf, leavesOf } from './leaves.js'
import { isBodyName } from './names.js'
import { buildOutline, type Outline, toBlock } from './outline.js'
import { placesIn, spanOf } from './place.js'
import { isAbout, isReportTitle, readTitle } from './title.js'
import { type Validate, validateReport } from './validate.js'
import { inferYear } from './year.js'

/** An own schema laid over that of the report's kind. */
export interface Overlay {
  document: SchemaDocument
  validators: Record<Kind, Validate>
}

export interface BuildOptions {
  /** Wins over front matter and inference. */
  kind?: Kind
  overlay?: Overlay
}

function issuerOf(source: Source, titleIssuer: string | null, signature: string | null): string | null {
  const { metadata } = source
  const publisher = metadata.rest['publisher']
  // 县府办 and 市司法局 on a page are no full names.
  const named =
    typeof publisher === 'string' && isBodyName(publisher) && !/^[省市县区镇乡]/.test(publisher) ? publisher : null
  return (
    metadata.issuer ?? fuller(titleIssuer, signature) ?? fuller(titleIssuer, named) ?? titleIssuer ?? signature ?? named
  )
}

/** The signature's or page's name, where the title shortens it: 平安镇人民政府 → 云溪县平安镇人民政府. */
function fuller(short: string | null, long: string | null): string | null {
  return short !== null && long !== null && long.length > short.length && long.endsWith(short) ? long : null
}

function blocksInOrder(frame: Frame, outline: Outline, annexes: Block[]): Block[] {
  const framing = [
    ...frame.front.map((leaf) => toBlock(leaf, 'front')),
    ...(frame.title?.leaves ?? []).map((leaf) => toBlock(leaf, 'title')),
    ...frame.subtitle.map((leaf) => toBlock(leaf, 'subtitle')),
    ...(frame.addressee ? [toBlock(frame.addressee, 'addressee')] : []),
    ...frame.signature.map((leaf) => toBlock(leaf, 'signature')),
    ...(frame.date && !frame.subtitle.includes(frame.date) ? [toBlock(frame.date, 'date')] : []),
    ...frame.annexes.note.map((leaf) => toBlock(leaf, 'annexNote')),
  ]
  return [...framing, ...outline.blocks, ...annexes].sort((a, b) => a.top - b.top || a.from - b.from)
}

const NAMES_NOTHING = (): boolean => false

/** The annexes with their own headings; all their blocks are theirs. */
function outlineOfAnnexes({ annexes }: Frame): Outline {
  // 附件1 and the name below are set off, but head nothing unless they were typed as headings.
  const leaves = annexes.body.map((leaf, i, { [i - 1]: above }) =>
    namesAnnex(leaf.text) || (above && isAnnexLabel(above.text)) ? { ...leaf, bold: false, look: null } : leaf,
  )
  const outline = buildOutline(leaves, NAMES_NOTHING)
  for (const block of outline.blocks) block.role = 'annex'
  return outline
}

/** The blocks' texts, one a line; every block learns where its own begins. */
function joined(blocks: Block[]): string {
  let at = 0
  for (const block of blocks) {
    block.at = at
    at += block.text.length + 1
  }
  return blocks.map((block) => block.text).join('\n')
}

type PlaceOf = ReturnType<typeof placesIn>

/** The section as the model has it: only what was found. */
function toSectionModel(source: string, content: Content, placeOf: PlaceOf): SectionModel | null {
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

/** Words every such report uses over and over. */
const SUBJECT = /法治政府|依法行政|法治建设/g

/** Whether the draft is a report at all: by its title, else by what it contains. */
function recogniseReport(frame: Frame, source: Source, contents: Content[], text: () => string): boolean {
  const title = frame.title?.text ?? source.metadata.title ?? null
  const found = contents.filter(({ key, state }) => key !== 'other' && (state === 'separate' || state === 'merged'))
  if (title !== null && isAbout(title)) return false
  if (title !== null && isReportTitle(title)) return true
  if ((text().match(SUBJECT)?.length ?? 0) < 3) return false
  return found.length >= 2 && found.some(({ key }) => key !== 'achievements')
}

/**
 * Recognises the report in a source: its title and issuer, its outline, where each demanded content stands; and has the
 * schema of its kind judge the model. Never throws for any source.
 */
export function build(source: Source, options: BuildOptions = {}): Draft {
  const { metadata } = source
  const leaves = leavesOf(source.root, source.variants)
  const frame = findFrame(leaves, metadata)
  const title = metadata.title ?? frame.title?.printed ?? null
  const legible = title === frame.title?.printed ? (frame.title?.text ?? null) : title
  const facts = legible === null ? null : readTitle(legible)
  const issuer = issuerOf(source, facts?.issuer ?? null, frame.signatureText)
  const text = once(() => leaves.map((leaf) => leaf.text).join('\n'))
  const kind = options.kind ?? metadata.kind ?? inferKind(issuer, metadata, text)

  const known = metadata.year ?? facts?.year ?? null
  const demanded = demandsOf(kind, options.overlay?.document)
  const outlineFor = (year: number | null): Outline => {
    const classifier = classifierFor(demanded.contents, year)
    return buildOutline(frame.rest, (heading) => classifier.named(heading).length > 0)
  }
  const first = outlineFor(known)
  const year =
    known ?? inferYear(first.opening, first.sections, metadata.publishedOn ?? metadata.signedOn ?? frame.signedOn)
  const outline = year === known ? first : outlineFor(year)

  const demands = bindingDemands(demanded, year, kind === 'township' && isStreet(issuer, text))
  const contents = findContents(
    source.text,
    outline.sections,
    outline.opening,
    demands.contents,
    classifierFor(demanded.contents, year),
  )
  const annexes = outlineOfAnnexes(frame)
  const blocks = blocksInOrder(frame, outline, annexes.blocks)
  const report = toReport(source, frame, { title, issuer, kind, year }, contents)
  return {
    source,
    isReport: recogniseReport(frame, source, contents, text),
    report,
    demands,
    violations: validateReport(report, kind, options.overlay?.validators),
    blocks,
    text: joined(blocks),
    sections: outline.sections,
    contents,
    annexes: annexes.sections,
    comments: commentsOf(source.root),
  }
}

interface Identity {
  title: string | null
  issuer: string | null
  kind: Kind | null
  year: number | null
}

function toReport(source: Source, frame: Frame, identity: Identity, contents: Content[]): Report {
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
    const section = toSectionModel(source.text, content, placeOf)
    return section ? [[content.key, section] as const] : []
  })
  const found: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(values)) if (value !== null) found[name] = value
  return { ...(found as Partial<Report>), sections: Object.fromEntries(sections) }
}
