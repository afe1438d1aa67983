import { ALL_KINDS, type Kind } from '../generated/report.js'
import { schemas as builtIn } from '../generated/schemas.js'
import type { ContentSpec, Demands, FieldSpec, Severity } from '../model.js'

/** A JSON Schema as parsed; only the keywords this program reads are spelled out. */
export interface SchemaDocument {
  $ref?: string
  $defs?: Record<string, SchemaDocument>
  title?: string
  properties?: Record<string, SchemaDocument>
  required?: string[]
  allOf?: SchemaDocument[]
  'x-binding-since'?: number
  'x-heading'?: string
  'x-words'?: string[]
  'x-weak-words'?: string[]
  'x-traps'?: string[]
  'x-sentences'?: string[]
  'x-duty'?: string
  'x-guidance'?: string
  'x-basis'?: string
  'x-severity'?: Severity
  'x-topics'?: { title: string; guidance: string }[]
}

const schemas = builtIn as unknown as Record<'report' | Kind, SchemaDocument>

/** The schema and its `allOf` parts, outermost last; a `$ref` part is laid under it by the caller. */
export function layersOf(schema: SchemaDocument): SchemaDocument[] {
  return [...(schema.allOf ?? []).flatMap(layersOf), schema]
}

/** A schema with the one of its own document that it refers to (`#/$defs/name`) laid under it. */
export function withReference(schema: SchemaDocument, document: SchemaDocument): SchemaDocument {
  const name = /^#\/\$defs\/([^/]+)$/.exec(schema.$ref ?? '')?.[1]
  return name === undefined ? schema : { ...document.$defs?.[name], ...schema }
}

function toField(key: string, layers: SchemaDocument[]): FieldSpec {
  const merged: SchemaDocument = Object.assign({}, ...layers)
  return {
    key,
    title: merged.title ?? key,
    guidance: merged['x-guidance'] ?? '',
    severity: merged['x-severity'] ?? 'info',
  }
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

function toContent(key: string, layers: SchemaDocument[], required: boolean): ContentSpec {
  const merged: SchemaDocument = Object.assign({}, ...layers)
  const title = merged.title ?? key
  return {
    key,
    title,
    heading: merged['x-heading'] ?? title,
    words: merged['x-words'] ?? [escaped(title)],
    weakWords: merged['x-weak-words'] ?? [],
    traps: merged['x-traps'] ?? [],
    sentences: merged['x-sentences'] ?? merged['x-words'] ?? [escaped(title)],
    duty: merged['x-duty'] ?? title,
    guidance: merged['x-guidance'] ?? '',
    basis: merged['x-basis'] ?? null,
    severity: merged['x-severity'] ?? 'error',
    topics: merged['x-topics'] ?? [],
    required,
  }
}

/** `null` stands for a kind that is not known: what all kinds have in common is demanded. */
function requiredContents(kind: Kind | null, overlay: SchemaDocument | null): Set<string> {
  const requiredBy = (schema: SchemaDocument): string[] =>
    layersOf(schema).flatMap((layer) => layer.properties?.['sections']?.required ?? [])
  const own = kind
    ? requiredBy(schemas[kind])
    : requiredBy(schemas.government).filter((key) => ALL_KINDS.every((each) => requiredBy(schemas[each]).includes(key)))
  return new Set([...own, ...(overlay ? requiredBy(overlay) : [])])
}

/** Demands are the same for every report of a kind; whole collections are checked in one run. */
const withoutOverlay = new Map<Kind | null, Demands>()
const byOverlay = new WeakMap<SchemaDocument, Map<Kind | null, Demands>>()

/**
 * What the schemas ask of a report of this kind: the report schema, the schema of the kind, and an overlay, in this
 * order; a later keyword wins. Contents stand in customary order, those of the overlay before `other`.
 */
export function demandsOf(kind: Kind | null, overlay: SchemaDocument | null = null): Demands {
  const byKind = overlay ? (byOverlay.get(overlay) ?? new Map<Kind | null, Demands>()) : withoutOverlay
  if (overlay) byOverlay.set(overlay, byKind)
  const demands = byKind.get(kind) ?? layDown(kind, overlay)
  byKind.set(kind, demands)
  return demands
}

function layDown(kind: Kind | null, overlay: SchemaDocument | null): Demands {
  const documents = [schemas.report, ...(kind ? [schemas[kind]] : []), ...(overlay ? [overlay] : [])]
  const layers = documents.flatMap(layersOf)
  const documentOf = new Map(documents.flatMap((document) => layersOf(document).map((layer) => [layer, document])))
  const layersFor = (properties: (layer: SchemaDocument) => Record<string, SchemaDocument> | undefined) => {
    const byKey = new Map<string, SchemaDocument[]>()
    for (const layer of layers) {
      for (const [key, value] of Object.entries(properties(layer) ?? {}))
        byKey.set(key, [...(byKey.get(key) ?? []), withReference(value, documentOf.get(layer) ?? layer)])
    }
    return byKey
  }
  const required = requiredContents(kind, overlay)
  const contentLayers = layersFor((layer) => layer.properties?.['sections']?.properties)
  for (const key of required) if (!contentLayers.has(key)) contentLayers.set(key, [])
  const contents = [...contentLayers].map(([key, parts]) => toContent(key, parts, required.has(key)))
  contents.sort((a, b) => Number(a.key === 'other') - Number(b.key === 'other'))
  const fieldLayers = layersFor((layer) => layer.properties)
  fieldLayers.delete('sections')
  return {
    contents,
    fields: Object.fromEntries([...fieldLayers].map(([key, parts]) => [key, toField(key, parts)])),
    bindingSince: layers.reduce((since, layer) => layer['x-binding-since'] ?? since, 0),
  }
}

/** 街道 report by practice, and years before the regulation are not bound by it. */
export function bindingDemands(demands: Demands, year: number | null, street: boolean): Demands {
  const isBound = year === null || year >= demands.bindingSince
  if (isBound && !street) return demands
  return {
    ...demands,
    contents: demands.contents.map((content) => ({
      ...content,
      basis: isBound && content.basis !== null ? `参照${content.basis}` : null,
      severity: isBound ? content.severity : 'info',
    })),
  }
}
