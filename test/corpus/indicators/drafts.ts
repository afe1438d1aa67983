import { extractIndicators } from '../../../src/corpus/indicators/extract.js'
import { INDICATORS } from '../../../src/corpus/indicators/vocabulary.js'
import type { Draft } from '../../../src/model.js'
import { read } from '../../../src/read/read.js'
import { build } from '../../../src/report/build.js'

export interface Parts {
  issuer?: string
  year?: number
  leaders?: string
  plan?: string
  name?: string
}

/** A report whose achievements are the text given. */
export async function draftOf(text: string, { issuer, year, leaders, plan, name }: Parts = {}): Promise<Draft> {
  const report = [
    `${issuer ?? '云溪县人民政府'}${year ?? 2025}年法治政府建设年度报告`,
    '一、主要举措和成效',
    text,
    '二、存在的不足和原因',
    '执法力量不足，原因是编制少，全年只办理行政处罚案件3件。',
    '三、党政主要负责人履行推进法治建设第一责任人职责情况',
    leaders ?? '主要负责人带头述法。',
    `四、${(year ?? 2025) + 1}年工作安排`,
    plan ?? '继续做好各项工作。',
  ].join('\n\n')
  return build(await read({ name: name ?? '年报.txt', bytes: new TextEncoder().encode(`${report}\n`) }))
}

const LABELS = new Map(INDICATORS.map(({ key, label }) => [key, label]))

/** The figures of such a report in short: `行政处罚 34件`, `调解件数 6120件 余`, `行政许可 不适用`. */
export async function figuresOf(text: string, parts: Parts = {}): Promise<string[]> {
  return extractIndicators(await draftOf(text, parts)).map(({ indicator, value, unit, qualifier }) =>
    [LABELS.get(indicator), value === null ? '不适用' : `${value}${unit}`, qualifier].filter(Boolean).join(' '),
  )
}
