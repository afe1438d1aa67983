import { existsSync, statSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { Nodes } from 'mdast'
import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import type { Source } from '../model.js'
import { lostOf } from '../read/lost.js'
import { leftOutOf, loadDraft, nameOf } from './check.js'
import { EXIT } from './exit.js'
import { expand, STDIN, type Target } from './files.js'
import { loadOverlay } from './own-files.js'
import { tell } from './terminal.js'
import { makeFolder, writeWhole } from './write-file.js'
import { loadProfile, refuseTerminal, render, WRITTEN, type Written, writtenFor } from './written.js'

/** Options of `fazhi convert`. */
export interface ConvertOptions {
  to?: Written
  docxProfile?: string
  kind?: Kind
  schema?: string
  output?: string
  force?: boolean
  stdinName?: string
  /** In bytes. */
  maxSize: number
  verbose?: boolean
}

const isFolder = (path: string): boolean => /[/\\]$/.test(path) || (existsSync(path) && statSync(path).isDirectory())

/** Where each result goes; `null` is standard output. Throws before anything is written where two would be one file. */
function destinations(targets: Target[], { output, stdinName }: ConvertOptions, written: Written): (string | null)[] {
  if (output === undefined) {
    if (targets.length > 1)
      throw new FazhiError('usage', '有多份文件要转换，请用 -o 写明目录（以 / 结尾），如 -o 转换结果/')
    return [null]
  }
  if (!isFolder(output)) {
    if (targets.length > 1)
      throw new FazhiError('usage', `有多份文件要转换，-o 应写目录：“${output}”不是已有的目录，新目录请以 / 结尾`)
    return [output]
  }
  const paths = targets.map(({ path }) => {
    const name = basename(path === STDIN ? (stdinName ?? '标准输入') : path).replace(/\.[^.]+$/, '')
    return join(output, `${name}.${written}`)
  })
  const twice = paths.find((path, i) => paths.indexOf(path) !== i)
  if (twice) {
    const sources = targets.filter((_, i) => paths[i] === twice).map(({ path }) => path)
    throw new FazhiError('usage', `${sources.join('、')} 都会写成“${twice}”，没有转换。请分开转换或先改名`)
  }
  return paths
}

const picturesIn = (node: Nodes): number =>
  node.type === 'image' || node.type === 'imageReference'
    ? 1
    : 'children' in node
      ? node.children.reduce((sum: number, child: Nodes) => sum + picturesIn(child), 0)
      : 0

/** What of a draft does not come into the result. Markdown and web pages only name their pictures, Word would hold them. */
function lostIn({ format, root, lost = [] }: Source, written: Written): string[] {
  if (format !== 'markdown' || written !== 'docx') return lost
  return lostOf({ pictures: picturesIn(root), merged: 0 })
}

/** `fazhi convert`: drafts to Markdown, Word, a page, or the report model. */
export async function convertCommand(paths: string[], options: ConvertOptions): Promise<number> {
  if (paths.length === 0) {
    throw new FazhiError(
      'usage',
      '请写明要转换的文件，如 fazhi convert 年报.txt -o 年报.md。用 fazhi convert --help 查看用法',
    )
  }
  const { output: name = null } = options
  const written = writtenFor(name === null || isFolder(name) ? null : name, options.to, WRITTEN)
  if (name === null) refuseTerminal(written, 'fazhi convert 年报.md -o 年报.docx')
  const profile = await loadProfile(options.docxProfile, written)
  const overlay = await loadOverlay(options.schema)
  const targets = await expand(paths)
  const outputs = destinations(targets, options, written)
  const own = targets.find(({ path }, i) => path !== STDIN && outputs[i] && resolve(outputs[i]) === resolve(path))
  if (own) throw new FazhiError('usage', `“${own.path}”既是来源又是目标，没有转换。请换一个名字`)
  if (options.output !== undefined && isFolder(options.output)) makeFolder(options.output)
  let status: number = EXIT.ok
  for (const [i, target] of targets.entries()) {
    const name = nameOf(target, options.stdinName ?? null)
    try {
      const draft = await loadDraft(target, {
        ...(options.kind ? { kind: options.kind } : {}),
        overlay,
        stdinName: options.stdinName ?? null,
        maxBytes: options.maxSize,
      })
      const leftOut = options.verbose ? leftOutOf(draft) : []
      const lost = written === 'json' ? [] : lostIn(draft.source, written)
      for (const notice of [...draft.source.notices, ...leftOut, ...lost]) tell(`fazhi: ${name}：${notice}`)
      const output = outputs[i]
      const result = await render(draft, written, profile)
      if (output) writeWhole(output, result, { force: options.force ?? false })
      else process.stdout.write(result)
    } catch (error) {
      if (!(error instanceof FazhiError)) throw error
      tell(`fazhi: ${name}：${error.message}`)
      status = EXIT.usage
    }
  }
  return status
}
