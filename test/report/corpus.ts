import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'vitest'

/** Real material that stays outside the project; see its README. */
const SHARED = '../shared'

/** A suite over a folder of real material; where the folder is not there, it is skipped, and says so. */
export function describeShared(name: string, folder: string, suite: (path: string) => void): void {
  const path = join(SHARED, folder)
  if (existsSync(path)) describe(name, () => suite(path))
  else {
    console.warn(`${path} is not there: “${name}” is not tested`)
    describe.skip(name, () => {
      it(`needs ${path}`, () => {})
    })
  }
}

/** Objects of a file of JSON lines; none where the file is not there. */
export function jsonLines<T>(path: string): T[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T)
}
