/** Run by the build: checks sample drafts in the ways most asked for and keeps the code that this took where `compile-cache.ts` finds it. */
import { readFileSync, writeFileSync } from 'node:fs'
import { Module } from 'node:module'
import { dirname } from 'node:path'
import { Script } from 'node:vm'

/** What Node gives every CommonJS module. */
interface Loading {
  exports: unknown
  require(id: string): unknown
}

const text = 'seeds/drafts/yunxi-county-2023.txt'
const markdown = 'seeds/drafts/qinghe-district-2022.md'
const runs = [[text], [markdown], ['--format', 'json', 'seeds/drafts']]

interface Compiled {
  filename: string
  text: string
  script: Script
}

const loaded: Compiled[] = []

function load(module: Loading, filename: string): void {
  const text = Module.wrap(readFileSync(filename, 'utf8'))
  const script = new Script(text, { filename })
  loaded.push({ filename, text, script })
  const run = script.runInThisContext() as (...values: unknown[]) => unknown
  run.call(module.exports, module.exports, (id: string) => module.require(id), module, filename, dirname(filename))
}

function keep({ filename, text, script }: Compiled): void {
  const code = script.createCachedData()
  const length = Buffer.alloc(8)
  length.writeUInt32LE(code.length)
  writeFileSync(`${filename}.cache`, Buffer.concat([length, code, Buffer.from(text, 'utf16le')]))
}

;(Module as unknown as { _extensions: Record<string, typeof load> })._extensions['.cjs'] = load
import('./program.js').then(async ({ run }) => {
  // What the command line prints here is nobody's.
  const write = process.stdout.write
  process.stdout.write = () => true
  for (const args of runs) await run(['lint', ...args])
  process.stdout.write = write
  for (const file of loaded) keep(file)
})
