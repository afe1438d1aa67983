import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import type { Draft } from '../model.js'
import { read } from '../read/read.js'
import { build, type Overlay } from '../report/build.js'
import { bindingDemands, demandsOf } from '../report/demands.js'
import { isStreetOffice } from '../report/kind.js'
import { kindOfBody } from '../report/names.js'
import { type Facts, scaffold } from '../scaffold.js'
import { askFacts } from './ask-facts.js'
import { EXIT } from './exit.js'
import { FACTS_EXAMPLE, readFacts } from './facts-file.js'
import { loadOverlay } from './own-files.js'
import { writeWhole } from './write-file.js'
import { loadProfile, render, writtenFor } from './written.js'

/** Options of `fazhi new`. */
export interface NewOptions {
  issuer?: string
  year?: number
  kind?: Kind
  data?: string
  dataExample?: boolean
  schema?: string
  template?: string
  docxProfile?: string
  output?: string
  force?: boolean
}

function kindFor({ issuer, kind }: Facts): Kind {
  const known = kind ?? kindOfBody(issuer)
  if (known) return known
  throw new FazhiError(
    'usage',
    `从“${issuer}”看不出是政府、部门还是乡镇街道，请用 --kind government|department|township 写明`,
  )
}

/** A skeleton in Markdown as a draft, for forms other than Markdown. */
async function skeletonDraft(text: string, kind: Kind, overlay: Overlay | undefined): Promise<Draft> {
  const source = await read({ name: 'skeleton.md', bytes: new TextEncoder().encode(text) })
  return build(source, { kind, ...(overlay ? { overlay } : {}) })
}

/** `fazhi new`: a blank report for an issuer and year. */
export async function newCommand(options: NewOptions): Promise<number> {
  if (options.dataExample) {
    process.stdout.write(FACTS_EXAMPLE)
    return EXIT.ok
  }
  const written = writtenFor(options.output ?? null, undefined, ['md', 'docx'])
  const profile = await loadProfile(options.docxProfile, written)
  const given = options.data === undefined ? {} : readFacts(options.data)
  const overlay = await loadOverlay(options.schema)
  const template =
    options.template === undefined ? undefined : (await import('./own-template.js')).loadTemplate(options.template)
  const issuer = options.issuer?.trim()
  const facts = await askFacts({
    ...given,
    ...(issuer ? { issuer } : {}),
    ...(options.year === undefined ? {} : { year: options.year }),
    ...(options.kind === undefined ? {} : { kind: options.kind }),
  })
  const kind = kindFor(facts)
  const isStreet = isStreetOffice(kind, facts.issuer)
  const demands = bindingDemands(demandsOf(kind, overlay?.document), facts.year, isStreet)
  const unknown = Object.keys(facts.sections ?? {}).find(
    (key) => !demands.contents.some((content) => content.key === key),
  )
  if (unknown) {
    throw new FazhiError(
      'bad-data',
      `材料文件的 sections 里有“${unknown}”，可以写 ${demands.contents.map(({ key }) => key).join('、')}`,
    )
  }
  const text = scaffold(facts, kind, demands, template)
  if (options.output === undefined) process.stdout.write(text)
  else {
    const result = written === 'md' ? text : await render(await skeletonDraft(text, kind, overlay), written, profile)
    writeWhole(options.output, result, { force: options.force ?? false })
  }
  return EXIT.ok
}
