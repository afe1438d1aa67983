import { createInterface } from 'node:readline/promises'
import { FazhiError } from '../error.js'
import type { Kind } from '../generated/report.js'
import { kindOfBody } from '../report/names.js'
import type { Facts } from '../scaffold.js'
import { tell } from './terminal.js'

/** Kinds by the number that is typed for them. */
const CHOICES: Record<string, Kind> = { 1: 'government', 2: 'department', 3: 'township' }

/**
 * The facts with issuer, year and, where the name does not tell it, kind: those not given are asked for on a terminal.
 * Throws `usage` where there is none, or where the answers break off.
 */
export async function askFacts(facts: Partial<Facts>): Promise<Facts> {
  const { issuer, year } = facts
  if (issuer !== undefined && year !== undefined) return { ...facts, issuer, year }
  if (process.stdin.isTTY !== true) {
    throw new FazhiError(
      'usage',
      '请用 --issuer 写明发文机关，用 --year 写明报告年度，如 fazhi new --issuer 云溪县人民政府 --year 2025',
    )
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  // Lines typed ahead or pasted wait their turn.
  const lines = terminal[Symbol.asyncIterator]()
  const answerTo = async (question: string): Promise<string> => {
    terminal.setPrompt(question)
    terminal.prompt()
    const { value, done } = await lines.next()
    if (!done) return value.trim()
    // The cursor still stands behind the question.
    tell('')
    throw new FazhiError('usage', '没有答完，没有生成报告')
  }
  try {
    const answers = { ...facts }
    while (!answers.issuer) answers.issuer = await answerTo('发文机关全称（如 云溪县人民政府）：')
    while (!answers.kind && kindOfBody(answers.issuer) === null) {
      const kind = CHOICES[await answerTo('机关类别（1 政府，2 部门，3 乡镇街道）：')]
      if (kind) answers.kind = kind
      else tell('请写 1、2 或 3')
    }
    while (answers.year === undefined) {
      const typed = Number((await answerTo('报告年度（如 2025）：')).replace(/年$/, ''))
      if (Number.isInteger(typed) && typed >= 1990 && typed <= 2100) answers.year = typed
      else tell('应为 1990 至 2100 之间的年份')
    }
    return { ...answers, issuer: answers.issuer, year: answers.year }
  } finally {
    terminal.close()
  }
}
