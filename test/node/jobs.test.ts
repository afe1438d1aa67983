import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { fazhi, folderWith, sharedFolderWith } from './cli.js'
import { GOOD, LATE, LATE_AND_EMPTY, UNFILLED } from './samples.js'

/** A hundred files of both formats; some late, some with errors, some that cannot be read. */
function makeHundredFiles(): string {
  const drafts = [GOOD, LATE, LATE_AND_EMPTY, UNFILLED, '']
  const files = Array.from({ length: 99 }, (_, i) => {
    const draft = drafts[(i * 7) % drafts.length] ?? ''
    const name = `年报/${String(i).padStart(3, '0')}.${i % 3 === 0 ? 'md' : 'txt'}`
    return [name, draft.replaceAll('石桥镇', `石桥${'安宁平和清泉松柏云岭'[i % 10]}镇`)] as const
  })
  const folder = sharedFolderWith(Object.fromEntries(files))
  symlinkSync('gone.md', join(folder, '年报/100.md'))
  return folder
}

const HUNDRED = makeHundredFiles()

describe('several processes', () => {
  it.each([['pretty'], ['json'], ['ndjson']])('give the bytes of one over a hundred files (%s)', (format) => {
    const cwd = HUNDRED
    const lint = (jobs: string): unknown => fazhi(['lint', '-f', format, '--jobs', jobs, '年报'], { cwd })
    const alone = lint('1')
    expect(alone).toMatchObject({ status: 2, stderr: '' })
    expect(lint('2')).toEqual(alone)
  })

  it('give the bytes of one with colours, an own schema and a kind', () => {
    const cwd = HUNDRED
    const schema = join(process.cwd(), 'seeds/schemas/enforcement-data.schema.json')
    const lint = (jobs: string): unknown =>
      fazhi(['lint', '-q', '--kind', 'government', '--schema', schema, '--jobs', jobs, '年报'], {
        cwd,
        env: { FORCE_COLOR: '1' },
      })
    expect(lint('2')).toEqual(lint('1'))
  })

  it('share thousands of files without being told to', () => {
    const files = Array.from({ length: 800 }, (_, i) => [`${i}.md`, GOOD] as const)
    const cwd = folderWith(Object.fromEntries(files))
    expect(fazhi(['lint', '-f', 'ndjson', '.'], { cwd }).stdout.trimEnd().split('\n')).toHaveLength(800)
  })

  it('give the notices of one on standard error', () => {
    const damaged = Buffer.concat([Buffer.from(GOOD), Uint8Array.from([0xff, 0x0a])])
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 70 }, (_, i) => [`${100 + i}.md`, damaged])))
    const lint = (jobs: string): { stderr: string } => fazhi(['lint', '-f', 'json', '--jobs', jobs, '.'], { cwd })
    const alone = lint('1')
    expect(alone.stderr.trim().split('\n')).toHaveLength(70)
    expect(lint('2')).toEqual(alone)
  })
})

/** Preloaded into every process; does something in those that check for another. */
function preloaded(folder: string): Record<string, string> {
  return { NODE_OPTIONS: `--require=${join(folder, 'die.cjs')}` }
}

const WORKER = `const isWorker = process.argv[2] === '__worker'
const mark = (wish) => require('node:fs').writeFileSync(__dirname + '/died', '', wish)
`
const KILL = `(mark(), process.kill(process.pid, 'SIGKILL'))`

describe('a process that dies', () => {
  it.each([
    ['as soon as it starts', `${WORKER}if (isWorker) ${KILL}`],
    ['when it gets its work', `${WORKER}if (isWorker) process.on('message', (task) => { if ('id' in task) ${KILL} })`],
    ['before its first answer', `${WORKER}if (isWorker) process.send = () => ${KILL}`],
    [
      'after its first answer',
      `${WORKER}if (isWorker) { const send = process.send; process.send = (...all) => { process.send = () => ${KILL}; return send.apply(process, all) } }`,
    ],
    [
      'while another lives on',
      `${WORKER}if (isWorker) try { mark({ flag: 'wx' }); process.send = () => ${KILL} } catch {}`,
    ],
    ['by an exit of its own', `${WORKER}if (isWorker) process.send = () => (mark(), process.exit(7))`],
    ['by hanging up', `${WORKER}if (isWorker) process.send = () => (mark(), process.disconnect())`],
  ])('%s loses nothing', (_, script) => {
    const cwd = HUNDRED
    const args = ['lint', '-f', 'json', '年报', '--jobs']
    const whole = fazhi([...args, '1'], { cwd })
    const tools = folderWith({ 'die.cjs': script })
    expect(fazhi([...args, '2'], { cwd, env: preloaded(tools) })).toEqual(whole)
    expect(existsSync(join(tools, 'died'))).toBe(true)
  })
})
