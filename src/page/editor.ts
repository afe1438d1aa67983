import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands'
import { highlightSelectionMatches, search, searchKeymap } from '@codemirror/search'
import { type ChangeSpec, EditorSelection, EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { Edit } from '../finding.js'
import type { Place } from '../model.js'
import type { Checked } from './checked.js'
import { PHRASES, THEME } from './editor-look.js'
import { offsetsOf, setMarks, setShown, shownMarks } from './editor-marks.js'

/** What the editor tells the page. */
export interface EditorEvents {
  /** The text changed; how many steps can be undone and redone. */
  onChange(depth: { undo: number; redo: number }): void
  /** A marked place was pressed: the index of its finding. */
  onMark(index: number): void
}

/** The draft being written. Lines end with `\n`; places are those of a check of this very text. */
export interface Editor {
  text(): string
  /** Another draft: what was done before cannot be undone. */
  load(text: string): void
  /** One step that can be undone; offsets count in the text as it is. */
  change(edits: Edit[]): void
  mark(checked: Checked | null): void
  /** Scrolls to a place and marks it as the one meant; `takeFocus` sets the cursor there. */
  show(place: Place, takeFocus: boolean): void
  undo(): void
  redo(): void
  focus(): void
  /** Whether an input method is at work: what is shown must not change under it. */
  isComposing(): boolean
  destroy(): void
}

const LABEL = '草稿'

/** An editor in an element of the page. */
export function createEditor(parent: HTMLElement, { onChange, onMark }: EditorEvents): Editor {
  const extensions: Extension = [
    lineNumbers(),
    history(),
    drawSelection(),
    EditorView.lineWrapping,
    EditorState.phrases.of(PHRASES),
    search({ top: true }),
    highlightSelectionMatches({ minSelectionLength: 2 }),
    keymap.of([...defaultKeymap, ...historyKeymap, ...searchKeymap]),
    EditorView.contentAttributes.of({ 'aria-label': LABEL, tabindex: '0', lang: 'zh-CN', spellcheck: 'false' }),
    shownMarks(onMark),
    THEME,
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange({ undo: undoDepth(state), redo: redoDepth(state) })
    }),
  ]
  const stateOf = (doc: string): EditorState => EditorState.create({ doc, extensions })
  const view = new EditorView({ parent, state: stateOf('') })
  return {
    text: () => view.state.doc.toString(),
    load(text) {
      view.setState(stateOf(text))
      view.scrollDOM.scrollTop = 0
    },
    change(edits) {
      const changes = edits.map(({ start, end, text }): ChangeSpec => ({ from: start, to: end, insert: text }))
      view.dispatch({ changes, userEvent: 'input.fix' })
    },
    mark: (checked) => view.dispatch({ effects: setMarks.of(checked) }),
    show(place, takeFocus) {
      const { from, to } = offsetsOf(view.state.doc, place)
      const selection = EditorSelection.range(to, from)
      view.dispatch({
        ...(takeFocus ? { selection } : {}),
        effects: [setShown.of({ from, to }), EditorView.scrollIntoView(from, { y: 'center' })],
      })
      if (takeFocus) view.focus()
    },
    undo: () => void undo(view),
    redo: () => void redo(view),
    focus: () => view.focus(),
    isComposing: () => view.composing,
    destroy: () => view.destroy(),
  }
}
