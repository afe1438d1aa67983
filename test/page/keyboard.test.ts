import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { duties, editorText, inBrowser, messages, paste, tabTo, verdict } from './browser.js'
import { DRAFT, FILES, STATES } from './drafts.js'

/** Starts from a pasted draft, with the focus at the head of the page. */
async function pasted(page: Page): Promise<void> {
  await paste(page, DRAFT)
  await verdict(page)
}

inBrowser('by keyboard alone', (open) => {
  it('a file is chosen', async () => {
    const { page } = await open()
    await tabTo(page, /选择文件/)
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    const [file] = FILES
    if (!file) throw new Error('no file')
    await (await chooser).setFiles([{ name: file.name, mimeType: '', buffer: Buffer.from(file.bytes) }])
    await verdict(page)
    expect(await duties(page)).toEqual(STATES)
  })

  it('a draft is typed or pasted', async () => {
    const { page } = await open()
    await tabTo(page, /粘贴或直接写/)
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
    await paste(page, DRAFT)
    await verdict(page)
    expect(await duties(page)).toEqual(STATES)
  })

  it('a finding is read, followed to its place, and the place is edited', async () => {
    const { page } = await open()
    await pasted(page)
    await tabTo(page, /2026年01月25日/)
    await page.keyboard.press('Enter')
    expect(await page.locator('.finding[aria-current]').innerText()).toContain('说明')
    await tabTo(page, /到原文修改/)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('cm-content')
    await page.keyboard.type('2026年1月25日')
    await verdict(page)
    expect((await messages(page)).join()).not.toContain('2026年01月25日')
    // The way out of the editor is the same key.
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.className)).not.toContain('cm-content')
  })

  it('a fix is taken and undone', async () => {
    const { page } = await open()
    await pasted(page)
    await tabTo(page, /2026年01月25日/)
    await page.keyboard.press('Enter')
    await tabTo(page, /^\s*自动改正/)
    await page.keyboard.press('Enter')
    await verdict(page)
    expect(await editorText(page)).toContain('2026年1月25日')
    await tabTo(page, /^\s*撤销/)
    await page.keyboard.press('Enter')
    expect(await editorText(page)).toBe(DRAFT)
  })

  it('all fixes are looked at, left with Escape, and made', async () => {
    const { page } = await open()
    await pasted(page)
    await tabTo(page, /一次改正/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('一次改正')
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, /全部改正/)
    await page.keyboard.press('Enter')
    await expect.poll(() => editorText(page)).toContain('2026年1月25日')
  })

  it('levels are filtered and findings regrouped', async () => {
    const { page } = await open()
    await pasted(page)
    await tabTo(page, /^ *疑似 \d/)
    await page.keyboard.press('Space')
    expect((await messages(page)).join()).not.toContain('2026年01月25日')
    await tabTo(page, /排列/)
    await page.keyboard.press('End')
    expect(await page.locator('.group h3').first().innerText()).toContain('错误')
  })

  it('a download is taken', async () => {
    const { page } = await open()
    await pasted(page)
    await tabTo(page, /^\s*下载/)
    await page.keyboard.press('Enter')
    await tabTo(page, /检查结果（网页）/)
    const download = page.waitForEvent('download')
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toBe('粘贴的草稿-检查结果.html')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    expect(await page.locator('.menu').getAttribute('open')).toBeNull()
  })

  it('a skeleton is made', async () => {
    const { page } = await open()
    await tabTo(page, /新建空白报告/)
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.getByRole('dialog').waitFor()
    await page.getByLabel('发文机关全称').focus()
    await page.keyboard.type('石桥镇人民政府')
    await page.keyboard.press('Enter')
    await verdict(page)
    expect(await editorText(page)).toContain('# 石桥镇人民政府关于')
    expect(await page.locator('.identity').innerText()).toContain('乡镇街道')
  })
})
