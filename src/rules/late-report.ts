import type { Problem, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { type Deadline, deadlineFor } from './deadlines.js'

const VERBS: Record<Deadline['event'], { what: string; must: string }> = {
  reported: { what: '成文日期', must: '报送' },
  published: { what: '公开日期', must: '向社会公开' },
}

const spoken = (iso: string): string => {
  const [year, month, day] = iso.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function* late(
  draft: Draft,
  event: Deadline['event'],
  date: string | undefined,
  block: Block | undefined,
): Generator<Problem> {
  const { report, demands } = draft
  const deadline = deadlineFor(event, report.issuer ?? '')
  if (!date || !deadline || report.year === undefined || report.year < demands.bindingSince) return
  if (date <= `${report.year + 1}-${deadline.day}`) return
  const { what, must } = VERBS[event]
  // 街道 report by practice: what binds others is advice to them.
  const isAdvice = demands.contents.some(({ basis }) => basis?.startsWith('参照'))
  const basis = isAdvice ? `参照${deadline.basis}` : deadline.basis
  yield {
    message: `${what}是${spoken(date)}，晚于规定期限。${basis}要求在${report.year + 1}年${deadline.text}之前${must}；日期有误请改正，确已逾期请在报送时说明。`,
    at: block ? { block } : null,
    severity: isAdvice ? 'info' : 'warning',
    basis,
  }
}

export const lateReport: Rule = {
  id: 'late-report',
  severity: 'warning',
  basis: '《法治政府建设与责任落实督察工作规定》第二十三条、第二十四条',
  summary: '成文或公开日期晚于规定期限',
  why: '各级政府和县级以上部门应在3月1日之前报送上年度的报告（省级是4月1日之前，乡镇报送上一级），4月1日之前向社会公开。逾期会被通报。',
  examples: {
    wrong: [
      {
        draft:
          '云溪县2023年法治政府建设年度报告\n\n发布日期：2024-04-15　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
        message:
          '公开日期是2024年4月15日，晚于规定期限。《法治政府建设与责任落实督察工作规定》第二十四条要求在2024年4月1日之前向社会公开；日期有误请改正，确已逾期请在报送时说明。',
      },
      {
        draft:
          '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n\n青禾区司法局\n\n2024年3月20日\n',
        message:
          '成文日期是2024年3月20日，晚于规定期限。《法治政府建设与责任落实督察工作规定》第二十三条要求在2024年3月1日之前报送；日期有误请改正，确已逾期请在报送时说明。',
      },
    ],
    right: [
      {
        draft:
          '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n\n青禾区司法局\n\n2024年3月1日\n',
      },
      {
        draft:
          '云溪县2023年法治政府建设年度报告\n\n发布日期：2024-04-01　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
      },
      {
        draft:
          '云溪县2017年法治政府建设情况报告\n\n发布日期：2018-06-15　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
      },
    ],
  },
  *check(draft) {
    const dated = draft.blocks.find(({ role }) => role === 'date')
    yield* late(draft, 'reported', draft.report.signedOn, dated)
    yield* late(draft, 'published', draft.report.publishedOn, undefined)
  },
}
