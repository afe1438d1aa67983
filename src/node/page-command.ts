import { spawn } from 'node:child_process'
import { readFileSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { FazhiError } from '../error.js'
import { EXIT } from './exit.js'
import { tell } from './terminal.js'
import { writeWhole } from './write-file.js'

/** Options of `fazhi page`. */
export interface PageOptions {
  output?: string
  open?: boolean
  force?: boolean
}

const NAME = 'fazhi.html'

/** The page as it was built, beside the command line. */
const builtPage = (): string => resolve(dirname(realpathSync(process.argv[1] ?? '')), '..', NAME)

/** What opens a file as a double click would, by platform. */
const OPENERS: Partial<Record<NodeJS.Platform, [program: string, ...args: string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', '""'],
}

async function openFile(path: string): Promise<void> {
  const [program, ...args] = OPENERS[process.platform] ?? ['xdg-open']
  const child = spawn(program, [...args, path], { stdio: 'ignore', detached: true })
  const isStarted = await new Promise<boolean>((done) => {
    child.on('spawn', () => done(true)).on('error', () => done(false))
  })
  if (!isStarted) throw new FazhiError('cannot-write', `打不开浏览器，请自己双击这个文件：${path}`)
  child.unref()
}

/** `fazhi page`: writes out the page that checks drafts in a browser, or opens it where it is. */
export async function pageCommand({ output, open = false, force = false }: PageOptions): Promise<number> {
  const built = builtPage()
  if (output === undefined && open) {
    await openFile(built)
    return EXIT.ok
  }
  const path = resolve(output ?? NAME)
  if (!/\.html?$/i.test(path)) throw new FazhiError('usage', '-o 的文件名要以 .html 结尾，双击才能用浏览器打开')
  writeWhole(path, readFileSync(built), { force })
  tell(`fazhi: 已写出“${output ?? NAME}”，双击用浏览器打开，不联网也能用`)
  if (open) await openFile(path)
  return EXIT.ok
}
