/**
 * Wrong words that are part of something right in other company, with what tells the two apart. Sources: those of
 * confusable-words.ts.
 */
import { once } from '../text/once.js'

/** A wrong word that looks like part of something right. */
export interface Guarded {
  wrong: string
  /** `null` where more than one word may be meant. */
  right: string | null
  /** What may stand before it: where told, nothing else. */
  after?: RegExp
  /** What may follow: where told, nothing else. */
  before?: RegExp
  /** Text before it that makes it right. */
  notAfter?: RegExp
  /** Text behind it that makes it right. */
  notBefore?: RegExp
  /** Whole sentence of the message, where “甲”应作“乙” does not tell why. */
  why?: string
}

/** 述法制度, 执法制度 and the like: the word is parted otherwise; 树立法制思维 is not. */
const OTHER_LAW = /[执司述普宪]$|(?<![树确建成设独])立$/
/** Names of offices and days that were given long ago. */
const OLD_NAME = /^(?:教育)?(?:[股科处室日]|组(?!织)|中心|领导小组|[大支总]队)/
const RULE_OF_LAW = '“法制”指法律制度，这里说的是依法治理'

const ruleOfLaw = (word: string): Guarded => ({
  wrong: `法制${word}`,
  right: `法治${word}`,
  notAfter: OTHER_LAW,
  notBefore: OLD_NAME,
  why: RULE_OF_LAW,
})

/** What a 截止 before a time may follow with its own sense: 报名截止3月1日 is right. */
const CLOSED =
  /(?:报名|申报|申请|征集|征求意见|提交|投票|投稿|评选|缴费|登记|受理|报送|公示|期限?|时间|日期|将|已|均|于|了|前)$/
const TIME =
  /^(?:(?:19|20)?\d{2}年|\d{1,2}月|二[\u3007○零]|目前|当前|现在|年底|年末|月底|月末|今年|去年|本年|当年|上年|本月|今日|发稿|报告期)/

/** 把普法做为…, or 做为 where a clause begins; 敢做为民办事的… is right. */
const TAKEN_AS = /(?:^|[\s\u3002\uff0c,\uff1b;\uff1a:、]|[把将][^\u3002\uff0c,\uff1b;\n]{1,24})$/

/** Of books and money; the 帐 of 帐篷 and 蚊帐 is right. */
const ledger = (word: string): Guarded => ({
  wrong: word.replace('账', '帐'),
  right: word,
  notAfter: /[蚊营床毡罗纱]$/,
  notBefore: /^[篷幕幔房]/,
})

const LEDGER_WORDS =
  '账户 账目 账号 账本 账款 账单 账务 账面 账外 账册 台账 结账 记账 对账 查账 入账 转账 坏账 呆账 欠账 挂账 销账 建账 做账 报账 交账 算账 总账 细账'

export const GUARDED = once((): Guarded[] => [
  ...LEDGER_WORDS.split(' ').map(ledger),
  ...[
    '宣传',
    '教育',
    '建设',
    '思维',
    '观念',
    '政府',
    '意识',
    '理念',
    '精神',
    '文化',
    '营商环境',
    '讲座',
    '宣讲',
    '体检',
    '乡村',
    '校园',
    '督察',
    '社会',
    '国家',
    '中国',
    '轨道',
    '方式',
    '素养',
    '信仰',
    '氛围',
    '进程',
    '保障',
    '化营商',
    '化轨道',
    '化环境',
    '带头人',
    '化水平',
  ].map(ruleOfLaw),
  { wrong: '法冶', right: '法治', notAfter: /[方无办设手做司]$/, notBefore: /^[炼金]/ },
  { wrong: '依发行政', right: '依法行政', notBefore: /^策/ },
  ...['应诉', '败诉'].map((what): Guarded => ({ wrong: `${what}律`, right: `${what}率`, notBefore: /^师/ })),
  ...['年终', '述职', '专题', '书面', '现场', '带头'].map(
    (how): Guarded => ({ wrong: `${how}诉法`, right: `${how}述法`, notBefore: /^[院庭律官]/ }),
  ),
  { wrong: '普法责任治', right: '普法责任制', notBefore: /^[理安]/ },
  { wrong: '全过程纪录', right: '全过程记录', notBefore: /^[片制]/ },
  { wrong: '参予', right: '参与', notBefore: /^以/ },
  { wrong: '布署', right: '部署', notAfter: /[公发颁]$/ },
  {
    wrong: '截止',
    right: '截至',
    notAfter: CLOSED,
    before: TIME,
    why: '“截止”是到期停止，后面写时间要用“截至”',
  },
  {
    wrong: '零突破',
    right: '零的突破',
    notAfter: /[从由自]$/,
    notBefore: /^口/,
    why: '“零突破”字面是没有突破，与原意相反',
  },
  { wrong: '显着', right: '显著', notAfter: /[明凸突彰浅尽]$/ },
  { wrong: '其它', right: '其他', notAfter: /[尤极]$/ },
  {
    wrong: '权利清单',
    right: '权力清单',
    notAfter: /(?:人|民|者|儿童|妇女|企业|业主|会员|家庭|主体|股东)的?$/,
    why: '清单列的是行政机关的职权',
  },
  { wrong: '行政权利', right: '行政权力', notBefore: /^(?:义务|救济|人|和义务|与义务|保护|保障)/ },
  { wrong: '公权利', right: '公权力', notBefore: /^(?:义务|救济)/ },
  { wrong: '权利寻租', right: '权力寻租' },
  { wrong: '权利运行', right: '权力运行' },
  { wrong: '权利下放', right: '权力下放' },
  { wrong: '权利制约', right: '权力制约' },
  { wrong: '合法权力', right: null, why: '公民、法人受保护的是“合法权益”或者“合法权利”，“权力”是机关的职权' },
  { wrong: '权力义务', right: '权利义务' },
  { wrong: '诉讼权力', right: '诉讼权利' },
  { wrong: '公民权力', right: '公民权利' },
  { wrong: '人身权力', right: '人身权利' },
  { wrong: '财产权力', right: '财产权利' },
  { wrong: '反应情况', right: '反映情况', notAfter: /[急速锁学良生物]$/ },
  { wrong: '反应问题', right: '反映问题', notAfter: /[急速锁学良生物]$/ },
  { wrong: '反应诉求', right: '反映诉求' },
  { wrong: '反应意见', right: '反映意见' },
  {
    wrong: '既使',
    right: '即使',
    notBefore: /^[^\u3002\uff1b;\n]{0,60}(?:又|也[使让令为能]|还[使让令为能]|更[使让令为能])/,
  },
  { wrong: '按排', right: '安排', notBefore: /^[名放序班列查水污量位期号队行头灌练]/ },
  {
    wrong: '做为',
    right: '作为',
    after: TAKEN_AS,
    notBefore: /^(?:民[办谋解服造做]|群众[办谋解服做]|人民服务|企业[办谋解服纾送])/,
  },
  { wrong: '份内事', right: '分内事', notAfter: /[股月省年身县]$/ },
  ...['平台', '网站', '系统', '官网', '政务服务网', '账号', '后台'].map(
    (place): Guarded => ({ wrong: `登陆${place}`, right: `登录${place}`, notAfter: /(?:台风|飓风|气旋)$/ }),
  ),
  { wrong: '过度期', right: '过渡期', notBefore: /^[望待间盼]/ },
  ...['赛', '争', '聘', '选', '岗'].map(
    (rest): Guarded => ({ wrong: `竟${rest}`, right: `竞${rest}`, notAfter: /[究毕]$/, notBefore: /^[先相]/ }),
  ),
  { wrong: '检查院', right: '检察院', notBefore: /^[内落里前门外校区]/ },
  { wrong: '检查长', right: '检察长', after: /(?:[院副、\uff0c,]|书记)$/, notBefore: /^[江期效远途输]/ },
  { wrong: '检查官', right: '检察官', notBefore: /^[网方员僚邸]/ },
  { wrong: '监查机关', right: '监察机关' },
  {
    wrong: '园满',
    right: '圆满',
    before: /^(?:完成|成功|结束|收官|解决|完结|落幕|地?完|举办|召开|实现|化解)/,
    notAfter: /[校公家产乐花庄田科果菜游庭茶业儿]$/,
  },
  ...['主任', '县长', '区长', '市长', '镇长', '乡长', '局长', '书记', '科长', '所长', '组长', '主席', '院长'].map(
    (rank): Guarded => ({
      wrong: `付${rank}`,
      right: null,
      notAfter: /[支交托给拨兑应预垫偿首缴]$/,
      why: `表示副职的应写“副${rank}”，“付”是姓氏的不用改`,
    }),
  ),
  { wrong: '予防', right: '预防', notAfter: /[给赋授寄准免付]$/, notBefore: /^[汛护疫火控范寒暑御]/ },
  { wrong: '分围', right: '氛围', notAfter: /[十部充处积百]$/, notBefore: /^[绕墙挡栏着观堰堵标]/ },
  { wrong: '铺助', right: '辅助', notAfter: /[商店]$/, notBefore: /^[力推]/ },
  { wrong: '给于', right: '给予', notAfter: /[供补配自送]$/ },
  { wrong: '授于', right: '授予', notAfter: /[教函讲]$/ },
  { wrong: '寄于', right: '寄予', before: /^(?:厚望|深切|希望|期[待望]|很大|高度)/ },
  { wrong: '付予', right: '赋予', notAfter: /[支交托给拨兑偿缴]$/ },
  { wrong: '按装', right: '安装', notBefore: /^[机置备修载配订卸]/ },
  { wrong: '溶入', right: '融入', notBefore: /^[水液溶]/ },
  { wrong: '修定', right: '修订', notAfter: /[进自必选]$/, notBefore: /^[期点制]/ },
  { wrong: '人材', right: '人才', notBefore: /^[料质积]/ },
  { wrong: '含盖', right: '涵盖', notAfter: /[包]$/, notBefore: /^[章有]/ },
  { wrong: '陷井', right: '陷阱', notAfter: /[下塌沉凹]$/, notBefore: /^盖/ },
  { wrong: '积级', right: '积极', notAfter: /[累面容堆体]$/ },
  { wrong: '自已', right: '自己', notAfter: /[能不难]$/, notBefore: /^[经于被有]/ },
  { wrong: '己经', right: '已经', notAfter: /[自利]$/ },
  { wrong: '即要', right: '既要', notAfter: /[立随当迅]$/, before: /^[^\u3002\uff1b;\n]{1,40}[又也还更]要/ },
  { wrong: '辩认', right: '辨认', notAfter: /[答申抗论]$/ },
  { wrong: '辩别', right: '辨别', notAfter: /[答申抗论]$/ },
  { wrong: '即然', right: '既然', notAfter: /[立随当旋]$/ },
  { wrong: '函盖', right: '涵盖', notBefore: /^[章印]/ },
  { wrong: '座落在', right: '坐落在', notAfter: /讲$/ },
  { wrong: '宏扬', right: '弘扬', notBefore: /^(?:公司|集团|建筑|路|街|小区|律师)/ },
  { wrong: '鉴订', right: '鉴定', notAfter: /法$/ },
])
