import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { paragraph, run, wordFile } from '../read/word.js'
import { choose, drop, editorText, inBrowser, messages, paste, textFile, verdict } from './browser.js'
import { DRAFT, LONG } from './drafts.js'

describe('the file of the page', () => {
  const html = readFileSync('dist/fazhi.html', 'utf8')

  it('is small enough to be mailed about: 700 KB packed', () => {
    expect(gzipSync(html, { level: 9 }).length).toBeLessThan(700 * 1024)
  })

  it('has the strict policy, and nothing in it that the policy forbids', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'sha256-[\w+/=]+'; worker-src blob:;/)
    expect(policy).toContain("form-action 'none'; base-uri 'none'")
    expect(policy).not.toContain('connect-src')
    for (const forbidden of [/\bfetch\(/, /\beval\(/, /new Function\b/, /XMLHttpRequest/, /WebSocket/, /sendBeacon/]) {
      expect(html).not.toMatch(forbidden)
    }
  })

  it('names no address that it would ask', () => {
    expect(html.match(/(?:src|href)="?https?:[^"\s]+/g) ?? []).toEqual([])
  })
})

inBrowser('the page', (open) => {
  it('works in a worker of its own', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    expect(page.workers().length).toBe(1)
  })

  it('works without one where the browser refuses', async () => {
    const { page } = await open({ before: 'window.Worker = class { constructor() { throw new DOMException("no") } }' })
    await paste(page, DRAFT)
    expect(await verdict(page)).toBe('退回修改')
  })

  it('works on where a worker fails to start', async () => {
    const { page } = await open({
      before: `window.Worker = class { constructor() { setTimeout(() => this.onerror(new Event('error', {cancelable: true})), 50) } postMessage() {} terminate() {} }`,
    })
    await paste(page, DRAFT)
    expect(await verdict(page)).toBe('退回修改')
  })

  it('can fetch nothing, even if told to', async () => {
    const { page, trouble } = await open()
    const outcome = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    )
    expect(outcome).toBe('refused')
    expect(trouble.splice(0).join()).toMatch(/Content Security Policy/)
  })

  it('keeps nothing', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    const kept = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
    }))
    expect(kept).toEqual({ local: 0, session: 0, cookies: '' })
  })

  it('stays at hand with a text of 5 MB', async () => {
    const { page } = await open()
    const text = `${DRAFT}\n${LONG}`.repeat(Math.ceil((5 * 1024 * 1024) / (3 * (DRAFT.length + LONG.length))))
    await choose(page, textFile('很长.txt', text))
    await page.waitForSelector('.verdict:not(.muted)', { timeout: 60_000 })
    await page.locator('.cm-content').click()
    const start = Date.now()
    await page.keyboard.type('法治政府')
    expect(Date.now() - start).toBeLessThan(2000)
    const lag = await page.evaluate(async () => {
      let worst = 0
      for (let i = 0; i < 30; i++) {
        const at = performance.now()
        await new Promise((resolve) => setTimeout(resolve, 16))
        worst = Math.max(worst, performance.now() - at)
      }
      return worst
    })
    expect(lag).toBeLessThan(1000)
    await page.waitForFunction(() => !document.querySelector('.summary')?.textContent?.includes('正在检查'), null, {
      timeout: 60_000,
    })
  }, 180_000)

  it('can be stopped when something takes long', async () => {
    const { page } = await open({
      before: `{
        const post = Worker.prototype.postMessage
        let slow = true
        Worker.prototype.postMessage = function (task) {
          if (task.name === 'check' && slow) slow = false
          else post.call(this, task)
        }
      }`,
    })
    await choose(page, textFile('很慢.txt', DRAFT))
    await page.getByRole('button', { name: '停止' }).click()
    expect(await page.getByRole('alert').innerText()).toContain('已停止')
    await choose(page, textFile('短.txt', DRAFT))
    await page.locator('.file', { hasText: '短.txt' }).waitFor()
    expect(await verdict(page)).toBe('退回修改')
  })
})

const HOSTILE = `<script>window.hacked = 1</script><img src=x onerror="window.hacked = 1"><svg onload="window.hacked = 1">`

inBrowser('a hostile draft', (open) => {
  const hacked = 'window.hacked'
  it.each([
    ['text', textFile('a.txt', `${HOSTILE}\n${DRAFT}\n${HOSTILE}`)],
    ['Markdown', textFile('a.md', `# ${HOSTILE}\n\n${DRAFT}\n\n[a](javascript:window.hacked=1)\n\n${HOSTILE}\n`)],
    [
      'a web page',
      textFile(
        'a.html',
        `<html><body>${HOSTILE}<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>${DRAFT.split('\n')
          .map((line) => `<p onclick="window.hacked=1">${line}</p>`)
          .join('')}</body></html>`,
      ),
    ],
    [
      'Word',
      {
        name: 'a.docx',
        bytes: wordFile(
          `${HOSTILE.replace(/</g, '&lt;')}\n${DRAFT}`
            .split('\n')
            .filter((line) => line !== '')
            .map((line) => paragraph(run(line.replaceAll('&lt;', '<'))))
            .join(''),
        ),
      },
    ],
  ])('never runs: %s', async (_, file) => {
    const { page } = await open()
    await drop(page, file)
    await verdict(page)
    for (const finding of await page.locator('.finding .head').all()) await finding.click()
    if ((await page.getByRole('button', { name: /一次改正/ }).count()) > 0) {
      await page.getByRole('button', { name: /一次改正/ }).click()
      await page.getByRole('button', { name: '全部改正' }).click()
      await verdict(page)
    }
    expect(await page.evaluate(hacked)).toBeUndefined()
    expect(await page.locator('iframe, img, .results script').count()).toBe(0)
  })

  it('with a name that is markup is only shown', async () => {
    const { page } = await open()
    await drop(page, textFile('<img src=x onerror=window.hacked=1>.txt', DRAFT))
    await verdict(page)
    expect(await page.locator('.file').textContent()).toBe('<img src=x onerror=window.hacked=1>.txt')
    expect(await page.evaluate(hacked)).toBeUndefined()
  })

  it('of Word that is a bomb, is cut short or is no Word is refused', async () => {
    const { page } = await open()
    const whole = wordFile(paragraph(run('正文')))
    for (const bytes of [
      whole.slice(0, whole.length / 2),
      new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]),
      new Uint8Array(0),
    ]) {
      await drop(page, { name: '坏.docx', bytes })
      await expect.poll(() => page.getByRole('alert').count()).toBe(1)
      await page.getByRole('button', { name: '知道了' }).click()
    }
  })

  it('with a front matter that cannot be read is told, and can be mended in the page', async () => {
    const { page } = await open()
    await drop(page, textFile('a.md', `---\ntitle: [\n---\n\n# 云溪县2025年法治政府建设年度报告\n`))
    await expect.poll(() => page.getByRole('alert').count()).toBe(1)
    expect((await page.getByRole('alert').innerText()).length).toBeGreaterThan(10)
  })

  it('leaves the words of the page whole', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    expect((await messages(page)).join()).not.toMatch(/undefined|\[object/)
    expect(await editorText(page)).toBe(DRAFT)
  })
})
