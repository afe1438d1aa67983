import { useEffect, useRef, useState } from 'preact/hooks'
import type { Desk } from './desk.js'
import type { View } from './view.js'

/** Whether something is being dragged over the page that could be dropped. */
const hasFiles = (event: DragEvent): boolean => [...(event.dataTransfer?.types ?? [])].includes('Files')

/** Whether a paste goes to a field that takes it itself. */
const isTaken = ({ target }: Event): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, select, dialog, .cm-editor') !== null

/**
 * Takes what is dropped on the window or pasted into it, and has the browser ask before a draft is left that was not kept.
 * @returns whether files are being dragged over the page
 */
export function useIncoming(view: View, desk: Desk): boolean {
  const [isDragging, setDragging] = useState(false)
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
  return isDragging
}
