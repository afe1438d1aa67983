import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Bar } from './bar.js'
import { openDesk } from './desk.js'
import { Proposal, Question } from './dialogs.js'
import { DraftPane } from './draft-pane.js'
import { Results } from './results.js'
import { SkeletonForm } from './skeleton-form.js'
import { Start } from './start.js'
import { EMPTY, type View } from './view.js'
import type { Workshop } from './workshop.js'

/** Whether something is being dragged over the page that could be dropped. */
const hasFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.types ?? [])].includes('Files')

/** Whether a paste goes to a field that takes it itself. */
const isTaken = ({ target }: Event): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, .cm-editor') !== null

/** The whole page. */
export function App({ workshop }: { workshop: Workshop }) {
  const [view, show] = useState<View>(EMPTY)
  const desk = useMemo(() => openDesk(workshop, show), [workshop])
  const [isDragging, setDragging] = useState(false)
  const [isForm, setForm] = useState(false)
  const latest = useRef(view)
  latest.current = view

  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return
      event.preventDefault()
      setDragging(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false)
    }
    const drop = (event: DragEvent): void => {
      setDragging(false)
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      event.stopPropagation()
      void desk.open(files)
    }
    const paste = (event: ClipboardEvent): void => {
      if (isTaken(event)) return
      const files = [...(event.clipboardData?.files ?? [])]
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (files.length > 0 && text === '') void desk.open(files)
      else if (latest.current.sheet === null) void desk.paste(text)
    }
    const unload = (event: BeforeUnloadEvent): void => {
      if (!latest.current.isUnsaved) return
      event.preventDefault()
      event.returnValue = ''
    }
    // Before the editor, which would put the file's text where it is dropped.
    const early = { capture: true }
    window.addEventListener('dragenter', drag, early)
    window.addEventListener('dragover', drag, early)
    window.addEventListener('dragleave', leave, early)
    window.addEventListener('drop', drop, early)
    window.addEventListener('paste', paste)
    window.addEventListener('beforeunload', unload)
    return () => {
      window.removeEventListener('dragenter', drag, early)
      window.removeEventListener('dragover', drag, early)
      window.removeEventListener('dragleave', leave, early)
      window.removeEventListener('drop', drop, early)
      window.removeEventListener('paste', paste)
      window.removeEventListener('beforeunload', unload)
    }
  }, [desk])

  const { sheet, alert } = view
  return (
    <div class={isDragging ? 'dragging' : ''}>
      <Bar view={view} desk={desk} onForm={() => setForm(true)} />
      {view.isBusy ? (
        <div class="busy">
          <p>正在处理，请稍候……</p>
          <button type="button" onClick={desk.stop}>
            停止
          </button>
        </div>
      ) : null}
      {alert === null ? null : (
        <div class="alert" role="alert">
          <p>{alert}</p>
          <button type="button" onClick={desk.dismiss}>
            知道了
          </button>
        </div>
      )}
      <main>
        {sheet === null ? (
          <Start desk={desk} onForm={() => setForm(true)} />
        ) : (
          <div class="desk">
            <Results view={view} desk={desk} />
            <DraftPane view={view} desk={desk} />
          </div>
        )}
      </main>
      <div role="status" class="unseen">
        {view.said}
      </div>
      {isDragging ? (
        <p class="drop" aria-hidden="true">
          松开鼠标，打开这份文件
        </p>
      ) : null}
      {isForm ? <SkeletonForm desk={desk} onClose={() => setForm(false)} /> : null}
      {view.proposal ? <Proposal changes={view.proposal} onSettle={desk.settle} /> : null}
      {view.question ? <Question onSettle={view.question} /> : null}
    </div>
  )
}
