/** The pictures of README, made of the review of `seeds/county`: `npm run pictures`. Wants Chromium, LibreOffice, poppler-utils and fonts-noto-cjk. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Locator, type Page } from 'playwright-core'
import { CHROMIUM } from './chromium.js'
import { byLibreOffice } from './read/programs.js'

const PICTURES = 'docs/pictures'
/** Bytes: readers of README load them all. */
const LARGEST = 300 * 1000
/** Width of a picture in CSS pixels, about that of README on a screen. */
const WIDTH = 1000

const SERIF = 'Noto Serif CJK SC'
const SANS = 'Noto Sans CJK SC'

/** Free fonts in place of those that offices have and this machine may not. */
const STAND_INS: Record<string, string> = {
  方正小标宋简体: SERIF,
  仿宋_GB2312: SERIF,
  楷体_GB2312: SERIF,
  黑体: SANS,
  宋体: SANS,
  'Times New Roman': SERIF,
}

/** What a program prints; `null` where it is not there or fails. @param statuses that are no failure */
function outputOf(program: string, args: string[], statuses = [0]): string | null {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8' })
  return status !== null && statuses.includes(status) ? stdout : null
}

function run(program: string, args: string[], statuses = [0]): string {
  const output = outputOf(program, args, statuses)
  if (output === null) throw new Error(`failed: ${program} ${args.join(' ')}`)
  return output
}

/** Packages that are not installed. */
function missing(): string[] {
  const fonts = outputOf('fc-list', []) ?? ''
  return [
    ...(CHROMIUM ? [] : ['chromium']),
    ...(outputOf('soffice', ['--version']) ? [] : ['libreoffice-writer-nogui', 'libreoffice-calc-nogui']),
    ...(outputOf('pdftoppm', ['-v']) === null ? ['poppler-utils'] : []),
    ...([SERIF, SANS].every((font) => fonts.includes(font)) ? [] : ['fonts-noto-cjk']),
  ]
}

/** Has the programs that are started from here take the stand-ins. */
function standIn(folder: string): void {
  const rules = Object.entries(STAND_INS).map(
    ([font, other]) =>
      `<match target="pattern"><test name="family"><string>${font}</string></test><edit name="family" mode="assign" binding="strong"><string>${other}</string></edit></match>`,
  )
  const path = join(folder, 'fonts.conf')
  writeFileSync(
    path,
    `<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${rules.join('')}</fontconfig>`,
  )
  process.env['FONTCONFIG_FILE'] = path
}

/** The first pages of an office file as it prints, as data URIs. */
function printed(file: string, pages: number, folder: string): string[] {
  const bytes = byLibreOffice({ file: readFileSync(file) }, extname(file).slice(1), 'pdf').get('file')
  if (!bytes) throw new Error(`${file} was not printed`)
  const pdf = join(folder, 'file.pdf')
  writeFileSync(pdf, bytes)
  return Array.from({ length: pages }, (_, i) => {
    const [number, name] = [String(i + 1), join(folder, 'page')]
    run('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', number, '-l', number, pdf, name])
    return `data:image/png;base64,${readFileSync(`${name}.png`).toString('base64')}`
  })
}

async function boxOf(what: Locator): Promise<{ y: number; height: number }> {
  const box = await what.boundingBox()
  if (!box) throw new Error(`nothing is shown of ${what}`)
  return box
}

/** What stands between the head of one element and the foot of another. */
async function shoot(page: Page, name: string, from: Locator, to: Locator, margin = 16): Promise<void> {
  const [head, foot] = [await boxOf(from), await boxOf(to)]
  const top = Math.max(0, head.y - margin)
  const clip = { x: 0, y: top, width: WIDTH, height: foot.y + foot.height + margin - top }
  const bytes = await page.screenshot({ fullPage: true, clip })
  writeFileSync(join(PICTURES, name), bytes)
  console.log(`${name}: ${Math.round(bytes.length / 1000)} kB`)
  if (bytes.length > LARGEST) throw new Error(`${name} is larger than ${LARGEST / 1000} kB: show less`)
}

/** @param scale pixels of a picture for one of CSS */
async function pageOf(browser: Browser, scale: number): Promise<Page> {
  const viewport = { width: WIDTH, height: 800 }
  const context = await browser.newContext({ offline: true, locale: 'zh-CN', deviceScaleFactor: scale, viewport })
  return context.newPage()
}

async function shootOverview(browser: Browser, out: string): Promise<void> {
  const page = await pageOf(browser, 1)
  await page.goto(pathToFileURL(join(out, '总览.html')).href)
  await shoot(page, 'overview.png', page.locator('h1'), page.locator('.punctuality .cases'), 24)
  const penalties = page.locator('.indicator', { has: page.getByRole('heading', { name: '行政处罚' }) })
  await shoot(page, 'indicators.png', penalties, penalties)
  await shoot(page, 'similar.png', page.locator('.pair').first(), page.locator('.pair').first())
}

const imageOf = (uri: string): string => `<img src="${uri}">`

async function shootPrints(browser: Browser, out: string, folder: string): Promise<void> {
  const table = printed(join(out, '总表.xlsx'), 1, folder)
  const slip = printed(join(out, '意见单', '蓼川县公安局.docx'), 2, folder)
  const circular = printed(join(out, '通报.docx'), 1, folder)
  const page = await pageOf(browser, 1.2)
  await page.setContent(`<style>
body{margin:0;background:#fff}
.table{height:470px;overflow:hidden}
.table img{width:${WIDTH + 50}px;margin:-16px -25px 0}
.documents{display:flex;gap:14px;padding:8px}
.documents img{flex:1;min-width:0;border:1px solid #bbb}
</style>
<div class="table">${table.map(imageOf).join('')}</div>
<div class="documents">${[...slip, ...circular].map(imageOf).join('')}</div>`)
  await shoot(page, 'table.png', page.locator('.table'), page.locator('.table'), 0)
  await shoot(page, 'documents.png', page.locator('.documents'), page.locator('.documents'), 0)
}

async function main(): Promise<void> {
  const packages = missing()
  if (packages.length > 0) {
    console.error(`NO PICTURES were made, for want of ${packages.join(', ')}: apt-get install ${packages.join(' ')}`)
    process.exitCode = 1
    return
  }
  const folder = mkdtempSync(join(tmpdir(), 'fazhi-pictures-'))
  try {
    const out = join(folder, 'out')
    // Status 1: the county has errors.
    run(process.execPath, ['dist/cli/fazhi.cjs', 'review', 'seeds/county', '-o', out, '--date', '2026-03-20'], [1])
    mkdirSync(PICTURES, { recursive: true })
    standIn(folder)
    const browser = await chromium.launch({
      ...{ executablePath: CHROMIUM as string, chromiumSandbox: false, args: ['--no-sandbox'] },
    })
    try {
      await shootOverview(browser, out)
      await shootPrints(browser, out, folder)
    } finally {
      await browser.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
