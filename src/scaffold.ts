import runtime from 'handlebars/runtime.js'
import type { Kind } from './generated/report.js'
import { partials, templates } from './generated/templates.js'
import type { ContentSpec, Demands } from './model.js'
import { spokenDate, withYears } from './text/dates.js'
import { toHan } from './text/numerals.js'

/** What is known of the report to be written; the shape of `--data`, described by `schemas/facts.schema.json`. */
export interface Facts {
  issuer: string
  year: number
  kind?: Kind
  title?: string
  addressee?: string
  opening?: string
  signature?: string
  /** ISO date. */
  signedOn?: string
  /** Text by key of the content, a paragraph or several; a blank line parts paragraphs too. */
  sections?: Record<string, string | string[]>
}

/** What a template sees. Every value is a string: Handlebars would add up adjacent numbers. */
export interface SkeletonContext {
  title: string
  issuer: string
  /** The issuer as a YAML value. */
  issuerYaml: string
  kind: Kind
  year: string
  next: string
  addressee: string
  opening: string
  signature: string
  /** 2026年1月25日, or empty. */
  signedOn: string
  sections: SkeletonSection[]
}

/** A section as a template sees it: a content that is demanded, or given in the facts. */
export interface SkeletonSection {
  key: string
  /** 一, 二 … */
  numeral: string
  title: string
  heading: string
  guidance: string
  basis: string
  paragraphs: string[]
  topics: { numeral: string; title: string; guidance: string; placeholder: string }[]
}

type TemplateSpecification = Parameters<typeof import('handlebars')['template']>[0]

/** Facts to Markdown. */
export type Template<Context = SkeletonContext> = (context: Context) => string

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, '')

const BLANK_LINE = /(?:\r\n|\n|\r)\s*(?:\r\n|\n|\r)/

/** A paragraph of facts as Markdown: on one line, and no heading, comment or code that would swallow what follows. */
const paragraph = (text: string): string =>
  oneLine(text)
    .trim()
    .replace(/^(?:#|<|`{3}|~{3})/, '\\$&')

function toSection(content: ContentSpec, index: number, facts: Facts): SkeletonSection {
  const given = facts.sections?.[content.key]
  const paragraphs = (given === undefined ? [] : [given].flat()).flatMap((text) =>
    text.split(BLANK_LINE).map(paragraph),
  )
  return {
    key: content.key,
    numeral: toHan(index + 1),
    title: content.title,
    heading: withYears(content.heading, facts.year),
    guidance: content.guidance,
    basis: content.basis ?? '',
    paragraphs: paragraphs.filter((text) => text !== ''),
    topics: content.topics.map(({ title, guidance }, i) => ({
      numeral: toHan(i + 1),
      title,
      guidance,
      placeholder: content.key === 'achievements' ? `${title}的举措和成效` : title,
    })),
  }
}

/** The facts as a template sees them, with every demanded content as a section in customary order. */
export function skeletonContext(facts: Facts, kind: Kind, demands: Demands): SkeletonContext {
  const sections = demands.contents.filter(({ key, required }) => required || facts.sections?.[key] !== undefined)
  const issuer = oneLine(facts.issuer)
  return {
    title: oneLine(facts.title ?? `${issuer}关于${facts.year}年法治政府建设情况的报告`),
    issuer,
    issuerYaml: /^[\u4e00-\u9fff“”（）、]+$/.test(issuer) ? issuer : JSON.stringify(issuer),
    kind,
    year: String(facts.year),
    next: String(facts.year + 1),
    addressee: paragraph(facts.addressee ?? '').replace(/[:\uff1a]$/, ''),
    opening: paragraph(facts.opening ?? ''),
    signature: paragraph(facts.signature ?? issuer),
    signedOn: facts.signedOn === undefined ? '' : spokenDate(facts.signedOn),
    sections: sections.map((content, i) => toSection(content, i, facts)),
  }
}

/** The built-in template of a kind, compiled ahead. */
export function builtInTemplate(kind: Kind): Template {
  // An instance of our own: partials registered on the shared one would be everybody's.
  const handlebars = (runtime as unknown as typeof import('handlebars')).create()
  for (const [name, partial] of Object.entries(partials)) {
    handlebars.registerPartial(name, handlebars.template(partial as TemplateSpecification))
  }
  return handlebars.template(templates[kind] as TemplateSpecification)
}

/** A blank report as Markdown: every demanded section with guidance as comments and placeholders to fill in. */
export function scaffold(
  facts: Facts,
  kind: Kind,
  demands: Demands,
  template: Template = builtInTemplate(kind),
): string {
  const text = template(skeletonContext(facts, kind, demands))
  return `${text.replace(/\n{3,}/g, '\n\n').trim()}\n`
}
