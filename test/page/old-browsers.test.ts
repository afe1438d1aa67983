import { expect, it } from 'vitest'
import { choose, drop, duties, inBrowser, messages, paste, textFile, verdict } from './browser.js'
import { FILES, STATES } from './drafts.js'

/** What Chromium 87 lacks, taken away in the page and in the worker it makes of itself. */
const WITHOUT = `
delete Object.hasOwn; delete Object.groupBy; delete Map.groupBy; delete Promise.withResolvers; delete Promise.try
delete globalThis.structuredClone; delete Array.fromAsync; delete Error.captureStackTrace; delete URL.canParse
for (const owner of [Array, String, Object.getPrototypeOf(Uint8Array)])
  for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with', 'isWellFormed', 'toWellFormed'])
    delete owner.prototype[name]
for (const name of ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom', 'symmetricDifference'])
  delete Set.prototype[name]
if (globalThis.Iterator) {
  for (const name of ['map', 'filter', 'take', 'drop', 'flatMap', 'reduce', 'toArray', 'forEach', 'some', 'every', 'find'])
    delete Iterator.prototype[name]
  delete globalThis.Iterator
}
if (globalThis.crypto) delete Crypto.prototype.randomUUID
delete globalThis.Intl.Segmenter
`

const EVERYWHERE = `
${WITHOUT}
delete globalThis.navigation; delete globalThis.scheduler; delete globalThis.EditContext; delete globalThis.Highlight
delete Element.prototype.setHTML; delete Element.prototype.checkVisibility; delete HTMLElement.prototype.showPopover
delete Document.prototype.startViewTransition; delete CSS.highlights
{
  const Own = Blob
  window.Blob = class extends Own {
    constructor(parts, options) {
      super(options?.type === 'text/javascript' ? [${JSON.stringify(WITHOUT)}, ...parts] : parts, options)
    }
  }
}
`

inBrowser('in a browser of 2020', (open) => {
  it.each(FILES)('a draft is read and its duties stand: $name', async (file) => {
    const { page } = await open({ before: EVERYWHERE })
    expect(await page.evaluate(() => 'groupBy' in Object)).toBe(false)
    await choose(page, file)
    await verdict(page)
    expect(await duties(page)).toEqual(STATES)
    expect(page.workers().length).toBe(1)
  })

  it('the draft is mended, downloaded in every form, and judged by a configuration', async () => {
    const { page } = await open({ before: EVERYWHERE })
    const word = FILES.find(({ name }) => name.endsWith('.docx'))
    if (!word) throw new Error('no Word file')
    await drop(page, word)
    await verdict(page)
    for (let i = 0; i < 6; i++) {
      await page.locator('.menu > summary').click()
      const download = page.waitForEvent('download')
      await page.locator('.menu li button').nth(i).click()
      await (await download).path()
    }
    await page.getByRole('button', { name: /一次改正/ }).click()
    await page.getByRole('button', { name: '全部改正' }).click()
    await verdict(page)
    await drop(page, textFile('.fazhirc.yaml', 'rules:\n  missing-section: info\n'))
    await expect.poll(() => page.locator('.configuration').count()).toBe(1)
    expect(await verdict(page)).not.toBe('')
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('a skeleton is made, and findings followed', async () => {
    const { page } = await open({ before: EVERYWHERE })
    await page.getByRole('button', { name: '新建空白报告' }).click()
    await page.getByLabel('发文机关全称').fill('云溪县人民政府')
    await page.getByRole('button', { name: '生成' }).click()
    await verdict(page)
    await page.locator('.finding .head').first().click()
    expect(await page.locator('.shown').count()).toBeGreaterThan(0)
    expect((await messages(page)).length).toBeGreaterThan(0)
  })

  it('a traditional draft is read too', async () => {
    const { page } = await open({ before: EVERYWHERE })
    await paste(
      page,
      '雲溪縣人民政府關於2025年法治政府建設情況的報告\n\n一、主要舉措和成效\n\n審查規範性文件32件，貫徹落實黨中央決策。\n',
    )
    expect(await verdict(page)).toBe('退回修改')
  })
})
