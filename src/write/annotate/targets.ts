import type { Span } from '../../model.js'
import type { WordDocument } from '../../read/docx/docx.js'
import type { WordParagraph, WordRun } from '../../read/docx/paragraphs.js'
import { indentOf, trimEnd } from '../../text/marks.js'
import { type Marks, marksAround, outerParagraphs } from './body.js'

/** Where the comment on a place of the text stands. */
export interface Target {
  /** Offsets in the main part's XML, before and behind which its marks go. */
  marks: Marks
  /** The text between the marks; `null` where the place itself is not between them. */
  covered: string | null
  /** What holds the place, where that is not the body: 文本框, 脚注, 尾注. */
  holder: string | null
}

/** A paragraph with its range in the text as read, blanks at either end left out. */
interface Laid extends Span {
  paragraph: WordParagraph
}

function laidOut(paragraphs: WordParagraph[]): Laid[] {
  return paragraphs
    .flatMap((paragraph): Laid[] => {
      const { at, text } = paragraph
      return at === null ? [] : [{ paragraph, start: at + indentOf(text), end: at + trimEnd(text).length }]
    })
    .sort((a, b) => a.start - b.start)
}

/** The runs that made a range of the paragraph's text; all where a numeral of Word's own stands there. */
function runsIn({ runs, at }: WordParagraph, { start, end }: Span): WordRun[] {
  const from = start - (at ?? 0)
  const to = Math.max(from + 1, end - (at ?? 0))
  const touched = runs.filter(({ text }) => text.start < to && text.end > from)
  return touched.length > 0 ? touched : runs
}

const rangeOf = (runs: Span[], fallback: number): Span => ({
  start: runs[0]?.start ?? fallback,
  end: runs.at(-1)?.end ?? fallback,
})

/** Finds where comments stand, for ranges of `Source.text`; `null` where the body has no paragraph for any. */
export function targetsIn(document: WordDocument): (place: Span) => Target | null {
  const laid = laidOut(document.paragraphs)
  const outer = outerParagraphs(document.xml, document.part)
  const isInBody = ({ paragraph }: Laid): boolean => paragraph.part === document.part

  const holderOf = ({ part, xml }: WordParagraph): string | null => {
    if (part !== document.part) return /endnote/i.test(part) ? '尾注' : '脚注'
    return outer.some(({ start, end }) => start < xml.start && xml.end < end) ? '文本框' : null
  }

  const around = (paragraph: WordParagraph, place: Span | null): Pick<Target, 'marks' | 'covered'> | null => {
    const runs = place ? runsIn(paragraph, place) : paragraph.runs
    const marks = marksAround(
      outer,
      rangeOf(
        runs.map(({ xml }) => xml),
        paragraph.xml.start,
      ),
    )
    if (!marks) return null
    const inside = paragraph.runs.filter(({ xml }) => marks.start <= xml.start && xml.end <= marks.end)
    const { start, end } = rangeOf(
      inside.map(({ text }) => text),
      0,
    )
    return { marks, covered: paragraph.text.slice(start, end) }
  }

  return (place) => {
    const index = Math.max(0, laid.filter(({ start }) => start <= place.start).length - 1)
    const found = laid[index]
    if (!found) return null
    const holder = holderOf(found.paragraph)
    const own = isInBody(found) ? around(found.paragraph, place) : null
    if (own) return { ...own, holder }
    // A note stands behind the paragraph that refers to it.
    for (const { paragraph } of [...laid.slice(0, index).reverse(), ...laid.slice(index + 1)].filter(isInBody)) {
      const near = around(paragraph, null)
      if (near) return { marks: near.marks, covered: null, holder }
    }
    return null
  }
}
