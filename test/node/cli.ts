import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import type { FileResult } from '../../src/model.js'

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
export function fazhi(args: string[], { cwd, input = '', env }: RunOptions = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    input,
    env: environment(env),
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 256,
  })
  return checked({ status, stdout, stderr })
}

/** Runs a line of shell; `fazhi` in it is the built command line. */
export function shell(line: string, cwd: string, env: Record<string, string> = {}): Run {
  const script = `fazhi() { "${process.execPath}" "${CLI}" "$@"; }\n${line}`
  const { status, stdout, stderr } = spawnSync('sh', ['-c', script], { cwd, env: environment(env), encoding: 'utf8' })
  return checked({ status, stdout, stderr })
}

/** Runs several command lines at once. */
export function together(runs: string[][], cwd: string): Promise<Run[]> {
  return Promise.all(
    runs.map(
      (args) =>
        new Promise<Run>((done) => {
          const child = spawn(process.execPath, [CLI, ...args], { cwd, env: environment() })
          const run: Run = { status: null, stdout: '', stderr: '' }
          child.stdout.setEncoding('utf8').on('data', (text: string) => {
            run.stdout += text
          })
          child.stderr.setEncoding('utf8').on('data', (text: string) => {
            run.stderr += text
          })
          child.on('close', (status) => done(checked({ ...run, status })))
        }),
    ),
  )
}

/** A new folder with these files, gone after the test; anybody may look into it. */
export function folderWith(files: Record<string, string | Uint8Array> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const [name, data] of Object.entries(files)) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, data)
  }
  return folder
}

/** Results of a run with `--format ndjson`. */
export function resultsOf({ stdout }: Run): FileResult[] {
  return stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FileResult)
}

/** The one sentence a failed run tells, and nothing beside it. */
export function complaintOf({ stdout, stderr }: Run): string {
  expect(stdout).toBe('')
  expect(stderr).toMatch(/^fazhi: [^\n]+\n$/)
  const sentence = stderr.slice('fazhi: '.length, -1)
  expect(sentence).toMatch(/[\u4e00-\u9fff]/)
  expect(sentence).not.toMatch(/\b(?:error|invalid|unknown|undefined|null|NaN|cannot|must)\b|\[object/i)
  return sentence
}
