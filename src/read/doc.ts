import { FazhiError } from '../error.js'
import type { Document } from '../model.js'

/** A binary Word or WPS document as mdast laid out as text. */
export async function readDoc(bytes: Uint8Array): Promise<Document> {
  throw new FazhiError('bad-document', `${bytes.length}`)
}
