import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRandom } from './random.js'
import { variedReports } from './varied-reports.js'

const SYLLABLES = [...'安宁平和清泉松柏云岭江河湖溪山谷林泽丰瑞永兴长乐福康']
const DEPARTMENTS = [...'财政 公安 水利 司法 民政 教育 审计 统计 商务 交通运输 应急管理 市场监督管理'.split(' ')]
/** Units of a county: its government, departments, towns. */
const COUNTY = 40
/** Every so many units one has not handed in, is late, lacks the paragraph on its leader, or left a figure open. */
const EVERY = { missing: 60, late: 25, without: 30, open: 20 }

interface ListedUnit {
  name: string
  kind: '政府' | '部门' | '乡镇街道'
  county: string
}

const nameOf = (number: number): string => {
  const size = SYLLABLES.length
  return `${SYLLABLES[Math.floor(number / size) % size]}${SYLLABLES[(number * 7 + Math.floor(number / size)) % size]}`
}

function unitOf(number: number): ListedUnit {
  const county = `${nameOf(Math.floor(number / COUNTY))}县`
  const place = number % COUNTY
  if (place === 0) return { name: `${county}人民政府`, kind: '政府', county }
  const department = DEPARTMENTS[place - 1]
  if (department !== undefined) return { name: `${county}${department}局`, kind: '部门', county }
  return { name: `${county}${nameOf(place * 9 + number)}镇人民政府`, kind: '乡镇街道', county }
}

/** Pairs that chance tears apart, numbers of items out of order. */
const TORN = /[“”‘’《》（）〔〕\s]|[一二三四五六七八九十]是|\d+\.\d*/g

/** Figures an office gives every year. */
function figures(random: () => number): string {
  const figure = (most: number): number => 1 + Math.floor(random() * most)
  return [
    `全年制定行政规范性文件${figure(20)}件，审查行政规范性文件${figure(30)}件。`,
    `作出行政处罚${figure(900)}件，调解矛盾纠纷${figure(2000)}件，开展普法活动${figure(80)}场。`,
    `收到行政复议案件${figure(40)}件，办理人大代表建议${figure(30)}件，政协提案${figure(30)}件。`,
  ].join('')
}

/** A report of the unit: prose of its own between what every report has. */
function reportOf({ name }: ListedUnit, number: number, prose: string[]): string {
  const is = (every: number): boolean => number % every === every - 1
  const random = createRandom(number * 104_729 + 5)
  const third = Math.ceil(prose.length / 3)
  const leader = [
    '三、主要负责人履行推进法治建设第一责任人职责情况',
    `主要负责人主持会议研究法治建设议题${2 + (number % 5)}次，听取工作汇报${1 + (number % 4)}次，部署重点任务${3 + (number % 9)}项，年底带头述法。`,
  ]
  return [
    `${name}2025年法治政府建设年度报告`,
    '一、2025年主要举措和成效',
    figures(random),
    ...prose.slice(0, 2 * third),
    ...(is(EVERY.open) ? ['全年办理行政应诉案件XX件，负责人出庭应诉XX件。'] : []),
    '二、存在的不足和原因',
    ...prose.slice(2 * third, -2),
    '一是个别干部依法办事的能力不强，主要原因是日常学法不系统。二是基层执法力量不足，原因在于编制有限。',
    ...(is(EVERY.without) ? [] : leader),
    `${is(EVERY.without) ? '三' : '四'}、2026年工作安排`,
    ...prose.slice(-2),
    name,
    is(EVERY.late) ? `2026年${5 + (number % 3)}月${1 + (number % 28)}日` : `2026年1月${1 + (number % 28)}日`,
  ].join('\n')
}

/**
 * Writes the reports of as many units with their roster: distinct, of varied prose, with slips, copies and omissions, the same
 * every time.
 * @returns path of the roster
 */
export function writeRosterReports(folder: string, count: number): string {
  mkdirSync(folder, { recursive: true })
  const reports = variedReports()
  const units = Array.from({ length: count }, (_, number) => unitOf(number))
  for (const [number, unit] of units.entries()) {
    if (number % EVERY.missing === EVERY.missing - 1) continue
    const prose = reports.passagesOf(number).map(({ text }) => text.replace(TORN, ''))
    const path = join(folder, `${String(number).padStart(5, '0')}.txt`)
    writeFileSync(path, `${reportOf(unit, number, prose)}\n`)
  }
  const roster = join(folder, '名册.csv')
  const rows = units.map(({ name, kind, county }) => `${name},${kind},${county}人民政府`)
  writeFileSync(roster, `单位名称,类别,上级\n${rows.join('\n')}\n`)
  return roster
}
