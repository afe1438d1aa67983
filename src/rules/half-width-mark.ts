import type { Nodes } from 'mdast'
import type { Anchor, Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { type HalfWidthMark, halfWidthMarksIn } from '../text/half-width.js'

/** Marks from which a copy may be called folded to half-width, if the full-width ones are fewer. */
const MANY = 20
/** Marks that are mended in one go; a report has some hundred. */
const MOST = 5000
/** Kinds of marks named in a message. */
const NAMED = 4

/** How closely the source of a block follows its text: one plain text, several with markup between, or neither. */
type Source = 'plain' | 'parts' | 'hidden'

const isPlainText = (node: Nodes): boolean =>
  node.type === 'text' && (node.position?.end.offset ?? 0) - (node.position?.start.offset ?? 0) === node.value.length

function isReadable(node: Nodes): boolean {
  if (node.type === 'break') return true
  return 'children' in node ? node.children.every(isReadable) : isPlainText(node)
}

function sourceOf({ node }: Block): Source {
  const [only, ...others] = node.children
  if (only && others.length === 0 && isPlainText(only)) return 'plain'
  // Code, entities and escapes stay as they are.
  return isReadable(node) ? 'parts' : 'hidden'
}

interface Place {
  found: HalfWidthMark
  source: Source
}

/** The marks with the blocks they stand in; what stands before the title is no prose. */
function placesIn({ text, blocks }: Draft): Place[] {
  const places: Place[] = []
  let index = 0
  let seen = -1
  let source: Source = 'plain'
  for (const found of halfWidthMarksIn(text)) {
    while ((blocks[index + 1]?.at ?? Infinity) <= found.at) index++
    const block = blocks[index]
    if (!block || block.role === 'front') continue
    if (seen !== index) {
      seen = index
      source = sourceOf(block)
    }
    places.push({ found, source })
  }
  return places
}

const rangeOf = (source: Source, { start, end, at }: HalfWidthMark): { text: { start: number; end: number } } => ({
  text: source === 'plain' ? { start, end } : { start: at, end: at + 1 },
})

function messageFor(text: string, found: HalfWidthMark[]): string {
  const [first] = found
  const wide = text.match(/[\uff0c\uff1a\uff1b\uff01\uff1f\uff08\uff09]/g)?.length ?? 0
  if (found.length >= MANY && found.length > wide)
    return `全文标点是半角（共${found.length}处），像是网页复制或转换造成的，请统一改成全角。`
  const kinds = [...new Set(found.map(({ mark }) => mark))]
  const some = kinds.slice(0, NAMED).map((mark) => `“${mark}”`)
  const etc = kinds.length > NAMED ? '等' : ''
  if (found.length === 1 && first) return `这里的“${first.mark}”是半角标点，中文里应当用全角“${first.wide}”。`
  return `有${found.length}处标点是半角（${some.join('')}${etc}），中文里应当用全角，请统一改正。`
}

export const halfWidthMark: Rule = {
  id: 'half-width-mark',
  severity: 'warning',
  basis: '《标点符号用法》（GB/T 15834—2011）',
  summary: '中文里用了半角标点',
  why: '中文的逗号、冒号、分号、括号等占一个字的位置。半角的多半是从网页或别的软件复制来的。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按照普法规划安排,全年开展活动72场。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
          message: '这里的“,”是半角标点，中文里应当用全角“，”。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n按照普法规划安排，全年开展活动72场。\n\n## 二、存在的不足和原因\n\n力量不足，原因是编制少。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n服务时间:每日8:30至17:30(节假日除外),收入2,481.83万元;比例为3:2。\n',
          message: '有5处标点是半角（“:”“(”“)”“,”等），中文里应当用全角，请统一改正。',
          fixed:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n服务时间：每日8:30至17:30（节假日除外），收入2,481.83万元；比例为3:2。\n',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n每日8:30开放，收入2,481.83万元，比例为12:1，办结率98.5%。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n1.健全制度。网址为https://www.example.cn/?a=1,2;b 和[附件](a.md)。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n推广“1+6+5”模式，引入AI,VR,5G技术，见统计表(终稿).xlsx。\n',
        },
      ],
    }
  },
  *check(draft) {
    const places = placesIn(draft)
    const [first, ...others] = places
    if (!first) return
    const found = places.map((place) => place.found)
    const message = messageFor(draft.text, found)
    const anchor = ({ found: { at } }: Place): Anchor => ({ text: { start: at, end: at + 1 } })
    const mended = places.filter(({ source }) => source !== 'hidden')
    yield {
      message,
      at: anchor(first),
      // In a copy that is folded throughout, the places are everywhere.
      ...(found.length < MANY ? { related: others.map(anchor) } : {}),
      ...(mended.length <= MOST
        ? { fix: mended.map(({ found: each, source }) => ({ at: rangeOf(source, each), text: each.wide })) }
        : {}),
    }
  },
}
