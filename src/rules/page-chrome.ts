import type { Anchor, Problem, Rule } from '../finding.js'
import type { Block, Draft, Span } from '../model.js'
import { matchesOf } from '../text/matches.js'
import { once } from '../text/once.js'
import { type Form, formSearch } from '../text/pattern-search.js'

/** Lines quoted in the message. */
const QUOTED = 3
/** Units of a line quoted. */
const LONGEST = 20
/** Units of a page's header that are looked through for labels. */
const HEAD = 800

/** What ends a page's own words: an edge, or the next of them. 关闭窗口2个 and 免费打印页面 are the author's. */
const END = String.raw`(?=[\s|\uff5c\[\]【】()\uff08\uff09\u3002]|打印|关闭|分享|收藏|返回|字[号体]|$)`

/** What only a page prints, where it got into the text itself. Sources: those of read/chrome-words.ts. */
const FORMS: Form[] = [
  { signs: '印', behind: '打', pattern: new RegExp(`(?<=打)印(?:本页|此页|本文|页面)${END}`, 'my') },
  { signs: '【[', pattern: /[【[](?:打印|关闭|字体|字号|收藏|分享)(?![会课交经案])[^】\]\n]{0,12}[】\]]/y },
  { signs: '闭', behind: '关', pattern: new RegExp(`(?<=关)闭(?:窗口|本页|此页|页面)${END}`, 'my') },
  { signs: '享', pattern: /(?<=分)享(?:文章)?(?:到|至)[:\uff1a]/y },
  { signs: '辑', pattern: /(?<=责任编)辑[:\uff1a]/y },
  {
    signs: '数量',
    behind: '次读击问览',
    // A page counts to the unit, and nothing follows: 专栏浏览量：2.3万次 is the author's.
    pattern:
      /(?<=(?<![(\uff08、的站栏号频目博总])(?:浏览|阅读|点击|访问)次?)[数量][:\uff1a]\s{0,3}(?:\d{1,9}\s?次?)?(?![\d.,万余多次+\uff08(\uff0c\uff1b\u3002、)\uff09])/y,
  },
  {
    signs: '大',
    behind: ':\uff1a【[(\uff08 ',
    // 普法：大中小学… is the author's.
    pattern:
      /(?<=[:\uff1a【[(\uff08]\s{0,2})大\s{0,3}】?\s{0,3}【?\s{0,3}中\s{0,3}】?\s{0,3}【?\s{0,3}小(?![\u4e00-\u9fff](?<!打|关|分|收|字|默))/y,
  },
  { signs: '扫', pattern: /扫一扫(?:在手机|分享|用微信|打开)/y },
  { signs: '篇', behind: '一', pattern: /(?<=[上下]一)篇[:\uff1a]/y },
  { signs: '顶首', behind: '回', pattern: /(?<=返回)(?:顶部|首页)(?=[\s|】\]]|$)/my },
  { signs: '版', pattern: /版权所有(?=[:\uff1a\s©(\uff08]|$)/my },
  { signs: 'I', pattern: /ICP备(?!案(?!号?[:\uff1a]))/y },
  { signs: '位', behind: '前在', pattern: /(?<=当前|所在)位置[:\uff1a]/y },
]

const search = once(() => formSearch(FORMS))

/** Labels that no author writes above a report; 来源 and 发布日期 alone may be the author's. */
const LABEL =
  /(?:浏览|阅读|点击|访问)(?:次数|量|数)|索引号|字\s{0,4}号\s{0,4}[:\uff1a]|字体\s{0,4}[:\uff1a]|分享到|主题分类|组配分类|生成日期|内容概述/

/** What stands at the foot of a printed document, and was taken off with the page. */
const OWN = /印发|抄送|抄报|主送/

interface Left {
  text: string
  at: Anchor
}

const overlaps = ({ node: { position } }: Block, { start, end }: Span): boolean =>
  position !== undefined && (position.start.offset ?? 0) < end && start < (position.end.offset ?? 0)

/** Lines that the reader took off as a page's, with their places; those kept in front matter are the user's record. */
function* takenOff({ source, blocks }: Draft): Generator<Left> {
  const { text } = source
  const chrome = source.chrome.filter((line) => !OWN.test(line))
  const start = text.startsWith('---') ? Math.max(0, text.indexOf('\n---', 3)) : 0
  let from = start
  for (const line of chrome) {
    const words = text.includes(line, start) ? line : (line.split(/[:\uff1a]/)[0] ?? line)
    const next = text.indexOf(words, from)
    const index = next < 0 ? text.indexOf(words, start) : next
    if (index < 0) continue
    from = index + words.length
    yield { text: line, at: { span: { start: index, end: from } } }
  }
  if (chrome.length > 0 || blocks.length === 0) return
  const head = text.slice(start, start + HEAD)
  if (!LABEL.test(head)) return
  for (const { 0: line, index } of matchesOf(head, /[^\r\n]+/g)) {
    const span = { start: start + index, end: start + index + line.length }
    // A line of the report's own text is none of the page's.
    if (LABEL.test(line) && !blocks.some((block) => overlaps(block, span))) yield { text: line.trim(), at: { span } }
  }
}

function* leftInText({ text }: Draft): Generator<Left> {
  let end = 0
  for (const { index, match } of search()(text)) {
    const start = Math.max(end, text.lastIndexOf('\n', index) + 1, index - 4)
    if (index < end) continue
    end = index + match[0].length
    yield { text: text.slice(start, end), at: { text: { start, end } } }
  }
}

export const pageChrome: Rule = {
  id: 'page-chrome',
  severity: 'info',
  basis: null,
  summary: '稿子里留有网页的内容',
  why: '从网站复制的稿子常带着索引号、浏览次数、“打印本页 关闭窗口”，再用作底稿时要删去。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '首页 > 政务公开 > 法治政府建设\n\n# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件32件。\n\n打印本页　关闭窗口\n',
          message: '稿子里留有网页的内容2处：“首页 > 政务公开 > 法治政府建设”“打印本页　关闭窗口”，定稿前请删去。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查文件32件。责任编辑：张三\n\n## 二、2024年安排\n\n充实执法队伍。\n',
          message: '稿子里留有网页的内容：“。责任编辑：”，定稿前请删去。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n政务大厅设自助打印机12台，分享到位，网站浏览次数3.2万次。\n',
        },
        {
          draft:
            '云溪县2023年法治政府建设年度报告\n\n发布日期：2024-03-12　来源：县司法局\n\n一、主要举措和成效\n\n审查规范性文件32件。\n',
        },
        {
          draft:
            '---\nchrome:\n  - 打印本页　关闭窗口\n---\n\n# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n审查规范性文件32件。\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    // A saved page has the site's own lines around the report: nobody left them in.
    if (draft.source.format === 'html') return
    const left = [...takenOff(draft), ...leftInText(draft)]
    const [first, ...others] = left
    if (!first) return
    const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 2)}……` : text)
    const quotes = [...new Set(left.map(({ text }) => `“${shorten(text)}”`))]
    const count = left.length > 1 ? `${left.length}处` : ''
    yield {
      message: `稿子里留有网页的内容${count}：${quotes.slice(0, QUOTED).join('')}${quotes.length > QUOTED ? '等' : ''}，定稿前请删去。`,
      at: first.at,
      related: others.map(({ at }) => at),
    }
  },
}
