import { statSync } from 'node:fs'
import { basename, dirname, relative, resolve, sep } from 'node:path'

/** The folder that an argument speaks of: itself, that of a file, or what stands before the first wildcard. */
function folderOf(argument: string): string {
  const stats = statSync(argument, { throwIfNoEntry: false })
  if (stats) return resolve(stats.isDirectory() ? argument : dirname(argument))
  const magic = argument.search(/[*?[\]{}!]/)
  return resolve(magic < 0 ? dirname(argument) : dirname(`${argument.slice(0, magic)}x`))
}

/** The last parts of a path, with `/` between them. */
const lastParts = (path: string, count: number): string => path.split(sep).slice(-count).join('/')

/** What folders are called beside one another: their own names, with those above where they are the same. */
function namesOf(folders: string[]): Map<string, string> {
  const nameOf = (folder: string): string => {
    const depth = folder.split(sep).length
    for (let count = 1; count < depth; count++) {
      const name = lastParts(folder, count)
      if (folders.every((other) => other === folder || lastParts(other, count) !== name)) return name
    }
    return lastParts(folder, depth)
  }
  return new Map(folders.map((folder) => [folder, nameOf(folder)]))
}

/**
 * How the files of a review are named in what it writes: below the folder that was given, never from the root of the file
 * system, with `/` between folders; of several folders with the name of theirs before it.
 * @param given folders, files and patterns, as on the command line
 */
export function shownPaths(given: string[]): (path: string) => string {
  const folders = [...new Set(given.map(folderOf))]
  const names = folders.length > 1 ? namesOf(folders) : new Map<string, string>()
  const isIn = (path: string, folder: string): boolean => path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
  return (path) => {
    const full = resolve(path)
    const folder = folders.find((each) => isIn(full, each))
    if (folder === undefined) return basename(path)
    const below = relative(folder, full).split(sep).join('/')
    const name = names.get(folder)
    return name === undefined ? below : `${name}/${below}`
  }
}

const PARTS = /[/\\]/

/** From the root of a file system: of this machine, or of another one, on Windows too. */
const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path)

/**
 * How files are named for people that came with paths of other programs, perhaps of other machines: absolute paths below the
 * folder that they have in common, with `/` between folders. What does not lie in it stays, as do relative paths.
 */
export function belowCommon(paths: Iterable<string>): (path: string) => string {
  let common: string[] | null = null
  for (const path of paths) if (isAbsolute(path)) common = shared(common, path.split(PARTS).slice(0, -1))
  const folder: string[] = common ?? []
  // What has nothing in common but the root is told as it is.
  if (folder.every((part) => part === '' || part.endsWith(':'))) return (path) => path
  return (path) => {
    const parts = path.split(PARTS)
    return folder.every((part, i) => part === parts[i]) ? parts.slice(folder.length).join('/') : path
  }
}

/** The folders that two ways from the root begin with. */
function shared(way: string[] | null, other: string[]): string[] {
  if (way === null) return other
  const end = way.findIndex((part, i) => part !== other[i])
  return end < 0 ? way : way.slice(0, end)
}
