import type {
  Changes,
  Frequency,
  IndicatorState,
  Punctuality,
  Review,
  SimilarPair,
  UnitReview,
} from '../../../src/corpus/review.js'
import type { Verdict } from '../../../src/finding.js'
import type { Kind } from '../../../src/generated/report.js'
import type { State } from '../../../src/model.js'
import { rules } from '../../../src/rules/all.js'
import { missing } from '../../write/review/county.js'

/** The same numbers in every run: a linear congruential generator, 0 to 1. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const TOWNS = '石青柏槐柳梨桐望雁沙禾云白黄龙金水长新古'
const TOWN_ENDS = ['桥镇', '渡镇', '峪乡', '岭镇', '坪镇', '塘乡', '湾街道', '坞镇', '洲镇', '浦镇']
const OFFICES =
  '公安局 司法局 教育局 财政局 民政局 水利局 农业农村局 自然资源局 生态环境分局 交通运输局 卫生健康委员会 应急管理局 市场监督管理局 住房和城乡建设局 人力资源和社会保障局 审计局 统计局 医疗保障局 城市管理局 发展和改革局'.split(
    ' ',
  )

export const TOPICS = [
  '政府机构职能',
  '依法行政制度',
  '行政决策制度',
  '行政执法工作',
  '突发事件应对',
  '社会矛盾纠纷行政预防调处化解',
  '行政权力制约和监督',
  '法治政府建设科技保障',
]

/** Label, group, unit, usual value by kind; 0 where the indicator does not concern the kind. */
const INDICATORS: [key: string, label: string, group: string, unit: string, usual: [number, number, number]][] = [
  ['reviewed-documents', '规范性文件合法性审查', '制度文件', '件', [40, 8, 5]],
  ['filed-documents', '规范性文件备案', '制度文件', '件', [18, 3, 2]],
  ['cleared-documents', '规范性文件清理', '制度文件', '件', [90, 12, 4]],
  ['major-decisions', '重大行政决策', '行政决策', '项', [6, 2, 1]],
  ['legal-advisers', '法律顾问', '行政决策', '名', [9, 3, 2]],
  ['licences', '行政许可', '行政执法', '件', [30000, 800, 120]],
  ['inspections', '行政检查', '行政执法', '次', [12000, 900, 300]],
  ['penalties', '行政处罚', '行政执法', '件', [4000, 160, 30]],
  ['penalty-amount', '罚没金额', '行政执法', '元', [6000000, 240000, 9000]],
  ['enforcers', '持执法证人员', '行政执法', '人', [600, 38, 14]],
  ['case-reviews', '案卷评查', '行政执法', '卷', [120, 24, 6]],
  ['reconsiderations', '行政复议收案', '复议应诉', '件', [120, 4, 2]],
  ['lawsuits', '行政应诉', '复议应诉', '件', [60, 5, 2]],
  ['leaders-in-court', '负责人出庭应诉率', '复议应诉', '%', [98, 97, 96]],
  ['mediators', '调解员', '矛盾调解', '名', [800, 0, 60]],
  ['mediations', '调解件数', '矛盾调解', '件', [5200, 0, 210]],
  ['mediation-rate', '调解成功率', '矛盾调解', '%', [98, 0, 97]],
  ['legal-aid', '法律援助', '普法服务', '件', [300, 40, 15]],
  ['lectures', '普法场次', '普法服务', '场', [260, 22, 40]],
  ['learning', '学法次数', '普法服务', '次', [6, 7, 6]],
  ['never-given', '没有人写的指标', '普法服务', '次', [0, 0, 0]],
]

export const VOCABULARY = INDICATORS.map(([key, label, group]) => ({ key, label, group }))

const KINDS: Kind[] = ['government', 'department', 'township']

const TITLES = {
  achievements: '主要举措和成效',
  shortcomings: '不足和原因',
  responsibility: '第一责任人履职',
  plan: '下一年度安排',
  other: '其他需要报告的情况',
}

const CONTENTS = Object.keys(TITLES)

/** How many of the units each rule finds wrong. */
const OFTEN: Record<string, number> = {
  'missing-section': 0.3,
  'half-width-mark': 0.55,
  'unfilled-placeholder': 0.12,
  'sum-mismatch': 0.15,
  'document-title': 0.22,
  'shortcomings-without-cause': 0.35,
  'late-report': 0.18,
  'enumeration-gap': 0.26,
  'doubled-word': 0.2,
  'foreign-issuer': 0.05,
  'heading-final-mark': 0.4,
  'request-in-report': 0.03,
}

function frequencyOf(id: string, units: number): Frequency {
  const rule = rules.find((each) => each.id === id)
  if (!rule) throw new Error(`no rule ${id}`)
  const { summary, severity } = rule
  return { rule: id, summary, severity, units: Math.round(units), findings: Math.round(units * 1.8) }
}

function nameOf(i: number, kind: Kind): string {
  if (kind === 'government') return '清河县人民政府'
  const pick = <T>(list: ArrayLike<T>, at: number): T => list[at % list.length] as T
  const round = Math.floor(i / 200)
  const county = round === 0 ? '清河县' : `第${round}清河县`
  return kind === 'department'
    ? `${county}${pick(OFFICES, Math.floor(i / 2))}${i >= 40 && i % 40 >= 20 ? '二局' : ''}`
    : `${county}${pick(TOWNS, i / 2)}${pick(TOWN_ENDS, i / 2 + Math.floor(i / 38))}人民政府`
}

const SENTENCES = [
  '全年排查矛盾纠纷126件，调处成功124件，未发生一起因调处不及时引发的群体性事件',
  '坚持每季度研究法治建设工作，把法治建设纳入全镇年度重点任务一体推进、一体考核',
  '组建由镇党委书记任组长的专班，对照问题清单逐条认领、逐项销号，建立周调度、月通报制度',
]

function pairOf(a: UnitReview, b: UnitReview, share: number): SimilarPair {
  const passages = SENTENCES.map((sentence, i) => {
    const left = `${i === 0 ? '（三）着力化解矛盾。' : ''}${sentence}，群众满意度进一步提升。`
    const right = `一年来，${sentence.replace('126', '98').replace('124', '97')}。`
    const [from, to] = [left.indexOf(sentence), right.indexOf('一年来，') + 4]
    const same: [number, number][] =
      i === 0
        ? [
            [from, from + 8],
            [from + 11, from + 16],
            [from + 19, from + sentence.length],
          ]
        : [[from, from + sentence.length]]
    const otherSame: [number, number][] =
      i === 0
        ? [
            [to, to + 8],
            [to + 10, to + 15],
            [to + 17, right.length - 1],
          ]
        : [[to, to + sentence.length]]
    return {
      units: i === 2 ? 5 : 2,
      length: sentence.length - 6,
      places: [
        { line: 9 + i * 4, text: left, same },
        { line: 12 + i * 3, text: right, same: otherSame },
      ] as SimilarPair['passages'][0]['places'],
    }
  })
  return {
    units: [a.unit.name, b.unit.name],
    files: [a.files[0] ?? '', b.files[0] ?? ''],
    weight: Math.round(share * 2000),
    share,
    passages,
  }
}

const day = (offset: number): string => new Date(Date.UTC(2026, 2, 1 + offset)).toISOString().slice(0, 10)

function unitOf(i: number, random: () => number, isCompared: boolean): UnitReview {
  const kind: Kind = i === 0 ? 'government' : i % 2 === 0 ? 'township' : 'department'
  const name = nameOf(i, kind)
  const absent = missing(name, i + 1, kind)
  const empty: UnitReview = {
    ...absent,
    receipt: 'received',
    unit: { ...absent.unit, aliases: i === 2 ? ['老槐乡'] : [] },
  }
  if (i % 19 === 7) return { ...empty, receipt: 'missing' }
  const files =
    i % 23 === 4 ? [`${name}2025年报告.docx`, `${name}2025年报告（修改稿）.docx`] : [`${name}2025年报告.docx`]
  if (i % 31 === 11) return { ...empty, files, error: { code: 'encrypted', message: '文件加了密码，打不开' } }
  const lackOf = (key: string): State => {
    const chance = random()
    if (key === 'other') return chance < 0.2 ? 'separate' : 'absent'
    const hard = key === 'responsibility' ? 0.25 : 0.08
    if (chance < hard) return 'absent'
    if (chance < hard + 0.06) return 'mentioned'
    if (chance < hard + 0.12) return 'embedded'
    return chance < hard + 0.2 ? 'merged' : 'separate'
  }
  const sections = Object.fromEntries(CONTENTS.map((key) => [key, { state: lackOf(key) }]))
  const isUndated = i % 17 === 9
  const on = isUndated ? null : day(Math.round(random() * random() * -48 + (random() < 0.15 ? 4 + random() * 16 : 0)))
  const punctuality: Punctuality = {
    state: on === null ? 'unknown' : on > '2026-03-01' ? 'late' : 'inTime',
    on,
    by: on === null ? null : 'signedOn',
    deadline: '2026-03-01',
  }
  const lacks = CONTENTS.some((key) => key !== 'other' && sections[key]?.state === 'absent')
  const counts = {
    error: (lacks ? 1 : 0) + Math.floor(random() * random() * 4),
    warning: Math.floor(random() * random() * 9),
    info: Math.floor(random() * 4),
  }
  const verdict: Verdict = counts.error > 0 ? 'return' : counts.warning > 0 ? 'revise' : 'pass'
  const indicators = Object.fromEntries(
    INDICATORS.map(([key, label, , unit, usual]): [string, IndicatorState] => {
      const base = usual[KINDS.indexOf(kind)] ?? 0
      if (base === 0) return [key, { state: key === 'never-given' ? 'absent' : 'notApplicable' }]
      const chance = random()
      if (chance < 0.2) return [key, { state: 'absent' }]
      if (chance < 0.24) return [key, { state: 'notApplicable' }]
      const isRate = unit === '%'
      const spread = random() < 0.03 ? 30 : 0.4 + random() * 1.4
      const raw = isRate ? Math.min(100, base - 3 + random() * 6) : base * spread
      const value = chance < 0.3 && base < 10 ? 0 : isRate ? Math.round(raw * 10) / 10 : Math.max(1, Math.round(raw))
      const qualifier = !isRate && value > 100 && random() < 0.15 ? '余' : null
      const written = unit === '次' && random() < 0.3 ? '家次' : unit
      const sentence = `一年来，${label}共${value}${qualifier ?? ''}${written}，比上年有所增加，做到应办尽办、应查尽查。`
      return [key, { state: 'given', value, unit: written, qualifier, line: 9 + Math.floor(random() * 20), sentence }]
    }),
  )
  const expected = kind === 'township' ? TOPICS.filter((_, at) => at !== 7 && at !== 2) : TOPICS
  const changes: Changes | null = isCompared
    ? { mended: Math.floor(random() * 6), standing: counts.error, added: counts.warning > 4 ? 2 : 0 }
    : null
  return {
    ...empty,
    receipt: i % 37 === 36 ? 'unlisted' : 'received',
    files,
    report: {
      title: `${name}2025年法治政府建设年度报告`,
      issuer: name,
      kind,
      year: 2025,
      publishedOn: null,
      signedOn: on,
      signature: name,
      addressee: null,
      sections,
    },
    verdict,
    counts,
    punctuality,
    topics: { expected, touched: TOPICS.filter((_, at) => random() < 0.95 - at * 0.07) },
    indicators,
    changes,
  }
}

function totalsOf(units: UnitReview[], isCompared: boolean): Review['totals'] {
  const of = (wanted: (unit: UnitReview) => boolean): number => units.filter(wanted).length
  const sum = (value: (unit: UnitReview) => number): number => units.reduce((total, unit) => total + value(unit), 0)
  return {
    units: units.length,
    received: of(({ receipt }) => receipt === 'received'),
    missing: of(({ receipt }) => receipt === 'missing'),
    unlisted: of(({ receipt }) => receipt === 'unlisted'),
    twice: of(({ files }) => files.length > 1),
    late: of(({ punctuality }) => punctuality?.state === 'late'),
    carried: 0,
    unreadable: of(({ error }) => error !== null),
    undated: of(({ report, punctuality }) => report !== null && punctuality?.on === null),
    files: sum(({ files }) => files.length) + 2,
    errors: sum(({ counts }) => counts.error),
    warnings: sum(({ counts }) => counts.warning),
    infos: sum(({ counts }) => counts.info),
    verdicts: {
      pass: of(({ verdict }) => verdict === 'pass'),
      revise: of(({ verdict }) => verdict === 'revise'),
      return: of(({ verdict }) => verdict === 'return'),
    },
    lacking: Object.fromEntries(
      CONTENTS.filter((key) => key !== 'other').map((key) => [
        key,
        of(({ report }) => report?.sections[key]?.state === 'absent'),
      ]),
    ),
    changes: isCompared
      ? {
          mended: sum(({ changes }) => changes?.mended ?? 0),
          standing: sum(({ changes }) => changes?.standing ?? 0),
          added: sum(({ changes }) => changes?.added ?? 0),
        }
      : null,
  }
}

/** A review as it could be of a county, with every state that units can be in. */
export function reviewOf(count: number, isCompared = false): Review {
  const random = numbers(7)
  const units = Array.from({ length: count }, (_, i) => unitOf(i, random, isCompared))
  const read = units.filter(({ report }) => report !== null)
  const frequencies = Object.entries(OFTEN).map(([rule, often]) => frequencyOf(rule, read.length * often))
  const pairs = Math.max(2, Math.floor(count / 12))
  const similar = Array.from({ length: pairs }, (_, i) =>
    pairOf(
      read[(i * 5 + 2) % read.length] as UnitReview,
      read[(i * 7 + 6) % read.length] as UnitReview,
      0.41 / (1 + i / 4),
    ),
  )
  return {
    version: 1,
    tool: { name: 'fazhi', version: '0.1.0' },
    year: 2025,
    place: null,
    date: '2026-03-20',
    roster: '名册.csv',
    contents: Object.entries(TITLES).map(([key, title]) => ({ key, title, required: key !== 'other' })),
    units,
    others: [
      { path: '关于报送年度报告的通知.txt', reason: 'not-a-report', unit: null, message: '没有年度报告的标题和内容' },
      {
        path: '旧/清河县财政局2024年报告.docx',
        reason: 'other-year',
        unit: null,
        message: '报告年度是2024年，不是2025年',
      },
    ],
    gone: [],
    frequencies: frequencies.sort((a, b) => b.units - a.units),
    similar,
    totals: totalsOf(units, isCompared),
  }
}

export const SLIP_OF = ({ receipt, unit }: UnitReview): string | null =>
  receipt === 'missing' ? null : `意见单/${unit.name}.docx`
