import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Office programs that make files for the tests, where they are installed. */

const runs = (program: string): boolean => spawnSync(program, ['--version']).status === 0

/** Whether the programs are there; says loudly which are not. */
export function haveAll(...programs: string[]): boolean {
  const missing = programs.filter((program) => !runs(program))
  if (missing.length > 0) console.warn(`${missing.join(', ')} not installed: what they make is not tested`)
  return missing.length === 0
}

function inFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-office-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function start(program: string, args: string[], input?: string): void {
  const { status, stderr } = spawnSync(program, args, { encoding: 'utf8', input, timeout: 120_000 })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
}

/** Files as LibreOffice saves them in another format, by the same names. @param to extension, with the filter's own options behind a colon */
export function byLibreOffice(files: Record<string, Uint8Array>, from: string, to: string): Map<string, Uint8Array> {
  return inFolder((folder) => {
    const names = Object.keys(files)
    for (const name of names) writeFileSync(join(folder, `${name}.${from}`), files[name] as Uint8Array)
    const out = join(folder, 'out')
    // A profile of its own: another LibreOffice may be running.
    const args = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir', out]
    start('soffice', [...args, ...names.map((name) => join(folder, `${name}.${from}`))])
    const extension = to.split(':')[0]
    return new Map(names.map((name) => [name, readFileSync(join(out, `${name}.${extension}`))]))
  })
}

/** Markdown as pandoc makes a Word document of it. */
export function byPandoc(markdown: string): Uint8Array {
  return inFolder((folder) => {
    const path = join(folder, 'out.docx')
    start('pandoc', ['-f', 'gfm', '-t', 'docx', '-o', path], markdown)
    return readFileSync(path)
  })
}

/** A Word document as Markdown of pandoc's own, comments and tracked changes among it. */
export function commentedByPandoc(bytes: Uint8Array): string {
  return inFolder((folder) => {
    const [from, to] = [join(folder, 'in.docx'), join(folder, 'out.md')]
    writeFileSync(from, bytes)
    start('pandoc', ['-f', 'docx', '-t', 'markdown', '--track-changes=all', '--wrap=none', '-o', to, from])
    return readFileSync(to, 'utf8')
  })
}
