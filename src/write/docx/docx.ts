import { type Zippable, zipSync } from 'fflate'
import type { Root } from 'mdast'
import type { Draft } from '../../model.js'
import { toMdast } from '../mdast.js'
import { withSignature } from '../signed.js'
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

/** The first moment a zip archive can tell; in local time, as archives count. */
const NO_TIME = new Date(1980, 0, 1)

/**
 * Blocks as a Word document (.docx) in the form of a profile. The same blocks give the same bytes.
 * @param title for the document's properties
 */
export function documentOf(root: Root, title: string | undefined, profile: Profile = NATIONAL): Uint8Array {
  const measures = measure(profile)
  const story = storyOf(root, profile, measures)
  // The text goes first, then notes: both gather what the other parts hold.
  const document = documentPart(root, story, { odd: idOf('footer1.xml'), even: idOf('footer2.xml') })
  const footnotes = footnotesPart(story)
  const files: Zippable = {
    '[Content_Types].xml': contentTypes(),
    '_rels/.rels': relationships([
      ['rId1', 'officeDocument', 'word/document.xml'],
      ['rId2', `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': properties(title),
    'word/document.xml': document,
    'word/_rels/document.xml.rels': relationships([
      ...PARTS.map(([file, kind]): [string, string, string] => [idOf(file), kind, file]),
      ...links(story),
    ]),
    'word/styles.xml': stylesPart(profile, measures),
    'word/settings.xml': settingsPart(),
    'word/fontTable.xml': fontsPart(profile),
    'word/numbering.xml': numberingPart(story),
    'word/footnotes.xml': footnotes,
    'word/_rels/footnotes.xml.rels': relationships(links(story)),
    'word/comments.xml': commentsPart(story),
    'word/footer1.xml': footerPart(profile, false),
    'word/footer2.xml': footerPart(profile, true),
  }
  return zipSync(files, { mtime: NO_TIME, level: 9 })
}

/** A report as Word document (.docx) in the form of a profile. The same draft gives the same bytes. */
export const toDocx = (draft: Draft, profile: Profile = NATIONAL): Uint8Array =>
  documentOf(withSignature(toMdast(draft)), draft.report.title, profile)
