import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/corpus/record.js'
import type { SharedPlace, SimilarPair } from '../../../src/corpus/review.js'
import {
  addReport,
  type ComparedReport,
  createSimilarityIndex,
  similarPairs,
} from '../../../src/corpus/similarity/similarity.js'
import { read } from '../../../src/read/read.js'
import { build } from '../../../src/report/build.js'
import { cpuTime } from '../../cpu-time.js'
import fc from '../../fast-check.js'
import { line } from '../../fragments.js'

const COUNTY = 'seeds/county'
const expected = JSON.parse(readFileSync('test/fixtures/county/expected.json', 'utf8'))

const linesOf = (text: string): Passage[] =>
  text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [{ line: i + 1, text: line }]))

function pairsOf(reports: ComparedReport[]): Promise<SimilarPair[]> {
  const index = createSimilarityIndex()
  for (const report of reports) addReport(index, report)
  return similarPairs(index, async (report) => reports[report]?.passages ?? [])
}

/** Reports of towns that share nothing but what the texts given for some of them share. */
function towns(...texts: string[]): ComparedReport[] {
  return texts.map((text, unit) => {
    const town = `${'甲乙丙丁戊己庚辛壬癸子丑寅卯'[unit]}溪镇`
    const name = `云岭县${town}人民政府`
    return { unit, name, path: `${town}.txt`, names: [name, town], passages: linesOf(text.replaceAll('本镇名', town)) }
  })
}

const marked = ({ text, same }: SharedPlace): string[] => same.map(([start, end]) => text.slice(start, end))

/** A paragraph nobody writes twice. */
const TEA =
  '本镇名把茶青交易市场的纠纷台账搬上墙，茶农、茶商、中间人各签一份诚信约定，凡是压级压价的当天登记、三天回访，全年受理投诉27件，追回差价4.6万元，茶季没有一起纠纷闹到县里。'
const BOAT =
  '渡口船工轮流担任安全宣讲员，开船之前先念三条规矩，遇到大风大雾由片区干部到码头守着不让解缆，全年劝返超载船只31艘次，查扣无证船舶2艘，沿河学校的学生全部改走新桥。'
const SHEEP =
  '牧道两侧立起界碑，村民小组长每月带着图纸走一遍，羊群越界先由调解员上门看草量草，再按约定的公斤数赔料，当年秋天草场争议比上年少了一半，没有人为一只羊对簿公堂。'
const CLAY =
  '窑场停火之后留下的取土坑由镇里统一编号，谁受益谁回填，验收时请原来的窑工到场指认边界，回填不到位的不退保证金，已经复绿的地块交给村集体种油茶，账目贴在祠堂门口。'
const OWN = [TEA, BOAT, SHEEP, CLAY]
const rest = (unit: number): string => OWN[unit] ?? ''

describe('reports that share passages', () => {
  it('are found where names and figures were changed, and the changes are not marked', async () => {
    const copy = TEA.replace('27件', '9件').replace('4.6万元', '1.2万元')
    const [pair, ...others] = await pairsOf(towns(TEA, `${CLAY}\n${copy}`, BOAT, SHEEP))
    expect(others).toEqual([])
    expect(pair?.units).toEqual(['云岭县甲溪镇人民政府', '云岭县乙溪镇人民政府'])
    expect(pair?.files).toEqual(['甲溪镇.txt', '乙溪镇.txt'])
    const [passage] = pair?.passages ?? []
    expect(passage?.units).toBe(2)
    expect(passage?.places.map(({ line }) => line)).toEqual([1, 2])
    const [one, two] = passage?.places ?? []
    expect(one?.text.startsWith('甲溪镇把茶青')).toBe(true)
    expect(two?.text.endsWith('没有一起纠纷闹到县里')).toBe(true)
    expect(one && marked(one)).toEqual(two && marked(two))
    expect(one && marked(one)).toEqual([
      '把茶青交易市场的纠纷台账搬上墙，茶农、茶商、中间人各签一份诚信约定，凡是压级压价的当天登记、三天回访，全年受理投诉',
      '件，追回差价',
      '元，茶季没有一起纠纷闹到县里',
    ])
    expect(pair?.share).toBeGreaterThan(0.4)
  })

  it('are found where the order of sentences was changed', async () => {
    const [first = '', ...more] = BOAT.replace('。', '').split('，全年')
    const turned = `全年${more.join('')}。${first}。`
    const pairs = await pairsOf(towns(BOAT, turned, SHEEP))
    expect(pairs.map(({ units }) => units)).toEqual([['云岭县甲溪镇人民政府', '云岭县乙溪镇人民政府']])
    expect(pairs[0]?.passages.length).toBe(2)
  })

  it('are found where words were inserted, and these are not marked', async () => {
    const longer = SHEEP.replace('每月带着图纸走一遍', '每月都要带着新测的图纸走一遍').replace('先由', '的，先由')
    const [pair] = await pairsOf(towns(SHEEP, longer, BOAT))
    expect(pair?.passages.length).toBe(1)
    const [, place] = pair?.passages[0]?.places ?? []
    expect(place && marked(place).join('')).not.toMatch(/都要|新测/)
    expect(place?.text).toBe(longer.slice(0, -1))
  })

  it('are found where every third clause was reworded, and the words that stayed are marked', async () => {
    const reworded = BOAT.replace('轮流担任', '依次充当')
      .replace('不让解缆', '不许开船')
      .replace('劝返超载', '劝回超员')
      .replace('全部改走', '一律绕行')
    const [pair] = await pairsOf(towns(`${TEA}\n${BOAT}`, reworded, SHEEP))
    const [one] = pair?.passages[0]?.places ?? []
    expect(one && marked(one)).toContain('安全宣讲员，开船之前先念三条规矩，遇到大风大雾由片区干部到码头守着不')
    expect(one && marked(one).join()).not.toMatch(/轮流|解缆|超载|改走/)
  })

  it('are found where half a paragraph was taken, and no more is shown', async () => {
    const half = CLAY.slice(0, CLAY.indexOf('已经复绿'))
    const [pair] = await pairsOf(towns(CLAY, `${half}全镇复垦旧窑三口。`, SHEEP))
    const [one] = pair?.passages[0]?.places ?? []
    expect(one?.text).toBe(half.slice(0, -1))
  })

  it('are all paired where a copy was copied', async () => {
    const pairs = await pairsOf(towns(TEA, `${BOAT}\n${TEA}`, `${SHEEP}\n${TEA}`))
    expect(pairs.map(({ files }) => files.join('、')).sort()).toEqual(
      ['甲溪镇.txt、丙溪镇.txt', '乙溪镇.txt、丙溪镇.txt', '甲溪镇.txt、乙溪镇.txt'].sort(),
    )
    expect(new Set(pairs.flatMap(({ passages }) => passages.map(({ units }) => units)))).toEqual(new Set([3]))
    const [two] = await pairsOf(towns(TEA, `${BOAT}\n${TEA}`, SHEEP))
    expect(pairs[0]?.weight).toBeLessThan(two?.weight ?? 0)
  })

  it('are not told by a template of many, but by what two of them share besides', async () => {
    const texts = [...'0123456789'].map((unit) => `${TEA}\n${rest(Number(unit) === 7 ? 1 : Number(unit))}`)
    const pairs = await pairsOf(towns(...texts.map((text, i) => (i === 0 ? `${TEA}` : text))))
    expect(pairs.map(({ files }) => files)).toEqual([['乙溪镇.txt', '辛溪镇.txt']])
    const text = pairs[0]?.passages.flatMap(({ places }) => places.map((place) => place.text)).join('\n')
    expect(text).toContain('渡口船工')
    expect(text).not.toContain('茶青')
  })

  it('are not told by what nearly all units of one family share, though others are many', async () => {
    const template = OWN.join('\n')
    const others = Array.from({ length: 34 }, (_, i) => `第${i}片的事情与别处都不相干。`)
    const all = towns(...Array.from({ length: 5 }, () => template)).map((each) => ({ ...each, family: '云岭县的镇' }))
    const rest = others.map((text, i) => ({
      ...{
        unit: 100 + i,
        name: `第${i}局`,
        path: `${i}.txt`,
        names: [],
        family: '云岭县的局',
        passages: linesOf(text),
      },
    }))
    expect(await pairsOf([...all, ...rest])).toEqual([])
    const apart = all.map((each, i) => ({ ...each, family: `第${i}县的镇` }))
    expect((await pairsOf([...apart, ...rest])).length).toBe(10)
  })

  it.each([8, 25, 100])(
    'are told of three that copied one another, not of a paragraph of six: %i units',
    async (count) => {
      const unlike = Array.from({ length: count - 6 }, (_, i) => ({
        ...{ unit: 100 + i, name: `第${i}局`, path: `${i}.txt`, names: [], passages: linesOf(`第${i}处另有安排。`) },
      }))
      const copied = towns(...[BOAT, CLAY, SHEEP].map((text) => `${text}\n${TEA}`), '空。', '无。', '另。')
      expect(await pairsOf([...copied, ...unlike])).toHaveLength(3)
      const shared = towns(...Array.from({ length: 6 }, (_, i) => `${TEA}\n${'甲乙丙丁戊己'[i]}处另有别的安排。`))
      expect(await pairsOf([...shared, ...unlike])).toEqual([])
    },
  )

  it('are told of four that share a whole report, not of four that share a paragraph', async () => {
    const unlike = Array.from({ length: 30 }, (_, i) => ({
      ...{ unit: 100 + i, name: `第${i}局`, path: `${i}.txt`, names: [], passages: linesOf(`第${i}处另有安排。`) },
    }))
    const whole = OWN.join('\n')
    expect(await pairsOf([...towns(whole, whole, whole, whole), ...unlike])).toHaveLength(6)
    expect(await pairsOf([...towns(TEA, TEA, TEA, TEA), ...unlike])).toEqual([])
  })

  it('are not told where the template and what is copied stand in one paragraph', async () => {
    const pairs = await pairsOf(
      towns(...Array.from({ length: 10 }, (_, i) => TEA + (i === 4 || i === 6 ? CLAY : `第${i}村另有安排。`))),
    )
    expect(pairs.length).toBe(1)
    expect(pairs[0]?.passages.map(({ places }) => places[0].text)).toEqual([CLAY.slice(0, -1)])
  })

  it('are never two of one unit; of several the one that shares most is named', async () => {
    const [first, second, third] = towns(TEA, TEA, `${TEA}\n${BOAT}`)
    const again = { ...second, unit: 0, name: first?.name ?? '' } as ComparedReport
    expect(await pairsOf([first as ComparedReport, again])).toEqual([])
    const [longer] = towns(`${TEA}\n${BOAT}`).map((report) => ({ ...report, path: '修改稿.txt' }))
    const pairs = await pairsOf([first, longer, third] as ComparedReport[])
    expect(pairs.map(({ files }) => files)).toEqual([['修改稿.txt', '丙溪镇.txt']])
  })

  it('are found in traditional characters too', async () => {
    const text =
      '鎮裡把碼頭的舊倉庫騰出來設調解室，船東與貨主先喝茶後說事，說不攏的由老船長畫押作證，全年說和八十一樁，無人反悔。'
    expect((await pairsOf(towns(text, text, BOAT))).length).toBe(1)
  })

  it('are shown the same whatever is asked first, and twice alike', async () => {
    const reports = towns(TEA, `${TEA}\n${BOAT}`, BOAT, SHEEP)
    expect(await pairsOf(reports)).toEqual(await pairsOf(reports))
    const index = createSimilarityIndex()
    for (const report of reports) addReport(index, report)
    expect(await similarPairs(index, (report) => reports[report]?.passages ?? [])).toEqual(await pairsOf(reports))
  })
})

describe('reports that are not similar', () => {
  it('may quote the law, the set phrases of guidance and the frame of a report', async () => {
    const stock = [
      '坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻习近平法治思想，全面贯彻落实党的二十大精神，深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
      '党政主要负责人切实履行依法治国重要组织者、推动者和实践者的职责，对法治建设重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办，把本地区各项工作纳入法治化轨道。',
      '严格履行公众参与、专家论证、风险评估、合法性审查、集体讨论决定程序，全面推行行政执法公示、执法全过程记录、重大执法决定法制审核制度，落实国家机关“谁执法谁普法”普法责任制。',
      '贯彻《党政主要负责人履行推进法治建设第一责任人职责规定》《法治政府建设与责任落实督察工作规定》《关于进一步加强市县法治建设的若干意见》《关于依法从严打击证券违法活动的意见》。',
    ].join('\n')
    expect(await pairsOf(towns(`${stock}\n${TEA}`, `${stock}\n${BOAT}`))).toEqual([])
  })

  it('may quote a provision with its title, or retell one that everyone retells', async () => {
    const law = [
      '《畜禽屠宰管理条例》规定，屠宰企业应当建立进厂查验登记制度，如实记录畜禽来源、数量、检疫证明号和供货者名称、地址、联系方式等内容，并保存相关凭证。',
      '严格执行《信访工作条例》第三十四条关于“信访人对信访事项处理意见不服的，可以自收到书面答复之日起三十日内请求原办理机关、单位的上一级机关、单位复查”的规定。',
      '对违法行为轻微并及时改正、没有造成危害后果的，不予行政处罚；初次违法且危害后果轻微并及时改正的，可以不予行政处罚。',
    ]
    for (const text of law) expect(await pairsOf(towns(`${TEA}${text}`, `${BOAT}${text}`))).toEqual([])
  })

  it('may list the same papers', async () => {
    const list =
      '先后学习《云岭县法治建设提质行动方案》《云岭县合同审查规程》《云岭县案卷评查标准（试行）》《云岭县行政应诉考核细则》《云岭县重大行政决策目录管理办法》。'
    expect(await pairsOf(towns(`${TEA}${list}`, `${BOAT}${list}`))).toEqual([])
  })

  it('are told nevertheless where the copied passage names a law', async () => {
    const copied = TEA.replace('全年受理', '落实《价格法》规定，全年受理')
    const text = `根据《农产品质量安全法》要求，${copied}`
    const [pair] = await pairsOf(towns(text, `${CLAY}\n${text}`, BOAT))
    expect(pair?.passages[0]?.places[0].text).toContain('茶青交易市场')
    expect(pair?.passages[0]?.length).toBeGreaterThan(60)
  })

  it('may have a short turn of phrase in common', async () => {
    const one = `${TEA}全年提出书面审查意见建议85条。`
    const two = `${BOAT}全年提出书面审查意见建议12条。`
    expect(await pairsOf(towns(one, two))).toEqual([])
  })

  it('are two that are empty, or of twenty characters, or none at all', async () => {
    expect(await pairsOf([])).toEqual([])
    expect(await pairsOf(towns('', ''))).toEqual([])
    const short = '一年来工作平稳有序，没有发生大的争议事件。'
    expect(await pairsOf(towns(short, short))).toEqual([])
  })

  it('do not hold up the search by repeating one character for ever', async () => {
    const text = `${'调'.repeat(200_000)}。`
    expect(await cpuTime(() => pairsOf(towns(text, text, BOAT)))).toBeLessThan(5000)
  })
})

describe('whatever two reports hold', () => {
  it('what is marked stands inside the text, in order, and is the same on both sides', async () => {
    const lines = fc.array(fc.oneof(line, fc.constantFrom(...OWN, ...OWN.map((text) => text.slice(7, 70)))), {
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(lines, lines, async (one, two) => {
        for (const { passages, share, weight } of await pairsOf(towns(one.join('\n'), two.join('')))) {
          expect(share).toBeLessThanOrEqual(1)
          expect(weight).toBeGreaterThan(0)
          for (const { places } of passages) {
            expect(marked(places[0])).toEqual(marked(places[1]))
            for (const { text, same } of places) {
              const ends = same.flat()
              expect(ends).toEqual([...ends].sort((a, b) => a - b))
              expect(ends.at(-1)).toBeLessThanOrEqual(text.length)
              expect(ends[0]).toBeGreaterThanOrEqual(0)
            }
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

describe('the county', () => {
  interface Planted {
    files: [string, string]
    passages: { first: string; last: string; line: number; lineInSecond: number }[]
  }

  async function countyReports(): Promise<ComparedReport[]> {
    const reports: ComparedReport[] = []
    for (const path of readdirSync(COUNTY).sort()) {
      if (!/\.(?:txt|md)$/.test(path)) continue
      const { isReport, blocks, report } = build(await read({ name: path, bytes: readFileSync(`${COUNTY}/${path}`) }))
      const name = report.issuer
      if (!isReport || !name) continue
      const passages = blocks
        .filter(({ role }) => role === 'body' || role === 'heading')
        .map(({ node, printed }) => ({ line: node.position?.start.line ?? 0, text: printed }))
      const known = reports.find((each) => each.name === name)
      reports.push({ unit: known?.unit ?? reports.length, name, path, names: [name], passages })
    }
    return reports
  }

  it('has the pairs that were planted and no others, with the passages at their lines', async () => {
    const pairs = await pairsOf(await countyReports())
    const planted: Planted[] = expected.similar
    const keyOf = ({ files }: { files: string[] }): string => [...files].sort().join()
    expect(pairs.map(keyOf).sort()).toEqual(planted.map(keyOf).sort())
    for (const { files, passages } of planted) {
      const pair = pairs.find((each) => keyOf(each) === keyOf({ files }))
      expect(pair?.passages.length).toBe(passages.length)
      for (const { first, last, line, lineInSecond } of passages) {
        const turned = pair?.files[0] !== files[0]
        const found = pair?.passages.find(({ places }) => places.every(({ text }) => text.includes(first.slice(-9))))
        expect(found?.places[turned ? 1 : 0].line).toBe(line)
        expect(found?.places[turned ? 0 : 1].line).toBe(lineInSecond)
        for (const { text } of found?.places ?? []) expect(text).toContain(last)
      }
    }
  })
})
