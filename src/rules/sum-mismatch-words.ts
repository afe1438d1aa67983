/**
 * Words that tell whether figures of a list may be added up. Collected from published reports; a word missing here costs a
 * finding or makes one, so each list is on the side of silence.
 */
import { once } from '../text/once.js'

/** Units that no one adds up: time, age, shares. */
export const NOT_ADDED = new Set(
  '% 百分点 成 分之 倍 岁 周岁 年 个月 周 天 小时 分钟 工作日 个工作日 学时 课时 公里 平方公里 级'.split(' '),
)

/** Labels of parts that overlap with others: who people are, what a thing is about, where it was honoured. */
export const OVERLAPPING =
  /党员|团员|女|妇|男|民族|岁|后[”"]?$|年龄|以上|以下|学历|学位|本科|大专|硕士|研究生|专业|持证|持有|证书|资格|职称|退役|军人|农民工|残疾|未成年|老年|青年|涉|需|经|网上|线上|通办|可办|即办|一次|不用跑|率|新[增设登]|(?:19|20)\d\d|[今本当]年|重点|典型|规模|骨干|获|入选|列为|已|(?:代表|委员)$/

/** Labels that tell how far a case has come, which overlap; not where one of them says no (不予公开). */
export const STAGE =
  /办结|审结|结案|受理|立案|成功|化解|整改|完成|落实|公开|公布|备案|报备|采纳|反馈|出庭|移送|罚款|讨论|审核|参与|(?:听证|论证|评估)(?!会)/
export const DENIED = /^(?:不予|不|未|无法|无)/

/** Behind a part: it is said of all there are. */
export const OF_ALL = /^[^,\uff0c、;\uff1b。\d]{0,4}(?:全部|全都|全数|悉数|均|都)/

/** Labels of figures that count other things than the year's: they may exceed it. */
export const CUMULATIVE = /累计|现有|现行|总数|共有|上一?年|去年|往年|结转|(?:19|20)\d\d|截至|历年|平均|人均|每/

/** Labels of figures that are no whole: averages. */
export const AVERAGE = /平均|人均|每/

/** What a part counts beside the whole's own things: 审查合同20份，其中提出意见30份 is no slip unless the whole counts 意见 too. */
export const OTHER_OBJECT =
  /意见|建议|问题|隐患|线索|文书|材料|信息|数据|罚|金额|资金|标的|次数|人次|措施|任务|报告|证据/

/** End of a label whose figure is a difference, no amount: 净减少58项. */
export const CHANGE =
  /(?:净增|净减|增加|减少|增长|下降|提高|降低|上升|提升|压减|压缩|精简|缩短|同比增|同比减|多|少|增幅|降幅|由|从|比)了?[^\d]{0,2}$/

/** Results of cases, one or more of which make a label: 撤销或确认违法. */
const RESULTS =
  '维持 撤销 驳回 驳回请求 驳回申请 驳回复议请求 驳回复议申请 驳回诉讼请求 变更 确认违法 责令履行 责令限期履行 终止 中止 调解 和解 撤回 撤回申请 撤诉 胜诉 败诉'
const SOME_RESULTS = once(() => {
  const one = RESULTS.split(' ').join('|')
  return new RegExp(`^(?:${one})(?:(?:或者?|[和及与、])?(?:${one}))*$`)
})

/** Results of cases, instances, grades of files and the like, which exclude one another and together are all. */
const OUTCOMES = once(
  () =>
    new Set(
      '一审 二审 再审 优秀 良好 合格 不合格 基本合格 继续有效 有效 保留 修改 修订 废止 宣布失效 失效 民事 刑事 行政 简易程序 普通程序 一般程序 新增 取消 调整 下放 行政处罚 行政许可 行政强制 行政检查 部分公开 不予公开 无法提供 不予处理 不予受理 受理 其他处理 其他 其它 其余'.split(
        ' ',
      ),
    ),
)
/** What may stand around an outcome. */
const BEFORE_OUTCOME = ['其中', '予以', '依法', '作出', '决定', '判决', '裁定', '直接']
const AFTER_OUTCOME =
  '的 类 案件 案卷 事项 文件 数 决定 审理 结案 终止 行政复议申请 复议申请 申请 诉讼请求 请求 起诉 原行政行为 行政行为'.split(
    ' ',
  )

const namesOutcome = (label: string): boolean => OUTCOMES().has(label) || SOME_RESULTS().test(label)

/** Whether a label says how things ended or were graded: 予以维持的, 优秀案卷, 撤销或确认违法. */
export function isOutcome(label: string): boolean {
  let rest = label
  for (const word of BEFORE_OUTCOME) if (rest.startsWith(word)) rest = rest.slice(word.length)
  if (namesOutcome(rest)) return true
  const last = AFTER_OUTCOME.find((word) => rest.endsWith(word))
  return last !== undefined && namesOutcome(rest.slice(0, -last.length))
}

/** Label of a number of cases that are closed: 审结119件. */
export const CONCLUDED = /(?:审结|办结|结案|已结|审理终结|作出(?:复议|处理|行政复议)?决定)$/

/** Label of a last part that takes in all the rest. */
export const REST = /^(?:其他|其它|其余)(?:的|类|案件|事项|情形|文件|方式|类型|问题)?$/

/** After a list: says of how many kinds it was. Group 1 in digits, 2 in Chinese. */
export const COUNTED =
  /^[^,\uff0c;\uff1b。、\d]{0,4}?(?:等?(\d)|等?([两二三四五六七八九]))(?:大?类|种|个?方面|个?部分)(?![^,\uff0c;\uff1b。]{0,6}\d)/
