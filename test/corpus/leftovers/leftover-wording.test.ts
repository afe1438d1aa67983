import { describe, expect, it } from 'vitest'
import { leftoverSearch } from '../../../src/corpus/leftovers/leftover-names.js'
import type { Unit } from '../../../src/corpus/unit.js'

const unit = (name: string, kind: Unit['kind'], parent: string | null, ...aliases: string[]): Unit => ({
  ...{ name, kind, parent, aliases },
})

const CITY = '棠洲市人民政府'
const DISTRICT = '棠洲市泊陵区人民政府'
const FARMS = unit('棠洲市农业农村局', 'department', CITY, '市农业农村局')
const TOWN = unit('泊陵区雀岭镇人民政府', 'township', DISTRICT, '雀岭镇')
const COUNTY = unit('荻川县人民政府', 'government', CITY, '荻川县')
const ZONE = unit('棠洲高新技术产业开发区管理委员会', 'government', CITY, '高新区')
const ROSTER = [
  ...[FARMS, TOWN, COUNTY, ZONE],
  unit(CITY, 'government', null, '市政府'),
  unit(DISTRICT, 'government', CITY, '泊陵区'),
  ...['公安局', '水务局', '市场监督管理局', '司法局', '消防救援支队'].map((name) =>
    unit(`棠洲市${name}`, 'department', CITY, `市${name.replace('监督管理', '监管')}`),
  ),
  unit('国家税务总局棠洲市税务局', 'department', CITY, '市税务局'),
  unit('泊陵区槿塘镇人民政府', 'township', DISTRICT, '槿塘镇'),
  unit('泊陵区栖云街道办事处', 'township', DISTRICT, '栖云街道'),
]

const search = leftoverSearch(ROSTER)
const leftoversIn = (own: Unit, text: string): number =>
  search({ unit: own, passages: [{ line: 1, text }], findings: [] }).length

describe('names of others that belong where they stand', () => {
  it.each([
    '市公安局破获涉农案件12起，我局提供鉴定意见。',
    '市公安局查处我局移送的案件7件。',
    '市水务局、市农业农村局联合印发《灌区管理办法》，立案3件。',
    '（二）深化协作。市公安局、市市场监管局全年办理移送案件15件。',
    '市市场监管局组织开展农资打假专项行动，出动执法人员120人次，与我局同步检查。',
    '市公安局出动警力60人次保障执法。',
    '市水务局建立河湖长制工作台账，农业面源污染治理由我局负责。',
    '市委书记、市长带头述法。',
    '市人大常委会听取农业执法报告1次。',
    '市税务局开展税收优惠政策宣讲3场，惠及农户2000人。',
    '市消防救援支队开展演练2次，检查合作社仓库40处。',
    '2024年，市水务局将灌区水价执法事项划转至农业执法支队，划转事项12项。',
    '市公安局积极支持农资打假。',
    '市司法局通报的5件案卷问题全部整改。',
    '市公安局把农资犯罪线索列为重点，全年侦办12起。',
  ])('are not told in the report of a bureau: %s', (text) => {
    expect(leftoversIn(FARMS, text)).toBe(0)
  })

  it.each([
    '槿塘镇、雀岭镇、栖云街道组成片区执法联盟。',
    '我镇与槿塘镇全年共受理边界纠纷4件。',
    '槿塘镇王某在我镇非法采砂，被处罚款2万元。',
    '全年从槿塘镇调入调解员2名。',
    '栖云街道办事处组织的法治文艺巡演在我镇演出2场。',
    '2024年槿塘镇成立的片区法庭受理我镇案件20件。',
    '全年槿塘镇法庭巡回审判4次。',
    '收到槿塘镇转来线索3条。',
    '到槿塘镇开展交叉评查，评查案卷40卷。',
    '接受槿塘镇人大代表监督1次。',
    '组织村干部在槿塘镇旁听庭审3次。',
    '泊陵区共受理行政复议案件214件，其中涉及我镇3件。',
    '茶叶合作社注册地在槿塘镇，经营场所在我镇。',
    '道路由槿塘镇通往县城。',
    '配合泊陵区司法局组织述法评议。',
  ])('are not told in the report of a town: %s', (text) => {
    expect(leftoversIn(TOWN, text)).toBe(0)
  })

  it.each([
    '泊陵区与我县共建流域保护条例。',
    '邀请泊陵区专家授课2次。',
    '被泊陵区人民法院判决败诉1件。',
    '泊陵区法院全年审结涉我县案件12件。',
    '泊陵区人民法院异地管辖我县行政案件19件。',
  ])('are not told in the report of a county: %s', (text) => {
    expect(leftoversIn(COUNTY, text)).toBe(0)
  })

  it.each([
    '泊陵区法院设立巡回法庭。',
    '泊陵区教育局在园区办学3所。',
    '推动泊陵区、高新区一体发展。',
    '泊陵区司法局派驻调解员4名。',
    '园区位于泊陵区东部。',
    '2024年泊陵区将园区3个社区交由我委托管。',
    '泊陵区统筹推进园区周边道路建设2条。',
  ])('are not told in the report of a zone: %s', (text) => {
    expect(leftoversIn(ZONE, text)).toBe(0)
  })
})

describe('names of others where a report speaks of itself', () => {
  it.each([
    '市公安局始终坚持严格规范公正文明执法，执法质量稳步提升。',
    '市水务局共办理行政许可312件，办结率100%。',
    '（三）市市场监管局全年检查食品经营主体1.2万户次，立案216件。',
    '2024年，棠洲市水务局深入学习贯彻习近平法治思想。',
    '市水务局党组书记、局长认真履行法治建设第一责任人职责，主持党组会议4次。',
    '为推动市水务局法治政府建设再上台阶，提出如下安排。',
    '下一步，市水务局将加强执法队伍建设。',
    '一年来，市水务局法治政府建设取得一定成效。',
    '经过努力，市水务局依法行政水平明显提升。',
  ])('are told in the report of a bureau: %s', (text) => {
    expect(leftoversIn(FARMS, text)).toBe(1)
  })

  it.each([
    '下一步，槿塘镇将从以下方面发力。',
    '槿塘镇法治政府建设虽取得成效，但仍有不足。',
    '2025年，槿塘镇要持续抓好普法。',
    '一是槿塘镇部分干部法治意识不强，原因是培训少。',
    '经过全镇努力，槿塘镇依法治理水平明显提高。',
    '槿塘镇司法所全年办理法律援助38件。',
    '打造槿塘镇特色调解品牌。',
    '镇党委书记切实担负起槿塘镇法治建设第一责任人职责。',
  ])('are told in the report of a town: %s', (text) => {
    expect(leftoversIn(TOWN, text)).toBe(1)
  })

  it.each([
    '泊陵区政府常务会议全年学法12次。',
    '以上是泊陵区2024年法治政府建设情况。',
    '不断开创泊陵区法治政府建设新局面。',
  ])('are told in the report of a county: %s', (text) => {
    expect(leftoversIn(COUNTY, text)).toBe(1)
  })

  it.each(['泊陵区政府常务会议全年研究法治议题12次。', '下一步，泊陵区将持续优化法治化营商环境。'])(
    'are told in the report of a zone: %s',
    (text) => {
      expect(leftoversIn(ZONE, text)).toBe(1)
    },
  )
})
