import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { tool } from '../../src/generated/tool.js'
import { readWord } from '../../src/read/docx/docx.js'
import { read } from '../../src/read/read.js'
import { build } from '../../src/report/build.js'
import { draftOf, statesOf } from '../drafts.js'
import { choose, editorText, inBrowser, paste, textFile, verdict } from './browser.js'
import { DRAFT, FILES } from './drafts.js'

interface Taken {
  name: string
  bytes: Uint8Array
  text: string
}

/** Takes one of the downloads of the menu, and opens it. */
async function take(page: Page, label: string): Promise<Taken> {
  await page.locator('.menu > summary').click()
  const download = page.waitForEvent('download')
  await page.locator('.menu li button', { hasText: label }).click()
  const file = await download
  const bytes = new Uint8Array(readFileSync(await file.path()))
  return { name: file.suggestedFilename(), bytes, text: new TextDecoder().decode(bytes) }
}

const statesIn = async (name: string, bytes: Uint8Array): Promise<Record<string, string>> =>
  statesOf(build(await read({ name, bytes })))

inBrowser('what is downloaded', (open) => {
  it('as Markdown is the draft as it stands', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('完')
    const { name, text } = await take(page, 'Markdown')
    expect(name).toBe('粘贴的草稿.md')
    expect(text).toContain('## 二、存在的不足和原因')
    expect(text).toContain('完')
    expect(statesOf(await draftOf(text, name))).toEqual(statesOf(await draftOf(DRAFT)))
  })

  it('as text is what the editor shows, without the marks of Markdown', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    expect((await take(page, '纯文本')).text).toBe(await editorText(page))
    await choose(page, textFile('报告.md', `# 云溪县报告\n\n<!-- 说明 -->\n\n## 一、**主要**举措\n\n做了两件事。\n`))
    await page
      .getByRole('button', { name: '放弃修改' })
      .click({ timeout: 1000 })
      .catch(() => {})
    await expect.poll(() => page.locator('.file').textContent()).toBe('报告.md')
    expect((await take(page, '纯文本')).text).toBe('云溪县报告\n一、主要举措\n做了两件事。\n')
  })

  it('never has the name of the file it came from', async () => {
    const { page } = await open()
    const file = FILES.find(({ name }) => name.endsWith('.docx'))
    if (!file) throw new Error('no Word file')
    await choose(page, file)
    await verdict(page)
    expect((await take(page, '公文格式')).name).toBe('云溪县报告-修改稿.docx')
    expect((await take(page, 'Markdown')).name).toBe('云溪县报告.md')
  })

  it('as Word is the draft in the national form', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    const { name, bytes } = await take(page, '公文格式')
    expect(name).toBe('粘贴的草稿.docx')
    expect(await statesIn(name, bytes)).toEqual(statesOf(await draftOf(DRAFT)))
    expect(new TextDecoder().decode(unzipSync(bytes)['word/styles.xml'])).toContain('仿宋')
  })

  it('as comments is the own Word file with one comment a finding', async () => {
    const { page } = await open()
    const file = FILES.find(({ name }) => name.endsWith('.docx'))
    if (!file) throw new Error('no Word file')
    await choose(page, file)
    await verdict(page)
    const { name, bytes } = await take(page, '加批注')
    expect(name).toBe('云溪县报告-批注.docx')
    expect(readWord(bytes).text).toBe(readWord(file.bytes).text)
    const comments = new TextDecoder().decode(unzipSync(bytes)['word/comments.xml'])
    expect(comments.match(/<w:comment /g)?.length).toBe(await page.locator('.finding').count())
    expect(comments).toContain('缺少“第一责任人履职”')
  })

  it('as findings is a page that runs nothing', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    const { name, text } = await take(page, '检查结果（网页）')
    expect(name).toBe('粘贴的草稿-检查结果.html')
    expect(text).toContain('缺少“第一责任人履职”')
    expect(text).not.toContain('<script')
  })

  it('as data is what the command line gives', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    const { text } = await take(page, 'JSON')
    const data = JSON.parse(text)
    expect(data.tool).toEqual(tool)
    expect(data.files[0].report.sections.responsibility).toEqual({ state: 'absent' })
    expect(data.summary.files).toBe(1)
  })

  it('with comments is offered for Word files alone', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.menu > summary').click()
    expect(await page.locator('.menu').innerText()).not.toContain('加批注')
  })

  it('counts as saved: leaving does not ask', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await take(page, 'Markdown')
    let asked = false
    page.on('dialog', (leaving) => {
      asked = true
      void leaving.accept()
    })
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => page.isClosed()).toBe(true)
    expect(asked).toBe(false)
  })
})
