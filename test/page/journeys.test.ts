import { expect, it } from 'vitest'
import { choose, drop, duties, editorText, inBrowser, messages, paste, textFile, verdict } from './browser.js'
import { DRAFT, FILES, LONG, STATES } from './drafts.js'

/** A busy machine may be late once; it is not late three times. */
const TIMED = { retry: 2 }

inBrowser('a draft that is dropped, chosen or pasted', (open) => {
  it.each(FILES)('shows its duties: $name', async (file) => {
    const { page } = await open()
    await choose(page, file)
    expect(await verdict(page)).toBe('退回修改')
    expect(await duties(page)).toEqual(STATES)
    expect(await page.locator('.file').textContent()).toBe(file.name)
  })

  it('quotes the report, says where, and says what to write where something is missing', async () => {
    const { page } = await open()
    await drop(page, textFile('报告.txt', DRAFT))
    await verdict(page)
    const found = page.locator('.duty', { hasText: '不足和原因' })
    expect(await found.innerText()).not.toContain('第 7 行')
    await found.locator('summary').click()
    expect(await found.innerText()).toContain('第 7 行“二、存在的不足和原因”')
    expect(await found.innerText()).toContain('一是基层执法力量不足，主要原因是编制少')
    const missing = page.locator('.duty', { hasText: '第一责任人履职' })
    expect(await missing.innerText()).toContain('写清党政主要负责人当年如何履行第一责任人职责')
    expect(await missing.innerText()).toContain('《法治政府建设与责任落实督察工作规定》第二十五条')
  })

  it('is checked within a second of being pasted', TIMED, async () => {
    const { page } = await open()
    await page.evaluate(() => {
      const own = window as unknown as { at: number }
      new MutationObserver(() => {
        if (document.querySelectorAll('.duty').length > 0) own.at ||= performance.now()
      }).observe(document.body, { childList: true, subtree: true })
    })
    const start = await page.evaluate(() => performance.now())
    await paste(page, LONG)
    await verdict(page)
    const end = await page.evaluate(() => (window as unknown as { at: number }).at)
    expect(end - start).toBeLessThan(1000)
  })

  it('may be no report at all, and is told so', async () => {
    const { page } = await open()
    await paste(page, '关于召开会议的通知\n\n各乡镇：\n\n请于周五参加会议。\n')
    expect(await verdict(page)).toBe('没有检查')
    expect(await duties(page)).toEqual([])
    expect((await messages(page))[0]).toContain('不像法治政府建设年度报告')
  })

  it('is refused with a reason where it cannot be read, and the page goes on', async () => {
    const { page } = await open()
    await choose(page, { name: '扫描件.pdf', bytes: new TextEncoder().encode('%PDF-1.7') })
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('“扫描件.pdf”没有打开：不支持 PDF 文件')
    await choose(page, textFile('空.txt', ''))
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('文件是空的')
    await page.getByRole('button', { name: '知道了' }).click()
    await choose(page, textFile('报告.txt', DRAFT))
    expect(await verdict(page)).toBe('退回修改')
  })

  it('can be tried with the sample', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: '看一份示例' }).click()
    expect(await verdict(page)).toBe('退回修改')
    expect((await duties(page)).join()).toContain('第一责任人履职 未见')
  })
})

inBrowser('findings', (open) => {
  it('begin on the first screen of an office machine', async () => {
    const { page } = await open({ viewport: { width: 1366, height: 768 } })
    await paste(page, DRAFT)
    await verdict(page)
    const box = await page.locator('.finding .message').first().boundingBox()
    expect((box?.y ?? 768) + (box?.height ?? 0)).toBeLessThan(768)
  })

  it('stand by duty, or by level, and can be filtered by level', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    const groups = page.locator('.group h3')
    expect((await groups.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual([
      '全文',
      '主要举措和成效',
      '不足和原因',
      '第一责任人履职',
    ])
    await page.getByLabel('排列').selectOption('level')
    expect((await groups.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(['错误', '疑似'])
    await page.getByRole('checkbox', { name: /^错误/ }).uncheck()
    expect((await groups.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(['疑似'])
  })

  it('lead to their place in the draft, and tell why and by what', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.finding .head', { hasText: '2026年01月25日' }).click()
    await expect.poll(() => page.locator('.shown').innerText()).toBe('2026年01月25日')
    const open_ = page.locator('.finding[aria-current]')
    expect(await open_.innerText()).toMatch(/说明[\s\S]*月、日不编虚位/)
    expect(await open_.innerText()).toContain('《党政机关公文格式》')
    await open_.locator('summary').click()
    expect(await open_.innerText()).toContain('这样不对')
    expect(await open_.innerText()).toContain('这样对')
  })

  it('are opened from the place they mark', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.finding-mark', { hasText: '2026年01月25日' }).click()
    expect(await page.locator('.finding[aria-current]').innerText()).toContain('不加0')
  })

  it('can be mended one by one, and the mending undone', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.finding .head', { hasText: '2026年01月25日' }).click()
    expect(await page.locator('.finding del').allInnerTexts()).toEqual(['0'])
    await page.getByRole('button', { name: '自动改正' }).click()
    await verdict(page)
    expect(await editorText(page)).toContain('2026年1月25日')
    expect((await messages(page)).join()).not.toContain('2026年01月25日')
    await page.getByRole('button', { name: '撤销' }).click()
    await verdict(page)
    expect(await editorText(page)).toBe(DRAFT)
    await page.getByRole('button', { name: '重做' }).click()
    expect(await editorText(page)).toContain('2026年1月25日')
  })

  it('can be mended at once after a look at the changes, and undone at once', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.getByRole('button', { name: /一次改正/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    expect(await dialog.locator('del').allInnerTexts()).toContain('0')
    await dialog.getByRole('button', { name: '取消' }).click()
    expect(await editorText(page)).toBe(DRAFT)
    await page.getByRole('button', { name: /一次改正/ }).click()
    await dialog.getByRole('button', { name: '全部改正' }).click()
    await verdict(page)
    expect(await editorText(page)).toContain('2026年1月25日')
    expect(await page.getByRole('button', { name: /一次改正/ }).count()).toBe(0)
    await page.getByRole('button', { name: '撤销' }).click()
    expect(await editorText(page)).toBe(DRAFT)
  })
})

inBrowser('the editor', (open) => {
  it('is followed by the findings within 300 ms of the last key', TIMED, async () => {
    const { page } = await open()
    await paste(page, LONG)
    await verdict(page)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.evaluate(() => {
      const own = window as unknown as { key: number; shown: number }
      addEventListener('keydown', () => (own.key = performance.now()), true)
      new MutationObserver(() => {
        if (document.querySelector('.results')?.textContent?.includes('2月30日')) own.shown ||= performance.now()
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    await page.keyboard.type('2024年2月30日')
    await expect.poll(() => messages(page).then((all) => all.join())).toContain('2月30日')
    const waited = await page.evaluate(() => {
      const { key, shown } = window as unknown as { key: number; shown: number }
      return shown - key
    })
    expect(waited).toBeLessThan(300)
  })

  it('leaves an input method alone while it composes', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    const session = await page.context().newCDPSession(page)
    for (const text of ['f', 'fa', 'fa zhi']) {
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
      await page.waitForTimeout(200)
    }
    await session.send('Input.insertText', { text: '法治' })
    await verdict(page)
    expect(await editorText(page)).toBe(`${DRAFT}法治`)
  })

  it('holds on to the draft: what is unsaved is not thrown away unasked', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await choose(page, textFile('别的.txt', LONG))
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '留在这一份' }).click()
    expect(await editorText(page)).toBe(DRAFT)
    let asked = ''
    page.on('dialog', (leaving) => {
      asked = leaving.type()
      void leaving.dismiss()
    })
    await page.close({ runBeforeUnload: true })
    await expect.poll(() => asked).toBe('beforeunload')
  })
})

inBrowser('a skeleton', (open) => {
  it('comes from a short form into the editor', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: '新建空白报告' }).click()
    await page.getByLabel('发文机关全称').fill('云溪县司法局')
    expect(await page.getByLabel('机关类别').inputValue()).toBe('department')
    await page.getByLabel('报告年度').fill('2025')
    await page.getByRole('button', { name: '生成' }).click()
    await verdict(page)
    expect(await editorText(page)).toContain('# 云溪县司法局关于2025年法治政府建设情况的报告')
    expect(await page.locator('.file').textContent()).toBe('云溪县司法局2025年空白报告.md')
    expect(await page.locator('.notices').innerText()).toContain('填写说明，不是正文')
  })

  it('is no report to be returned while nobody has written in it', async () => {
    const { page } = await open()
    await page.getByRole('button', { name: '新建空白报告' }).click()
    await page.getByLabel('发文机关全称').fill('云溪县司法局')
    await page.getByRole('button', { name: '生成' }).click()
    expect(await verdict(page)).toBe('尚未填写')
    expect(new Set((await duties(page)).map((duty) => duty.split(' ')[1]))).toEqual(new Set(['尚未填写']))
    await page.locator('.cm-content').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type('\n## 五、存在的不足和原因\n\n一是人手少，原因是编制少。\n')
    await expect.poll(() => verdict(page)).toBe('退回修改')
  })
})

inBrowser('a configuration', (open) => {
  it('that is dropped in is used, shown as used, and can be put away', async () => {
    const { page } = await open()
    await paste(page, DRAFT)
    await verdict(page)
    await drop(page, textFile('.fazhirc.yaml', 'rules:\n  zero-padded-date: "off"\n'))
    await expect.poll(() => page.locator('.configuration').innerText()).toContain('正在使用配置“.fazhirc.yaml”')
    await verdict(page)
    expect((await messages(page)).join()).not.toContain('2026年01月25日')
    await page.getByRole('button', { name: '不用配置' }).click()
    await expect.poll(() => messages(page).then((all) => all.join())).toContain('2026年01月25日')
  })

  it('with a schema of its own is used but for the schema, and says so', async () => {
    const { page } = await open()
    await drop(page, textFile('.fazhirc.json', '{"schema": "own.json"}'), textFile('报告.txt', DRAFT))
    await verdict(page)
    expect(await page.locator('.configuration').innerText()).toContain('本地补充要求（schema）网页里用不了')
  })

  it('that is a schema of its own is sent to the command line', async () => {
    const { page } = await open()
    await drop(page, textFile('本省.schema.json', '{"properties": {}}'))
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('“本省.schema.json”是本地补充要求')
  })

  it('with a mistake is refused with its place', async () => {
    const { page } = await open()
    await drop(page, textFile('.fazhirc.yaml', 'rules:\n  zero-paded-date: "off"\n'))
    await expect.poll(() => page.getByRole('alert').innerText()).toContain('第 2 行')
  })
})
