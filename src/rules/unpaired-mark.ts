import type { Problem, Rule } from '../finding.js'
import { type Fault, faultsIn } from '../text/paired-marks.js'

const NAMES = { quote: '引号', title: '书名号', bracket: '括号' } as const
/** Findings of one file; with more, it is not the marks that are wrong. */
const MOST = 20
/** Units of text shown beside a lone mark. */
const SHOWN = 10

const shownAfter = (text: string, at: number): string =>
  /^[^\n\u201c\u201d]*/.exec(text.slice(at + 1, at + 1 + SHOWN))?.[0] ?? ''
const shownBefore = (text: string, at: number): string =>
  /[^\n\u201c\u201d]*$/.exec(text.slice(Math.max(0, at - SHOWN), at))?.[0] ?? ''

function problemOf(text: string, fault: Fault): Problem {
  const name = NAMES[fault.kind]
  const at = { text: { start: fault.at, end: fault.at + 1 } }
  switch (fault.what) {
    case 'unclosed':
      return { message: `“${shownAfter(text, fault.at)}”前面有前${name}，却没有配对的后${name}，请补上或删去。`, at }
    case 'unopened':
      return { message: `“${shownBefore(text, fault.at)}”后面有后${name}，却没有配对的前${name}，请补上或删去。`, at }
    case 'mixed':
      return { message: `“${shownBefore(text, fault.at)}”前后的括号样式不一致，请改成一对。`, at }
    case 'crossed':
      return {
        message: `“${shownBefore(text, fault.at)}”后面的${name}与另一种标点交叉了，应当一对套在另一对里面。`,
        at,
      }
    case 'nested':
      return {
        message: '书名号里面又用了书名号，里层应当用单书名号，写作“《……〈……〉……》”。',
        at: { text: { start: fault.at, end: fault.end } },
        severity: 'warning',
        basis: '《标点符号用法》（GB/T 15834—2011）',
        fix: fault.inner.flatMap(([open, close]) => [
          { at: { text: { start: open, end: open + 1 } }, text: '\u3008' },
          { at: { text: { start: close, end: close + 1 } }, text: '\u3009' },
        ]),
      }
  }
}

export const unpairedMark: Rule = {
  id: 'unpaired-mark',
  severity: 'error',
  basis: null,
  certain: '引号、书名号、括号总是成对的',
  summary: '引号、书名号、括号不成对或交叉，书名号套书名号',
  why: '少了一半，读者就分不清引文、书名从哪里到哪里。删改句子和识别扫描件时最容易丢。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n建立“法制机构+法律顾问的审核模式，审查合同60份。\n',
          message: '“法制机构+法律顾问的”前面有前引号，却没有配对的后引号，请补上或删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n印发《关于贯彻《云溪县合同管理办法》的通知》，审查合同60份。\n',
          message: '书名号里面又用了书名号，里层应当用单书名号，写作“《……〈……〉……》”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n印发《关于贯彻〈云溪县合同管理办法〉的通知》，审查合同60份。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1）审查合同60份；2）修订文件3件。推广“一站式（窗口）”服务和《云溪县〈合同法〉问答》。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n群众说：“办事方便了。\n\n“调解员上门，纠纷也少了。”\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n（一）落实“应审尽审。”要求。规范执法（含委托执法），推广“‘码’上办（试行）”。\n',
        },
      ],
    }
  },
  *check({ text }) {
    for (const fault of faultsIn(text).slice(0, MOST)) yield problemOf(text, fault)
  },
}
