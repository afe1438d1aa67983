import type { Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { type Boundary, type EnumerationFault, enumerationFaults, FAMILIES } from '../text/enumerations.js'
import { once } from '../text/once.js'

/** Findings of one kind in a file; with more, it is not the numbering that is wrong. */
const MOST = 20

/** Headings, at which an enumeration begins anew; those of level 1 end it. */
function boundariesOf({ blocks, sections }: Draft): Boundary[] {
  const tops = new Set(sections.map(({ block }) => block))
  return blocks
    .filter(({ role }) => role === 'heading')
    .map((block) => ({ at: block.at, end: block.at + block.text.length, isHard: tops.has(block) }))
}

function problemOf({ what, family, item, due }: EnumerationFault): Problem {
  const at = { text: { start: item.start, end: item.end } }
  const here = `“${family.word(item.value)}”`
  const wanted = `“${family.word(due)}”`
  switch (what) {
    case 'first':
      return { message: `有${here}，前面没有${wanted}，请补上，或改正序号。`, at }
    case 'gap':
      return { message: `这里是${here}，前面缺${wanted}，请核对是漏了一条还是序号写错。`, at }
    case 'repeated':
      return { message: `${here}重复了，按顺序这里应当是${wanted}，请改正。`, at }
    case 'lone':
      return { message: `只有${here}，没有${wanted}，请补上其余各条，或删去${here}。`, at }
    case 'nested':
      return {
        message: `${here}里面又套了一组${here}，读者分不清层次，里层请改用分号隔开或另起一段。`,
        at,
        severity: 'warning',
      }
  }
}

const OTHER_SIDE = '另一方面'
/** What a text may set 另一方面 against. */
const ONE_SIDE = /(?<!另)一方面|一是|首先|第一[,\uff0c、是]|其一|一来|一面/

/** 另一方面 of which no first side stands before, under the same heading. */
function* otherSides({ text }: Draft, boundaries: Boundary[]): Generator<Problem> {
  let index = 0
  let partStart = 0
  let left = MOST
  for (let at = text.indexOf(OTHER_SIDE); at >= 0; at = text.indexOf(OTHER_SIDE, at + 1)) {
    for (; (boundaries[index]?.at ?? Infinity) <= at; index++) partStart = boundaries[index]?.end ?? 0
    if (ONE_SIDE.test(text.slice(Math.max(partStart, at - 1500), at))) continue
    if (left-- === 0) return
    yield {
      message: '有“另一方面”，前面没有“一方面”，请补上，或改用别的说法。',
      at: { text: { start: at, end: at + OTHER_SIDE.length } },
    }
  }
}

export const enumerationGap: Rule = {
  id: 'enumeration-gap',
  severity: 'error',
  basis: null,
  certain: '“一是”“二是”缺号、重号，是数得出来的',
  summary: '“一是……二是……”缺号、重号，或有头无尾',
  why: '几个科室的材料合成一段时，最容易漏掉一条或重复一个序号。',
  examples: {
    wrong: [
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n一是审查文件32件。二是评查案卷60件。四是调解纠纷120件。\n',
        message: '这里是“四是”，前面缺“三是”，请核对是漏了一条还是序号写错。',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n一是审查文件32件；一是评查案卷60件；三是调解纠纷120件。\n',
        message: '“一是”重复了，按顺序这里应当是“二是”，请改正。',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n一是执法力量不足，原因是编制少。\n\n## 二、2024年主要安排\n\n充实力量。\n',
        message: '只有“一是”，没有“二是”，请补上其余各条，或删去“一是”。',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n工作虽有成效，仍有短板。另一方面，普法形式单一，原因是力量少。\n',
        message: '有“另一方面”，前面没有“一方面”，请补上，或改用别的说法。',
      },
    ],
    right: [
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n一是审查文件32件。\n\n二是评查案卷60件。一是一、二是二，不搞变通。\n\n三是统一是非标准，调解纠纷120件。\n',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n### （一）健全制度\n\n一是审查文件32件。二是清理文件9件。\n\n### （二）规范执法\n\n一是评查案卷60件。二是培训人员90名。三是调解纠纷120件。\n',
      },
      {
        draft:
          '# 云溪县2023年法治政府建设年度报告\n\n## 一、存在的不足和原因\n\n一方面执法力量不足，另一方面普法形式单一，原因在于编制少。一是人员少，另外经费也不多。\n',
      },
    ],
  },
  *check(draft) {
    const { text } = draft
    const families = FAMILIES.filter(({ signs }) => signs.some((sign) => text.includes(sign)))
    const hasOtherSide = text.includes(OTHER_SIDE)
    if (families.length === 0 && !hasOtherSide) return
    const boundaries = once(() => boundariesOf(draft))
    const partStarts = draft.sections.map(({ block }) => block.at)
    const faults = families.flatMap((family) => enumerationFaults(text, family, partStarts, boundaries))
    yield* faults.slice(0, MOST).map(problemOf)
    if (hasOtherSide) yield* otherSides(draft, boundaries())
  },
}
