import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, expect, onTestFinished } from 'vitest'
import type { FileResult } from '../../src/finding.js'

export const CLI = resolve('dist/cli/fazhi.cjs')

export interface Run {
  status: number | null
  stdout: string
  stderr: string
}

export interface RunOptions {
  cwd?: string
  input?: string | Uint8Array
  env?: Record<string, string>
  /** Milliseconds after which the run is ended, without a status. */
  timeout?: number
}

/** What a child process sees of the environment: no colours, no options of the test runner. */
const environment = (own: Record<string, string> = {}): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  ...own,
})

const STACK_TRACE = /^\s+at .+:\d+/m

/** Every run ends with a status of the contract, and never with a stack trace. */
function checked(run: Run): Run {
  expect(run.stderr).not.toMatch(STACK_TRACE)
  expect(run.stdout).not.toMatch(STACK_TRACE)
  expect([0, 1, 2]).toContain(run.status)
  return run
}

/** Runs the built command line. */
export function fazhi(args: string[], { cwd, input = '', env, timeout }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 256,
    timeout,
  })
  return checked({ status, stdout, stderr })
}

/** Runs a line of shell; `fazhi` in it is the built command line. */
export function shell(line: string, cwd: string, env: Record<string, string> = {}): Run {
  const script = `fazhi() { "${process.execPath}" "${CLI}" "$@"; }\n${line}`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd, env: environment(env), encoding: 'utf8' })
  return checked({ status, stdout, stderr })
}

function makeFolder(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-'))
  for (const [name, data] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, data)
  }
  return folder
}

/** A new folder with these files, gone after the test. */
export function folderWith(files: Record<string, string | Uint8Array> = {}): string {
  const folder = makeFolder(files)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A new folder for all tests of a file, which change nothing in it. */
export function sharedFolderWith(files: Record<string, string | Uint8Array>): string {
  const folder = makeFolder(files)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Results of a run with `--format ndjson`. */
export function resultsOf({ stdout }: Run): FileResult[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FileResult)
}

/** Words of engines that are not ours; options and values are English too. */
const ENGLISH = /error:|\w+Error\b|\b(?:[Ii]nvalid|[Uu]nexpected|[Uu]nknown|undefined|NaN|[Cc]annot|[Mm]ust)\b|\[object/

/** The one sentence a failed run tells, and nothing beside it. */
export function complaintOf({ stdout, stderr }: Run): string {
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^fazhi: [^\n]+\n$/)
  const sentence = stderr.slice('fazhi: '.length, -1)
  expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  expect(sentence).not.toMatch(ENGLISH)
  return sentence
}
