import type { Root, RootContent } from 'mdast'
import type { OtherFile, SimilarPair, UnitFinding, UnitReview } from '../../corpus/review.js'
import type { SchemaDocument } from '../../report/demands.js'
import { spokenDate } from '../../text/dates.js'
import { toHan } from '../../text/numerals.js'
import { documentOf } from '../docx/docx.js'
import { NATIONAL, type Profile } from '../docx/profile.js'
import { heading, paragraph } from './blocks.js'
import { demandsFor, dueFor } from './deadline.js'
import { reviewLook } from './look.js'
import { readingOf } from './places.js'
import { commonBasis, dutiesTable } from './slip-duties.js'
import { factsTable } from './slip-facts.js'
import { findingTables, mendedTable } from './slip-findings.js'
import { roundBlocks } from './slip-round.js'
import { similarBlocks } from './slip-similar.js'

/** What a unit is told of its report. */
export interface Slip {
  /** The year reported on. */
  year: number
  /** ISO date, as the slip bears it. */
  date: string
  /** Name of the roster, `null` without one. */
  roster: string | null
  unit: UnitReview
  /** Of its report by place; with an earlier review also those mended since. */
  findings: UnitFinding[]
  /** Pairs of which its report is one half. */
  similar: SimilarPair[]
  /** What it handed in that is no report of this year. */
  others: OtherFile[]
  /** The own schema of the review. */
  overlay?: SchemaDocument
}

/** The end of a slip that waits for an answer, and of one that does not. */
const ANSWER = '请于【请填写日期】之前逐条核实修改，在答复栏写明修改情况，不改的写明理由，连同修改后的报告一并报送。'
const MISSING_ANSWER = '如已报送，请告知报送的时间和方式，以便核对；如有特殊情况，请书面说明。'

interface Section {
  title: string
  blocks: RootContent[]
}

const sectionsOf = (sections: Section[]): RootContent[] =>
  sections.flatMap(({ title, blocks }, i) => [heading(2, `${toHan(i + 1)}、${title}`), ...blocks])

/** A basis behind another: of the same document its article alone. */
function articleOf(basis: string, before: string): string {
  const document = /^[^》]*》/.exec(basis)?.[0] ?? ''
  return document !== '' && before.startsWith(document) ? basis.slice(document.length) : basis
}

/** What became of it where nothing came, or nothing of this year: by when and by what it was due. */
function missingBody({ unit, year, date, others }: Slip): RootContent[] {
  const due = dueFor('reported', unit, year)
  const publication = dueFor('published', unit, year)
  const wrongYear = others.filter(({ reason }) => reason === 'other-year')
  const rest = others.filter(({ reason }) => reason !== 'other-year')
  return [
    ...(due === null
      ? []
      : [
          paragraph(
            `${due.basis}要求，${year}年度法治政府建设年度报告在${due.day}之前报送${
              publication === null
                ? ''
                : `；${articleOf(publication.basis, due.basis)}要求，在${publication.day}之前向社会公开`
            }。`,
          ),
        ]),
    paragraph(`截至${spokenDate(date)}，未见你单位报送${year}年度法治政府建设年度报告。请于【请填写日期】之前报送。`),
    ...wrongYear.map(({ path, message }) => paragraph(`收到的“${path}”不是${year}年度的报告：${sentence(message)}`)),
    ...rest.map(({ path, message }) => paragraph(`收到的“${path}”没有作为年度报告审核：${sentence(message)}`)),
    paragraph(MISSING_ANSWER),
  ]
}

const sentence = (text: string): string => (/[\u3002\uff01\uff1f]$/.test(text) ? text : `${text}。`)

function unreadBody({ unit, year }: Slip): RootContent[] {
  const [file = ''] = unit.files
  return [
    paragraph(
      `你单位报送的“${file}”未能读取，没有审核。原因：${sentence(unit.error?.message ?? '文件里没有找到年度报告的内容')}`,
    ),
    paragraph(
      `请确认文件能够正常打开，没有加密，内容是${year}年度法治政府建设年度报告，用Word或者WPS另存为.docx文件后，于【请填写日期】之前重新报送。`,
    ),
  ]
}

function otherYearBody({ unit, year }: Slip, found: number): RootContent[] {
  const [file = ''] = unit.files
  return [
    paragraph(`你单位报送的“${file}”写的是${found}年度，本次审核的是${year}年度的报告，因此没有逐条审核。`),
    paragraph(
      `请核对：年度写错的，改正后重新报送；报错文件的，于【请填写日期】之前报送${year}年度法治政府建设年度报告。`,
    ),
  ]
}

/** What is said to a unit whose report can stand. */
function release({ unit, year, date }: Slip): string {
  const due = dueFor('published', unit, year)
  if (due === null) return '报告可以定稿。'
  const reminder = date > due.on ? '，还没有公开的请尽快公开' : ''
  return `报告可以定稿。${due.basis}要求，在${due.day}之前向社会公开${reminder}。`
}

function reviewedBody(slip: Slip): RootContent[] {
  const { unit, year, roster, findings, similar, overlay } = slip
  const [path = ''] = unit.files
  const demands = demandsFor(unit, year, overlay)
  const basis = commonBasis(demands.contents)
  const open = findings.filter(({ change }) => change !== 'mended')
  const mended = findings.filter(({ change }) => change === 'mended')
  const sections: Section[] = [
    { title: '基本情况', blocks: [factsTable(unit, year, roster !== null), ...roundBlocks(unit, slip.others)] },
    {
      title: '规定内容',
      blocks: [
        paragraph(`${basis === null ? '' : `${basis}规定了`}年度报告应当写明的内容，对照如下。`),
        dutiesTable(demands, unit.report?.sections ?? {}, path),
      ],
    },
    { title: '问题和建议', blocks: findingBlocks(open, path) },
  ]
  if (mended.length > 0)
    sections.push({
      title: '已经改正的问题',
      blocks: [paragraph(`上次指出的问题中，下列${mended.length}处已经改正。`), mendedTable(mended)],
    })
  if (similar.length > 0) sections.push({ title: '相似文字', blocks: similarBlocks(similar, unit) })
  const isFinal = open.every(({ severity }) => severity === 'info') && similar.length === 0
  return [...sectionsOf(sections), paragraph(isFinal ? release(slip) : ANSWER)]
}

function findingBlocks(findings: UnitFinding[], path: string): RootContent[] {
  if (findings.length === 0) return [paragraph('没有发现问题。')]
  return [paragraph(readingOf(path)), ...findingTables(findings, (i) => toHan(i + 1))]
}

function bodyOf(slip: Slip): RootContent[] {
  const { unit, year } = slip
  if (unit.receipt === 'missing') return missingBody(slip)
  if (unit.error !== null || unit.report === null) return unreadBody(slip)
  if (unit.report.year !== null && unit.report.year !== year) return otherYearBody(slip, unit.report.year)
  return reviewedBody(slip)
}

/** 2025-003: the year reported on and the unit's number in the review. */
const numberOf = ({ year, unit }: Slip): string => `${year}-${String(unit.number).padStart(3, '0')}`

/**
 * A unit's slip (审核意见单) as a Word document in the form of a profile, by default that of GB/T 9704-2012. The same slip
 * gives the same bytes.
 */
export function slipDocx(slip: Slip, profile: Profile = NATIONAL): Uint8Array {
  const { year, unit, date } = slip
  const root: Root = {
    type: 'root',
    children: [
      heading(1, `${year}年度法治政府建设年度报告`, '审核意见单'),
      paragraph(`编号：${numberOf(slip)}`, 'subtitle'),
      paragraph(`${unit.unit.name}：`, 'addressee'),
      ...bodyOf(slip),
      paragraph('【请填写审核单位】', 'signature'),
      paragraph(spokenDate(date), 'date'),
    ],
  }
  const title = `${unit.unit.name}${year}年度法治政府建设年度报告审核意见单`
  return documentOf(root, title, reviewLook(profile))
}
