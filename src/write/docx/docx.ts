import type { Root } from 'mdast'
import type { Draft } from '../../model.js'
import { toMdast } from '../mdast.js'
import { NO_TIME, type Packed, pack, zipOf } from '../zip.js'
import { commentsPart, documentPart, footerPart, footnotesPart, numberingPart, settingsPart } from './parts.js'
import { measure, NATIONAL, type Profile } from './profile.js'
import { FIRST_LINK, type Story, storyOf } from './story.js'
import { fontsPart, stylesPart } from './styles.js'
import { el, toPart } from './xml.js'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Parts beside the main one: file in `word/`, kind of relationship, content type. */
const PARTS = [
  ['styles.xml', 'styles', 'styles'],
  ['settings.xml', 'settings', 'settings'],
  ['fontTable.xml', 'fontTable', 'fontTable'],
  ['numbering.xml', 'numbering', 'numbering'],
  ['footnotes.xml', 'footnotes', 'footnotes'],
  ['comments.xml', 'comments', 'comments'],
  ['footer1.xml', 'footer', 'footer'],
  ['footer2.xml', 'footer', 'footer'],
] as const

const idOf = (file: (typeof PARTS)[number][0]): string => `rId${PARTS.findIndex(([name]) => name === file) + 1}`

function relationships(entries: [id: string, kind: string, target: string, isLink?: boolean][]): Uint8Array {
  return toPart(
    el(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      ...entries.map(([id, kind, target, isLink]) =>
        el('Relationship', {
          ...{ Id: id, Type: kind.includes('/') ? kind : `${OFFICE}/${kind}`, Target: target },
          TargetMode: isLink ? 'External' : undefined,
        }),
      ),
    ),
  )
}

function contentTypes(): Uint8Array {
  const part = (name: string, type: string) => el('Override', { PartName: name, ContentType: type })
  return toPart(
    el(
      'Types',
      { xmlns: `${PACKAGE}/content-types` },
      el('Default', { Extension: 'rels', ContentType: 'application/vnd.openxmlformats-package.relationships+xml' }),
      el('Default', { Extension: 'xml', ContentType: 'application/xml' }),
      part('/word/document.xml', `${WORD}.document.main+xml`),
      ...PARTS.map(([file, , type]) => part(`/word/${file}`, `${WORD}.${type}+xml`)),
      part('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    ),
  )
}

/** What the document says of itself: its title, and neither author, program nor time. */
function properties(title: string | undefined): Uint8Array {
  return toPart(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': `${PACKAGE}/metadata/core-properties`,
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      title !== undefined && el('dc:title', {}, title),
      el('dc:language', {}, 'zh-CN'),
    ),
  )
}

const links = ({ links: urls }: Story): [string, string, string, boolean][] =>
  urls.map((url, i) => [`rId${FIRST_LINK + i}`, 'hyperlink', url, true])

const areSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]))

/** Packs parts; what is as in the document before is not packed again. */
function packer(): (name: string, content: Uint8Array) => Packed {
  const before = new Map<string, { content: Uint8Array; packed: Packed }>()
  return (name, content) => {
    const known = before.get(name)
    if (known && areSame(known.content, content)) return known.packed
    const packed = pack(new TextEncoder().encode(name), content, NO_TIME, 9)
    before.set(name, { content, packed })
    return packed
  }
}

/**
 * Makes blocks into Word documents (.docx) in the form of a profile; what all have in common is made once. The same blocks
 * give the same bytes. The second argument is the title for the document's properties.
 */
export function documentsIn(profile: Profile = NATIONAL): (root: Root, title: string | undefined) => Uint8Array {
  const measures = measure(profile)
  const packed = packer()
  const common = {
    types: contentTypes(),
    package: relationships([
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    styles: stylesPart(profile, measures),
    settings: settingsPart(),
    fonts: fontsPart(profile),
    odd: footerPart(profile, false),
    even: footerPart(profile, true),
  }
  return (root, title) => {
    const story = storyOf(root, profile, measures)
    // The text goes first, then notes: both gather what the other parts hold.
    const document = documentPart(root, story, { odd: idOf('footer1.xml'), even: idOf('footer2.xml') })
    const footnotes = footnotesPart(story)
    const parts = {
      '[Content_Types].xml': common.types,
      '_rels/.rels': common.package,
      'docProps/core.xml': properties(title),
      'word/document.xml': document,
      'word/_rels/document.xml.rels': relationships([
        ...PARTS.map(([file, kind]): [string, string, string] => [idOf(file), kind, file]),
        ...links(story),
      ]),
      'word/styles.xml': common.styles,
      'word/settings.xml': common.settings,
      'word/fontTable.xml': common.fonts,
      'word/numbering.xml': numberingPart(story),
      'word/footnotes.xml': footnotes,
      'word/_rels/footnotes.xml.rels': relationships(links(story)),
      'word/comments.xml': commentsPart(story),
      'word/footer1.xml': common.odd,
      'word/footer2.xml': common.even,
    }
    return zipOf(Object.entries(parts).map(([name, content]) => packed(name, content)))
  }
}

/** Blocks as a Word document (.docx) in the form of a profile. */
export const documentOf = (root: Root, title: string | undefined, profile: Profile = NATIONAL): Uint8Array =>
  documentsIn(profile)(root, title)

/** A report as Word document (.docx) in the form of a profile. The same draft gives the same bytes. */
export const toDocx = (draft: Draft, profile: Profile = NATIONAL): Uint8Array =>
  documentOf(toMdast(draft), draft.report.title, profile)
