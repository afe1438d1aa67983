import { spawnSync } from 'node:child_process'
import { haveAll } from '../read/programs.js'

/** What a program prints; `null` where it is not there. */
function outputOf(program: string, args: string[], input: Uint8Array | string = ''): string | null {
  const { status, stdout } = spawnSync(program, args, { input, encoding: 'utf8' })
  return status === 0 ? stdout : null
}

/** Whether the pages can be looked at; says loudly what is missing. */
export function canLook(): boolean {
  const hasOffice = haveAll('soffice')
  const hasText = outputOf('pdftotext', ['-v']) !== null
  const hasFont = (outputOf('fc-list', [':lang=zh-cn']) ?? '').trim() !== ''
  if (!hasText) console.warn('pdftotext (poppler-utils) not installed: pages of Word documents are not looked at')
  if (!hasFont) console.warn('no Chinese font (fonts-noto-cjk) installed: pages of Word documents are not looked at')
  return hasOffice && hasText && hasFont
}

/** Lines of every page as printed, without blanks within them; the last line is the page number. */
export function pagesOf(pdf: Uint8Array): string[][] {
  return (outputOf('pdftotext', ['-layout', '-', '-'], pdf) ?? '')
    .split('\f')
    .map((page) => page.split('\n').filter((line) => line.trim() !== ''))
    .filter((lines) => lines.length > 0)
}
