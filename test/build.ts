import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const CLI = 'dist/cli/fazhi.cjs'
const PAGE = 'dist/fazhi.html'

/** Time of the last change below a path; folders count too, for what was deleted from them. */
function lastChange(path: string): number {
  const stats = statSync(path)
  const below = stats.isDirectory() ? readdirSync(path).map((name) => lastChange(join(path, name))) : []
  return Math.max(stats.mtimeMs, ...below)
}

const isFresh = (file: string, sources: number): boolean => existsSync(file) && statSync(file).mtimeMs > sources

/** Builds the command line and the page once for a run of the tests, where sources changed since the last time. */
export default async function setup(): Promise<void> {
  const sources = Math.max(...['src', 'vite.config.ts', 'package.json'].map(lastChange))
  const { NODE_ENV } = process.env
  // Vitest sets it to `test`, and bundlers choose the development halves of packages by it.
  process.env['NODE_ENV'] = 'production'
  try {
    // Other tests may be running from the chunks of before.
    if (!isFresh(CLI, sources)) await build({ logLevel: 'warn', build: { emptyOutDir: false } })
    if (!isFresh(PAGE, sources)) await build({ logLevel: 'warn', mode: 'page' })
  } finally {
    process.env['NODE_ENV'] = NODE_ENV
  }
}
