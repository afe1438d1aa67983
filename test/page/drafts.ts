import { readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { paragraph, run, wordFile } from '../read/word.js'

/** A county's report that lacks one duty and has slips; made up for these tests. */
export const DRAFT = `云溪县人民政府关于2025年法治政府建设情况的报告

一、2025年推进法治政府建设的主要举措和成效

审查规范性文件32件,，清理规范性文件120件。县政府常务会议审议重大行政决策事项9件。

二、存在的不足和原因

一是基层执法力量不足，主要原因是编制少、人员流动大，乡镇综合执法队平均只有5人，办案、巡查、应急都靠这几个人。

三、2026年推进法治政府建设的主要安排

充实乡镇执法力量，每个乡镇执法队不少于8人。

云溪县人民政府
2026年01月25日
`

export const STATES = ['主要举措和成效 独立成节', '不足和原因 独立成节', '第一责任人履职 未见', '下一年度安排 独立成节']

const lines = DRAFT.split('\n').filter((line) => line !== '')

/** The same draft in every format the page reads. */
export const FILES: { name: string; bytes: Uint8Array }[] = [
  { name: '云溪县报告.txt', bytes: new TextEncoder().encode(DRAFT) },
  { name: '国标码.txt', bytes: iconv.encode(DRAFT, 'gb18030') },
  {
    name: '云溪县报告.md',
    bytes: new TextEncoder().encode(
      DRAFT.replace(/^云溪县人民政府关于/, '# $&').replace(/^[一二三]、(?:20|存)/gm, '## $&'),
    ),
  },
  { name: '云溪县报告.docx', bytes: wordFile(lines.map((line) => paragraph(run(line))).join('')) },
]

/** Some seven thousand characters, as a county's report has. */
export const LONG = readFileSync('seeds/drafts/yunxi-county-2023.txt', 'utf8')

FILES.push({
  name: '云溪县报告.html',
  bytes: new TextEncoder().encode(
    `<!doctype html><meta charset="utf-8"><title>页</title><body>${lines.map((line) => `<p>${line}</p>`).join('\n')}</body>`,
  ),
})
