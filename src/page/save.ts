import type { Download } from './downloads.js'

/** Milliseconds after which a browser surely has taken the file. */
const TAKEN = 60_000

/** Hands a file to the user, as downloads go; nothing leaves the machine. */
export function save({ name, type, data }: Download): void {
  const url = URL.createObjectURL(new Blob([data as BlobPart], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(url), TAKEN)
}
