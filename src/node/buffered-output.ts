/** Characters gathered before they are written: a system call a file would cost more than checking it. */
const CHUNK = 32_768

/**
 * Standard output in chunks; what is written leaves before the next file is begun.
 * @param before called before each chunk
 */
export function bufferedOutput(before: () => void): { write(text: string): Promise<void>; flush(): Promise<void> } {
  let pending = ''
  const flush = async (): Promise<void> => {
    const chunk = pending
    pending = ''
    if (chunk !== '') before()
    if (chunk !== '' && !process.stdout.write(chunk))
      await new Promise((resolve) => process.stdout.once('drain', resolve))
    // Errors of the pipe are told between turns of the event loop.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return {
    async write(text) {
      pending += text
      if (pending.length >= CHUNK) await flush()
    },
    flush,
  }
}
