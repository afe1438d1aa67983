import { squeeze } from '../../text/marks.js'

/** Committees that are departments; any other, such as 全面依法治市委员会, has an office that is a body of its own. */
const DEPARTMENT =
  '(?:发展(?:和|与)?改革|卫生健康|国有资产监督管理|民族(?:和?宗教)?事务|宗教事务|住房(?:和|与)?城乡建设|城市管理|交通运输|农业农村|经济(?:和|与)?信息化|教育(?:和?体育)?|科学技术|商务|体育|管理)(?:工作)?委员会'
const BUREAU = `(?:局|厅|${DEPARTMENT}|(?:发改|卫健|国资|民宗|住建|教|管)委|管委会|公积金中心|管理中心|服务中心|海关|支队|总队)`
const TOWN = '(?:镇|乡|街道)(?:人民政府|政府|办事处)?'

/** What is inside a bureau, with the bureau before it. */
const OF_BUREAU = new RegExp(
  `^(.{2,}${BUREAU})(?:党组|党委|机关(?:党委)?|办公室|党政办(?:公室)?|综合(?:办公室|办|科|处|股)|(?:政策)?法(?:规|制|治)(?:科|处|股|室|办公室|办))$`,
)
/** What is inside a town. */
const OF_TOWN = new RegExp(
  `^(.{2,}${TOWN})(?:机关|司法所|办公室|党政(?:综合)?办(?:公室)?|综合(?:治理|保障|事务|服务|协调)?办(?:公室)?|(?:平安|法治|平安法治)(?:建设)?办(?:公室)?|社会(?:治理|事务)办(?:公室)?)$`,
)
/** 县政府办公室 signs for the government, and is a department with a report of its own. */
const OF_GOVERNMENT = /^(.{2,}(?:人民政府|政府))(?:办公室|办公厅|办)$/

/**
 * The body whose office a name is: 市水务局办公室 → 市水务局; `null` for bodies of their own. An office signs for its body and has
 * no report; only that of a government has one, which bears its name in the title.
 * @param title of the report; `null` where it has none
 */
export function bodyOfOffice(name: string, title: string | null): string | null {
  const plain = squeeze(name)
  const outer = (OF_BUREAU.exec(plain) ?? OF_TOWN.exec(plain))?.[1]
  if (outer !== undefined) return outer
  const government = OF_GOVERNMENT.exec(plain)?.[1]
  return government === undefined || squeeze(title ?? '').includes(plain) ? null : government
}
