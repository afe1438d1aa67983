import type { Rule } from '../finding.js'
import { nearest } from '../text/nearest.js'

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n'

export const uselessWaiver: Rule = {
  id: 'useless-waiver',
  severity: 'info',
  basis: null,
  summary: '写了不再提示的说明，但没有问题可以免去',
  why: '问题已经改好，或者规则名写错了，说明就成了摆设；留着它，以后真有问题也看不见。',
  get examples() {
    return {
      wrong: [
        {
          draft: `${REPORT}<!-- fazhi-ignore late-report 县里统一延期 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '这里的说明没有免去任何提示：下面没有 late-report 指出的问题，请删去这条说明。',
        },
        {
          draft: `${REPORT}<!-- fazhi-ignore-file mising-date 由办公室统一落款 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '没有“mising-date”这条规则，是不是 missing-date？这条说明不起作用。',
        },
        {
          draft: `${REPORT}<!-- fazhi-ignore 由办公室统一落款 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '这条说明没有写规则名，不起作用。请写成：<!-- fazhi-ignore 规则名 理由 -->。',
        },
        {
          draft: `${REPORT}<!-- fazhi-ingore late-report 县里统一延期 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '不认识“fazhi-ingore”，这条说明不起作用。请写成：<!-- fazhi-ignore 规则名 理由 -->。',
        },
      ],
      right: [
        {
          draft: `${REPORT}<!-- fazhi-ignore-file missing-date 由办公室统一落款 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
        },
        {
          draft: `${REPORT}## 一、主要做法\n\n<!-- fazhi-ignore unfilled-placeholder 数字以统计局公布为准 -->\n\n调解纠纷XX件。\n`,
        },
        { draft: `${REPORT}## 一、主要做法\n\n调解纠纷120件。\n` },
      ],
    }
  },
  *checkWaivers(waivers, ruleIds) {
    for (const { rule, unknown, comment, waived } of waivers) {
      if (comment === null || waived > 0) continue
      const message = unknown === undefined ? complaint(rule, ruleIds) : misspelt(unknown)
      yield { message, at: { span: comment } }
    }
  },
}

const misspelt = (word: string): string =>
  `不认识“${word}”，这条说明不起作用。请写成：<!-- fazhi-ignore 规则名 理由 -->。`

function complaint(rule: string, ruleIds: string[]): string {
  if (rule === '') return '这条说明没有写规则名，不起作用。请写成：<!-- fazhi-ignore 规则名 理由 -->。'
  if (ruleIds.includes(rule)) return `这里的说明没有免去任何提示：下面没有 ${rule} 指出的问题，请删去这条说明。`
  const guess = nearest(rule, ruleIds)
  return `没有“${rule}”这条规则${guess ? `，是不是 ${guess}？` : '，'}这条说明不起作用。`
}
