import type { ReportSummary } from '../../finding.js'
import type { Kind } from '../../generated/report.js'
import { kindOfBody } from '../../report/names.js'
import type { Roster, Unit } from '../unit.js'
import { type UnitFinder, unitFinder } from './find-unit.js'
import { inOrderOfReview } from './first-file.js'
import { bodyOfOffice } from './inner-office.js'

/** A file that was handed in, as far as matching looks at it. */
export interface HandedIn {
  /** Path below the folder. */
  path: string
  /** `null` where it could not be read. */
  report: ReportSummary | null
}

/** A unit with the files it handed in, the one to be reviewed first. */
export interface MatchedUnit<T> {
  unit: Unit
  /** Whether the roster has it; without a roster all units are. */
  isListed: boolean
  submissions: T[]
}

/** Which unit handed in which files. */
export interface Matching<T> {
  /** Those of the roster in its order, then the others by name. */
  units: MatchedUnit<T>[]
  /** Files of which nothing tells whose they are. */
  withoutIssuer: T[]
  /** For the user, in Chinese: what could not be told apart, and why. By path. */
  notices: Map<string, string>
}

/** What a name between two others is parted by, where several bodies sign one report. */
const BETWEEN = /[\s、\uff0c,;\uff1b/]+/

/** 中共青笠镇委员会青笠镇人民政府, set without a mark between them. */
const PARTY_AND = /^(中共.+?(?:委员会|党工委|党组|党委))(?=.{2,}(?:政府|办事处|局|委员会|管委会)$)/

/** The names in an issuer's name: 县司法局、县公安局 are two, 蓼川县发展和改革委员会 is one. */
function namesIn(issuer: string, finder: UnitFinder): string[] {
  if (finder.find(issuer).length > 0) return [issuer]
  const parts = issuer
    .replace(PARTY_AND, '$1、')
    .split(BETWEEN)
    .filter((part) => part !== '')
  const areBodies = parts.length > 1 && parts.every((part) => kindOfBody(part) !== null)
  return areBodies ? parts : [issuer]
}

interface Whose {
  units: Unit[]
  /** Names that no unit has. */
  unknown: string[]
  /** Why a name was left to none of several units. */
  notices: string[]
}

const unsure = (name: string, units: Unit[]): string =>
  `“${name}”可能是${units.map((unit) => `“${unit.name}”`).join('，也可能是')}，没有归入名册。请在名册的别名栏写明，或改正报告的署名`

/** A name like one of the roster: the roster may lack an alias. */
const similar = (name: string, like: string): string =>
  `名册上没有“${name}”，有“${like}”。如果是同一个单位，请在名册的别名栏补上`

function whoseBy(issuer: string, title: string | null, finder: UnitFinder): Whose {
  const whose: Whose = { units: [], unknown: [], notices: [] }
  for (const each of namesIn(issuer, finder)) {
    const body = finder.find(each).length > 0 ? null : bodyOfOffice(each, title)
    const name = body ?? each
    const found = finder.find(name)
    const [unit, ...others] = found
    if (unit && others.length === 0) {
      if (!whose.units.includes(unit)) whose.units.push(unit)
      continue
    }
    whose.unknown.push(name)
    if (unit) whose.notices.push(unsure(name, found))
  }
  return whose
}

/**
 * Whose a file is: by its issuer, else by its signature, where the roster has one of them; the file's name helps only where
 * the file tells neither.
 */
function whoseIs({ path, report }: HandedIn, finder: UnitFinder): Whose {
  const names = [report?.issuer, report?.signature].filter((name) => name !== null && name !== undefined)
  const found = names.map((name) => whoseBy(name, report?.title ?? null, finder))
  const settled = found.find(({ units }) => units.length > 0) ?? found[0]
  if (settled) return settled
  const unit = finder.inPath(path)
  return { units: unit ? [unit] : [], unknown: [], notices: [] }
}

/** A party committee, which is one unit with the government or department of its place. */
const IS_PARTY = /^(?:中国共产党|中共)|(?:党委|党工委|党组|党总支)$/

/**
 * Units that the roster has not, from what the reports call them: the fullest name stands for all, of a party committee and
 * its government that of the government.
 */
function unlistedUnits<T extends HandedIn>(
  strays: { name: string; file: T }[],
  variants: Record<string, string>,
): { finder: UnitFinder; units: Unit[] } {
  const units: Unit[] = []
  const finder = unitFinder([], variants)
  const kinds = new Map<string, Kind | null>()
  for (const { name, file } of strays) kinds.set(name, kinds.get(name) ?? file.report?.kind ?? null)
  const isParty = (name: string): number => (IS_PARTY.test(name) ? 1 : 0)
  const names = [...kinds.keys()].sort((a, b) => isParty(a) - isParty(b) || b.length - a.length || (a < b ? -1 : 1))
  for (const name of names) {
    if (finder.find(name).length === 1) continue
    const unit = { name, kind: kinds.get(name) ?? kindOfBody(name), parent: null, aliases: [] }
    units.push(unit)
    finder.add(unit)
  }
  return { finder, units: units.sort((a, b) => (a.name < b.name ? -1 : 1)) }
}

/**
 * Which unit handed in which file. An issuer is looked for by its very name, then among aliases and former names, then with
 * places, 中共…委员会, 党组, 人民政府 and the like set aside (`body.ts`), then by the body whose inner office signs
 * (`inner-office.ts`); what fits two units equally well goes to neither and is told. Several issuers of one report have
 * each handed it in. What the roster has not is a unit of its own. Without a roster the units are what the reports say.
 * @param variants traditional characters of the names with their simplified forms
 */
export function matchReports<T extends HandedIn>(
  files: T[],
  roster: Roster | null,
  variants: Record<string, string> = {},
): Matching<T> {
  const listed = unitFinder(roster?.units ?? [], variants)
  const byUnit = new Map<Unit, T[]>()
  const give = (unit: Unit, file: T): void => void byUnit.set(unit, [...(byUnit.get(unit) ?? []), file])
  const strays: { name: string; file: T }[] = []
  const nameless: T[] = []
  const notices = new Map<string, string>()
  for (const file of files) {
    const whose = whoseIs(file, listed)
    for (const unit of whose.units) give(unit, file)
    // Who signs beside a unit of the roster is no unit that had to report.
    const unknown = whose.units.length > 0 ? [] : whose.unknown
    strays.push(...unknown.map((name) => ({ name, file })))
    const likes = unknown.flatMap((name) => {
      const like = whose.notices.length === 0 ? listed.like(name) : null
      return like ? [similar(name, like.name)] : []
    })
    const told = [...whose.notices, ...likes]
    if (told.length > 0) notices.set(file.path, told.join('；'))
    if (whose.units.length === 0 && unknown.length === 0) nameless.push(file)
  }
  const unlisted = unlistedUnits(strays, variants)
  for (const { name, file } of strays) {
    const [unit] = unlisted.finder.find(name)
    if (unit && !byUnit.get(unit)?.includes(file)) give(unit, file)
  }
  const withoutIssuer = nameless.filter((file) => {
    const unit = unlisted.finder.inPath(file.path)
    if (unit) give(unit, file)
    return unit === null
  })
  const matched = (unit: Unit, isListed: boolean): MatchedUnit<T> => ({
    unit,
    isListed,
    submissions: inOrderOfReview(byUnit.get(unit) ?? []),
  })
  return {
    units: [
      ...(roster?.units ?? []).map((unit) => matched(unit, true)),
      ...unlisted.units.map((unit) => matched(unit, roster === null)),
    ],
    withoutIssuer,
    notices,
  }
}
