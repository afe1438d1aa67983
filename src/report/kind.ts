import type { Kind } from '../generated/report.js'
import type { Metadata } from '../model.js'
import { kindOfBody } from './names.js'

/** How a draft speaks of its own body. 我市 in a bureau's report is its city; a bureau's or town's own word decides first. */
const SELF: { kind: Kind; pattern: RegExp; least: number }[] = [
  {
    kind: 'department',
    pattern: /我局|我厅|我委|本局|局党组|局党委|厅党组|委党组|局机关|全局上下|我中心|我办|我支队/g,
    least: 2,
  },
  {
    kind: 'township',
    pattern: /我镇|我乡|我街道|本镇|本街道|镇党委|乡党委|街道党工委|全镇|全乡|镇政府|乡政府/g,
    least: 2,
  },
  { kind: 'government', pattern: /我[省市县区州旗]|[省市县区]政府常务会|[省市县区]委常委会|[省市县区]政府/g, least: 2 },
]

/** Kind of issuer, by its name, else by the page that published it, else by how the text speaks of itself. */
export function inferKind(issuer: string | null, metadata: Metadata, text: () => string): Kind | null {
  const byName = issuer === null ? null : kindOfBody(issuer)
  if (byName) return byName
  for (const { kind, pattern, least } of SELF) {
    if ((text().match(pattern)?.length ?? 0) >= least) return kind
  }
  const publisher = metadata.rest['publisher']
  return typeof publisher === 'string' ? kindOfPublisher(publisher) : null
}

/** 县府办, 区政府办公室 publish their government's report. */
function kindOfPublisher(publisher: string): Kind | null {
  return /[省市县区](?:政)?府(?:办|办公室|办公厅)?$/.test(publisher) ? 'government' : kindOfBody(publisher)
}

/** Whether the issuer, of the kind of towns, is a street office, by its name or else by how the text speaks of itself. */
export function isStreet(issuer: string | null, text: () => string): boolean {
  return issuer === null
    ? /我街道|街道党工委/.test(text()) && !/我镇|我乡|镇党委|乡党委/.test(text())
    : isStreetOffice('township', issuer)
}

/** Whether a body is a street office, by its kind and name: these report by practice and not by duty. */
export const isStreetOffice = (kind: Kind | null, name: string): boolean => kind === 'township' && name.includes('街道')
