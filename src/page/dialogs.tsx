import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { ChangeList } from './change-list.js'
import type { Change } from './changes.js'

interface DialogProps {
  title: string
  class?: string
  /** Escape, or the browser's own way of closing. */
  onCancel(): void
  children: ComponentChildren
}

/** A dialog over the page; the browser keeps the focus in it and gives it back. */
export function Dialog({ title, onCancel, children, class: className }: DialogProps) {
  const own = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    own.current?.showModal()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={own}
      class={className}
      aria-labelledby="dialog"
      // Browsers ask `cancel` first, but not always: `close` alone is sure to come.
      onClose={onCancel}
    >
      <h2 id="dialog">{title}</h2>
      {children}
    </dialog>
  )
}

/** Changes shown at once. */
const SHOWN = 100

/** All fixes, before they are made. */
export function Proposal({ changes, onSettle }: { changes: Change[]; onSettle(isAgreed: boolean): void }) {
  return (
    <Dialog class="proposal" title={`将改正 ${changes.length} 段`} onCancel={() => onSettle(false)}>
      <p class="muted">
        只改有唯一改法的地方。<del>划去的文字</del>改为<ins>带下划线的文字</ins>，改后可以撤销。
      </p>
      <ChangeList changes={changes} limit={SHOWN} />
      <div class="actions">
        <button type="button" class="primary" onClick={() => onSettle(true)}>
          全部改正
        </button>
        <button type="button" onClick={() => onSettle(false)}>
          取消
        </button>
      </div>
    </Dialog>
  )
}

/** Asked before what is unsaved is thrown away. */
export function Question({ onSettle }: { onSettle(isAgreed: boolean): void }) {
  return (
    <Dialog title="现在的草稿还没有下载" onCancel={() => onSettle(false)}>
      <p>打开别的草稿，现在的修改就没有了。</p>
      <div class="actions">
        <button type="button" onClick={() => onSettle(false)}>
          留在这一份
        </button>
        <button type="button" class="danger" onClick={() => onSettle(true)}>
          放弃修改，打开别的
        </button>
      </div>
    </Dialog>
  )
}
