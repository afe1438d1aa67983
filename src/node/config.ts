import { existsSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Settings } from '../finding.js'
import { isUnnamed, type Target } from './files.js'
import { readOwnText } from './own-files.js'

/** Where a configuration is looked for: `search` upward from each file, a path, or nowhere. */
export type ConfigChoice = { search: true } | { path: string } | null

/** What `--config` and `--no-config` ask for: the path of one, `true` to look for one, `false` for none. */
export function configChoice(option: string | boolean): ConfigChoice {
  if (typeof option === 'string') return { path: option }
  return option ? { search: true } : null
}

const NAMES = ['.fazhirc.json', '.fazhirc.yaml', '.fazhirc.yml']

/** The configurations nearest to a folder, upward: the first one holds. */
function nearestTo(folder: string): string[] {
  for (let at = folder; ; at = dirname(at)) {
    const found = NAMES.map((name) => join(at, name)).filter((path) => existsSync(path))
    if (found.length > 0 || dirname(at) === at) return found
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
 * @param told of configurations beside the one that holds, once each
 */
export function settingsFinder(
  choice: ConfigChoice,
  told: (notice: string) => void = () => {},
): (target: Target) => Promise<Partial<Settings>> {
  const loaded = new Map<string, Promise<Partial<Settings>>>()
  const byFolder = new Map<string, string[]>()
  const loadOnce = (path: string, others: string[]): Promise<Partial<Settings>> => {
    const known = loaded.get(path)
    if (known) return known
    if (others.length > 0)
      told(`使用配置“${path}”，同一目录的 ${others.map((other) => basename(other)).join('、')} 未采用`)
    const settings = load(path)
    loaded.set(path, settings)
    return settings
  }
  return async ({ path }) => {
    if (choice === null) return {}
    if ('path' in choice) return loadOnce(choice.path, [])
    const folder = isUnnamed(path) ? resolve('.') : dirname(resolve(path))
    const found = byFolder.get(folder) ?? nearestTo(folder)
    byFolder.set(folder, found)
    const [first, ...others] = found
    return first === undefined ? {} : loadOnce(first, others)
  }
}
