/**
 * Milliseconds of the processor that work takes. Other work on the machine makes it later by the clock, which tells
 * nothing of the work itself.
 */
export async function cpuTime(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
