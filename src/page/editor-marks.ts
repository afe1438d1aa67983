import { type Extension, Facet, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'
import type { Place } from '../model.js'
import type { Checked } from './checked.js'

/** Shows what was found in the text as it is now; `null` shows nothing. */
export const setMarks = StateEffect.define<Checked | null>()
/** Shows one place as the one meant. */
export const setShown = StateEffect.define<{ from: number; to: number }>()

/** Offsets of a place; one that lies outside the text is brought inside. */
export function offsetsOf(doc: Text, { line, column, endLine, endColumn }: Place): { from: number; to: number } {
  const offset = (number: number, unit: number): number => {
    const { from, to } = doc.line(Math.max(1, Math.min(number, doc.lines)))
    return Math.min(from + unit - 1, to)
  }
  const from = offset(line, column)
  return { from, to: Math.max(from, offset(endLine, endColumn)) }
}

/** A place without length marks the character behind it, or before it at the end of a line. */
function visible(doc: Text, { from, to }: { from: number; to: number }): { from: number; to: number } | null {
  if (to > from) return { from, to }
  const line = doc.lineAt(from)
  if (line.length === 0) return null
  return from < line.to ? { from, to: from + 1 } : { from: from - 1, to: from }
}

const HEADINGS = [0, 1, 2, 3].map((level) => Decoration.mark({ class: `heading heading-${level}` }))
const ASIDE = Decoration.mark({ class: 'aside' })
const SHOWN = Decoration.mark({ class: 'shown' })

interface Range {
  from: number
  to: number
  mark: Decoration
}

function built(ranges: Range[]): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>()
  const sorted = ranges.sort((a, b) => a.from - b.from || a.mark.startSide - b.mark.startSide || b.to - a.to)
  for (const { from, to, mark } of sorted) builder.add(from, to, mark)
  return builder.finish()
}

function outlineMarks(doc: Text, { headings, asides }: Checked): DecorationSet {
  const headed = headings.map(({ start, end, level }) => ({
    from: start,
    to: end,
    mark: HEADINGS[Math.min(level, HEADINGS.length - 1)] as Decoration,
  }))
  // The marks of Markdown before a heading are no part of it.
  const hashes = headings.flatMap(({ start }): Range[] => {
    const { from } = doc.lineAt(Math.min(start, doc.length))
    return /^#+ $/.test(doc.sliceString(from, start)) ? [{ from, to: start, mark: ASIDE }] : []
  })
  const aside = asides.map(({ start, end }): Range => ({ from: start, to: end, mark: ASIDE }))
  return built([...headed, ...hashes, ...aside].filter(({ from, to }) => from < to && to <= doc.length))
}

function findingMarks(doc: Text, { result, isReport }: Checked): DecorationSet {
  if (!isReport) return Decoration.none
  const ranges = result.findings.flatMap((finding, index): Range[] => {
    const range = visible(doc, offsetsOf(doc, finding))
    const mark = Decoration.mark({
      class: `finding-mark mark-${finding.severity}`,
      attributes: { 'data-finding': String(index) },
    })
    return range ? [{ ...range, mark }] : []
  })
  return built(ranges)
}

/** A set of decorations that goes with the text until it is set anew. */
function field(update: (value: DecorationSet, doc: Text, effect: StateEffect<unknown>) => DecorationSet): Extension {
  return StateField.define<DecorationSet>({
    create: () => Decoration.none,
    update(value, { changes, effects, state }) {
      return effects.reduce((set, effect) => update(set, state.doc, effect), value.map(changes))
    },
    provide: (own) => EditorView.decorations.from(own),
  })
}

const onMarkPressed = Facet.define<(index: number) => void>()

const presses = EditorView.domEventHandlers({
  click(event, view) {
    const mark = (event.target as Element | null)?.closest?.('[data-finding]')
    if (!mark || !view.state.selection.main.empty) return
    for (const told of view.state.facet(onMarkPressed)) told(Number(mark.getAttribute('data-finding')))
  },
})

/** Headings, asides, findings and the place meant, shown in the text. */
export function shownMarks(onMark: (index: number) => void): Extension {
  return [
    onMarkPressed.of(onMark),
    presses,
    field((set, doc, effect) =>
      effect.is(setMarks) ? (effect.value ? outlineMarks(doc, effect.value) : Decoration.none) : set,
    ),
    field((set, doc, effect) =>
      effect.is(setMarks) ? (effect.value ? findingMarks(doc, effect.value) : Decoration.none) : set,
    ),
    field((set, doc, effect) => {
      if (!effect.is(setShown)) return set
      const range = visible(doc, effect.value)
      return range ? built([{ ...range, mark: SHOWN }]) : Decoration.none
    }),
  ]
}
