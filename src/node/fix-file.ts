import type { Settings } from '../finding.js'
import { fix } from '../fix.js'
import { type Examined, examine } from '../lint.js'
import type { Draft, Input } from '../model.js'
import { decode } from '../read/decode.js'
import { rewritten, unifiedDiff } from './rewrite.js'
import { writeWhole } from './write-file.js'

/** A draft whose fixes are to be made. */
export interface FixTask {
  input: Input
  draft: Draft
  settings: Partial<Settings>
  /** Into the file; otherwise only shown. */
  isWritten: boolean
}

/** What became of it. */
export interface FixedFile {
  /** As it is after the fixes. */
  draft: Draft
  examined: Examined
  notices: string[]
  /** Unified diff of the change. */
  text: string
}

const utf8 = new TextEncoder()

/** What was changed, in a sentence: how often, and by which rules. */
function changesTold(changes: Record<string, number>, isWritten: boolean): string {
  const total = Object.values(changes).reduce((sum, count) => sum + count, 0)
  const rules = Object.entries(changes).map(([rule, count]) => `${rule} ${count} 处`)
  return `${isWritten ? '已改' : '可改'} ${total} 处（${rules.join('，')}）`
}

/** A diff is text in UTF-8, and no patch for a file in another encoding. */
function notesOnDiff({ bytes }: Input): string[] {
  return decode(bytes).encoding === 'utf-8'
    ? []
    : ['文件不是 UTF-8 编码，显示的改动不能用 patch 套用，请直接用 --fix 改']
}

/**
 * Makes the fixes of a draft, in its file or in a diff. What was not asked for keeps its bytes. Throws FazhiError.
 * @param reread the draft of changed bytes
 */
export async function fixFile(
  { input, draft, settings, isWritten }: FixTask,
  reread: (input: Input) => Promise<Draft>,
): Promise<FixedFile> {
  const { format, text } = draft.source
  if (format !== 'text' && format !== 'markdown') {
    const examined = examine(draft, settings)
    const isWanted = examined.findings.some(({ fixable }) => fixable)
    return { draft, examined, notices: isWanted ? ['--fix 只改 .txt 和 .md，这份文件没有改动'] : [], text: '' }
  }
  const fixed = await fix(
    draft,
    (current) => examine(current, settings).findings,
    (changed) => reread({ name: input.name, bytes: utf8.encode(changed), format }),
  )
  const examined = examine(fixed.draft, settings)
  const isChanged = fixed.draft.source.text !== text
  if (isChanged && isWritten)
    writeWhole(input.name, await rewritten(input.bytes, fixed.draft.source.text), { force: true })
  return {
    draft: fixed.draft,
    examined,
    notices: isChanged ? [changesTold(fixed.changes, isWritten), ...(isWritten ? [] : notesOnDiff(input))] : [],
    text: unifiedDiff(input.name, text, fixed.draft.source.text),
  }
}
