import type { Problem, Rule } from '../finding.js'
import type { Content, ContentSpec, Draft, Section } from '../model.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import { inQuotes } from '../text/quote.js'
import { CAUSE } from './causes.js'

/** Shortest account of shortcomings that names some and their causes, in characters. Source: those of published reports have 160 to 420. */
const SHORTEST = 120

/** Words without which no shortcoming is told. */
const DEFECT =
  /不足|问题|差距|短板|弱项|薄弱|不够|不高|不强|不深|不全|不严|不实|不到位|不平衡|不均|不明显|不充分|不规范|不及时|不完善|不健全|有待|仍需|还需|尚需|需要|亟需|欠缺|缺乏|缺少|缺失|滞后|困难|难以|偏低|偏少|较少|较低|较弱|落后|淡薄|参差不齐|尚未|没有|未能|未破|原因|单一|陈旧|老化|短缺|紧缺|紧张|不力|不畅|脱节|流于形式|走过场|[少弱差慢窄](?=[\uff0c,\u3002\uff1b;\u3001\uff08(]|$)/

/** What is said of a short account: that it has no causes, only where it has none. */
const SHORT = '写得偏少，请核对是否写全。'
const SHORT_WITHOUT_CAUSE = '写得偏少，也没有写原因。请逐条写明不足表现在哪里、原因是什么。'

/** How it reads in the message: “三、存在的不足” or, with no heading, the content's title. */
const nameOf = (content: Content, spec: ContentSpec): string => inQuotes(content.section?.heading ?? spec.title)

function empty(content: Content, spec: ContentSpec): Problem {
  return {
    message: `${nameOf(content, spec)}只有标题，下面没有内容，请补写。${spec.guidance}`,
    at: content.section ? { block: content.section.block } : null,
    severity: spec.severity,
    basis: spec.basis,
  }
}

function* thinShortcomings(content: Content, spec: ContentSpec): Generator<Problem> {
  const text = content.blocks.map((block) => block.text).join('')
  if (content.section === null || text === '' || content.state === 'merged') return
  const tellsSome = DEFECT.test(text)
  if ((tellsSome && text.length >= SHORTEST) || isOnlyPlaceholders(text)) return
  const place = {
    at: { block: content.section.block },
    severity: spec.severity === 'info' ? ('info' as const) : ('warning' as const),
    basis: spec.basis,
  }
  if (!tellsSome) {
    yield {
      ...place,
      message: `${nameOf(content, spec)}下没有写出任何不足，只有成绩或要求。请逐条写明不足表现在哪里、原因是什么。`,
    }
  } else {
    const hasCause = CAUSE.test(text)
    yield {
      ...place,
      message: `${nameOf(content, spec)}只有${text.length}字，${hasCause ? SHORT : SHORT_WITHOUT_CAUSE}`,
      // The law asks for causes, and names no length.
      basis: hasCause ? null : spec.basis,
    }
  }
}

/** Longest name of a heading that announces text; a longer one is the text, and so is one with a figure or a full stop. */
const LONGEST_NAME = 24
const IS_TEXT = /[\d\u3002\uff1b;\uff1a:]|其[他它]/
/** Headings with text beside one without; beside two, four times as many: more is the way the report is written. */
const USUAL = 2

/** Whether nothing stands below a lower heading, no picture and no table either, before the next of its kind. */
function isBare(section: Section, next: Section | undefined): boolean {
  const { numeral, name, body, children, block } = section
  if (!next || !numeral || next.numeral?.style !== numeral.style || next.numeral.value !== numeral.value + 1)
    return false
  if (name.length > LONGEST_NAME || IS_TEXT.test(section.heading.slice(numeral.text.length))) return false
  return children.length === 0 && body.every(({ text }) => text.trim() === '') && next.block.top - block.top <= 1
}

/** Lower headings without text among others that have some: （二）规范权力运行, followed by （三）. */
function* bareHeadings(sections: Section[]): Generator<Section> {
  for (const { children } of sections) {
    const bare = children.filter((child, i) => isBare(child, children[i + 1]))
    const told = children.filter(({ body, children: below }) => below.length > 0 || body.length > 0)
    if (told.length >= USUAL * bare.length ** 2) yield* bare
    yield* bareHeadings(children)
  }
}

function* bare({ sections }: Draft): Generator<Problem> {
  const [first, ...others] = bareHeadings(sections)
  if (!first) return
  const count = others.length > 0 ? `等${others.length + 1}处` : ''
  yield {
    message: `${inQuotes(first.heading)}${count}只有标题，下面没有内容，请补写；不写的，请删去标题，并把后面的序号改过来。`,
    at: { block: first.block },
    severity: 'warning',
    basis: null,
    related: others.map(({ block }) => ({ block })),
  }
}

export const emptySection: Rule = {
  id: 'empty-section',
  severity: 'error',
  basis: '《法治政府建设与责任落实督察工作规定》第二十五条',
  summary: '有标题没有内容，或不足部分写得太少、只写成绩',
  why: '只有标题等于没有报告。不足部分三言两语或者通篇是成绩，是督察、评议时最常被指出的毛病。规定没有限定字数：不足120字的请人看一眼，是因为公开的报告这一部分一般有160至420字，写清了的不必凑字数。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、第一责任人履职情况\n\n## 三、2024年工作打算\n\n充实执法队伍。\n',
          message:
            '“二、第一责任人履职情况”只有标题，下面没有内容，请补写。写清党政主要负责人当年如何履行第一责任人职责：主持会议研究、听取汇报、批示督办、带头学法、述法、出庭应诉各几次。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、存在的不足\n\n执法力量不足，原因是编制少。\n\n## 三、2024年工作打算\n\n充实执法队伍。\n',
          message: '“二、存在的不足”只有14字，写得偏少，请核对是否写全。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、存在的不足\n\n一是人手少，主要原因是编制少。\n\n## 三、2024年工作打算\n\n充实执法队伍。\n',
          message: '“二、存在的不足”只有15字，写得偏少，请核对是否写全。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、存在的不足\n\n执法力量不足，普法形式单一。\n\n## 三、2024年工作打算\n\n充实执法队伍。\n',
          message: '“二、存在的不足”只有14字，写得偏少，也没有写原因。请逐条写明不足表现在哪里、原因是什么。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解纠纷120件。\n\n## 二、存在的不足\n\n全镇法治建设取得明显成效，群众满意度持续上升，各项工作走在全县前列。\n\n## 三、2024年工作打算\n\n充实执法队伍。\n',
          message: '“二、存在的不足”下没有写出任何不足，只有成绩或要求。请逐条写明不足表现在哪里、原因是什么。',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n### （一）规范执法\n\n评查案卷6件。\n\n### （二）规范权力运行\n\n### （三）化解纠纷\n\n调解120件。\n',
          message: '“（二）规范权力运行”只有标题，下面没有内容，请补写；不写的，请删去标题，并把后面的序号改过来。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n### （一）规范执法\n\n评查案卷6件。\n\n### （二）化解纠纷\n\n调解120件。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n### （一）规范执法\n\n评查案卷6件。\n\n### （二）化解纠纷\n\n| 类别 | 件数 |\n| --- | --- |\n| 邻里 | 120 |\n\n### （三）调解纠纷120件\n\n### （四）普法\n\n宣传12场。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解120件。\n\n## 二、存在的不足和原因\n\n【请填写不足和原因】\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要做法\n\n调解120件。\n\n## 二、存在的不足和原因\n\n一是执法力量不足。全镇执法人员仅7名，专业对口的不到一半，遇到跨领域案件难以独立办理，主要原因是编制有限、新进人员少。二是普法针对性不强。宣传多在集镇开展，偏远村覆盖不够，形式以发放资料为主，群众参与不多，原因在于力量分散、经费偏少，也缺少熟悉本地情况的普法骨干，一些活动停留在表面。\n',
        },
      ],
    }
  },
  *check(draft) {
    for (const spec of draft.demands.contents) {
      const content = draft.contents.find(({ key }) => key === spec.key)
      if (!content) continue
      const path = `/sections/${spec.key}/text`
      const isBlank = content.blocks.every(({ text }) => text.trim() === '')
      if (isBlank && draft.violations.some((violation) => violation.path === path)) yield empty(content, spec)
      else if (spec.key === 'shortcomings') yield* thinShortcomings(content, spec)
    }
    yield* bare(draft)
  },
}
