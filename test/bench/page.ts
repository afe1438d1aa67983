import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM } from '../chromium.js'

const FILE = 'dist/fazhi.html'
/** Sizes of the page in bytes. */
export interface PageSizes {
  plain: number
  packed: number
}

/** Milliseconds, medians: from opening the file until it can be used, and from pasting a draft until its duties stand. */
export interface PageTimes {
  ready: number
  verdict: number
}

export function pageSizes(): PageSizes {
  const bytes = readFileSync(FILE)
  return { plain: bytes.length, packed: gzipSync(bytes, { level: 9 }).length }
}

/** Pastes a draft and waits in the page itself, so that the way to the browser is not measured. */
const verdictIn = (page: Page, draft: string): Promise<number> =>
  page.evaluate(`new Promise((done) => {
    const start = performance.now()
    new MutationObserver(() => {
      if (document.querySelector('.duty')) done(performance.now() - start)
    }).observe(document.body, { childList: true, subtree: true })
    const data = new DataTransfer()
    data.setData('text/plain', ${JSON.stringify(draft)})
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }))
  })`)

const median = (values: number[]): number => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** How long the page takes in a fresh profile each time; `null` where there is no browser. */
export async function pageTimes(draft: string, rounds: number): Promise<PageTimes | null> {
  if (!CHROMIUM) return null
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false, args: ['--no-sandbox'] })
  const times: PageTimes[] = []
  for (let i = 0; i < rounds; i++) {
    const context = await browser.newContext({ offline: true })
    const page = await context.newPage()
    const start = performance.now()
    await page.goto(pathToFileURL(resolve(FILE)).href)
    await page.waitForSelector('.start')
    const ready = performance.now() - start
    times.push({ ready, verdict: await verdictIn(page, draft) })
    await context.close()
  }
  await browser.close()
  return { ready: median(times.map(({ ready }) => ready)), verdict: median(times.map(({ verdict }) => verdict)) }
}
