import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Settings } from '../finding.js'
import { STDIN, type Target } from './files.js'
import { readOwnText } from './own-files.js'

/** Where a configuration is looked for: `search` upward from each file, a path, or nowhere. */
export type ConfigChoice = { search: true } | { path: string } | null

const NAMES = ['.fazhirc.json', '.fazhirc.yaml', '.fazhirc.yml']

/** The configuration nearest to a folder, upward; `null` where there is none. */
function nearestTo(folder: string): string | null {
  for (let at = folder; ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).find((path) => existsSync(path))
    if (found) return found
    if (dirname(at) === at) return null
  }
}

/** Settings of a file, the path of its schema from where the configuration stands. Throws `bad-config`. */
async function load(path: string): Promise<Partial<Settings>> {
  const text = readOwnText(path, '配置文件', 'bad-config')
  const { parseSettings } = await import('../settings.js')
  const settings = parseSettings(text, path)
  const schema = settings.schema ? { schema: resolve(dirname(path), settings.schema) } : {}
  return { ...settings, ...schema }
}

/**
 * Settings for the files of one run. A configuration is read once, however many files it is for, and only where one is.
 * Throws `bad-config` with every mistake.
 */
export function settingsFinder(choice: ConfigChoice): (target: Target) => Promise<Partial<Settings>> {
  const loaded = new Map<string, Promise<Partial<Settings>>>()
  const byFolder = new Map<string, string | null>()
  const once = (path: string): Promise<Partial<Settings>> => {
    const settings = loaded.get(path) ?? load(path)
    loaded.set(path, settings)
    return settings
  }
  return async ({ path }) => {
    if (choice === null) return {}
    if ('path' in choice) return once(choice.path)
    const folder = path === STDIN ? resolve('.') : dirname(resolve(path))
    if (!byFolder.has(folder)) byFolder.set(folder, nearestTo(folder))
    const found = byFolder.get(folder)
    return found ? once(found) : {}
  }
}
