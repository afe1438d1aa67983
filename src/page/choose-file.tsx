import type { ComponentChildren } from 'preact'
import { useRef } from 'preact/hooks'

/** What the engine reads, and what configurations are called. */
const ACCEPTED = '.docx,.doc,.wps,.txt,.text,.md,.markdown,.html,.htm,.json,.yaml,.yml'

interface Props {
  class?: string
  onFiles(files: File[]): void
  children: ComponentChildren
}

/** A button that has the user choose files. */
export function ChooseFile({ onFiles, children, class: className }: Props) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" class={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept={ACCEPTED}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          // The same file can be chosen again.
          currentTarget.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </>
  )
}
