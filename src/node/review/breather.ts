/** Milliseconds of work after which signals are looked at. */
const MOST = 50

/** Lets the event loop turn now and then in long work, so that Ctrl-C is heard. */
export function breather(): () => Promise<void> | undefined {
  let last = Date.now()
  return () => {
    if (Date.now() - last < MOST) return undefined
    return new Promise((resolve) => {
      setImmediate(() => {
        last = Date.now()
        resolve()
      })
    })
  }
}
