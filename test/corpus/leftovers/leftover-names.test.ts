import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { leftoverSearch } from '../../../src/corpus/leftovers/leftover-names.js'
import type { Unit } from '../../../src/corpus/unit.js'
import type { Finding } from '../../../src/finding.js'
import { lint } from '../../../src/lint.js'
import { read } from '../../../src/read/read.js'
import { build } from '../../../src/report/build.js'
import { cpuTime } from '../../cpu-time.js'
import { draftOf } from '../../drafts.js'

const COUNTY = 'seeds/county'
const PARENT = '云岭县人民政府'

const town = (name: string, ...aliases: string[]): Unit => ({
  name: `云岭县${name}人民政府`,
  kind: 'township',
  parent: PARENT,
  aliases,
})
const office = (name: string, ...aliases: string[]): Unit => ({ name, kind: 'department', parent: PARENT, aliases })

const SEAT: Unit = { name: PARENT, kind: 'government', parent: '松江市人民政府', aliases: ['县政府'] }
const STREAM = town('石溪镇', '石溪镇', '石溪镇政府')
const BRIDGE = town('柳桥镇', '柳桥镇', '云岭县柳桥乡人民政府')
const POLICE = office('云岭县公安局', '县公安局', '公安局')
const JUSTICE = office('云岭县司法局', '县司法局', '司法局')
const ZONE: Unit = { name: '云岭经济开发区管理委员会', kind: 'government', parent: PARENT, aliases: ['经开区'] }
const OTHER_SEAT: Unit = { name: '青田县人民政府', kind: 'government', parent: '松江市人民政府', aliases: [] }
const OTHER_JUSTICE: Unit = { name: '青田县司法局', kind: 'department', parent: '青田县人民政府', aliases: [] }
const ROSTER = [SEAT, STREAM, BRIDGE, POLICE, JUSTICE, ZONE, OTHER_SEAT, OTHER_JUSTICE]

const CITY: Unit = { name: '松江市人民政府', kind: 'government', parent: null, aliases: ['市政府'] }
const cityOffice = (name: string, ...aliases: string[]): Unit => ({ ...office(name, ...aliases), parent: CITY.name })
const WATER = cityOffice('松江市水务局', '市水利局')
const FARMS = cityOffice('松江市农业农村局')
const LAW = cityOffice('松江市司法局')
const TAX = cityOffice('国家税务总局松江市税务局')
const HARBOUR: Unit = { name: '松江港区人民政府', kind: 'government', parent: CITY.name, aliases: ['港区'] }
const DISTRICT: Unit = { name: '松江市清湖区人民政府', kind: 'government', parent: CITY.name, aliases: ['清湖区'] }
const TECH: Unit = { name: '松江高新技术产业开发区管理委员会', kind: 'government', parent: null, aliases: ['高新区'] }
const OTHER_WATER: Unit = { ...office('梅川市水务局'), parent: '梅川市人民政府' }
const CITY_ROSTER = [CITY, WATER, FARMS, LAW, TAX, HARBOUR, DISTRICT, TECH, OTHER_WATER, OTHER_SEAT, STREAM, BRIDGE]

const found = (unit: Unit, text: string, units = ROSTER, findings: Finding[] = []): Finding[] =>
  leftoverSearch(units)({ unit, passages: text.split('\n').map((line, i) => ({ line: i + 1, text: line })), findings })

const words = (unit: Unit, text: string, units = ROSTER): string[] =>
  found(unit, text, units).map(({ message }) => /“(.+?)”/.exec(message)?.[1] ?? '')

describe('names of other units left over in a report', () => {
  it('are told with the unit, the place and the line', () => {
    expect(found(BRIDGE, '一、主要举措\n石溪镇综合行政执法队坚持日常巡查，办理案件12件。')).toEqual([
      {
        rule: 'foreign-issuer',
        severity: 'warning',
        message: '这是云岭县柳桥镇人民政府的报告，文中出现“石溪镇”（云岭县石溪镇人民政府），请核对这里说的是哪个单位。',
        line: 2,
        column: 1,
        endLine: 2,
        endColumn: 4,
        excerpt: '石溪镇综合行政执法队坚持日常巡查，办理案件12件。',
        basis: null,
        fixable: false,
      },
    ])
  })

  it('are one finding a unit, with the further places', () => {
    const [finding, ...others] = found(
      BRIDGE,
      '石溪镇坚持依法行政。\n云岭县石溪镇人民政府印发方案，全面提升石溪镇治理水平。',
    )
    expect(others).toEqual([])
    expect(finding?.message).toContain('，全文共3处，')
    expect(finding?.related?.map(({ line, column }) => [line, column])).toEqual([
      [2, 1],
      [2, 20],
    ])
  })

  it('are placed behind the indent, where the passage tells it', () => {
    const passages = [{ line: 4, column: 3, text: '石溪镇坚持依法行政。' }]
    expect(leftoverSearch(ROSTER)({ unit: BRIDGE, passages, findings: [] })[0]).toMatchObject({
      line: 4,
      column: 3,
      endColumn: 6,
    })
  })

  it.each([
    '（二）石溪镇持续加强执法队伍建设，办理案件12件。',
    '2025年，石溪镇以习近平法治思想为指导，全面推进依法行政。',
    '现将石溪镇2025年法治政府建设情况报告如下。',
    '为石溪镇高质量发展提供有力法治保障。',
    '在石溪镇党委的坚强领导下，全镇依法行政水平不断提高。',
    '各村书记向石溪镇党委述法，测评满意率98%。',
    '不断提升石溪镇依法治理水平。',
    '努力建设平安石溪镇。',
    '全年，石溪镇调解纠纷236件。',
    '石溪镇党委、政府高度重视法治建设。',
    '我镇制度不断完善，石溪镇司法所指导各村修订村规民约12份。',
    '石溪镇党委书记带头讲法治课4次。',
    '一是云岭县石溪镇人民政府健全法律顾问制度。',
  ])('are told of a town in the report of another: %s', (text) => {
    expect(words(BRIDGE, text)).toHaveLength(1)
  })

  it('are told of the same bureau of another county, and of another county', () => {
    expect(words(JUSTICE, '青田县司法局坚持统筹推进，组织法治督察3次。')).toEqual(['青田县司法局'])
    expect(words(SEAT, '2025年，青田县深入推进依法行政。')).toEqual(['青田县'])
  })

  it('are told of a bureau below the same roof only where it acts in the own name', () => {
    expect(words(JUSTICE, '云岭县公安局坚持严格规范公正文明执法。')).toEqual(['云岭县公安局'])
    expect(words(JUSTICE, '为云岭县公安局培训法制员两批。')).toEqual([])
  })

  it.each([
    '矛盾调解按月评比，全年石溪镇共受理各类纠纷121件，化解117件。',
    '健全台账，今年以来石溪镇累计办理行政处罚案件15件。',
    '与邻镇签订协议，网格员巡查占道堆物，2025年石溪镇司法所办结案件9件，整改48处。',
    '为推进我石溪镇依法行政，制定年度计划。',
    '每季度通报一次，确保石溪镇法治政府建设各项任务按时完成。',
    '石溪镇党委书记、镇长切实履行法治建设第一责任人职责。',
    '石溪镇领导班子全年集体学法12次。',
    '截至目前，石溪镇已办结历史遗留案件6件。',
    '强化保障，石溪镇党政主要负责人带头出庭应诉2次。',
    '2025年以来石溪镇印发规范性文件3件，均报县政府备案。',
  ])('are told where what is said is the business of one town: %s', (text) => {
    expect(words(BRIDGE, text)).toHaveLength(1)
  })

  it.each([
    '车辆逐步到位。市水务局全年组织执法人员封闭培训2期，参训118人，淘汰补考7人。',
    '（二）严格执法。市水利局办理行政处罚案件31件，罚没款46万元。',
    '松江市水务局2025年度立案查处案件12件。',
    '一是市水务局坚持依法治水，把河湖执法摆在前面。',
    '市税务局全年作出处罚决定214件。',
  ])('are told of a bureau below the same roof by what only its own report counts: %s', (text) => {
    expect(words(FARMS, text, CITY_ROSTER)).toHaveLength(1)
  })

  it('are told of a district in the report of a zone beside it, and of a zone in that of a district', () => {
    expect(words(TECH, '每季度通报，确保清湖区法治政府建设各项任务按时完成。', CITY_ROSTER)).toEqual(['清湖区'])
    expect(words(TECH, '2025年，清湖区坚持依法行政。', CITY_ROSTER)).toEqual(['清湖区'])
    const text = '松江高新技术产业开发区管理委员会坚持依法行政。'
    expect(words(DISTRICT, text, CITY_ROSTER)).toEqual(['松江高新技术产业开发区管理委员会'])
  })

  it('are told without a roster, by the issuers of the other reports', () => {
    const issuers = [STREAM, BRIDGE].map(({ name }) => ({ name, kind: null, parent: null, aliases: [] }))
    expect(words(issuers[1] as Unit, '石溪镇坚持依法行政。', issuers)).toEqual(['石溪镇'])
  })

  it('are told in the report of a unit the roster does not have', () => {
    expect(words(town('梅岭镇'), '石溪镇坚持依法行政。')).toEqual(['石溪镇'])
  })
})

describe('names of other units that belong where they stand', () => {
  it.each([
    '与石溪镇联合开展河道执法3次。',
    '与毗邻的石溪镇签订林权纠纷联防联调协议。',
    '组织干部赴石溪镇学习“一站式”调解。',
    '借鉴石溪镇经验，建立台账。',
    '在石溪镇、梅岭镇开展交叉检查。',
    '我镇和石溪镇交界处的界桩已经补齐。',
    '旁听石溪镇人民法庭庭审2次。',
    '印发《石溪镇柳桥镇跨界巡查办法》。',
    '“石溪镇模式”在全县推广。',
    '石溪镇村民张某与我镇村民的土地纠纷已经化解。',
    '石溪镇、柳桥镇各出2名调解员。',
    '配合石溪镇查处非法采砂。',
    '石溪镇下河村的林权证已经更正。',
    '化解与石溪镇的山界争议1件。',
    '参加在石溪镇召开的现场会。',
    '向石溪镇移送线索3条。',
    '给石溪镇中心小学学生上法治课。',
    '原石溪镇东片三个村的档案已经接收。',
    '与石溪镇等先进乡镇相比还有差距。',
    '林区东接石溪镇，西连梅岭镇。',
    '居民王某（石溪镇人）的诉求已经答复。',
  ])('are not told in the report of a town: %s', (text) => {
    expect(words(BRIDGE, text)).toEqual([])
  })

  it.each([
    '全年与石溪镇联合执法6次。',
    '受石溪镇委托，代为看管界河闸口。',
    '经石溪镇批准，边界采石场恢复生产。',
    '石溪镇报来线索5条，全部办结。',
    '对石溪镇开展交叉督察。',
    '石溪镇承办全县调解现场会，我镇12人参加。',
    '今年以来，石溪镇与我镇联合巡河14次。',
    '全年石溪镇移交我镇案件3件。',
    '石溪镇派员授课2次。',
    '比石溪镇多调解纠纷9件。',
    '参照石溪镇做法，确保石溪镇、柳桥镇两地尺度一致。',
    '石溪镇群众王某到我镇反映的问题已经答复。',
    '全年石溪镇籍务工人员申请仲裁4件。',
    '确保与石溪镇共管河段不出问题。',
  ])('are not told in the report of a town, whatever was done: %s', (text) => {
    expect(words(BRIDGE, text)).toEqual([])
  })

  it.each([
    '由市水务局牵头，清理河道违建12处。',
    '市水务局派员授课2次，参训60人。',
    '市水务局全年向我局移送线索5条。',
    '受市水务局委托，检测水样300份。',
    '文件报市水务局备案2件。',
    '经市水务局批准，临时取水3处。',
    '会同市水务局检查灌区泵站41座。',
    '配合市水务局查处非法取水8起。',
    '市水务局联合我局开展检查6次。',
    '市水务局组织全市节水执法培训2期，各县区参训118人。',
    '市司法局全年组织行政执法人员考试2次，发证300个。',
    '市司法局审查文件12件。',
    '市水务局提供水文数据12批。',
    '市水务局推送企业名单30家。',
    '与市水务局、市税务局共享数据1.2万条。',
    '市水务局、市税务局办理联审事项40件。',
    '商请市水务局出具意见3件。',
    '市水务局参加会商7次。',
    '水务局全年培训2期。',
    '河长制由水务部门负责，市水务局党组书记任办公室主任。',
    '梅川市水务局来访交流1次。',
    '清湖区水务局全年立案12件。',
    '市水务局按月通报断面水质12次。',
  ])('are not told in the report of a bureau below the same roof: %s', (text) => {
    expect(words(FARMS, text, CITY_ROSTER)).toEqual([])
  })

  it.each([
    '清湖区率先试点行政检查码。',
    '推动清湖区法治政府建设示范创建。',
    '松江高新技术产业开发区管理委员会坚持依法行政。',
    '市水务局全年组织培训2期，参训118人。',
    '确保港区各项任务完成。',
  ])('are not told in the report of the city: %s', (text) => {
    expect(words(CITY, text, CITY_ROSTER)).toEqual([])
  })

  it('are not told where a bureau of the city speaks of districts and towns', () => {
    expect(words(LAW, '推动清湖区法治政府建设。全年石溪镇共受理纠纷121件。', CITY_ROSTER)).toEqual([])
    expect(words(WATER, '确保清湖区各项任务完成。清湖区坚持河长制。', CITY_ROSTER)).toEqual([])
  })

  it('are not told where a zone works with the district it lies in', () => {
    const text = '与清湖区签订托管协议。清湖区法院审结涉企案件40件。助力清湖区高质量发展。企业向清湖区税务部门申报。'
    expect(words(TECH, text, CITY_ROSTER)).toEqual([])
  })

  it('are not told where the county speaks of its towns and bureaus, or a bureau of towns', () => {
    const text = '石溪镇坚持依法行政，成效明显。在柳桥镇开展演练。云岭县公安局持续推进改革。'
    expect(words(SEAT, text)).toEqual([])
    expect(words(JUSTICE, '指导石溪镇规范执法。石溪镇持续推进试点。')).toEqual([])
  })

  it('are not told of what stands above, by the roster or by the name', () => {
    expect(words(STREAM, '云岭县深入推进法治建设。云岭县人民政府印发方案。云岭县公安局持续开展整治。')).toEqual([])
    const county = { name: '云岭县', kind: null, parent: null, aliases: [] }
    expect(words({ ...STREAM, parent: null }, '云岭县深入推进法治建设。', [county, STREAM])).toEqual([])
  })

  it('are not told of short names that any county has', () => {
    const text = '公安局坚持严格执法。县公安局开展整治。县政府印发通知。经开区持续推进改革。司法局全面推进普法。'
    for (const unit of [STREAM, BRIDGE, JUSTICE]) expect(words(unit, text)).toEqual([])
  })

  it('are not told of its own names, former ones and the places in them among them', () => {
    expect(words(BRIDGE, '柳桥镇坚持依法行政。柳桥乡持续推进改革。云岭县柳桥乡人民政府印发方案。')).toEqual([])
  })

  it('are not told inside a longer name', () => {
    const gate = town('城关镇', '城关镇')
    const newGate = town('新城关镇', '新城关镇')
    const units = [gate, newGate]
    expect(words(newGate, '新城关镇坚持依法行政。为新城关镇发展提供保障。', units)).toEqual([])
    expect(words(gate, '新城关镇坚持依法行政。', units)).toEqual(['新城关镇'])
    expect(words(newGate, '城关镇坚持依法行政。', units)).toEqual(['城关镇'])
    expect(words(town('柳桥镇'), '推进东城关镇区改造。', units)).toEqual([])
    const district: Unit = { name: '青山区人民政府', kind: 'government', parent: null, aliases: ['青山区'] }
    const bureau = { ...office('青山区司法局'), parent: '青山区人民政府' }
    const other = { ...office('绿水区司法局'), parent: '绿水区人民政府' }
    const both = [district, bureau, other]
    expect(words(bureau, '青山区司法局坚持统筹推进。青山区深入推进依法行政。', both)).toEqual([])
    expect(words(other, '青山区司法局坚持统筹推进。', both)).toEqual(['青山区司法局'])
  })

  it('are not told again where the rule told them', async () => {
    const text =
      '云岭县人民政府2025年法治政府建设年度报告\n2025年，青田县坚持依法行政，现将有关情况报告如下。\n一、主要举措和成效\n审查文件32件。\n'
    const findings = lint(await draftOf(text))
    expect(findings.some(({ rule, message }) => rule === 'foreign-issuer' && message.includes('青田县'))).toBe(true)
    const body = text.split('\n').slice(0, 2).join('\n')
    expect(found(SEAT, body)).toHaveLength(1)
    expect(found(SEAT, body, ROSTER, findings)).toEqual([])
  })
})

describe('a search for names', () => {
  it('finds in the county the one that was planted and no other', async () => {
    const roster = readFileSync(`${COUNTY}/名册.csv`, 'utf8').trim().split(/\r?\n/).slice(1)
    const kinds: Record<string, Unit['kind']> = { 政府: 'government', 部门: 'department', 乡镇街道: 'township' }
    const units = roster.map((line): Unit => {
      const [name = '', kind = '', parent = '', aliases = ''] = line.split(',')
      return { name, kind: kinds[kind] ?? null, parent, aliases: aliases.split('、') }
    })
    const search = leftoverSearch(units)
    const told: unknown[] = []
    for (const file of readdirSync(COUNTY).sort()) {
      if (!/\.(?:txt|md)$/.test(file)) continue
      const draft = build(await read({ name: file, bytes: readFileSync(`${COUNTY}/${file}`) }))
      const { issuer } = draft.report
      if (!draft.isReport || !issuer) continue
      const unit = units.find(({ name, aliases }) => [name, ...aliases].includes(issuer))
      const passages = draft.blocks
        .filter(({ role }) => role === 'body' || role === 'heading')
        .map(({ node, printed }) => ({ line: node.position?.start.line ?? 0, text: printed }))
      const own = unit ?? { name: issuer, kind: draft.report.kind ?? null, parent: null, aliases: [] }
      for (const { line, message } of search({ unit: own, passages, findings: lint(draft) }))
        told.push([file, line, message.includes('槐渡镇')])
    }
    expect(told).toEqual([['禾坞镇2025年法治政府建设年度报告.txt', 11, true]])
  })

  it('looks through a text at once however many the units are', async () => {
    const han = (number: number): string =>
      String.fromCharCode(0x4e00 + (number % 180) * 7, 0x5200 + Math.floor(number / 180) * 11)
    const units = Array.from({ length: 20_000 }, (_, i) => town(`${han(i)}镇`, `${han(i)}镇政府`))
    const search = leftoverSearch(units)
    const text = '健全制度机制，规范执法行为，提升治理水平，加强法治宣传，化解矛盾纠纷。'.repeat(100)
    const unit = units[0] as Unit
    const passages = [{ line: 1, text: `${text}${han(7)}镇坚持依法行政。` }]
    expect(search({ unit, passages, findings: [] })).toHaveLength(1)
    const time = await cpuTime(() => {
      for (let i = 0; i < 100; i++) search({ unit, passages, findings: [] })
    })
    expect(time).toBeLessThan(2000)
  })
})
