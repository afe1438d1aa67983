import { strToU8, zipSync } from 'fflate'

/** Word files written by hand, for what LibreOffice and pandoc cannot make. */

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" ' +
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ' +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** How characters look; sizes in points. */
export interface RunLook {
  font?: string
  size?: number
  bold?: boolean
  hidden?: boolean
  style?: string
}

export interface ParagraphLook extends RunLook {
  /** Identifier of a paragraph style. */
  style?: string
  /** List and its level, 0 for the highest. */
  list?: [id: number, level: number]
  /** Outline level, 0 for the highest. */
  outline?: number
}

function runProperties({ font, size, bold, hidden, style }: RunLook): string {
  const inner = [
    style ? `<w:rStyle w:val="${style}"/>` : '',
    font ? `<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>` : '',
    bold === undefined ? '' : `<w:b w:val="${bold ? 1 : 0}"/>`,
    hidden ? '<w:vanish/>' : '',
    size ? `<w:sz w:val="${size * 2}"/>` : '',
  ].join('')
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`
}

/** A run; a tab or line end in the text becomes its element. */
export function run(text: string, look: RunLook = {}): string {
  const content = text
    .split(/([\t\n])/)
    .map((part) => {
      if (part === '\t') return '<w:tab/>'
      if (part === '\n') return '<w:br/>'
      return part === '' ? '' : `<w:t xml:space="preserve">${escapeXml(part)}</w:t>`
    })
    .join('')
  return `<w:r>${runProperties(look)}${content}</w:r>`
}

/** A paragraph of runs as XML, or of one run of text. */
export function paragraph(content: string, { style, list, outline, ...look }: ParagraphLook = {}): string {
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    list ? `<w:numPr><w:ilvl w:val="${list[1]}"/><w:numId w:val="${list[0]}"/></w:numPr>` : '',
    outline === undefined ? '' : `<w:outlineLvl w:val="${outline}"/>`,
  ].join('')
  const inner = content.startsWith('<') ? content : run(content, look)
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
}

export interface CellLook {
  columns?: number
  merge?: 'restart' | 'continue'
}

export function cell(content: string, { columns, merge }: CellLook = {}): string {
  const properties = `${columns ? `<w:gridSpan w:val="${columns}"/>` : ''}${merge ? `<w:vMerge w:val="${merge}"/>` : ''}`
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`
}

export const table = (rows: string[][]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join('')}</w:tr>`).join('')}</w:tbl>`

/** Styles with names as Word writes them: body in 仿宋 16, Heading 1 to 4, Title; `more` is added. */
export const stylesXml = (more = ''): string =>
  [
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/><w:rPr><w:rFonts w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="a"/><w:rPr><w:sz w:val="44"/></w:rPr></w:style>',
    ...[1, 2, 3, 4].map(
      (level) =>
        `<w:style w:type="paragraph" w:styleId="${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>`,
    ),
    more,
  ].join('')

/** A level of a list: number format and text, such as `chineseCounting` and `%1、`. */
export type LevelSpec = [format: string, text: string, more?: string]

export const levelsXml = (levels: LevelSpec[]): string =>
  levels
    .map(
      ([format, text, more = ''], i) =>
        `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`,
    )
    .join('')

/** The numbering of GB/T 9704: 一、 （一） 1. （1）. */
export const OFFICIAL: LevelSpec[] = [
  ['chineseCounting', '%1、'],
  ['chineseCounting', '\uff08%2\uff09'],
  ['decimal', '%3.'],
  ['decimal', '\uff08%4\uff09'],
]

/** numbering.xml with one definition a list; list 1 is the first. */
export const numberingXml = (lists: LevelSpec[][], more = ''): string =>
  lists
    .map((levels, i) => `<w:abstractNum w:abstractNumId="${i}">${levelsXml(levels)}</w:abstractNum>`)
    .concat(lists.map((_, i) => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`))
    .join('') + more

/** Contents of the parts of a file; roots and relationships are added. */
export interface WordParts {
  styles?: string
  numbering?: string
  footnotes?: string
  endnotes?: string
  comments?: string
  /** Further files as they are, or in place of those made here. */
  files?: Record<string, string | Uint8Array>
}

const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const ROOTS: Record<string, string> = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  comments: 'comments',
}

const relationshipsXml = (targets: [type: string, target: string][]): string =>
  `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${DOCUMENT}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** The files of a Word package by name. */
export function wordFiles(body: string, { files = {}, ...parts }: WordParts = {}): Record<string, Uint8Array> {
  const named = Object.entries(parts).filter((part): part is [string, string] => part[1] !== undefined)
  const types = named
    .map(
      ([name]) =>
        `<Override PartName="/word/${name}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`,
    )
    .join('')
  const made: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${types}</Types>`,
    '_rels/.rels': relationshipsXml([['officeDocument', 'word/document.xml']]),
    'word/document.xml': `${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`,
    'word/_rels/document.xml.rels': relationshipsXml(named.map(([name]) => [name, `${name}.xml`])),
    ...Object.fromEntries(
      named.map(([name, xml]) => [
        `word/${name}.xml`,
        `${HEAD}<w:${ROOTS[name]} ${NAMESPACES}>${xml}</w:${ROOTS[name]}>`,
      ]),
    ),
    ...files,
  }
  return Object.fromEntries(
    Object.entries(made).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  )
}

/** A Word file of this body; the same arguments give the same bytes. */
export const wordFile = (body: string, parts: WordParts = {}): Uint8Array =>
  zipSync(wordFiles(body, parts), { mtime: new Date(2025, 0, 1) })
