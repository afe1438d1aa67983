import { FazhiError } from '../../error.js'
import type { Finding } from '../../finding.js'
import { readWord } from '../../read/docx/docx.js'
import { findParts } from '../../read/docx/parts.js'
import { spansOfPlaces } from '../../report/place.js'
import { commentParts, freeIds, marksXml } from './comments.js'
import { targetsIn } from './targets.js'
import { type Wording, wordingOf } from './wording.js'
import { encodeLike, type Insertion, inserted, spellingAt } from './xml-part.js'
import { withParts } from './zip.js'

/**
 * The author's own Word document with a comment at the place of every finding. Marks stand between the runs of the main
 * part and split none, so that it is what it was once they are taken out; all parts but those of comments are copied as
 * they are packed. Without findings the bytes are those given; the same arguments give the same bytes.
 * Throws FazhiError: `bad-document`, `too-large`.
 * @param findings of the text that `readWord` gives for the bytes
 */
export function annotate(bytes: Uint8Array, findings: Finding[]): Uint8Array {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    throw new FazhiError(
      'bad-document',
      '这不是新版 Word 文档（.docx），加不了批注。请用 Word 或 WPS 打开，另存为 .docx 后再试',
    )
  }
  if (findings.length === 0) return bytes
  const document = readWord(bytes)
  const { package: pack, part, xml, text } = document
  const parts = findParts(pack)
  const targetOf = targetsIn(document)
  const spanOf = spansOfPlaces(text)
  const ids = freeIds(pack, parts, findings.length)
  const comments = new Map<number, Wording>()
  const starts: Insertion[] = []
  const ends: Insertion[] = []
  for (const [i, finding] of findings.entries()) {
    const target = targetOf(spanOf(finding))
    if (!target) throw new FazhiError('bad-document', '正文里没有可以加批注的段落。请把正文复制到新文档后再试')
    const id = ids[i] as number
    const { start, end, paragraph } = target.marks
    const { before, behind } = marksXml(spellingAt(xml, paragraph), id)
    comments.set(id, wordingOf(finding, target, text, spanOf))
    if (start === end) ends.push({ at: end, text: before + behind })
    else {
      starts.push({ at: start, text: before })
      ends.push({ at: end, text: behind })
    }
  }
  // At one offset, the comments before it end first.
  const annotated = inserted(xml, [...ends, ...starts])
  const contents = [[part, encodeLike(pack.read(part), annotated)] as const, ...commentParts(pack, parts, comments)]
  return withParts(bytes, pack, new Map(contents))
}
