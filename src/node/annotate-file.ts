import { statSync } from 'node:fs'
import { FazhiError } from '../error.js'
import type { Finding } from '../finding.js'
import type { Input } from '../model.js'
import { annotate } from '../write/annotate/annotate.js'
import { STDIN, type Target } from './files.js'
import { refuseExisting, writeWhole } from './write-file.js'

/** What `--annotate` asks for. */
export interface Annotation {
  path: string
  /** Overwrite what is there. */
  force: boolean
}

const WORD = /\.docx$/i

function inputRefusal(name: string): FazhiError {
  if (name === STDIN) {
    return new FazhiError('usage', '标准输入加批注要用 --stdin-name 写明是 Word 文档，如 --stdin-name 年报.docx')
  }
  const advice = /\.(?:doc|wps)$/i.test(name)
    ? '请用 Word 或 WPS 打开，另存为 .docx 后再试'
    : '可以先用 fazhi convert 转换成 Word 文档'
  return new FazhiError('usage', `只能给 Word 文档（.docx）加批注，“${name}”不是。${advice}`)
}

/** Whether both names lead to one file. */
function isSameFile(a: string, b: string): boolean {
  const [one, other] = [a, b].map((path) => statSync(path, { throwIfNoEntry: false }))
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino
}

/** Throws where the draft cannot be annotated as asked, before it is read. */
export function checkAnnotation(
  targets: Target[],
  { path, force }: Annotation,
  { fix = false, fixDryRun = false, stdinName }: { fix?: boolean; fixDryRun?: boolean; stdinName?: string },
): void {
  const usage = (sentence: string): FazhiError => new FazhiError('usage', sentence)
  if (fix || fixDryRun) {
    throw usage(`--annotate 不改草稿的文字，不能与 ${fix ? '--fix' : '--fix-dry-run'} 同用。请分两次运行`)
  }
  const [target, ...others] = targets
  if (!target || others.length > 0) {
    throw usage(`--annotate 一次只给一份 Word 文档加批注，现在有 ${targets.length} 份。请一份一份地加`)
  }
  if (target.error) return
  const name = target.path === STDIN ? (stdinName ?? STDIN) : target.path
  if (!WORD.test(name)) throw inputRefusal(name)
  if (!WORD.test(path)) throw usage(`批注稿是 Word 文档，“${path}”请改成以 .docx 结尾的名字`)
  try {
    if (target.path !== STDIN && isSameFile(target.path, path)) {
      throw usage(`“${path}”就是草稿本身，没有写入。批注稿请换一个名字，如 ${path.replace(WORD, '-批注.docx')}`)
    }
    refuseExisting(path, force)
  } catch (error) {
    if (error instanceof FazhiError) throw error
    // What cannot be looked at is told when it is read or written.
  }
}

/** Writes the draft with its findings as comments and tells so in a sentence. Throws FazhiError. */
export function annotateFile({ bytes }: Input, findings: Finding[], { path, force }: Annotation): string {
  writeWhole(path, annotate(bytes, findings), { force })
  return findings.length > 0
    ? `已把 ${findings.length} 处问题写成批注，存为“${path}”`
    : `没有要批注的问题，“${path}”与草稿相同`
}
