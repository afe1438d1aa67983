import type { Local, Problem, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { spokenDate } from '../text/dates.js'
import { type Deadline, deadlineFor, dueOn, localDeadlinesFor } from './deadlines.js'

const VERBS: Record<Deadline['event'], { what: string; must: string }> = {
  reported: { what: '成文日期', must: '报送' },
  published: { what: '公开日期', must: '向社会公开' },
}

function* late(
  draft: Draft,
  { place }: Local,
  event: Deadline['event'],
  date: string | undefined,
  block: Block | undefined,
): Generator<Problem> {
  const { report, demands } = draft
  if (!date || report.year === undefined || report.year < demands.bindingSince) return
  const deadline = deadlineFor(event, report.issuer ?? '')
  const last = dueOn(event, report.issuer ?? '', report.year)
  if (!deadline || last === null) return
  const due = report.year + 1
  const { what, must } = VERBS[event]
  if (date <= last) {
    for (const { day, text, whom, basis } of localDeadlinesFor(event, place, report.kind)) {
      if (date > `${due}-${day}`)
        yield {
          message: `${what}是${spokenDate(date)}。按${basis}，应在${due}年${text}之前${must}；本地如是${whom}，请留意这一期限。`,
          at: block ? { block } : null,
          severity: 'info',
          basis,
        }
    }
    return
  }
  // 街道 report by practice: what binds others is advice to them.
  const isAdvice = demands.contents.some(({ basis }) => basis?.startsWith('参照'))
  const basis = isAdvice ? `参照${deadline.basis}` : deadline.basis
  yield {
    message: `${what}是${spokenDate(date)}，晚于规定期限。${basis}要求在${due}年${deadline.text}之前${must}；日期有误的请改正，确实迟报的请说明原因。`,
    at: block ? { block } : null,
    severity: isAdvice ? 'info' : 'warning',
    basis,
  }
}

export const lateReport: Rule = {
  id: 'late-report',
  severity: 'warning',
  basis: '《法治政府建设与责任落实督察工作规定》第二十三条、第二十四条',
  summary: '报告载明的日期晚于规定期限',
  why: '各级政府和县级以上部门应在3月1日之前报送上年度的报告（省级是4月1日之前，乡镇报送上一级），4月1日之前向社会公开。迟报的，可能被通报。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '云溪县2023年法治政府建设年度报告\n\n发布日期：2024-04-15　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
          message:
            '公开日期是2024年4月15日，晚于规定期限。《法治政府建设与责任落实督察工作规定》第二十四条要求在2024年4月1日之前向社会公开；日期有误的请改正，确实迟报的请说明原因。',
        },
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n\n青禾区司法局\n\n2024年3月20日\n',
          message:
            '成文日期是2024年3月20日，晚于规定期限。《法治政府建设与责任落实督察工作规定》第二十三条要求在2024年3月1日之前报送；日期有误的请改正，确实迟报的请说明原因。',
        },
        {
          draft:
            '# 云溪县人民政府2023年法治政府建设年度报告\n\n## 一、主要做法\n\n审查文件32件。\n\n云溪县人民政府\n\n2024年2月20日\n',
          local: { place: '安徽' },
          message:
            '成文日期是2024年2月20日。按安徽省对法治政府建设示范地区的要求，应在2024年1月31日之前报送；本地如是法治政府建设示范地区，请留意这一期限。',
        },
      ],
      right: [
        {
          draft:
            '# 青禾区司法局2023年法治政府建设情况报告\n\n## 一、主要做法\n\n审查文件32件。\n\n青禾区司法局\n\n2024年3月1日\n',
        },
        {
          draft:
            '# 云溪县人民政府2023年法治政府建设年度报告\n\n## 一、主要做法\n\n审查文件32件。\n\n云溪县人民政府\n\n2024年2月22日\n',
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
    }
  },
  *check(draft, local) {
    const dated = draft.blocks.find(({ role }) => role === 'date')
    yield* late(draft, local, 'reported', draft.report.signedOn, dated)
    yield* late(draft, local, 'published', draft.report.publishedOn, undefined)
  },
}
