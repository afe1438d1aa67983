import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { CLI, fazhi, sharedFolderWith } from './cli.js'
import { GOOD } from './samples.js'

const cwd = sharedFolderWith({
  'a.md': GOOD,
  'a.txt': GOOD.replaceAll('# ', ''),
  'remember.cjs': `process.on('exit', () =>
    require('node:fs').writeFileSync('loaded.json', JSON.stringify(Object.keys(require.cache))))`,
})

/** Files of the built program that checking a draft loads. */
function loadedFor(draft: string, ...options: string[]): string[] {
  const args = ['--require', './remember.cjs', CLI, 'lint', ...options, draft]
  expect(spawnSync(process.execPath, args, { cwd }).status).toBe(0)
  const paths = JSON.parse(readFileSync(join(cwd, 'loaded.json'), 'utf8')) as string[]
  return paths.filter((path) => !path.endsWith('remember.cjs'))
}

/** Names without the bundler's mark: `program`, `docx`. */
const namesOf = (paths: string[]): string[] =>
  paths.map((path) => basename(path).replace(/(?:-[\w-]{8})?\.cjs$/, '')).sort()

/** Words that only the code of a reader has, or of its library. */
const SIGNS = {
  Word: ['w:txbxContent', 'unclosed tag'],
  pages: ['UCAP-CONTENT', 'missing-doctype'],
}

const signsIn = (paths: string[]): string[] => {
  const code = paths.map((path) => readFileSync(path, 'utf8')).join('')
  return Object.values(SIGNS)
    .flat()
    .filter((sign) => code.includes(sign))
}

describe('the command line', () => {
  beforeAll(() => {
    for (const name of ['a.docx', 'a.html']) fazhi(['convert', 'a.md', '-o', name], { cwd })
  })

  it('checks text with one file of code beside its entry, which holds no reader of Word and pages', () => {
    const loaded = loadedFor('a.txt')
    expect(namesOf(loaded)).toEqual(['fazhi', 'program', 'rolldown-runtime'])
    expect(signsIn(loaded)).toEqual([])
  })

  it('loads what understands options only where there are some', () => {
    expect(namesOf(loadedFor('a.txt', '--quiet'))).toEqual(['command-line', 'fazhi', 'program', 'rolldown-runtime'])
  })

  it('says the same with and without them', () => {
    const [plain, withDefaults] = [[], ['--format', 'pretty', '--max-size', '20']].map(
      (options) => spawnSync(process.execPath, [CLI, 'lint', ...options, 'a.txt'], { cwd, encoding: 'utf8' }).stdout,
    )
    expect(plain).toBe(withDefaults)
  })

  it('loads for Markdown no reader of Word and pages', () => {
    expect(signsIn(loadedFor('a.md'))).toEqual([])
  })

  it('loads for a Word document or a page the one reader', () => {
    expect(signsIn(loadedFor('a.docx'))).toEqual(SIGNS.Word)
    expect(signsIn(loadedFor('a.html'))).toEqual(SIGNS.pages)
  })
})
