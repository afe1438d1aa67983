import { FazhiError } from '../../error.js'
import type { Document } from '../../model.js'

/** A Word document as mdast laid out as text. */
export async function readDocx(bytes: Uint8Array): Promise<Document> {
  throw new FazhiError('bad-document', `${bytes.length}`)
}
