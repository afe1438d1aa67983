import { displayWidth } from '../output/width.js'

/** Milliseconds between two looks of the line. */
const PAUSE = 100
/** Milliseconds after which the pace tells something. */
const SETTLED = 1500
/** Cells of the bar. */
const BAR = 20

/** One line on standard error, only on a terminal; to be wiped before anything else is written. */
export interface Progress {
  /** @param done how many of all are done; with 0 of a number not known only what is being done is said */
  step(done: number): void
  wipe(): void
}

/** Time as people say it. */
export function spoken(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds} 秒`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60 ? `${minutes} 分 ${seconds % 60} 秒` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分`
}

/**
 * The line itself: 正在检查 [██████··············] 1200/4000，约剩 12 秒.
 * @param passed milliseconds since the start
 */
export function progressLine(what: string, done: number, total: number, passed: number): string {
  const filled = Math.floor((done / total) * BAR)
  const bar = `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}]`
  const left = passed > SETTLED && done > 0 ? `，约剩 ${spoken((passed / done) * (total - done))}` : ''
  return `${what} ${bar} ${done}/${total}${done < total ? left : ''}`
}

/**
 * Counts what is done and tells how long the rest will take.
 * @param what is being done, in Chinese
 * @param total of what there is to do; `null` where that shows only at the end
 */
export function progress(what: string, total: number | null): Progress {
  const isWanted = process.stderr.isTTY === true && total !== 1 && total !== 0
  const begun = Date.now()
  let isShown = false
  let last = 0
  return {
    step(done) {
      const now = Date.now()
      if (!isWanted || (done !== total && now - last < PAUSE)) return
      last = now
      isShown = true
      const count = total === null ? (done > 0 ? ` ${done}` : '') : ` ${done}/${total}`
      const short = `${what}${count}`
      const line = total === null ? short : progressLine(what, done, total, now - begun)
      const fits = displayWidth(line) < (process.stderr.columns || 80)
      process.stderr.write(`\r\u001b[K${fits ? line : short}`)
    },
    wipe() {
      if (isShown) process.stderr.write('\r\u001b[K')
      isShown = false
    },
  }
}
