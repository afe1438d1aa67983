import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import AxeSource from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { CHROMIUM } from '../chromium.js'

const PAGE = pathToFileURL(resolve('dist/fazhi.html')).href

/** A page that was opened from its file, with what it should not have done. */
export interface Opened {
  page: Page
  /** Requests beside the file itself, errors of programs, and what was written to the console. */
  trouble: string[]
}

export interface OpenOptions extends BrowserContextOptions {
  /** Run before the page's own program. */
  before?: string
  /** Another page than the built one. */
  url?: string
}

/** Opens the built page in a profile of its own, without a network. */
export type Open = (options?: OpenOptions) => Promise<Opened>

async function openIn(browser: Browser, { before, url = PAGE, ...options }: OpenOptions): Promise<Opened> {
  const context = await browser.newContext({
    offline: true,
    locale: 'zh-CN',
    viewport: { width: 1280, height: 800 },
    ...options,
  })
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('request', (request) => {
    if (request.url() !== url && !request.url().startsWith('blob:')) trouble.push(`request ${request.url()}`)
  })
  page.on('console', (message) => trouble.push(`console ${message.text()}`))
  page.on('pageerror', (error) => trouble.push(`error ${error.message}`))
  // Dialogs for files are watched from the start: what opens one may be quicker than the wish to see it.
  page.on('filechooser', () => {})
  if (before !== undefined) await page.addInitScript(before)
  await page.goto(url)
  return { page, trouble }
}

/**
 * Tests in a real browser. Where none is installed they are skipped, and say so.
 * @param tests get a function that opens the page; every page they open must have been quiet
 */
export function inBrowser(name: string, tests: (open: Open) => void): void {
  if (!CHROMIUM) console.error(`\n!!! chromium is missing: “${name}” was NOT TESTED (apt-get install chromium)\n`)
  // Two cores start browsers slowly while other tests run.
  describe.skipIf(!CHROMIUM)(name, { timeout: 120_000 }, () => {
    let browser: Browser
    const opened: Opened[] = []
    beforeAll(async () => {
      // Root has no sandbox to give; the pages are ours.
      browser = await chromium.launch({
        executablePath: CHROMIUM as string,
        chromiumSandbox: false,
        args: ['--no-sandbox'],
      })
    }, 120_000)
    afterAll(async () => {
      await browser?.close()
      expect(opened.flatMap(({ trouble }) => trouble)).toEqual([])
    })
    tests(async (options = {}) => {
      const one = await openIn(browser, options)
      opened.push(one)
      return one
    })
  })
}

/** A file as it is chosen or dropped. */
export interface Dropped {
  name: string
  bytes: Uint8Array
}

export const textFile = (name: string, text: string): Dropped => ({ name, bytes: new TextEncoder().encode(text) })

/** Has a file chosen in the dialog of the system. */
export async function choose(page: Page, ...files: Dropped[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page
    .getByRole('button', { name: /^(?:选择文件|打开文件)$/ })
    .first()
    .click()
  const payload = files.map(({ name, bytes }) => ({ name, mimeType: '', buffer: Buffer.from(bytes) }))
  await (await chooser).setFiles(payload)
}

/** Drops files onto the page. */
export async function drop(page: Page, ...files: Dropped[]): Promise<void> {
  const sent = files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString('base64') }))
  await page.evaluate((given) => {
    const data = new DataTransfer()
    for (const { name, base64 } of given) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      data.items.add(new File([bytes], name))
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }))
    }
  }, sent)
}

/** Pastes text where the focus is, as a paste from another program comes. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((given) => {
    const data = new DataTransfer()
    data.setData('text/plain', given)
    const target = document.activeElement ?? document.body
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, text)
}

/** Waits until the text as it stands was checked, and gives the verdict. */
export async function verdict(page: Page): Promise<string> {
  await page.waitForFunction(() => {
    const words = document.querySelector('.summary')?.textContent ?? '正在检查'
    return !words.includes('正在检查')
  })
  return (await page.locator('.verdict').textContent()) ?? ''
}

/** The duties as a list: title and state. */
export async function duties(page: Page): Promise<string[]> {
  const texts = await page.locator('.duty h3').allInnerTexts()
  return texts.map((text) =>
    text
      .replace(/[✓！✕]/g, '')
      .trim()
      .split(/\s+/)
      .join(' '),
  )
}

/** Messages of the findings shown. */
export const messages = (page: Page): Promise<string[]> => page.locator('.finding .message').allInnerTexts()

/** The text in the editor, all of it. */
export const editorText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const content = document.querySelector('.cm-content') as HTMLElement & {
      cmTile?: { view: { state: { doc: { toString(): string } } } }
    }
    return content.cmTile?.view.state.doc.toString() ?? content.innerText
  })

/** The keyboard alone: presses Tab until a thing with this name has the focus. */
export async function tabTo(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press(key)
    const focused = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null
      const label = (element as HTMLInputElement | null)?.labels?.[0]?.textContent
      return `${element?.getAttribute('aria-label') ?? ''} ${label ?? ''} ${element?.innerText ?? ''}`
    })
    if (name.test(focused)) return
  }
  throw new Error(`no Tab leads to ${name}`)
}

/** What axe-core finds against WCAG 2.1 AA and good practice, as `rule: places`. */
export async function axe(page: Page): Promise<string[]> {
  // The policy of the page lets no script in but its own: axe runs where Playwright's own does.
  await page.evaluate(AxeSource.source)
  return page.evaluate(async () => {
    const { axe: own } = window as unknown as { axe: typeof AxeSource }
    const { violations } = await own.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  })
}
