import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'

const LACKING = `
delete Object.hasOwn; delete globalThis.structuredClone
for (const owner of [Array, String, Object.getPrototypeOf(Uint8Array)])
  for (const name of ['at', 'findLast', 'findLastIndex']) delete owner.prototype[name]
`

let code = ''

/** What an expression gives where the browser lacks all that is lent. */
const lent = (expression: string): unknown =>
  JSON.parse(runInNewContext(`${LACKING};${code};JSON.stringify(${expression})`))

describe('what old browsers are lent', () => {
  beforeAll(async () => {
    const built = await build({
      configFile: false,
      logLevel: 'silent',
      build: { write: false, lib: { entry: 'src/page/polyfill.ts', formats: ['iife'], name: 'lent' } },
    })
    const [result] = [built].flat()
    if (!result || !('output' in result)) throw new Error('nothing built')
    code = result.output[0].code
  })

  it.each([
    ['[1,2,3].at(-1)', 3],
    ['[1,2,3].at(0)', 1],
    ['"法治".at(-1)', '治'],
    ['new Uint8Array([7,8]).at(-2)', 7],
    ['[1,2,3,4].findLast((n) => n % 2 === 1)', 3],
    ['[1,2,3,4].findLastIndex((n) => n > 9)', -1],
    ['Object.hasOwn({ a: 1 }, "a")', true],
    ['Object.hasOwn({}, "toString")', false],
    ['Object.keys([]).length', 0],
    ['structuredClone({ a: [{ b: null }] })', { a: [{ b: null }] }],
  ])('%s', (expression, value) => {
    expect(lent(expression)).toEqual(value)
  })

  it('is a copy: a clone does not change with what it was made of', () => {
    expect(lent('(() => { const a = { b: [1] }; const c = structuredClone(a); a.b.push(2); return c })()')).toEqual({
      b: [1],
    })
  })

  it('leaves what a browser has', () => {
    expect(runInNewContext(`const own = Array.prototype.at; ${code}; own === Array.prototype.at`)).toBe(true)
  })
})
