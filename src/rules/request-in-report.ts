import type { Problem, Rule } from '../finding.js'
import type { Block, Draft, Span } from '../model.js'
import { once } from '../text/once.js'
import { type Form, type FormMatch, formSearch } from '../text/pattern-search.js'
import { quoted } from '../text/quote.js'

/** Contents in which offices ask for something. */
const ASKING = new Set(['shortcomings', 'plan', 'other'])
/** Blocks at the end of the report that are looked at beside them. */
const LAST = 3
/** Units around a place in which its sentence and its quotation marks are looked for. */
const REACH = 200

/** The rest of the clause. */
const REST = '[^\u3002\uff0c,\uff1b;\u201c\u201d\\n]'
/** Those who are asked; a body of one's own level is asked for nothing in a report. */
const ABOVE =
  '(?:上级|上一级|各?级领导|(?:国家|中央|省|自治区|市|州|盟|地区|县|区|旗|镇)(?:[委里级局厅]|政府|财政|司法|编|直|法治办|依法治|有关|相关|主管|业务|组织|人社|公安|市场监管|综合执法|法院|检察|[\u4e00-\u9fff]{1,6}(?:局|厅|委(?!员)|办(?!法|理|事)))|财政部门|编制部门|组织部门|机构编制|司法行政部门|主管部门|业务部门)'
/** What they are asked for. */
const HELP =
  '(?:支持|解决|协调|倾斜|帮助|给予|予以|增加|增拨|加大|指导|安排|出台|明确|统筹|牵头|配备|配齐|下[拨达放]|拨付|拨款|批准|增[设编配派]|核[增定拨]|充实|补充|适当|尽快|放宽|考虑|研究|组织|制定|建立|健全|完善|加强|提供|开展|举办|优化|细化|推动|加快|保障|落实|减少|赋予|选派)'

/** Advice that is a thing of its own: 代表建议, 检察建议, 意见建议. */
const ADVICE =
  '(?<!代表|委员|提案|政协|检察|司法|立法|意见|审查|监督|监察|督察|巡察|合理化|整改|处罚|对策|群众|居民|企业|法律|专家|村民|人大|书面|监管|审计|[条的件份项类出献并])'
/** Those who ask the office, not the other way round. */
const OTHERS = '(?:群众|居民|村民|企业|代表|委员|市民|社会|当事人|申请人|各界|商户|业主|基层)[都也普遍强烈]{0,4}'

/** Words that ask, whoever is asked. */
const plainForms = (): Form[] => [
  { signs: '恳', pattern: new RegExp(`(?<!${OTHERS})恳(?:请|望|求)`, 'y') },
  {
    signs: '盼',
    pattern: new RegExp(`(?<=为)盼|(?<!${OTHERS}|[企期所]|众)盼(?:能?予|能(?:给予|得到|尽快)|给予|尽快)`, 'y'),
  },
  { signs: '请', pattern: /(?<=特)请(?:示|求)[\u4e00-\u9fff]{1,12}(?:增|拨|批|解决|支持|给予|安排|同意)/y },
  { signs: '望', pattern: /(?<![希渴盼期展愿众失绝名声看瞻观]|群众|居民|企业)望(?:能|予|给予|上级|领导)/y },
  {
    signs: '予',
    pattern:
      /(?<=请)予(?:以)?(?:大力|重点|适当|尽快|及时)?(?:支持|解决|协调|批准|批示|批复|拨付|考虑|倾斜|增加|安排|帮助|关心|指导|研究)/y,
  },
  { signs: '妥当可', pattern: /(?<![不欠稳适恰])[妥当可]否[\uff0c,]?(?:请|望|敬请|恳请)/y },
  { signs: '请', pattern: /(?<=[\u3002\uff0c,\s]|^)请(?:批示|批复|批准|审批)/my },
]

/** Words that ask where they name who is asked. */
const addressedForms = (): Form[] => [
  { signs: '建', pattern: new RegExp(`${ADVICE}建议(?:由|请|从|进一步|尽快|适时)?${ABOVE}${REST}{0,40}?${HELP}`, 'y') },
  {
    signs: '请希',
    pattern: new RegExp(
      `(?<![邀申聘延报函商]|${OTHERS})(?:请求|请|希望)(?:由|得到|各级|能得到|能够得到)?${ABOVE}${REST}{0,40}?(?:支持|解决|协调|倾斜|帮助|给予|予以|增加|加大|出台|明确|统筹|配备|拨|批准|增设|增编|核增|充实|适当|尽快|放宽|考虑|指导)`,
      'y',
    ),
  },
  {
    signs: '希',
    pattern: new RegExp(
      `(?<!${OTHERS})希望(?:能够?)?(?:得到|争取|获得|给予|予以)${REST}{0,20}?(?:支持|解决|倾斜|指导|帮助)`,
      'y',
    ),
  },
  { signs: '请', pattern: new RegExp(`(?<=[\u3002\uff0c,、]|^)请${REST}{0,12}协调(?:解决|支持|推动)`, 'my') },
  // 请市水务局给予支持, 请上级部门加强培训; 邀请, 提请, 商请 and the like ask elsewhere
  {
    signs: '请',
    pattern: new RegExp(
      `(?<=[\u3002\uff0c,\uff1b;、\\s]|^|[恳拟敬特亟])请${ABOVE}${REST}{0,24}?(?:支持|解决|倾斜|帮助|给予|予以|增加|加强|加大|加快|出台|配备|拨付|下拨|核增|增设|批准|研究|保障)`,
      'my',
    ),
  },
  // 区级层面宜尽早核增编制
  {
    signs: '宜应需',
    pattern:
      /(?<=(?:上级|[省市县区]级)(?:层面|部门|有关部门|主管部门|财政|业务部门)?)(?:宜|应当?|需要?)(?:尽早|尽快|适当|适时|进一步|统一|继续|加紧)+(?:核[增定]|增[加设配编派]|配[备齐]|加[大强]|给予|出台|明确|下[拨达放]|拨付|充实|制定|完善|放宽|提高|研究|协调|统筹)/y,
  },
  { signs: '能可', pattern: /(?:能否|可否)(?:请|由)(?:上级|[省市县区](?:里|级|政府|财政|委|直))/y },
  { signs: '盼', pattern: new RegExp(`(?<!${OTHERS})盼望?(?:得到)?${ABOVE}`, 'y') },
  // Where a clause begins, with nobody named: 建议增加执法编制。
  {
    signs: '建',
    pattern:
      /(?<=[\u3002\uff1b;\uff0c,\s]|[一二三四五六七八九]是|^)建议(?:进一步|尽快|适当|继续|从?(?:制度|政策|机制)层面)?(?:增加|增设|加大|尽快|适当|出台|给予|予以|配备|配齐|充实|核增|放宽|提高|下放)/my,
  },
  {
    signs: '需',
    pattern: new RegExp(`需(?:要|请)?${ABOVE}${REST}{0,16}?(?:协调解决|(?:给予|予以|大力)支持|帮助解决)`, 'y'),
  },
]

/** A heading for requests: 需要上级支持解决的问题. */
const HEADING =
  /(?:需要?|请求?|提请|恳请)(?:上级|省|市|县|区)[^\u3002\n]{0,8}(?:支持|解决|协调|帮助)|对上级[^\u3002\n]{0,8}建议|(?:请示|请求)事项/

const plain = once(() => formSearch(plainForms()))
const addressed = once(() => formSearch(addressedForms()))

/** The parts of the text where offices ask: sections of shortcomings and plan, and the end. */
function rangesOf({ contents, blocks }: Draft): Span[] {
  const held = contents.filter(({ key, section }) => ASKING.has(key) && section).map((content) => content.blocks)
  const body = blocks.filter(({ role }) => role === 'body')
  const spanOf = (some: Block[]): Span => {
    const last = some.at(-1)
    return { start: some[0]?.at ?? 0, end: last ? last.at + last.text.length : 0 }
  }
  return [...held, body.slice(-LAST)].map(spanOf)
}

/** Whether an offset stands in “” or 《》 opened on the same line. */
function isQuoted(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - REACH), index)
  const line = before.slice(before.lastIndexOf('\n') + 1)
  const isOpen = (open: string, close: string): boolean => line.lastIndexOf(open) > line.lastIndexOf(close)
  return isOpen('\u201c', '\u201d') || isOpen('\u300a', '\u300b')
}

/** The sentence around an offset. */
function sentenceAt(text: string, index: number): Span {
  const marks = /[\u3002\uff1b;\n]/
  let start = index
  let end = index
  while (start > 0 && index - start < REACH && !marks.test(text[start - 1] as string)) start--
  while (end < text.length && end - index < REACH && !marks.test(text[end] as string)) end++
  return { start, end }
}

/** What every request contains one of; most plans contain none. */
const MAY_ASK =
  /恳[请望求]|特请|(?<![申邀聘延报函商])请(?:[予求由得能各上国中省自市州盟地县区旗镇财编组机司主业批审]|[^\u3002\uff0c,\uff1b;\n]{0,12}协调)|为盼|盼[望得予能给尽上各国中省自市州盟地县区旗镇财编组机司主业]|建议[由请从进尽适上各国中省自市州盟地县区旗镇财编组机司主业增加继出给予配充核放提下]|希望[能由得各上国中省自市州盟地县区旗镇财编组机司主业争获给予]|望(?:能|予|给|上级|领导)|[妥当可]否|能否|[级面门政](?:宜|应当?|需要?)[尽适进统继加]|需(?:要|请)?(?:[上各国中省自市州盟地县区旗镇]|财政|编制|组织|机构|司法|主管|业务)/
/** What every heading for requests contains one of. */
const MAY_HEAD = /[需请]|对上级/

/** Sentences that ask, each once. */
function requestsIn(draft: Draft): Span[] {
  const { text, blocks } = draft
  const spans = new Map<number, Span>()
  for (const range of joined(rangesOf(draft))) {
    const part = text.slice(range.start, range.end)
    if (!MAY_ASK.test(part)) continue
    const add = ({ index: offset }: FormMatch<Form>): void => {
      const index = offset + range.start
      if (isQuoted(text, index)) return
      const span = sentenceAt(text, index)
      spans.set(span.start, span)
    }
    plain()(part).forEach(add)
    addressed()(part).forEach(add)
  }
  for (const block of blocks) {
    if (block.role !== 'heading' || !MAY_HEAD.test(block.text) || !HEADING.test(block.text)) continue
    spans.set(block.at, { start: block.at, end: block.at + block.text.length })
  }
  let end = 0
  return [...spans.values()]
    .sort((a, b) => a.start - b.start)
    .filter((span) => {
      const isNew = span.start >= end
      if (isNew) end = span.end
      return isNew
    })
}

/** Ranges in order, those that overlap taken as one. */
function joined(ranges: Span[]): Span[] {
  const all: Span[] = []
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = all.at(-1)
    if (last && range.start <= last.end) last.end = Math.max(last.end, range.end)
    else all.push({ ...range })
  }
  return all
}

export const requestInReport: Rule = {
  id: 'request-in-report',
  severity: 'warning',
  basis: '《党政机关公文处理工作条例》第十五条（四）',
  summary: '报告里夹带了请示事项',
  why: '报告是汇报，上级不必答复；请求解决编制、经费、政策等事项写在报告里，既不合规定，也得不到办理，应当另行请示。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n由于编制所限，执法力量薄弱。恳请县里增加执法编制。\n',
          message:
            '“恳请县里增加执法编制”是请示事项。《党政机关公文处理工作条例》第十五条（四）规定不得在报告中夹带请示事项，请删去，确需上级解决的另行请示。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、2024年工作安排\n\n配齐法制审核人员。建议上级加大对乡镇法治经费的投入。\n',
          message:
            '“建议上级加大对乡镇法治经费的投入”是请示事项。《党政机关公文处理工作条例》第十五条（四）规定不得在报告中夹带请示事项，请删去，确需上级解决的另行请示。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、2024年工作安排\n\n认真办理人大代表建议、政协提案和检察建议，建议居民遇到纠纷先找调解组织，邀请省委党校教授授课。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n由于与群众期望还有差距，信访请求办理不够及时，重大事项请示报告制度落实不够到位。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、2024年工作安排\n\n积极争取上级支持，提请县人大常委会审议地方性法规，落实“有诉求请市长协调解决”机制。\n\n以上报告，请予审议。\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    for (const span of requestsIn(draft)) {
      const { text } = draft
      yield {
        message: `${quoted(text.slice(span.start, span.end))}是请示事项。《党政机关公文处理工作条例》第十五条（四）规定不得在报告中夹带请示事项，请删去，确需上级解决的另行请示。`,
        at: { text: span },
      }
    }
  },
}
