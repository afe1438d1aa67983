import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as library from '../src/index.js'

/** Where the library is compiled to, as `dist/lib` is; in the project, so that it finds its packages. */
const LIBRARY = resolve('.cache/library')

beforeAll(() => {
  rmSync(LIBRARY, { recursive: true, force: true })
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'src', '--outDir', LIBRARY])
})

const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: Record<string, string> }

const IMPORT = /\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm

/** Packages that a compiled file and all that it leads to import. */
function packagesOf(entry: string, extension: '.js' | '.d.ts'): Set<string> {
  const packages = new Set<string>()
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const [, from, loaded, bare] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
      const target = from ?? loaded ?? bare ?? ''
      if (target.startsWith('.')) visit(resolve(dirname(path), target.replace(/\.js$/, extension)))
      else packages.add(/^(?:@[^/]+\/)?[^/]+/.exec(target)?.[0] ?? target)
    }
  }
  visit(join(LIBRARY, `${entry}${extension}`))
  return packages
}

const typesOf = (name: string): string => `@types/${name.replace(/^@/, '').replace('/', '__')}`

describe('the packages of the library', () => {
  it('are installed with it, those it runs', () => {
    const packages = packagesOf('index', '.js')
    expect(packages.size).toBeGreaterThan(5)
    expect([...packages].filter((name) => !(name in dependencies))).toEqual([])
  })

  it('are installed with it, those its types speak of', () => {
    const packages = packagesOf('index', '.d.ts')
    expect(packages).toContain('mdast')
    expect([...packages].filter((name) => !(name in dependencies) && !(typesOf(name) in dependencies))).toEqual([])
  })
})

describe('docs/library.md', () => {
  const page = readFileSync('docs/library.md', 'utf8')
  const rows = [...page.matchAll(/^\| (`[^|]+`) \|/gm)].map(([, names = '']) => names)
  const named = rows.flatMap((names) => [...names.matchAll(/`(\w+)/g)].map(([, name = '']) => name))

  it('names every function and value of the library, and no others', () => {
    expect(named.sort()).toEqual(Object.keys(library).sort())
  })
})

describe('the code of', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-library-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it.each(['README.md', 'README.en.md', 'docs/library.md'])('%s runs as it stands', (page) => {
    const [, code = ''] = /```js\n([\s\S]*?)```/.exec(readFileSync(page, 'utf8')) ?? []
    expect(code).toContain("from 'fazhi'")
    for (const name of ['年报.txt', 'report.txt', '年报.md'])
      copyFileSync('seeds/drafts/yunxi-county-2023.txt', join(folder, name))
    writeFileSync(join(folder, '.fazhirc.yaml'), 'kind: government\n')
    const index = JSON.stringify(pathToFileURL(join(LIBRARY, 'index.js')).href)
    writeFileSync(join(folder, 'user.mjs'), code.replace("'fazhi'", index))
    execFileSync(process.execPath, ['user.mjs'], { cwd: folder, stdio: 'pipe' })
    if (page.startsWith('docs')) expect(existsSync(join(folder, '年报.docx'))).toBe(true)
  })
})
