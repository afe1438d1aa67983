import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = 'src'

const GROUND = ['generated', 'text', 'model', 'error']
const ENGINE = [...GROUND, 'finding', 'words', 'mistakes', 'read', 'report', 'rules']
const USES = ['waive', 'settings', 'lint', 'fix', 'scaffold', 'write', 'output', 'corpus']

const each = (rooms: string[], allowed: string[]): Record<string, string[]> =>
  Object.fromEntries(rooms.map((room) => [room, allowed]))

/** The rooms of the plan, and what each may import besides itself. */
const MAY_IMPORT: Record<string, string[]> = {
  ...each(['generated', 'text', 'error'], []),
  model: ['generated'],
  finding: ['generated', 'model'],
  words: ['generated', 'model', 'finding'],
  mistakes: ['text', 'error'],
  ...each(['read', 'report'], GROUND),
  rules: ['generated', 'text', 'model', 'finding', 'report'],
  ...each(USES, ENGINE),
  lint: [...ENGINE, 'waive'],
  ...each(['write', 'output'], [...ENGINE, 'corpus']),
  ...each(['index', 'node', 'page', 'tools'], [...ENGINE, ...USES]),
}

/** The only rooms that may touch the machine they run on. */
const ON_THE_MACHINE = ['node', 'tools']

interface Import {
  from: string
  /** A file below src, or the name of a package. */
  to: string
  isType: boolean
}

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesBelow(path) : [path]
  })

const sources = filesBelow(SRC).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'))

/** `report` for src/report/build.ts, `lint` for src/lint.ts. */
const roomOf = (path: string): string => (relative(SRC, path).split(sep)[0] ?? '').replace(/\.tsx?$/, '')

const IMPORT =
  /^(?:import|export)\s+(?:(type)\s+)?(?:[\w*${}\s,]+\sfrom\s+)?'([^']+)'|\bimport\('([^']+)'\)|\brequire\(["']([^"']+)["']\)/gm

/** The file a relative import names: `.js` stands for `.ts` or, in the page, `.tsx`. */
function fileOf(from: string, target: string): string {
  const file = relative('.', resolve(dirname(from), target))
  return [file.replace(/\.js$/, '.ts'), file.replace(/\.js$/, '.tsx')].find((each) => sources.includes(each)) ?? file
}

function importsOf(path: string): Import[] {
  return [...readFileSync(path, 'utf8').matchAll(IMPORT)].map(([, type, named, loaded, required]) => {
    const target = named ?? loaded ?? required ?? ''
    return { from: path, to: target.startsWith('.') ? fileOf(path, target) : target, isType: type !== undefined }
  })
}

const imports = sources.flatMap(importsOf)
const ours = imports.filter(({ to }) => to.startsWith(SRC + sep))
const show = ({ from, to }: Import): string => `${from} → ${to}`

describe('the imports of the house', () => {
  it('are all found, and name files that are there', () => {
    expect(imports.length).toBeGreaterThan(200)
    expect(ours.filter(({ to }) => !sources.includes(to) && !existsSync(to)).map(show)).toEqual([])
  })

  it.each([...new Set(sources.map(roomOf))])('keep to what the plan lets the room import: %s', (room) => {
    const allowed = MAY_IMPORT[room]
    expect(allowed, `the plan has no room “${room}”`).toBeDefined()
    const strays = ours.filter(({ from, to }) => {
      const target = roomOf(to)
      return roomOf(from) === room && target !== room && !allowed?.includes(target)
    })
    expect(strays.map(show)).toEqual([])
  })

  it('let rules see of the report room its types alone', () => {
    const values = ours.filter(({ from, to, isType }) => roomOf(from) === 'rules' && roomOf(to) === 'report' && !isType)
    expect(values.map(show)).toEqual([])
  })

  it('let no rule see another rule, only data beside it', () => {
    const all = join(SRC, 'rules', 'all.ts')
    const rules = ours.filter(({ from, to }) => from === all && roomOf(to) === 'rules').map(({ to }) => to)
    const strays = ours.filter(({ from, to }) => rules.includes(from) && rules.includes(to))
    expect(rules.length).toBeGreaterThan(10)
    expect(strays.map(show)).toEqual([])
  })

  it('leave generated code without any', () => {
    expect(imports.filter(({ from }) => roomOf(from) === 'generated').map(show)).toEqual([])
  })

  it('touch the machine nowhere but in the rooms for it', () => {
    const strays = imports.filter(
      ({ from, to }) =>
        !ON_THE_MACHINE.includes(roomOf(from)) && (to.startsWith('node:') || /^(?:fs|path|os|util)$/.test(to)),
    )
    expect(strays.map(show)).toEqual([])
  })

  it('run in no circle', () => {
    const next = new Map(sources.map((path) => [path, ours.filter(({ from }) => from === path).map(({ to }) => to)]))
    const done = new Set<string>()
    const visit = (path: string, trail: string[]): void => {
      if (trail.includes(path)) throw new Error([...trail.slice(trail.indexOf(path)), path].join(' → '))
      if (done.has(path)) return
      for (const target of next.get(path) ?? []) visit(target, [...trail, path])
      done.add(path)
    }
    for (const path of sources) visit(path, [])
  })
})

describe('the files of the house', () => {
  const folders = [...new Set(sources.map((path) => dirname(path)))]

  it('have no folder for what belongs nowhere', () => {
    const names = folders.map((folder) => basename(folder))
    for (const name of ['utils', 'helpers', 'common', 'types', 'core']) expect(names).not.toContain(name)
  })

  it('have one index', () => {
    expect(sources.filter((path) => basename(path) === 'index.ts')).toEqual([join(SRC, 'index.ts')])
  })

  it('have at most 300 lines each', () => {
    const long = sources
      .filter((path) => roomOf(path) !== 'generated')
      .map((path) => `${readFileSync(path, 'utf8').trimEnd().split('\n').length} ${path}`)
      .filter((size) => Number.parseInt(size, 10) > 300)
    expect(long).toEqual([])
  })

  it('have company in their folder, but for rooms of the plan', () => {
    const lonely = folders.filter(
      (folder) => filesBelow(folder).length === 1 && !(dirname(folder) === SRC && basename(folder) in MAY_IMPORT),
    )
    expect(lonely).toEqual([])
  })
})

describe('the tests of the house', () => {
  it('draw examples through one door, which gives every run the same', () => {
    const files = filesBelow('test').filter((path) => path.endsWith('.ts') && !path.includes('node_modules'))
    const drawing = files.filter((path) => /^import .*'fast-check'$/m.test(readFileSync(path, 'utf8')))
    expect(drawing).toEqual([join('test', 'fast-check.ts')])
  })
})
