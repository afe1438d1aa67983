import type { Anchor, Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { squeeze } from '../text/marks.js'

/** Units of the longest line that is a marking, or of what stands in brackets behind a title. */
const LONGEST = 30

const GRADE = '(?:绝密|机密|秘密|工作秘密|商密)'
const INTERNAL = '(?:内部(?:资料|文件|材料|参考|使用|刊物|传阅|掌握)|仅供(?:内部|领导|工作)(?:参考|使用|传阅|参阅))'
const KEEP = '(?:请?(?:注意|妥善)保[存密管]|(?:不得|请勿|严禁|切勿)(?:外传|外泄|公开|翻印|转载|上网|扩散))'
const JOINT = '[\uff0c,、\u00b7\u2022\\-\u2014]?'
const TERM = '(?:[\u2605\u2606*\u00b7](?:[\\d一二三四五六七八九十]{1,3}年|\\d{1,2}个月|长期|启用前)?)?'

/** A whole line, blanks taken out: 秘密★5年, 密级：机密, 内部资料 注意保存. */
const MARKING = new RegExp(
  `^(?:(?:份号)?[:\uff1a]?\\d{1,6})?[\\[\u3010(\uff08\u3014]?(?:(?:密级|保密等级)[:\uff1a])?(?:${GRADE}${TERM}|${INTERNAL}(?:${JOINT}${KEEP})*|${KEEP}(?:${JOINT}${KEEP})*)[\\]\u3011)\uff09\u3015]?(?:特急|加急|平急|急件)?[\u3002!\uff01]?$`,
)
/** A title that ends in the marking: ……报告（内部资料）. */
const BEHIND = new RegExp(`[(\uff08\u3010\\[](${GRADE}${TERM}|${INTERNAL}(?:${JOINT}${KEEP})*)[)\uff09\u3011\\]]$`)

interface Marking {
  text: string
  at: Anchor
}

function* markings({ blocks, source }: Draft): Generator<Marking> {
  for (const block of blocks) {
    const { text, role, node } = block
    if (text.length > LONGEST && role !== 'title') continue
    const isHead = role === 'title' || role === 'subtitle' || role === 'front'
    if (isHead && BEHIND.test(text)) {
      const [mark] = BEHIND.exec(text) ?? ['']
      yield { text: mark, at: { block, from: text.length - mark.length, to: text.length } }
    } else if (text.length <= LONGEST && node.type !== 'tableCell' && MARKING.test(squeeze(text))) {
      yield { text, at: { block } }
    }
  }
  // A marking above the title of a web copy is taken off with the page.
  for (const line of source.chrome) {
    const start = line.length <= LONGEST && MARKING.test(squeeze(line)) ? source.text.indexOf(line) : -1
    if (start >= 0) yield { text: line, at: { span: { start, end: start + line.length } } }
  }
}

export const secrecyMark: Rule = {
  id: 'secrecy-mark',
  severity: 'error',
  basis: null,
  certain: '公开的报告不会带密级标志，带密级标志的文件不能公开',
  summary: '公开的报告带有密级或者内部资料的标志',
  why: '年度报告除涉密内容外要向社会公开。带着密级标志的稿子不能公开；没有定密的，标志是从模板里带过来的。',
  examples: {
    wrong: [
      {
        draft: '秘密★5年\n\n# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n',
        message:
          '文中有密级或者内部标志“秘密★5年”。报告要向社会公开：没有定密的请删去标志，确属涉密的请先作处理再公开。',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n\n内部资料 注意保存\n',
        message:
          '文中有密级或者内部标志“内部资料 注意保存”。报告要向社会公开：没有定密的请删去标志，确属涉密的请先作处理再公开。',
      },
    ],
    right: [
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n依法保守国家秘密，查处侵犯商业秘密案件3件，规范内部资料管理。\n',
      },
      {
        draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）内部监督\n\n审查文件32件。\n',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n| 密级 | 件数 |\n| --- | --- |\n| 秘密 | 3 |\n',
      },
    ],
  },
  *check(draft): Generator<Problem> {
    for (const { text, at } of markings(draft)) {
      yield {
        message: `文中有密级或者内部标志“${text}”。报告要向社会公开：没有定密的请删去标志，确属涉密的请先作处理再公开。`,
        at,
      }
    }
  },
}
