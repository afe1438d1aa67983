import { plainText } from '../plain-text.js'
import { toBody } from './body.js'
import type { Measures, Profile } from './profile.js'
import { run, toRuns } from './runs.js'
import { FIRST_NOTE, type NumberedList, type Story } from './story.js'
import { STYLE } from './styles.js'
import { type Element, el, NAMESPACES, toPart, val } from './xml.js'

/** Deepest level of a list that Word knows. */
const LEVELS = 9
const BULLETS = ['\u2022', '\u25e6', '\u25aa']

/** Items stand like paragraphs, as in official documents: two characters in, the text right behind the mark. */
function levelOf(level: number, { ordered, start }: NumberedList, character: number): Element {
  const left = 200 * level
  return el(
    'w:lvl',
    { 'w:ilvl': level },
    val('w:start', start),
    val('w:numFmt', ordered ? 'decimal' : 'bullet'),
    val('w:suff', ordered ? 'nothing' : 'space'),
    val('w:lvlText', ordered ? `%${level + 1}.` : (BULLETS[level % BULLETS.length] as string)),
    val('w:lvlJc', 'left'),
    el(
      'w:pPr',
      {},
      el('w:ind', {
        ...{ 'w:leftChars': left, 'w:left': (left * character) / 100 },
        ...{ 'w:firstLineChars': 200, 'w:firstLine': 2 * character },
      }),
    ),
  )
}

/** `word/numbering.xml`: every list is one of its own, so that numbers begin anew. */
export function numberingPart({ lists, measures }: Story): Uint8Array {
  const definitions = lists.map((list, i) =>
    el(
      'w:abstractNum',
      { 'w:abstractNumId': i + 1 },
      val('w:multiLevelType', 'hybridMultilevel'),
      ...Array.from({ length: LEVELS }, (_, level) => levelOf(level, list, measures.character)),
    ),
  )
  const uses = lists.map((_, i) => el('w:num', { 'w:numId': i + 1 }, val('w:abstractNumId', i + 1)))
  return toPart(el('w:numbering', NAMESPACES, ...definitions, ...uses))
}

const AUTHOR = 'fazhi'

/** `word/comments.xml`; no time, so that the same draft gives the same bytes. */
export function commentsPart({ comments }: Story): Uint8Array {
  return toPart(
    el(
      'w:comments',
      NAMESPACES,
      ...comments.map((text, i) =>
        el(
          'w:comment',
          { 'w:id': i, 'w:author': AUTHOR, 'w:initials': AUTHOR },
          ...text.split(/\n+/).map((line) => el('w:p', {}, el('w:pPr', {}, val('w:pStyle', STYLE.comment)), run(line))),
        ),
      ),
    ),
  )
}

/** Lines that Word draws between text and notes. */
const separator = (id: number, type: string, mark: string): Element =>
  el('w:footnote', { 'w:type': type, 'w:id': id }, el('w:p', {}, el('w:r', {}, el(mark))))

/** `word/footnotes.xml`. Notes may refer to further notes, which are added while they are written. */
export function footnotesPart(story: Story): Uint8Array {
  const notes: Element[] = []
  for (let i = 0; i < story.notes.length; i++) {
    const paragraphs = (story.notes[i]?.children ?? []).map((block, at) =>
      el(
        'w:p',
        {},
        el('w:pPr', {}, val('w:pStyle', STYLE.footnote)),
        at === 0 && el('w:r', {}, el('w:rPr', {}, val('w:rStyle', STYLE.footnoteMark)), el('w:footnoteRef')),
        ...(block.type === 'paragraph'
          ? block.children.flatMap((child) => toRuns(child, story))
          : [run(plainText([block]))]),
      ),
    )
    notes.push(el('w:footnote', { 'w:id': FIRST_NOTE + i }, ...(paragraphs.length > 0 ? paragraphs : [el('w:p')])))
  }
  return toPart(
    el(
      'w:footnotes',
      NAMESPACES,
      separator(-1, 'separator', 'w:separator'),
      separator(0, 'continuationSeparator', 'w:continuationSeparator'),
      ...notes,
    ),
  )
}

const field = (type: string): Element => el('w:r', {}, el('w:fldChar', { 'w:fldCharType': type }))

/** — 1 —: odd pages at the right, even ones at the left, a character from the edge (GB/T 9704—2012, 7.5). */
export function footerPart({ pageNumber }: Profile, isEven: boolean): Uint8Array {
  const edge = isEven ? 'left' : 'right'
  const { position } = pageNumber
  const indent =
    position === 'outside' ? el('w:ind', { [`w:${edge}Chars`]: 100, [`w:${edge}`]: pageNumber.size * 20 }) : undefined
  const number = [
    run('\u2014 '),
    field('begin'),
    el('w:r', {}, el('w:instrText', { 'xml:space': 'preserve' }, ' PAGE ')),
    field('separate'),
    run('1'),
    field('end'),
    run(' \u2014'),
  ]
  return toPart(
    el(
      'w:ftr',
      NAMESPACES,
      el(
        'w:p',
        {},
        el('w:pPr', {}, val('w:pStyle', STYLE.footer), indent, val('w:jc', position === 'outside' ? edge : 'center')),
        ...(position === 'none' ? [] : number),
      ),
    ),
  )
}

/** `word/settings.xml`: different odd and even pages, marks of Chinese as wide as characters. */
export function settingsPart(): Uint8Array {
  return toPart(
    el(
      'w:settings',
      NAMESPACES,
      val('w:defaultTabStop', 640),
      el('w:evenAndOddHeaders'),
      val('w:characterSpacingControl', 'doNotCompress'),
      el('w:footnotePr', {}, el('w:footnote', { 'w:id': -1 }), el('w:footnote', { 'w:id': 0 })),
      el(
        'w:compat',
        {},
        el('w:compatSetting', {
          'w:name': 'compatibilityMode',
          'w:uri': 'http://schemas.microsoft.com/office/word',
          'w:val': 15,
        }),
      ),
      el('w:themeFontLang', { 'w:val': 'en-US', 'w:eastAsia': 'zh-CN' }),
    ),
  )
}

/** A4 with the profile's margins; the grid of lines is the distance of lines, so that both agree. */
function page({ paper, margins, pitch, footer }: Measures, footers: { odd: string; even: string }): Element {
  return el(
    'w:sectPr',
    {},
    el('w:footerReference', { 'w:type': 'default', 'r:id': footers.odd }),
    el('w:footerReference', { 'w:type': 'even', 'r:id': footers.even }),
    el('w:pgSz', { 'w:w': paper.width, 'w:h': paper.height }),
    el('w:pgMar', {
      ...{ 'w:top': margins.top, 'w:right': margins.right, 'w:bottom': margins.bottom, 'w:left': margins.left },
      ...{ 'w:header': 850, 'w:footer': footer, 'w:gutter': 0 },
    }),
    el('w:docGrid', { 'w:type': 'lines', 'w:linePitch': pitch }),
  )
}

/** `word/document.xml`. Comments, notes, lists and links of the text are gathered in the story on the way. */
export function documentPart(
  root: Parameters<typeof toBody>[0],
  story: Story,
  footers: { odd: string; even: string },
): Uint8Array {
  return toPart(el('w:document', NAMESPACES, el('w:body', {}, ...toBody(root, story), page(story.measures, footers))))
}
