import type { Fix, Location, Notification, PhysicalLocation, Region, Result, Suppression } from 'sarif'
import type { Edit, Finding, WaivedFinding } from '../finding.js'
import type { Draft, Place, Span } from '../model.js'
import { placesIn } from '../report/place.js'
import { linesOf, textAt } from './excerpt.js'
import { fingerprintsOf } from './fingerprint.js'
import type { Reporter, Unread } from './reporter.js'
import { driver, LEVELS, ruleIndexOf, UNREADABLE } from './sarif-driver.js'

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** Formats whose lines and columns are those of the file; in others a line is a paragraph, and a region would mislead. */
const WITH_REGIONS: ReadonlySet<string> = new Set(['text', 'markdown'])
/** Longest text of a place that is quoted, in UTF-16 units. */
const SNIPPET = 400
/** Edits of a fix that are still sent; a fix of more is made with `--fix`. */
const EDITS = 20

/** A path as a URI: relative as it is, absolute as `file:`; every segment encoded, so that `#`, `?` and blanks are part of the name. */
export function uriOf(path: string): string {
  const segments = path
    .replaceAll('\\', '/')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
    .split('/')
  const [first = '', second] = segments
  const encoded = segments.map(encodeURIComponent)
  // C:/年报 keeps its colon, //server/年报 its server.
  if (/^[A-Za-z]:$/.test(first)) return `file:///${[first, ...encoded.slice(1)].join('/')}`
  if (first === '' && second === '' && segments.length > 2) return `file:${encoded.join('/')}`
  return first === '' && segments.length > 1 ? `file://${encoded.join('/')}` : encoded.join('/')
}

const regionOf = ({ line, column, endLine, endColumn }: Place): Region => ({
  startLine: line,
  startColumn: column,
  endLine,
  endColumn,
})

/** A message as SARIF reads it: what looks like a link in it is none. */
const literal = (text: string): string => text.replace(/\[(?=[^[\]]*\]\()/g, '\\[')

/** What all results of one file need; worked out once. */
interface Subject {
  uri: string
  lines: string[]
  hasRegions: boolean
  placeOf(span: Span): Place
}

function physicalOf({ uri, lines, hasRegions }: Subject, place: Place): PhysicalLocation {
  const artifactLocation = { uri }
  if (!hasRegions) return { artifactLocation }
  const text = textAt(lines, place)
  const snippet = text !== '' && text.length <= SNIPPET ? { snippet: { text } } : {}
  return { artifactLocation, region: { ...regionOf(place), ...snippet } }
}

/** Where a paragraph is all that is known, it is quoted. */
const locationOf = (subject: Subject, finding: Finding): Location => ({
  physicalLocation: physicalOf(subject, finding),
  ...(subject.hasRegions ? {} : { message: { text: literal(`第 ${finding.line} 段：${finding.excerpt}`) } }),
})

const relatedOf = (subject: Subject, place: Place, i: number): Location => ({
  id: i + 1,
  physicalLocation: physicalOf(subject, place),
  message: { text: `同一问题的另一处：第 ${place.line} ${subject.hasRegions ? '行' : '段'}` },
})

const fixOf = ({ uri, placeOf }: Subject, edits: Edit[]): Fix => ({
  description: { text: '自动改正' },
  artifactChanges: [
    {
      artifactLocation: { uri },
      replacements: edits.map((edit) => ({
        deletedRegion: regionOf(placeOf(edit)),
        insertedContent: { text: edit.text },
      })),
    },
  ],
})

const suppressionOf = ({ reason }: WaivedFinding): Suppression => ({
  kind: 'inSource',
  ...(reason === '' ? {} : { justification: reason }),
})

function resultOf(subject: Subject, finding: Finding | WaivedFinding, fingerprint: string): Result {
  const { rule, severity, message, basis, related = [], fix } = finding
  const ruleIndex = ruleIndexOf(rule)
  return {
    ruleId: rule,
    ...(ruleIndex === undefined ? {} : { ruleIndex }),
    level: LEVELS[severity],
    message: { text: literal(message) },
    locations: [locationOf(subject, finding)],
    ...(related.length > 0 ? { relatedLocations: related.map((place, i) => relatedOf(subject, place, i)) } : {}),
    partialFingerprints: { 'fazhiFinding/v1': fingerprint },
    ...(fix && subject.hasRegions && fix.length <= EDITS ? { fixes: [fixOf(subject, fix)] } : {}),
    ...('reason' in finding ? { suppressions: [suppressionOf(finding)] } : {}),
    ...(basis === null ? {} : { properties: { basis } }),
  }
}

function subjectOf({ source }: Draft): Subject {
  return {
    uri: uriOf(source.path),
    lines: linesOf(source.text),
    hasRegions: WITH_REGIONS.has(source.format),
    placeOf: placesIn(source.text),
  }
}

const byPlace = (a: Finding, b: Finding): number => a.line - b.line || a.column - b.column

const notificationOf = ({ path, code, message }: Unread): Notification => ({
  descriptor: UNREADABLE,
  level: 'error',
  message: { text: message },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(path) } } }],
  properties: { code },
})

/**
 * `--format sarif`: SARIF 2.1.0 with one run, a result a line. Waived findings are suppressed results; files that could
 * not be read are notifications of the invocation, which is then not successful.
 */
export const sarif: Reporter = {
  head: `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[{"tool":{"driver":${JSON.stringify(driver)}},"columnKind":"utf16CodeUnits","language":"zh-CN","results":[\n`,
  separator: ',\n',
  file: ({ result, draft }) => {
    if (!draft) return ''
    const subject = subjectOf(draft)
    const all = [...result.findings, ...(result.waived ?? [])].sort(byPlace)
    const fingerprints = fingerprintsOf(all)
    return all.map((finding, i) => JSON.stringify(resultOf(subject, finding, fingerprints[i] as string))).join(',\n')
  },
  tail: (_, unread) => {
    const invocation = {
      executionSuccessful: unread.length === 0,
      toolExecutionNotifications: unread.map(notificationOf),
    }
    return `\n],"invocations":[${JSON.stringify(invocation)}]}]}\n`
  },
}
