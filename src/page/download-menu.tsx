import { useEffect, useRef } from 'preact/hooks'
import type { Desk } from './desk.js'
import { formsFor } from './downloads.js'
import type { Sheet } from './view.js'

/** The forms in which the draft and what was found in it can be kept. */
export function DownloadMenu({ sheet, desk }: { sheet: Sheet; desk: Desk }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = (): void => {
    if (menu.current) menu.current.open = false
  }
  useEffect(() => {
    const outside = ({ target }: Event): void => {
      if (!menu.current?.contains(target as Node)) close()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
    }
  })
  return (
    <details
      class="menu"
      ref={menu}
      onKeyDown={({ key }) => {
        if (key !== 'Escape') return
        close()
        menu.current?.querySelector('summary')?.focus()
      }}
    >
      <summary>下载</summary>
      <ul>
        {formsFor(sheet.bytes ? sheet.origin : null).map(([name, { label, hint }]) => (
          <li key={name}>
            <button
              type="button"
              onClick={() => {
                close()
                menu.current?.querySelector('summary')?.focus()
                void desk.download(name)
              }}
            >
              <strong>{label}</strong>
              <span>{hint}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}
