import { spawnSync } from 'node:child_process'
import { expect } from 'vitest'
import { CLI } from './cli.js'

/** Starts a program on a terminal of its own and types a line after each prompt. Prints JSON: [output, status]. */
const DRIVER = `
import json, os, pty, select, signal, sys, time
argv, steps = json.loads(sys.argv[1])
pid, fd = pty.fork()
if pid == 0:
    os.execv(argv[0], argv)
output, seen, start = b'', 0, time.time()
while True:
    if time.time() - start > 20:
        os.kill(pid, signal.SIGKILL)
    if select.select([fd], [], [], 0.05)[0]:
        try:
            data = os.read(fd, 65536)
        except OSError:
            break
        if not data:
            break
        output += data
    if steps and steps[0][0].encode() in output[seen:]:
        seen = len(output)
        os.write(fd, steps.pop(0)[1].encode())
status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
print(json.dumps([output.decode(), status]))
`

/** Whether a terminal can be made here. */
export const hasTerminal = spawnSync('python3', ['-c', 'import pty, os; os.waitstatus_to_exitcode']).status === 0
if (!hasTerminal) console.warn('NOT TESTED: what happens on a terminal, as there is no python3 to make one')

/** Runs the built command line on a terminal; each step is what to wait for and what to type then. Gives output and status. */
export function onTerminal(
  args: string[],
  steps: [string, string][],
  env: Record<string, string> = {},
): [string, number] {
  const task = JSON.stringify([[process.execPath, CLI, ...args], steps])
  const { stdout } = spawnSync('python3', ['-c', DRIVER, task], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'] ?? '', ...env },
  })
  const [output, status] = JSON.parse(stdout) as [string, number]
  expect(output).not.toMatch(/^\s+at .+:\d+/m)
  return [output.replaceAll('\r\n', '\n'), status]
}
