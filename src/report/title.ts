import { yearsIn } from '../text/dates.js'
import { squeeze, widen } from '../text/marks.js'
import { bodyOfPlace, kindOfBody } from './names.js'

const SUBJECT = /法治(?:政府|机关|部门|建设|工作)|依法(?:行政|治[\u4e00-\u9fff]{1,3})|法治[\u4e00-\u9fff]{1,6}建设/
const END = /(?:报告|年报|总结|汇报|情况|述评)(?:的?报告)?(?:\uff08[^\uff09]*\uff09)?$/
/** Documents that are about such reports, or near them. */
const ABOUT =
  /(?:通知|通报|公告|公示|函|方案|要点|计划|规划|意见|办法|细则|解读|批复|决定|清单|制度|讲话|简报|纪要|答复|审议意见|决议|须知|台账|述法|述职|述廉|信息公开(?:工作)?年度报告|信息公开工作.{0,6}报告)/

/** Whether a line is the title of such a report: 关于2023年法治政府建设情况的报告, 2024年上海市法治政府建设情况报告. */
export function isReportTitle(line: string): boolean {
  const text = squeeze(widen(line))
  return (
    text.length <= 90 && SUBJECT.test(text) && END.test(text) && !isAbout(text) && !/[\u3002\uff1a\uff1b]/.test(text)
  )
}

/** Reports on law-based government that are not the annual one. */
const OTHER_REPORT = /整改|督察反馈|自查|调研|考核|评估|创建[^\uff0c]{0,12}示范|示范[^\uff0c]{0,6}创建/

/** Whether a title is of a document about reports, not of a report: a notice, a plan, a reply. */
export function isAbout(title: string): boolean {
  const text = squeeze(widen(title)).replace(/\uff08[^\uff09]*\uff09$/, '')
  if (OTHER_REPORT.test(text)) return true
  const end = text.slice(-8)
  if (/普法|法治宣传/.test(text) && !/法治政府|依法行政|法治建设/.test(text)) return true
  return ABOUT.test(end) || /述法|述职述廉|信息公开/.test(text)
}

/** What a title tells; `null` for what it does not. */
export interface TitleFacts {
  issuer: string | null
  year: number | null
}

/** Leads and fillers between the parts of a title. */
const FILLER =
  /^(?:关于|印发|上报|报送|公布|公开)+|(?:关于|推进|开展|全面|深入|加强|落实|贯彻|全县|全市|全区|全镇|全街道|全乡|的)+$/g

/** What a title tells: issuer as far as it gives the name, report year. */
export function readTitle(title: string): TitleFacts {
  const text = widen(title).trim()
  const firstYear = yearsIn(text)[0] ?? null
  return { issuer: issuerIn(text, firstYear?.index ?? null), year: firstYear?.year ?? null }
}

function issuerIn(text: string, yearIndex: number | null): string | null {
  const about = text.indexOf('关于')
  const subject = SUBJECT.exec(text)?.index ?? text.length
  const beforeAbout = about > 0 ? text.slice(0, about) : ''
  const beforeYear = yearIndex === null ? text.slice(0, subject) : text.slice(0, Math.min(yearIndex, subject))
  const afterYear =
    yearIndex === null || yearIndex > subject
      ? ''
      : text.slice(yearIndex, subject).replace(/^[\d二〇○零一三四五六七八九]{4}年?度?/, '')
  return toIssuer(beforeAbout) ?? toIssuer(beforeYear) ?? toIssuer(afterYear)
}

function toIssuer(part: string): string | null {
  const name = part.trim().replace(FILLER, '').trim()
  if (name.length < 2 || name.length > 60 || kindOfBody(name) === null) return null
  if (/^(?:我|本|全)/.test(name)) return null
  // Joint reports: 中共海南省委 海南省人民政府.
  return name
    .split(/[\s\u3000]+/)
    .map((body, _, all) => (all.length > 1 ? body : bodyOfPlace(body)))
    .join('、')
}
