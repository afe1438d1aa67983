import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import type { Review } from '../../src/corpus/review.js'
import { overviewHtml } from '../../src/output/review/overview.js'
import { reviewOf, SLIP_OF, VOCABULARY } from '../output/review/fixture.js'
import { axe, inBrowser } from './browser.js'

const folder = mkdtempSync(join(tmpdir(), 'overview-'))

function urlOf(name: string, review: Review): string {
  const path = join(folder, `${name}.html`)
  writeFileSync(path, [...overviewHtml(review, VOCABULARY, SLIP_OF)].join(''))
  return pathToFileURL(path).href
}

const url = urlOf('county', reviewOf(40, true))

const LOOKS = [
  ['light', {}],
  ['dark', { colorScheme: 'dark' as const }],
  ['phone', { viewport: { width: 390, height: 844 } }],
] as const

inBrowser('the overview of a review', (open) => {
  it.each(LOOKS)('has nothing for axe to find: %s', async (_, options) => {
    const { page } = await open({ url, ...options })
    expect(await axe(page)).toEqual([])
  })

  it.each([
    ['a phone', 390],
    ['200 % zoom', 640],
    ['320 px', 320],
  ])('needs no scrolling sideways: %s', async (_, width) => {
    const { page } = await open({ url, viewport: { width, height: 800 } })
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over).toBeLessThanOrEqual(0)
  })

  it('shows everything without a script, and no tools that would do nothing', async () => {
    const { page } = await open({ url, javaScriptEnabled: false })
    expect(await page.locator('.grid tbody tr:visible').count()).toBe(40)
    expect(await page.locator('.tools').isVisible()).toBe(false)
    expect(await page.locator('.pair:visible').count()).toBe(3)
  })

  it('finds units by a part of their name, an old one too, and by what they are', async () => {
    const { page } = await open({ url })
    const visible = page.locator('.grid tbody tr:visible')
    await page.getByRole('searchbox', { name: '找单位' }).fill('公安')
    expect(await visible.locator('th').allInnerTexts()).toEqual(['清河县公安局'])
    expect(await page.getByRole('status').innerText()).toBe('显示 1 家，共 40 家')
    await page.getByRole('searchbox').fill('老槐')
    expect(await visible.locator('th').allInnerTexts()).toEqual(['清河县青渡镇人民政府'])
    await page.getByRole('searchbox').fill('')
    await page.getByRole('combobox', { name: '只看' }).selectOption('未报送')
    expect(await visible.count()).toBe(2)
    expect(await visible.first().innerText()).toContain('未报送')
  })

  it('says that no unit fits, and keeps the row of sums to all of them', async () => {
    const { page } = await open({ url, viewport: { width: 390, height: 844 } })
    const [search, sums] = [page.getByRole('searchbox'), page.locator('.grid tfoot')]
    expect(await sums.isVisible()).toBe(true)
    await search.fill('没有这个单位')
    expect(await page.getByRole('status').innerText()).toBe('没有符合条件的单位，共 40 家')
    expect(await page.locator('.grid').isVisible()).toBe(false)
    await search.fill('公安')
    expect([await page.locator('.grid').isVisible(), await sums.isVisible()]).toEqual([true, false])
    await search.fill('')
    expect(await sums.isVisible()).toBe(true)
  })

  it('sorts by any column, and says how', async () => {
    const { page } = await open({ url })
    const first = page.locator('.grid tbody tr:visible').first()
    const column = page.getByRole('columnheader', { name: '错误' })
    const most = Math.max(...reviewOf(40).units.map(({ counts }) => counts.error))
    await column.getByRole('button').click()
    expect(await column.getAttribute('aria-sort')).toBe('descending')
    expect(await first.locator('.number').nth(1).innerText()).toBe(String(most))
    await column.getByRole('button').click()
    expect(await column.getAttribute('aria-sort')).toBe('ascending')
    await page.getByRole('button', { name: '结论' }).click()
    expect(await first.innerText()).toMatch(/退回修改|未报送|无法读取/)
    await page.getByRole('button', { name: '序号' }).click()
    expect(await first.innerText()).toContain('清河县人民政府')
  })

  it('leads to a unit that the filter had hidden, and from its dot in a plot', async () => {
    const { page } = await open({ url })
    await page.getByRole('searchbox').fill('公安')
    await page.getByRole('link', { name: '清河县财政局' }).first().click()
    // The page answers when the address has changed, a turn of the event loop later.
    await page.locator('#unit-8').waitFor({ state: 'visible' })
    expect(await page.locator('#unit-8').isVisible()).toBe(true)
    await page.locator('circle[data-unit="4"]').first().click()
    await page.waitForURL(/#unit-4$/)
    expect(new URL(page.url()).hash).toBe('#unit-4')
  })

  it('goes to the first unit shown on Enter', async () => {
    const { page } = await open({ url })
    await page.getByRole('searchbox').fill('司法')
    await page.keyboard.press('Enter')
    expect(new URL(page.url()).hash).toBe('#unit-4')
  })

  it('shows thousands of units in turns, and prints them all', async () => {
    const { page } = await open({ url: urlOf('province', reviewOf(2000)) })
    const visible = page.locator('.grid tbody tr:not([hidden])')
    expect(await visible.count()).toBe(500)
    await page.getByRole('button', { name: '再显示' }).click()
    expect(await visible.count()).toBe(1000)
    await page.evaluate(() => {
      location.hash = 'unit-1800'
    })
    await page.locator('#unit-1800:visible').waitFor()
    await page.getByRole('searchbox').fill('')
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    expect(await visible.count()).toBe(2000)
  })

  it('keeps its words inside the plots', async () => {
    for (const width of [320, 390, 1280]) {
      const { page } = await open({ url, viewport: { width, height: 800 } })
      const strays = await page.evaluate(() =>
        [...document.querySelectorAll('.plot text')]
          .filter((text) => {
            const box = text.getBoundingClientRect()
            return box.left < 0 || box.right > document.documentElement.clientWidth
          })
          .map(({ textContent }) => textContent),
      )
      expect(strays, `${width} px`).toEqual([])
    }
  })
})
