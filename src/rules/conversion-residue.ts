import type { Anchor, Problem, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { once } from '../text/once.js'
import { type Form, formSearch } from '../text/pattern-search.js'

/** Excerpts quoted in a message, and units of text shown before each. */
const QUOTED = 3
const BEFORE = 6

type Kind = 'digits' | 'brackets' | 'number' | 'garbage' | 'code' | 'layout'

interface ResidueForm extends Form {
  kind: Kind
}

const BLANKS = ' \u00a0\u2002\u2003\u3000'
const GAP = `[${BLANKS}]`
/** Words before a percentage. */
const RISEN = '达到长降高升占率约过至近减少超了为'
const END = `(?=[其并和及\\u3002\\uff0c,\\uff1b;、)\\uff09\\n]|$)`
/** Between a verb and its noun: nothing that has a number or ends a clause. */
const PLAIN = '[^\\d\\s\\u3002\\uff0c,\\uff1b;、]'
const UNIT = '(?:件|期|次|人次|场次|起|份|名|人|户|项|个|场|条|款|家|批|套|篇|处|万元|亿元|元|亩|余[件次人场份])'

const digits = (signs: string, pattern: string, behind?: string, ahead?: string): ResidueForm => ({
  kind: 'digits',
  signs,
  ...(behind === undefined ? {} : { behind }),
  ...(ahead === undefined ? {} : { ahead }),
  pattern: new RegExp(pattern, 'my'),
})

const forms = (): ResidueForm[] => [
  // 《行政处罚法》第  条, 应急发第号
  digits(
    '第',
    `(?<![次门等及府宅品])第${GAP}{0,8}(?:条|款|号|届|次会议|季度)(?!件)`,
    undefined,
    `${BLANKS}条款号届次季`,
  ),
  // 培训  期，; one blank may be a stray one
  digits(' \u00a0\u2002\u2003\u3000', `(?<=[\\u4e00-\\u9fff])(?<!第)(?:${GAP}{2,12}|\\u3000)${UNIT}${END}`),
  // 制定文件件，
  digits(
    '件份起次名人',
    `(?:(?<=文件|案件|信件)件|(?<=合同|协议)份|(?<=纠纷|案件|事故)起|(?<=会议|讲座)次|(?<=人员|律师|干部)[名人])(?=[\\u3002\\uff0c,\\uff1b;、])`,
    '件同议纷故座员师部',
  ),
  // 出动执法人员人次、检查门店家次: a head of a table has no verb before it
  digits(
    '人家户辆台',
    `(?<=(?:出动|检查|排查|巡查|走访|培训|教育|接待|服务|查处|覆盖|惠及|整治)${PLAIN}{0,12}(?:人员|干部|群众|学员|企业|单位|场所|主体|门店|店铺|商[户家]|农户|经营户|车辆))(?:人次|[家户辆台]次)${END}`,
    '员部众业位所体店铺户家辆',
  ),
  digits(
    '份条万辆期场',
    `(?<=(?:发放|印发|制发|送达|出具|发现|排查|收集|征集|提出|处罚款?|罚没款|收缴|拨付|投入|查扣|查处|举办|开办)${PLAIN}{0,12}(?:(?:资料|材料|文书|手册)(?=份)|(?:线索|问题|意见|建议)(?=条)|(?:资金|经费|罚款|罚没款)(?=万元)|车辆(?=辆)|(?:培训班|讲座)(?=[期场])))(?:[份条辆期场]|万元)${END}`,
    '料书册索题见议金费款辆班座',
  ),
  digits(' \u00a0\u3000', `(?<=[共计达查理结训织展收放])${GAP}(?:件|起|人次|场次|万元|户次)${END}`),
  digits(
    '共合累总',
    `(?<![公一])(?:共计?|合计|累计|总计)(?:件|起|人次|场次|余件|份)${END}`,
    undefined,
    '计件起人场余份',
  ),
  // 增长%, 达到 %
  digits('%\uff05', `(?<=[${RISEN}]${GAP}{0,4})[%\\uff05]`, `${RISEN}${BLANKS}`),
  digits('达为约', `(?<=率达?)[达到为约]${END}`, '率'),
  digits('百', `(?<=[长降高升少]${GAP}{0,4})百分点|(?<=[长降高升少]${GAP}{0,4}个)百分点`, `长降高升少个${BLANKS}`),
  // 年月日, 2024年 月 日, 〔2023〕号
  digits('月', `(?<=[\\d]年)月(?=[底初中份以])`, '年'),
  digits(
    '日',
    `(?<=[于在至到止从截]月)日|(?<=(?<!出生|具体|详细|注明|填写|载明|写明|签署|签名|[的其、\\uff0c,和及Xx某×])年月)日(?!期)`,
    '月',
  ),
  digits('月', `(?<=[\\d\\u3007○零一二三四五六七八九]年${GAP}{1,8})月`, BLANKS),
  digits(
    '号',
    `(?<=[\\u3014\\uff08(\\[](?:19|20)\\d{2}[\\u3015\\uff09)\\]]${GAP}{0,8}(?:第${GAP}{0,8})?)号`,
    `\u3015\uff09)]第${BLANKS}`,
  ),
  digits('号年', `(?<=[(\\uff08]${GAP}{0,8})(?:号|年)${GAP}{0,8}[)\\uff09]`, `(\uff08${BLANKS}`),
  {
    kind: 'brackets',
    signs: '\u3015\uff3d]',
    behind: '\u3014\uff3b[ \u3000',
    pattern: /(?<=[\u3014\uff3b[][ \u3000]*)[\u3015\uff3d\]](?=\s{0,8}第?\s{0,8}\d{0,6}号)/y,
  },
  // 卫办〔2022〕）, 〔202〕12号
  digits(
    '\u3015',
    `(?<=[发办函字政规通令文]\\u3014(?:19|20)\\d{2})\\u3015(?=[\\uff09)\\u3002\\uff0c,\\uff1b;、\\n])|(?<=[\\u4e00-\\u9fff]\\u3014\\d{1,3})\\u3015(?=第?\\d{1,6}号)`,
    '0123456789',
  ),
  // 国发201033号
  {
    kind: 'number',
    signs: '号',
    behind: '0123456789',
    pattern: /(?<=(?<lead>[\u4e00-\u9fff]{0,4}[发办函字政规通令] ?(?:19|20)\d{2} ?\d{1,4}))号(?![楼线房])/y,
  },
  {
    kind: 'brackets',
    signs: ')\uff09',
    behind: '(\uff08 \u00a0\u3000',
    pattern: /(?<=[(\uff08][ \u00a0\u3000]{0,8})[)\uff09]/y,
  },
  {
    kind: 'brackets',
    signs: '\u300b\u201d',
    behind: '\u300a\u201c \u3000',
    pattern: /(?<=\u300a[ \u3000]{0,4})\u300b|(?<=\u201c[ \u3000]{0,4})\u201d/y,
  },
  { kind: 'garbage', signs: '\u25a1', pattern: /\u25a1+(?![ \u3000]?(?:是|否|有|无|同意|不同意))/y },
  { kind: 'garbage', signs: '\ufffd\u00ad', pattern: /[\ufffd\u00ad]+/y },
  // Characters of Word's symbol fonts
  {
    kind: 'garbage',
    signs: Array.from({ length: 0x100 }, (_, i) => String.fromCharCode(0xf000 + i)).join(''),
    pattern: /(?<![\uf000-\uf0ff])[\uf000-\uf0ff]+/y,
  },
  { kind: 'garbage', signs: '?\uff1f', pattern: /(?<![?\uff1f])[?\uff1f]{3,200}/y },
  { kind: 'garbage', signs: '锟烫', pattern: /锟斤拷|烫烫烫/y },
  {
    kind: 'code',
    signs: '&',
    pattern:
      /&(?:nbsp;?|(?:ensp|emsp|lt|gt|amp|quot|ldquo|rdquo|lsquo|rsquo|middot|mdash|hellip|#\d{2,6}|#x[\da-f]{2,5});)/iy,
  },
  {
    kind: 'code',
    signs: '{',
    pattern: /\{\s?(?:PAGE|NUMPAGES|TOC|HYPERLINK|REF|SEQ)\b[^{}\n]{0,60}\}?/y,
  },
  { kind: 'code', signs: 'jd', pattern: /javascript:|document\.write/y },
  {
    kind: 'code',
    signs: '<',
    pattern:
      /<\/?(?:p|br|div|span|font|table|tbody|tr|t[dh]|a|img|strong|b|u|em|i|li|ul|ol|h[1-6]|o:p|st1:\w{1,20})(?:\s[^<>\n]{0,300})?\/?>/iy,
  },
  {
    kind: 'code',
    signs: '错',
    pattern: /错误[!\uff01]\s{0,3}(?:未找到引用源|未定义书签|未指定书签|超链接引用无效)[^\n\u3002]{0,2}/y,
  },
  { kind: 'code', signs: 'E', pattern: /Error! (?:Reference source not found|Bookmark not defined)/y },
  {
    kind: 'code',
    signs: 'HPMT_S',
    pattern: /(?<![A-Za-z])(?:HYPERLINK\s{0,3}["\u201c\\]|PAGEREF\s|MERGEFORMAT|TOC \\o|_Toc\d{5,}|SEQ 表)/y,
  },
  {
    kind: 'code',
    signs: '[\u3010',
    pattern: /[[\u3010](?:图片|图像|图表|表格|视频|音频|附件|公式|image|img)\d{0,3}[\]\u3011]/y,
  },
  {
    kind: 'layout',
    signs: '第',
    ahead: ' \u30000123456789页',
    pattern: /第[ \u3000]*\d{0,3}[ \u3000]*页[\uff0c,/\s]{0,3}共[ \u3000]*\d{0,3}[ \u3000]*页/y,
  },
  {
    kind: 'layout',
    signs: '.\uff0e\u2026\u00b7',
    ahead: '.\uff0e\u2026\u00b7',
    pattern: /(?<![.\uff0e\u2026\u00b7])(?:[.\uff0e\u00b7]{4,200}|\u2026{2,100})[ \t\u3000]{0,8}\d{1,3}$/my,
  },
]

const search = once(() => formSearch(forms()))

const WHAT: Record<Kind, [what: string, advice: string]> = {
  digits: ['少了数字', '可能是转换或者复制时丢失的，请对照原文补上'],
  brackets: ['是空的', '可能是转换或者复制时丢失了内容，请对照原文补上'],
  number: ['的年份少了六角括号', '可能是转换或者复制时丢失的，请写作“〔2023〕12号”这样'],
  garbage: ['是乱码', '可能是转换时认不出的字，请对照原文改正'],
  code: ['是转换留下的代码', '请删去，缺了内容的对照原文补上'],
  layout: ['是转换留下的页码或者目录', '请删去'],
}

interface Residue {
  kind: Kind
  shown: string
  at: Anchor
}

const DASHES = '-\u2014\u2013\uff0d\u00b7'
/** — 3 — on a line of its own. */
const PAGE_NUMBER = /^[-\u2014\u2013\uff0d\u00b7]{1,2} ?\d{1,3} ?[-\u2014\u2013\uff0d\u00b7]{1,2}$/

function* pageNumbers(blocks: Block[]): Generator<Residue> {
  for (const block of blocks) {
    if (block.text.length <= 9 && DASHES.includes(block.text.charAt(0) || '.') && PAGE_NUMBER.test(block.text))
      yield { kind: 'layout', shown: block.text, at: { block } }
  }
}

function isInTable(blocks: Block[], offset: number): boolean {
  return blocks.some(({ at, text, node }) => node.type === 'tableCell' && offset >= at && offset < at + text.length)
}

function* residues({ text, blocks }: Draft): Generator<Residue> {
  for (const { form, index, match } of search()(text)) {
    // Columns are headed by units: 增长率%.
    if (form.kind === 'digits' && isInTable(blocks, index)) continue
    const end = index + Math.max(1, match[0].length)
    const lead = startOf(form.kind, text, index, match)
    yield { kind: form.kind, shown: text.slice(lead, end), at: { text: { start: lead, end } } }
  }
  yield* pageNumbers(blocks)
}

/** Where the words before a place begin that tell what it is about. */
function startOf(kind: Kind, text: string, index: number, { groups }: RegExpExecArray): number {
  if (kind !== 'digits' && kind !== 'brackets') return index - (groups?.['lead']?.length ?? 0)
  let start = index
  while (start > 0 && index - start < BEFORE && !/[\u3002\uff0c,\uff1b;、\n]/.test(text[start - 1] as string)) {
    if (start < index - 1 && /[(\uff08]/.test(text[start - 1] as string)) break
    start--
  }
  return start
}

export const conversionResidue: Rule = {
  id: 'conversion-residue',
  severity: 'warning',
  basis: null,
  summary: '转换格式时丢失了内容，或者留下了代码',
  why: '从网页、PDF 或者别的文字处理软件转来的稿子，会丢数字、丢括号，也会多出乱码和代码。',
  get examples() {
    return {
      wrong: [
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件32件，同比增长%。\n',
          message: '“同比增长%”少了数字，可能是转换或者复制时丢失的，请对照原文补上。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n依据《行政处罚法》第  条，按照云政发〔2023〕号文件执行。\n',
          message: '“行政处罚法》第  条”“〔2023〕号”等2处少了数字，可能是转换或者复制时丢失的，请对照原文补上。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按照通知（云政办〔〕号）审查文件32件。\n',
          message: '“云政办〔〕”是空的，可能是转换或者复制时丢失了内容，请对照原文补上。',
        },
        {
          draft: '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按照规定（）审查文件32件。\n',
          message: '“按照规定（）”是空的，可能是转换或者复制时丢失了内容，请对照原文补上。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件32件，见错误！未找到引用源。\n',
          message: '“错误！未找到引用源”是转换留下的代码，请删去，缺了内容的对照原文补上。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按照《行政处罚法》第三条和云政发〔2023〕12号文件，审查文件32件，同比增长8.5%，提高2个百分点。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n登记当事人的出生年月日，提高几个百分点，受理件、办结件全部公开。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n| 指标 | 增长% |\n| --- | --- |\n| 审查文件 | 8.5 |\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    const byKind = new Map<Kind, Residue[]>()
    for (const residue of residues(draft)) {
      const known = byKind.get(residue.kind)
      if (known) known.push(residue)
      else byKind.set(residue.kind, [residue])
    }
    for (const [kind, found] of byKind) {
      const [what, advice] = WHAT[kind]
      const shown = [...new Set(found.map((residue) => residue.shown))].slice(0, QUOTED)
      const quotes = shown.map((text) => `“${text}”`).join('')
      const [first, ...others] = found.map(({ at }) => at)
      yield {
        message: `${quotes}${found.length > 1 ? `等${found.length}处` : ''}${what}，${advice}。`,
        at: first ?? null,
        related: others,
        // Page numbers mislead nobody.
        ...(kind === 'layout' ? { severity: 'info' } : {}),
      }
    }
  },
}
