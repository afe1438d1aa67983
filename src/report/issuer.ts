import type { Source } from '../model.js'
import { isBodyName } from './names.js'

/** The body whose report it is, as fully as title, signature and page name it; front matter wins. */
export function issuerOf(source: Source, titleIssuer: string | null, signature: string | null): string | null {
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
