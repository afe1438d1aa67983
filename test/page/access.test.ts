import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { axe, drop, inBrowser, type OpenOptions, paste, textFile, verdict } from './browser.js'
import { DRAFT } from './drafts.js'

async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}

/** Every state of the page, reached one after another. */
const STATES: [name: string, reach: (page: Page) => Promise<void>][] = [
  ['empty', async () => {}],
  [
    'skeleton form',
    async (page) => {
      await page.getByRole('button', { name: '新建空白报告' }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'error',
    async (page) => {
      await leaveDialog(page)
      await drop(page, textFile('a.pdf', '%PDF'))
      await page.getByRole('alert').waitFor()
    },
  ],
  [
    'checked',
    async (page) => {
      await paste(page, DRAFT)
      await verdict(page)
    },
  ],
  ['finding', (page) => page.locator('.finding .head', { hasText: '2026年01月25日' }).click()],
  [
    'example',
    async (page) => {
      await page.locator('.finding summary').click()
    },
  ],
  [
    'preview',
    async (page) => {
      await page.getByRole('button', { name: /一次改正/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'menu',
    async (page) => {
      await leaveDialog(page)
      await page.locator('.menu > summary').click()
    },
  ],
  [
    'configuration',
    async (page) => {
      await page.keyboard.press('Escape')
      await drop(page, textFile('.fazhirc.json', '{"schema": "own.json"}'))
      await page.locator('.configuration').waitFor()
      await verdict(page)
    },
  ],
  [
    'search',
    async (page) => {
      await page.locator('.cm-content').click()
      await page.keyboard.press('Control+f')
      await page.locator('.cm-search').waitFor()
    },
  ],
  [
    'question',
    async (page) => {
      await drop(page, textFile('b.txt', DRAFT))
      await page.getByRole('dialog').waitFor()
    },
  ],
  [
    'no report',
    async (page) => {
      await page.getByRole('button', { name: /放弃修改/ }).click()
      await page.locator('.file', { hasText: 'b.txt' }).waitFor()
      await drop(page, textFile('c.txt', '关于开会的通知\n\n请于周五参加会议。\n'))
      await page.locator('.verdict', { hasText: '没有检查' }).waitFor()
    },
  ],
]

const LOOKS: [name: string, options: OpenOptions][] = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 } }],
]

inBrowser('every state', (open) => {
  it.each(LOOKS)(
    'has nothing for axe to find: %s',
    async (look, options) => {
      const { page } = await open(options)
      const found: string[] = []
      for (const [name, reach] of STATES) {
        await reach(page)
        for (const each of await axe(page)) found.push(`${look}, ${name}: ${each}`)
      }
      expect(found).toEqual([])
    },
    120_000,
  )

  it.each([
    ['a phone', { width: 390, height: 844 }],
    ['200 % zoom', { width: 640, height: 400 }],
    ['320 px', { width: 320, height: 640 }],
  ])(
    'needs no scrolling sideways: %s',
    async (_, viewport) => {
      const { page } = await open({ viewport })
      for (const [name, reach] of STATES) {
        await reach(page)
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        )
        expect(over, name).toBeLessThanOrEqual(0)
      }
    },
    120_000,
  )

  it('says what came of a check', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    expect(await page.getByRole('status').innerText()).toMatch(/检查完成：错误 \d+，疑似 \d+，提示 \d+/)
  })

  it('has no English but names of formats and keys', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    for (const [, reach] of STATES.slice(4, 9)) await reach(page)
    const words = await page.evaluate(() =>
      [...document.querySelectorAll('button, label, h1, h2, h3, p, summary, [aria-label], input')]
        .filter((element) => !element.closest('.cm-content'))
        .flatMap((element) => [
          element.textContent ?? '',
          element.getAttribute('aria-label') ?? '',
          element.getAttribute('placeholder') ?? '',
          element.getAttribute('title') ?? '',
        ])
        .join(' ')
        .match(/[A-Za-z]{2,}/g),
    )
    const known = /^(?:Word|Markdown|JSON|GB|docx|html|txt|md|Ctrl|fazhi|lint|schema|fazhirc|json)$/
    expect((words ?? []).filter((word) => !known.test(word))).toEqual([])
  })
})
