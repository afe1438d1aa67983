import type { Face, Measures, Profile } from './profile.js'
import { type Element, el, NAMESPACES, on, toPart, val } from './xml.js'

/** Identifiers of the styles that paragraphs and runs of a report have. */
export const STYLE = {
  title: 'Title',
  subtitle: 'Subtitle',
  front: 'Front',
  addressee: 'Salutation',
  headings: ['Heading1', 'Heading2', 'Heading3', 'Heading4', 'Heading5', 'Heading6'],
  body: 'BodyText',
  quote: 'Quote',
  listNumber: 'ListNumber',
  listBullet: 'ListBullet',
  listMore: 'ListContinue',
  signature: 'Signature',
  date: 'Date',
  annexNote: 'AnnexNote',
  annex: 'Annex',
  annexTitle: 'AnnexTitle',
  cell: 'TableText',
  headerCell: 'TableHeading',
  keyCell: 'TableKey',
  table: 'TableGrid',
  footer: 'Footer',
  footnote: 'FootnoteText',
  footnoteMark: 'FootnoteReference',
  comment: 'CommentText',
  commentMark: 'CommentReference',
  link: 'Hyperlink',
} as const

const CHINESE_INDENT = 200

/** Twips between the text of a cell and its left and right edges. */
export const CELL_MARGIN = 108

const fonts = (font: string, latin: string): Element =>
  el('w:rFonts', { 'w:ascii': latin, 'w:hAnsi': latin, 'w:eastAsia': font, 'w:cs': latin })

const halfPoints = (size: number): [Element, Element] => [
  val('w:sz', Math.round(size * 2)),
  val('w:szCs', Math.round(size * 2)),
]

const weight = ({ bold }: Face): (Element | false)[] => [on('w:b', bold), on('w:bCs', bold)]

/** Letters in a face; character spacing is for the size of the text alone. */
const letters = (face: Face, latin: string, spacing: number | null): Element =>
  el(
    'w:rPr',
    {},
    fonts(face.font, latin),
    ...weight(face),
    spacing !== null && val('w:spacing', spacing),
    ...halfPoints(face.size),
  )

interface Lines {
  pitch: number
  before?: number
  after?: number
}

const exact = ({ pitch, before, after }: Lines): Element =>
  el('w:spacing', { 'w:before': before, 'w:after': after, 'w:line': pitch, 'w:lineRule': 'exact' })

/** First line indented by two characters; the twips are for programs that do not count in characters. */
const indented = ({ character }: Measures): Element =>
  el('w:ind', { 'w:firstLineChars': CHINESE_INDENT, 'w:firstLine': 2 * character })

interface Style {
  id: string
  name: string
  basedOn?: string
  next?: string
  /** Order in Word's list of styles; styles without it are hidden there until they are used. */
  priority?: number
  type?: 'paragraph' | 'character' | 'table'
}

function style({ id, name, basedOn, next, priority, type = 'paragraph' }: Style, ...properties: Element[]): Element {
  const isDefault = id === 'Normal' || id === 'DefaultParagraphFont' || id === 'TableNormal'
  return el(
    'w:style',
    { 'w:type': type, 'w:default': isDefault ? 1 : undefined, 'w:styleId': id },
    val('w:name', name),
    basedOn !== undefined && val('w:basedOn', basedOn),
    next !== undefined && val('w:next', next),
    val('w:uiPriority', priority ?? 99),
    on('w:semiHidden', priority === undefined && !isDefault),
    on('w:unhideWhenUsed', priority === undefined && !isDefault),
    on('w:qFormat', priority !== undefined),
    ...properties,
  )
}

const pPr = (...children: (Element | false)[]): Element => el('w:pPr', {}, ...children)

/** Headings keep with the text below; all of them show in the navigation pane. */
function headings({ headings: faces, latin, body }: Profile, measures: Measures): Element[] {
  return STYLE.headings.map((id, i) => {
    const face = faces[i] ?? faces[3]
    return style(
      { id, name: `heading ${i + 1}`, basedOn: 'Normal', next: STYLE.body, priority: 9 },
      pPr(el('w:keepNext'), el('w:keepLines'), indented(measures), val('w:outlineLvl', i)),
      letters(face, latin, face.size === body.size ? measures.spacing : 0),
    )
  })
}

/** Styles of what stands around the text: title, addressee, signature, annexes. */
function framing({ title, latin, headings: [first] }: Profile, measures: Measures): Element[] {
  const { pitch, titlePitch } = measures
  const unsnapped = val('w:snapToGrid', 0)
  const centred = val('w:jc', 'center')
  const titleFace = letters(title, latin, 0)
  return [
    style(
      { id: STYLE.title, name: 'Title', basedOn: 'Normal', next: STYLE.body, priority: 1 },
      pPr(
        ...[el('w:keepNext'), el('w:keepLines'), unsnapped, exact({ pitch: titlePitch, after: pitch })],
        ...[el('w:contextualSpacing'), centred],
      ),
      titleFace,
    ),
    style(
      { id: STYLE.subtitle, name: 'Subtitle', basedOn: 'Normal', next: STYLE.body, priority: 2 },
      pPr(exact({ pitch, after: pitch }), el('w:contextualSpacing'), centred),
    ),
    style({ id: STYLE.front, name: '文头', basedOn: 'Normal', next: STYLE.title, priority: 3 }, pPr(centred)),
    style({ id: STYLE.addressee, name: 'Salutation', basedOn: 'Normal', next: STYLE.body, priority: 4 }),
    style(
      { id: STYLE.signature, name: 'Signature', basedOn: 'Normal', next: STYLE.date, priority: 20 },
      pPr(el('w:keepNext'), val('w:jc', 'right')),
    ),
    style(
      { id: STYLE.date, name: 'Date', basedOn: 'Normal', next: STYLE.body, priority: 21 },
      pPr(val('w:jc', 'right')),
    ),
    style({ id: STYLE.annexNote, name: '附件说明', basedOn: 'Normal', priority: 22 }),
    style(
      { id: STYLE.annex, name: '附件', basedOn: 'Normal', next: STYLE.annexTitle, priority: 23 },
      pPr(el('w:keepNext'), el('w:pageBreakBefore'), exact({ pitch, after: pitch })),
      letters({ ...first, bold: false }, latin, measures.spacing),
    ),
    style(
      { id: STYLE.annexTitle, name: '附件标题', basedOn: 'Normal', next: STYLE.body, priority: 24 },
      pPr(el('w:keepNext'), unsnapped, exact({ pitch: titlePitch, after: pitch }), centred),
      titleFace,
    ),
  ]
}

function tables({ table, latin, body }: Profile, { tablePitch, spacing }: Measures): Element[] {
  const own = table.size === body.size ? spacing : 0
  const edge = (side: string): Element =>
    el(`w:${side}`, { 'w:val': 'single', 'w:sz': 4, 'w:space': 0, 'w:color': 'auto' })
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(edge)
  const margin = (side: string, width: number): Element => el(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })
  const cell = pPr(val('w:snapToGrid', 0), exact({ pitch: tablePitch }), val('w:jc', 'left'))
  return [
    style({ id: STYLE.cell, name: '表格文字', basedOn: 'Normal', priority: 30 }, cell, letters(table, latin, own)),
    style(
      { id: STYLE.headerCell, name: '表格标题', basedOn: STYLE.cell, priority: 31 },
      pPr(el('w:keepNext'), val('w:jc', 'center')),
      letters({ ...table, font: table.header }, latin, own),
    ),
    style(
      { id: STYLE.keyCell, name: '表格栏目', basedOn: STYLE.cell, priority: 32 },
      pPr(val('w:jc', 'center')),
      letters({ ...table, font: table.header }, latin, own),
    ),
    style(
      { id: 'TableNormal', name: 'Normal Table', type: 'table' },
      el(
        'w:tblPr',
        {},
        el(
          'w:tblCellMar',
          {},
          margin('top', 0),
          margin('left', CELL_MARGIN),
          margin('bottom', 0),
          margin('right', CELL_MARGIN),
        ),
      ),
    ),
    style(
      { id: STYLE.table, name: 'Table Grid', basedOn: 'TableNormal', type: 'table', priority: 39 },
      el('w:tblPr', {}, el('w:tblBorders', {}, ...sides)),
    ),
  ]
}

const SMALL = 10.5
const COMMENT = 9

/** Notes at the foot of a page, comments, page numbers, links. */
function margins({ pageNumber, latin, body }: Profile): Element[] {
  const small = { ...body, size: SMALL, bold: false }
  const single = el('w:spacing', { 'w:line': 240, 'w:lineRule': 'auto' })
  const raised = el('w:rPr', {}, val('w:spacing', 0), val('w:vertAlign', 'superscript'))
  const font = { basedOn: 'DefaultParagraphFont', type: 'character' } as const
  return [
    style(
      { id: STYLE.footer, name: 'footer', basedOn: 'Normal' },
      pPr(val('w:snapToGrid', 0), single),
      letters(pageNumber, pageNumber.font, 0),
    ),
    style(
      { id: STYLE.footnote, name: 'footnote text', basedOn: 'Normal' },
      pPr(val('w:snapToGrid', 0), single, val('w:jc', 'left')),
      letters(small, latin, 0),
    ),
    style({ id: STYLE.footnoteMark, name: 'footnote reference', ...font }, raised),
    style(
      { id: STYLE.comment, name: 'annotation text', basedOn: 'Normal' },
      pPr(val('w:snapToGrid', 0), single, val('w:jc', 'left')),
      letters(small, latin, 0),
    ),
    style({ id: STYLE.commentMark, name: 'annotation reference', ...font }, el('w:rPr', {}, ...halfPoints(COMMENT))),
    style({ id: STYLE.link, name: 'Hyperlink', ...font }, el('w:rPr', {}, val('w:u', 'single'))),
  ]
}

/** `word/styles.xml`: everything a report needs, named as Word names it, so that its panes and menus know it. */
export function stylesPart(profile: Profile, measures: Measures): Uint8Array {
  const { body, latin } = profile
  const defaults = el(
    'w:rPr',
    {},
    fonts(body.font, latin),
    ...halfPoints(body.size),
    el('w:lang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN', 'w:bidi': 'ar-SA' }),
  )
  return toPart(
    el(
      'w:styles',
      NAMESPACES,
      el('w:docDefaults', {}, el('w:rPrDefault', {}, defaults), el('w:pPrDefault')),
      style(
        { id: 'Normal', name: 'Normal', priority: 0 },
        // Word lets marks hang, said or not. Unsaid, LibreOffice does too, and does not draw those behind a full line.
        pPr(
          ...[el('w:widowControl'), el('w:overflowPunct')],
          ...[exact({ pitch: measures.pitch, before: 0, after: 0 }), val('w:jc', 'both')],
        ),
        letters(body, latin, measures.spacing),
      ),
      style({ id: 'DefaultParagraphFont', name: 'Default Paragraph Font', type: 'character' }),
      style({ id: STYLE.body, name: 'Body Text', basedOn: 'Normal', priority: 5 }, pPr(indented(measures))),
      style({ id: STYLE.listNumber, name: 'List Number', basedOn: 'Normal', priority: 6 }),
      style({ id: STYLE.listBullet, name: 'List Bullet', basedOn: 'Normal', priority: 6 }),
      style({ id: STYLE.listMore, name: 'List Continue', basedOn: 'Normal', priority: 6 }),
      style(
        { id: STYLE.quote, name: 'Quote', basedOn: 'Normal', priority: 7 },
        pPr(
          el('w:ind', {
            ...{ 'w:leftChars': CHINESE_INDENT, 'w:left': 2 * measures.character },
            ...{ 'w:firstLineChars': CHINESE_INDENT, 'w:firstLine': 2 * measures.character },
          }),
        ),
      ),
      ...headings(profile, measures),
      ...framing(profile, measures),
      ...tables(profile, measures),
      ...margins(profile),
    ),
  )
}

/** Fonts of the profile with those that stand in where an office's machine lacks them. */
const STAND_INS: Record<string, string> = {
  仿宋_GB2312: '仿宋',
  楷体_GB2312: '楷体',
  方正小标宋简体: '方正小标宋_GBK',
  方正小标宋_GBK: '方正小标宋简体',
}

/** `word/fontTable.xml`. */
export function fontsPart({ title, body, headings: faces, table, pageNumber }: Profile): Uint8Array {
  const names = [title.font, body.font, ...faces.map(({ font }) => font), table.font, table.header, pageNumber.font]
  return toPart(
    el(
      'w:fonts',
      NAMESPACES,
      ...[...new Set(names)].map((name) =>
        el(
          'w:font',
          { 'w:name': name },
          STAND_INS[name] !== undefined && val('w:altName', STAND_INS[name]),
          val('w:charset', '86'),
          val('w:family', 'auto'),
          val('w:pitch', 'variable'),
        ),
      ),
    ),
  )
}
