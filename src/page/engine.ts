import { FazhiError } from '../error.js'
import type { Settings } from '../finding.js'
import { fix } from '../fix.js'
import type { Kind } from '../generated/report.js'
import { examine } from '../lint.js'
import type { Draft, Format, Input } from '../model.js'
import { decode } from '../read/decode.js'
import { read } from '../read/read.js'
import { looksLikeMarkdown } from '../read/sniff.js'
import { build } from '../report/build.js'
import { bindingDemands, demandsOf } from '../report/demands.js'
import { isStreetOffice } from '../report/kind.js'
import { type Facts, scaffold } from '../scaffold.js'
import { parseSettings } from '../settings.js'
import { type Checked, checkedOf } from './checked.js'
import { type Download, downloadOf, type FormName, isOfFile } from './downloads.js'
import { editable, withoutFrontMatter } from './editable.js'

/** A draft as it stands in the editor. */
export interface Typed {
  name: string
  format: 'text' | 'markdown'
  /** Lines end with `\n`. */
  text: string
}

/** How drafts are to be judged. */
export interface Terms {
  /** Chosen by the user; wins over all else. */
  kind: Kind | null
  settings: Partial<Settings>
}

/** A file as it is put into the editor. */
export interface Opened extends Typed {
  /** Format of the file itself. */
  origin: Format
  /** Chinese sentences for the user. */
  notices: string[]
}

/** A draft with all its fixes made. */
export interface Mended {
  text: string
  /** Places changed. */
  count: number
}

const utf8 = new TextEncoder()

async function draftOf(input: Input, { kind, settings }: Terms): Promise<Draft> {
  const source = await read(input)
  const known = kind ?? source.metadata.kind ?? settings.kind
  return build(source, known ? { kind: known } : {})
}

const typedDraft = ({ name, format, text }: Typed, terms: Terms): Promise<Draft> =>
  draftOf({ name, format, bytes: utf8.encode(text) }, terms)

/** The format of a text that came without a name. */
export const looksOf = (text: string): Typed['format'] => (looksLikeMarkdown(text) ? 'markdown' : 'text')

/**
 * What the page asks of the core. Every function is pure and takes and gives plain data, so that all of them can run in
 * a worker. They throw FazhiError.
 */
export const engine = {
  /** A file for the editor; Word documents and web pages become Markdown. */
  async open(name: string, bytes: Uint8Array): Promise<Opened> {
    const source = await read({ name, bytes })
    const { format, notices, lost = [] } = source
    if (format === 'text' || format === 'markdown')
      return { name, format, origin: format, text: source.text.replace(/\r\n?/g, '\n'), notices }
    return { name, format: 'markdown', origin: format, text: editable(build(source)), notices: [...notices, ...lost] }
  },

  async check(typed: Typed, terms: Terms): Promise<Checked> {
    const draft = await typedDraft(typed, terms)
    return checkedOf(draft, examine(draft, terms.settings))
  },

  async mend(typed: Typed, terms: Terms): Promise<Mended> {
    const { draft, changes } = await fix(
      await typedDraft(typed, terms),
      (current) => examine(current, terms.settings).findings,
      (text) => typedDraft({ ...typed, text }, terms),
    )
    return { text: draft.source.text, count: Object.values(changes).reduce((sum, count) => sum + count, 0) }
  },

  /** @param bytes of the draft's own file; empty where it is none */
  async download(form: FormName, typed: Typed, terms: Terms, bytes: Uint8Array): Promise<Download> {
    const draft = await (isOfFile(form) ? draftOf({ name: typed.name, bytes }, terms) : typedDraft(typed, terms))
    return downloadOf(form, { draft, examined: examine(draft, terms.settings), bytes })
  },

  /** A blank report for the editor; who and when stand in its title. */
  async skeleton(facts: Facts, kind: Kind): Promise<string> {
    const isStreet = isStreetOffice(kind, facts.issuer)
    return withoutFrontMatter(scaffold(facts, kind, bindingDemands(demandsOf(kind), facts.year, isStreet)))
  },

  /** The settings of a configuration file. */
  async settings(name: string, bytes: Uint8Array): Promise<Partial<Settings>> {
    return parseSettings(decode(bytes).text, name)
  },
}

/** The tasks of the page by name. */
export type Engine = typeof engine

/** What a task that failed says; `null` for the code of a defect of ours. */
export interface Failure {
  code: string | null
  message: string
}

/** What is told of whatever a task threw. */
export const failureOf = (error: unknown): Failure =>
  error instanceof FazhiError
    ? { code: error.code, message: error.message }
    : { code: null, message: error instanceof Error ? String(error.stack ?? error.message) : String(error) }
