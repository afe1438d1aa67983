import { useEffect, useRef } from 'preact/hooks'
import type { Desk } from './desk.js'
import { createEditor } from './editor.js'
import type { View } from './view.js'

/** The draft in its editor. */
export function DraftPane({ view, desk }: { view: View; desk: Desk }) {
  const room = useRef<HTMLDivElement>(null)
  const latest = useRef(view)
  latest.current = view
  useEffect(() => {
    if (!room.current) return
    const editor = createEditor(room.current, {
      onChange: desk.changed,
      onMark(index) {
        const { checked, isStale } = latest.current
        if (!isStale) desk.select(checked?.result.findings[index] ?? null)
      },
    })
    desk.attach(editor)
    // An empty draft waits for text, pasted or typed.
    if (editor.text() === '') editor.focus()
    return () => {
      desk.detach()
      editor.destroy()
    }
  }, [desk])
  const { undo, redo } = view.depth
  return (
    <section class="draft" aria-labelledby="draft">
      <div class="draft-head">
        <h2 id="draft">草稿</h2>
        <p class="muted">可以直接修改，结果随改随出</p>
        <button type="button" disabled={undo === 0} onClick={desk.undo}>
          撤销
        </button>
        <button type="button" disabled={redo === 0} onClick={desk.redo}>
          重做
        </button>
      </div>
      <div class="editor" ref={room} />
    </section>
  )
}
