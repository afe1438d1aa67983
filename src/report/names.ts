import type { Kind } from '../generated/report.js'
import { squeeze } from '../text/marks.js'

/** Ends of names of bodies, by kind; the first that fits wins. Source: titles of published reports, and how 机构编制 names its bodies. */
const ENDS: { kind: Kind; pattern: RegExp }[] = [
  {
    kind: 'department',
    pattern: /(?:人民政府|政府|管委会|管理委员会|街道|镇|乡)(?:办公室|办公厅|办|研究室|信访局|国资委)$/,
  },
  {
    kind: 'township',
    pattern:
      /(?:街道办事处|街道办|街道|街道党工委|街道工作委员会|街道工委|(?:镇|乡|苏木)(?:党委|委员会|人民政府|政府)?)$/,
  },
  { kind: 'township', pattern: /(?<!驻[\u4e00-\u9fff]{1,4})办事处$/ },
  { kind: 'government', pattern: /[区园岛山湖港城]\S{0,2}(?<!城市)(?:管理委员会|管委会|管委)$/ },
  { kind: 'government', pattern: /(?:人民政府|行政公署|行署)$/ },
  {
    kind: 'government',
    pattern: /^(?:中共|中国共产党)?[\u4e00-\u9fff]{2,}(?:省|自治区|市|县|区|州|盟|旗)(?:委|委员会)$/,
  },
  {
    kind: 'department',
    pattern:
      /(?:局|厅|委|委员会|办|办公室|办公厅|中心|支队|总队|大队|署|院|所|会|党组|党委|分局|站|馆|部|处|社|海关|税务|公司|集团|学校)$/,
  },
  {
    kind: 'government',
    pattern: /(?:省|自治区|自治州|自治县|特别行政区|市|县|区|旗|盟|州|特区|新区|开发区|高新区|经开区)$/,
  },
]

/** Kind of a body by its name, `null` where the name tells nothing. */
export function kindOfBody(name: string): Kind | null {
  // Courts and procuratorates are no administration.
  if (/人民(?:法院|检察院)$/.test(name)) return null
  const last =
    withoutParty(name)
      .split(/[、和]/)
      .at(-1) ?? ''
  return ENDS.find(({ pattern }) => pattern.test(last))?.kind ?? null
}

/** 中共云溪县委 is a body of 云溪县; blanks that space a name out tell nothing. */
const withoutParty = (name: string): string => squeeze(name).replace(/^(?:中共|中国共产党)/, '')

/** A place whose government the name stands for: 灵丘县, 四川省, 上海市; towns too, street offices not. */
const PLACE = /^[\u4e00-\u9fff]{1,20}(?:省|自治区|自治州|市|县|区|旗|盟|州|镇|乡)$/
const ZONE = /(?:开发区|高新区|经开区|新区|示范区|度假区|园区|保税区)$/

/** The body whose report it is, where a title names only its place: 灵丘县 → 灵丘县人民政府. */
export function bodyOfPlace(name: string): string {
  return PLACE.test(name) && !ZONE.test(name) ? `${name}人民政府` : name
}

const BODY_NAME =
  /^(?:中共|中国共产党)?[\u4e00-\u9fff“”、（）()\s]{2,50}(?:人民政府|办事处|委员会|管委会|街道|局|厅|委|办公室|办公厅|党组|党委|中心|支队|总队|大队|公署|行署|分局|署|部|院|所|站|处|会|镇|乡)$/

/** Whether a line is nothing but the name of a body, as in a signature. */
export function isBodyName(line: string): boolean {
  return line.length <= 60 && BODY_NAME.test(line) && !/(?:关于|报告|情况|法治政府|法治建设|工作会)/.test(line)
}
