import { FazhiError } from '../error.js'
import type { Draft } from '../model.js'
import type { Profile } from '../write/docx/profile.js'
import { readOwnText } from './own-files.js'

/** What a draft can be written as. */
export const WRITTEN = ['md', 'docx', 'html', 'json'] as const

export type Written = (typeof WRITTEN)[number]

/** Names to follow Chinese text. */
const NAMES: Record<Written, string> = { md: ' Markdown', docx: ' Word 文档', html: '网页', json: '报告模型（JSON）' }

/** What a name promises. */
const EXTENSIONS: Record<string, Written> = {
  md: 'md',
  markdown: 'md',
  docx: 'docx',
  html: 'html',
  htm: 'html',
  json: 'json',
}

/** Endings of formats that nothing here writes. */
const FOREIGN = /\.(doc|wps|pdf|ofd|odt|rtf|xlsx?)$/i

/**
 * What to write: as told, else as the name of the file promises, else Markdown. Throws where the name promises
 * something else than what is written, or than what can be.
 * @param output name of a file; `null` for standard output and folders
 */
export function writtenFor(output: string | null, told: Written | undefined, possible: readonly Written[]): Written {
  const foreign = output === null ? null : FOREIGN.exec(output)?.[0]
  const endings = possible.map((each) => `.${each}`).join('、')
  if (foreign) throw new FazhiError('unsupported-format', `不能写 ${foreign} 文件，请用 ${endings} 结尾的名字`)
  const promised = output === null ? undefined : EXTENSIONS[/\.([^./\\]+)$/.exec(output)?.[1]?.toLowerCase() ?? '']
  if (promised && !possible.includes(promised))
    throw new FazhiError('unsupported-format', `这个命令不能写${NAMES[promised]}，请用 ${endings} 结尾的名字`)
  if (promised && told && promised !== told) {
    throw new FazhiError(
      'usage',
      `--to ${told} 与“${output}”矛盾：要写${NAMES[told]}，名字请以 .${told} 结尾；要写${NAMES[promised]}，请用 --to ${promised}`,
    )
  }
  return told ?? promised ?? 'md'
}

/** Word documents are no text: on a terminal they would only make noise. */
export function refuseTerminal(written: Written, example: string): void {
  if (written === 'docx' && process.stdout.isTTY === true)
    throw new FazhiError('usage', `Word 文档不能显示在屏幕上，请用 -o 写明文件，如 ${example}`)
}

/** The profile of `--docx-profile`; nothing where none was given. Throws `bad-config`, and where no Word is written. */
export async function loadProfile(path: string | undefined, written: Written): Promise<Profile | undefined> {
  if (path === undefined) return undefined
  if (written !== 'docx') {
    throw new FazhiError(
      'usage',
      `--docx-profile 只用于 Word 文档，现在要写的是${NAMES[written]}。请用 .docx 结尾的 -o`,
    )
  }
  const text = readOwnText(path, '版式文件', 'bad-config')
  const { parseProfile } = await import('../write/docx/profile-file.js')
  return parseProfile(text, path)
}

/** A draft in the form wanted. Writers load when they are wanted. */
export async function render(
  draft: Draft,
  written: Written,
  profile: Profile | undefined,
): Promise<string | Uint8Array> {
  switch (written) {
    case 'json':
      return `${JSON.stringify(draft.report, null, 2)}\n`
    case 'docx':
      return (await import('../write/docx/docx.js')).toDocx(draft, profile)
    case 'html':
      return (await import('../write/html.js')).toHtml(draft)
    case 'md':
      return (await import('../write/markdown.js')).toMarkdown(draft)
  }
}
