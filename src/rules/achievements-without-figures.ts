import type { Rule } from '../finding.js'
import type { Block, Draft } from '../model.js'
import { isOnlyPlaceholders } from '../text/placeholders.js'
import { inQuotes } from '../text/quote.js'

/** What figures of such a report count; not 年, 月, 日, 小时, 分钟, 个工作日, which say when. */
const UNIT =
  '(?:余|多|万|亿|千|百){0,3}(?:个(?!小时|工作日|月)|[件次场名人项起份条家户期篇部批宗例处所支台套辆元吨亩里课门只张本册幅块座间栋艘头株页字位倍组辈]|[%\\uff05％‰]|平方|公里|公斤|类|种|轮|堂|遍|口|道|层|级)'

const FIGURE = new RegExp(`\\d[\\d.,\\uff0c]{0,12}${UNIT}|[\\uff10-\\uff19]${UNIT}|\\d[%％\\uff05‰]|百分之`)

/** 三次, 十二场, 两百余份; never 一次 and 一件, which say that it was done at all, nor 三项制度. */
const HAN_FIGURE =
  /(?:[二两三四五六七八九十百千万][一二三四五六七八九十百千万]{0,5}|数[十百千万])(?:余|多)?(?:件(?!事)|次(?!全|会议|审议)|场|名|人次|起(?!来)|份|家(?!庭)|户|期(?!间)|篇|宗|例)/

/** Quoted names: “三项制度”, “最多跑一次”, 《…若干措施20条》. */
const NAMES = /[“《][^”》\n]{0,40}[”》]/g

/** Where a text this short has no figure, that is the least it lacks. */
const SHORTEST = 60

/** The most frequent figures, in a pattern that is quickly compiled. */
const PLAIN_FIGURE = /\d[件次场名人项起份家户期%\uff05]/

const isFigure = (text: string): boolean => PLAIN_FIGURE.test(text) || FIGURE.test(text) || HAN_FIGURE.test(text)

/** Whether a block has a figure outside names; one without any needs no names taken out. */
const hasFigure = ({ text }: Block): boolean => isFigure(text) && isFigure(text.replace(NAMES, ''))

/** What stands below the sections of the achievements: all but what other contents own. */
function achievementsOf({ contents, sections, blocks }: Draft): Block[] {
  const achievements = contents.find(({ key }) => key === 'achievements')
  if (!achievements?.section || sections.length === 0) return []
  const others = new Set(
    contents
      .filter(
        ({ key, with: shared, state }) =>
          key !== 'achievements' && state !== 'mentioned' && !shared.includes('achievements'),
      )
      .flatMap(({ blocks: own }) => own),
  )
  const first = blocks.findIndex(({ role }) => role === 'heading')
  return blocks.slice(first).filter((block) => block.role === 'body' && !others.has(block))
}

export const achievementsWithoutFigures: Rule = {
  id: 'achievements-without-figures',
  severity: 'info',
  basis: null,
  summary: '举措和成效里没有一个数字',
  why: '没有数字，读者看不出做了多少、效果如何，人大和督察也无从比较。写上审查件数、执法案件、调解件数、培训场次就好。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n镇党委坚持把法治建设摆在重要位置，落实行政执法“三项制度”，推动“最多跑一次”改革，开展普法宣传，化解矛盾纠纷，群众的法治意识不断增强。\n',
          message:
            '“一、主要举措和成效”里没有一个数字，请补上审查文件、办理案件、调解纠纷、培训宣传等的数量和变化，让成效看得见。',
        },
        {
          draft:
            '# 青禾区司法局2022年法治政府建设情况报告\n\n## 一、2022年主要做法和成效\n\n我局于2022年6月完成机构改革，一是规范行政执法行为，二是办好法律援助，三是健全调解组织，四是24小时开通12348热线，各项工作取得新进展。\n\n## 二、存在的不足和原因\n\n由于编制少，执法人员仅3名。\n',
          message:
            '“一、2022年主要做法和成效”里没有一个数字，请补上审查文件、办理案件、调解纠纷、培训宣传等的数量和变化，让成效看得见。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n镇党委坚持把法治建设摆在重要位置，全年召开会议三次，开展普法宣传，化解矛盾纠纷，群众的法治意识不断增强，各项工作取得新进展。\n',
        },
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n镇党委坚持把法治建设摆在重要位置，开展普法宣传，调解成功率98.5%，群众的法治意识不断增强，各项工作取得新进展，获得居民好评。\n',
        },
        { draft: '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n【请填写主要举措和成效】\n' },
      ],
    }
  },
  *check(draft) {
    const achievements = draft.contents.find(({ key }) => key === 'achievements')
    if (achievements?.blocks.some(hasFigure)) return
    const own = achievementsOf(draft)
    const [first] = own
    if (!first || own.some(hasFigure)) return
    const text = own.map((block) => block.text).join('')
    if (text.length < SHORTEST || isOnlyPlaceholders(text)) return
    const section = achievements?.section
    yield {
      message: `${inQuotes(section?.heading ?? '主要举措和成效')}里没有一个数字，请补上审查文件、办理案件、调解纠纷、培训宣传等的数量和变化，让成效看得见。`,
      at: section ? { block: section.block } : { block: first },
    }
  },
}
