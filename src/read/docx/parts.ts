import { FazhiError } from '../../error.js'
import { broken, RESAVE } from '../refusals.js'
import type { Package } from './package.js'
import { decodeXml, parseXml } from './xml.js'

/** Largest part that is read, in bytes; the text of a long report has 2 MB of XML. */
const LARGEST_PART = 30 * 1024 * 1024

/** Names of the parts of a document that are read; `null` for what it has not. */
export interface Parts {
  document: string
  styles: string | null
  numbering: string | null
  footnotes: string | null
  endnotes: string | null
  comments: string | null
}

/** Text of a part; `null` without one. */
export function partText(pack: Package, part: string | null): string | null {
  return part === null ? null : decodeXml(pack.read(part, LARGEST_PART), part)
}

/** The path a relationship's target means, seen from the folder of its source. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((step) => step !== '')
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Targets inside the package by the last word of their type: `styles`, `footnotes`. */
export function relationships(pack: Package, of: string): Map<string, string> {
  const slash = of.lastIndexOf('/')
  const folder = of.slice(0, slash + 1)
  const part = `${folder}_rels/${of.slice(slash + 1)}.rels`
  const targets = new Map<string, string>()
  if (!pack.has(part)) return targets
  parseXml(partText(pack, part) ?? '', part, {
    open({ name, attributes }) {
      const { Type = '', Target = '', TargetMode } = attributes
      const kind = Type.slice(Type.lastIndexOf('/') + 1)
      if (name === 'rel:Relationship' && TargetMode !== 'External' && !targets.has(kind)) {
        targets.set(kind, resolve(folder, Target))
      }
    },
    close() {},
  })
  return targets
}

const USUAL = 'word/document.xml'

/** Why a zip file without a document in it is none. */
function refusal(pack: Package, main: string | undefined): FazhiError {
  const other = (what: string, hint: string): FazhiError =>
    new FazhiError('bad-document', `这是${what}，不是 Word 文档。${hint}`)
  if (pack.entries.some(({ name }) => /^xl\//.test(name))) return other('表格文件', '请把正文放到 Word 文档里再试')
  if (pack.entries.some(({ name }) => /^ppt\//.test(name))) return other('演示文稿', '请把正文放到 Word 文档里再试')
  if (pack.has('content.xml') && pack.has('mimetype')) return other(' ODT 文档', RESAVE)
  if (pack.has('OFD.xml')) return other(' OFD 文件', '请向起草人索取 Word 原稿后再试')
  if (main !== undefined || pack.has('[Content_Types].xml')) return broken(`缺少正文（${main ?? USUAL}）`)
  return other('压缩包', '请解压后，用里面的 Word 文档再试')
}

/** Finds the parts of a Word document. Throws `bad-document` where the package is none. */
export function findParts(pack: Package): Parts {
  const named = relationships(pack, '').get('officeDocument')
  const document = [named, USUAL].find((part) => part !== undefined && pack.has(part))
  if (document === undefined || /^(?:xl|ppt)\//.test(document)) throw refusal(pack, named)
  const targets = relationships(pack, document)
  const part = (kind: string): string | null => {
    const target = targets.get(kind)
    return target !== undefined && pack.has(target) ? target : null
  }
  return {
    document,
    styles: part('styles'),
    numbering: part('numbering'),
    footnotes: part('footnotes'),
    endnotes: part('endnotes'),
    comments: part('comments'),
  }
}
