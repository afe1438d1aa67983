import { FazhiError } from '../error.js'
import { EXIT } from './exit.js'
import { WORKER } from './jobs.js'
import { LINT_DEFAULTS, lintCommand } from './lint-command.js'
import { tell } from './terminal.js'

/**
 * A closed pipe (`| head`) is no defect: the reader has what it wanted. Where standard error takes nothing, the run goes
 * on without notices.
 */
function toleratePipes(): void {
  process.stderr.on('error', () => {})
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit()
    tell(`fazhi: 写不了标准输出（${error.code === 'ENOSPC' ? '磁盘已满' : error.code}）`)
    process.exit(EXIT.usage)
  })
}

/** What `lint` without any option is to check; `null` where there is more to understand. */
function plainLint([command, ...paths]: string[]): string[] | null {
  const isPlain = command === 'lint' && paths.length > 0 && !paths.some((path) => path.startsWith('-'))
  return isPlain ? paths : null
}

async function runAny(argv: string[]): Promise<number> {
  if (argv[0] === WORKER) {
    const { serve } = await import('./worker.js')
    await serve()
    return EXIT.ok
  }
  // The usual call needs no parser of arguments, which takes as long to load as the draft to read.
  const paths = plainLint(argv)
  if (paths) return lintCommand(paths, LINT_DEFAULTS)
  const { runCommand } = await import('./command-line.js')
  return runCommand(argv)
}

/** Runs the command line and gives its exit status. Never throws. */
export async function run(argv: string[]): Promise<number> {
  toleratePipes()
  try {
    return await runAny(argv)
  } catch (error) {
    if (error instanceof FazhiError) {
      tell(`fazhi: ${error.message}`)
      return EXIT.usage
    }
    tell(
      `fazhi: 程序内部出错，请把下面的信息告诉开发者（其中没有报告内容）\n${error instanceof Error ? error.stack : String(error)}`,
    )
    return EXIT.defect
  }
}
