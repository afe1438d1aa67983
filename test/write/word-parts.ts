import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { toDocx } from '../../src/write/docx/docx.js'
import type { Profile } from '../../src/write/docx/profile.js'
import { draftOf } from '../drafts.js'

/** Parts of a Word document by their names. */
export type Parts = Record<string, string>

/** Parts of a Word document; every one is well-formed XML. */
export function partsOf(docx: Uint8Array): Parts {
  const parts = Object.fromEntries(Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  for (const xml of Object.values(parts)) {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', (error) => {
      throw error
    })
    parser.write(xml).close()
  }
  return parts
}

/** The Word document of a draft typed in a test, as parts. */
export async function written(text: string, name = 'draft.md', profile?: Profile): Promise<Parts> {
  return partsOf(toDocx(await draftOf(text, name), profile))
}

/** A paragraph of the main part, as far as tests look at it. */
export interface Line {
  style: string
  text: string
  /** The paragraph's own properties and runs. */
  xml: string
}

const valOf = (xml: string, name: string): string => new RegExp(`<${name} w:val="([^"]*)"`).exec(xml)?.[1] ?? ''

const decoded = (text: string): string => text.replaceAll('&#x3C;', '<').replaceAll('&#x26;', '&')

/** Paragraphs of a part in order, those of tables too; soft line breaks are `\n`. */
export function linesOf(xml: string): Line[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, content = '']) => ({
    style: valOf(content, 'w:pStyle'),
    text: [...content.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>|(<w:br)/g)]
      .map(([, text, lineBreak]) => (lineBreak ? '\n' : decoded(text ?? '')))
      .join(''),
    xml: content,
  }))
}

export const lineWith = (xml: string, text: string): Line => {
  const line = linesOf(xml).find((each) => each.text.includes(text))
  if (!line) throw new Error(`no paragraph has “${text}”`)
  return line
}

/** A style of the styles part. */
export function styleOf(parts: Parts, id: string): string {
  const xml = parts['word/styles.xml'] ?? ''
  const style = new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(xml)?.[0]
  if (style === undefined) throw new Error(`no style ${id}`)
  return style
}
