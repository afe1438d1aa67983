import { FazhiError } from '../../error.js'
import type { Document } from '../../model.js'

/** A web page as mdast laid out as text. */
export async function readHtml(bytes: Uint8Array): Promise<Document> {
  throw new FazhiError('bad-document', `${bytes.length}`)
}
