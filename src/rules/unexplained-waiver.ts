import type { Rule } from '../finding.js'

const REPORT = '# 石桥镇2023年法治政府建设年度报告\n\n'

export const unexplainedWaiver: Rule = {
  id: 'unexplained-waiver',
  severity: 'info',
  basis: null,
  summary: '写了不再提示的说明，没有写理由',
  why: '不再提示某条问题，是作者的判断。写明理由，审核的人才知道是看过了，而不是漏过了。',
  get examples() {
    return {
      wrong: [
        {
          draft: `${REPORT}<!-- fazhi-ignore late-report -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '这里让 late-report 不再提示，但没有写理由。请写成：<!-- fazhi-ignore late-report 理由 -->。',
        },
        {
          draft: `${REPORT}<!-- fazhi-ignore-file missing-date -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
          message: '这里让 missing-date 不再提示，但没有写理由。请写成：<!-- fazhi-ignore-file missing-date 理由 -->。',
        },
      ],
      right: [
        {
          draft: `${REPORT}<!-- fazhi-ignore-file missing-date 报送稿由办公室统一落款 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n`,
        },
        { draft: `${REPORT}<!-- 这里补一个数字 -->\n\n## 一、主要做法\n\n调解纠纷120件。\n` },
        { draft: `${REPORT}## 一、主要做法\n\n调解纠纷120件。\n` },
      ],
    }
  },
  *checkWaivers(waivers) {
    for (const { rule, reason, comment, scope } of waivers) {
      if (comment === null || rule === '' || reason !== '') continue
      const directive = scope === null ? 'fazhi-ignore-file' : 'fazhi-ignore'
      yield {
        message: `这里让 ${rule} 不再提示，但没有写理由。请写成：<!-- ${directive} ${rule} 理由 -->。`,
        at: { span: comment },
      }
    }
  },
}
