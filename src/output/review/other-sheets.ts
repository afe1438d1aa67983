import type { Review, SharedPassage, SharedPlace, SimilarPair } from '../../corpus/review.js'
import {
  CHANGES,
  DATE,
  DATES,
  OTHER_FILES,
  RECEIPTS,
  SEVERITIES,
  STANDINGS,
  STATES,
  TIMES,
  UNREAD,
  VERDICTS,
} from '../../words.js'
import type { Cell, Run, Sheet } from '../xlsx/sheet.js'
import * as look from './looks.js'
import { lazily } from './units-sheet.js'

/** The text in pieces, those that both reports have marked. */
function runsOf({ text, same }: SharedPlace): Run[] {
  const runs: Run[] = []
  let at = 0
  for (const [start, end] of same) {
    if (start > at) runs.push({ text: text.slice(at, start), marked: false })
    runs.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  if (at < text.length) runs.push({ text: text.slice(at), marked: false })
  return runs
}

const passageRow = ({ units, files, share }: SimilarPair, { length, places, units: count }: SharedPassage): Cell[] => [
  { value: units[0] },
  { value: units[1] },
  { value: share },
  { value: length },
  { value: count },
  { value: places[0].line },
  { value: runsOf(places[0]) },
  { value: places[1].line },
  { value: runsOf(places[1]) },
  { value: files.join('\n') },
]

/** A row a shared passage, side by side: to be looked at, never an accusation. */
export function similarSheet({ year, similar }: Review): Sheet {
  return {
    name: '相似',
    title: `${year}年度报告中相似度高的段落，请核对（划线的是相同文字）`,
    columns: [
      { title: '单位甲', width: 22 },
      { title: '单位乙', width: 22 },
      { title: '占较短一份的比例', width: 10, look: look.PERCENT },
      { title: '相同字数', width: 8, look: look.COUNT },
      { title: '有此段的单位数', width: 9, look: look.COUNT },
      { title: '甲行（段）', width: 11, look: look.CENTRED },
      { title: '甲原文', width: 56 },
      { title: '乙行（段）', width: 11, look: look.CENTRED },
      { title: '乙原文', width: 56 },
      { title: '文件', width: 30 },
    ],
    frozen: 2,
    rows: lazily(similar, (pair) => pair.passages.map((passage) => passageRow(pair, passage))),
  }
}

/** A row a file that gave no report of a unit. */
export function othersSheet({ others }: Review): Sheet {
  return {
    name: '未计入的文件',
    title: '没有计入的文件',
    columns: [
      { title: '文件', width: 60 },
      { title: '原因', width: 20, look: look.CENTRED },
      { title: '单位', width: 30 },
      { title: '说明', width: 70 },
    ],
    frozen: 1,
    rows: lazily(others, ({ path, reason, unit, message }) => [
      [
        { value: path },
        { value: OTHER_FILES[reason], look: reason === 'unreadable' ? look.BAD : look.NONE },
        { value: unit ?? '' },
        { value: message },
      ],
    ]),
  }
}

const MEANINGS: [sheet: string, word: string, meaning: string][] = [
  ['总表', RECEIPTS.received, '收到了报告，已经审核'],
  ['总表', RECEIPTS.missing, '名册上有，报送期限已过，没有收到本年度的报告'],
  ['总表', RECEIPTS.awaited, '名册上有，报送期限未到，没有收到本年度的报告'],
  ['总表', RECEIPTS.several, '同一单位的报告有两份以上，审核的是“文件”栏里的第一份'],
  ['总表', RECEIPTS.unlisted, '收到了报告，名册上没有这个单位；可能是漏列、改名，或者名册缺别名'],
  ['总表', UNREAD, '收到了文件，打不开或者不是能读的格式，没有审核；原因在“说明”栏里'],
  [
    '总表',
    DATE,
    `${DATES.signedOn}；没有写、或者只有${DATES.publishedOn}迟的，是${DATES.publishedOn}。不是收到报告的日期`,
  ],
  ['总表', TIMES.inTime, `${DATES.signedOn}、${DATES.publishedOn}都不晚于规定期限`],
  ['总表', TIMES.late, `${DATES.signedOn}晚于报送期限，或者${DATES.publishedOn}晚于公开期限`],
  ['总表', TIMES.undated, `报告里没有${DATES.signedOn}，也没有${DATES.publishedOn}`],
  ['总表', TIMES.free, '规定施行以前的年度，没有期限可比'],
  ['总表', STATES.separate, '有自己的一节'],
  ['总表', STATES.merged, '与别的内容合为一节'],
  ['总表', STATES.embedded, '在别的一节里有自己的标题'],
  ['总表', STATES.mentioned, '没有标题，只有句子提到'],
  ['总表', STATES.absent, '没有找到'],
  ['总表', VERDICTS.pass, '没有错误，也没有疑似问题'],
  ['总表', VERDICTS.revise, '有疑似问题，请人工核对'],
  ['总表', VERDICTS.return, '有错误'],
  ['问题清单', SEVERITIES.error, '有明文依据，或者确凿无疑'],
  ['问题清单', SEVERITIES.warning, '很可能有问题，请人工核对'],
  ['问题清单', SEVERITIES.info, '写得更好的建议'],
  ['问题清单', '规则', '规则的名称，用 fazhi rules 加名称可以查看道理和例子'],
  ['指标', '0', '报告写明为零'],
  ['指标', '—', '报告没有提到这项指标'],
  ['指标', '不适用', '报告写明不涉及，或这类单位没有这项工作'],
  ['指标', '空白', '没有可读的报告'],
  ['相似', '划线文字', '两份报告相同的文字。套话和法定用语不算；只供核对，不是结论'],
]

const CHANGE_MEANINGS: typeof MEANINGS = [
  ['问题清单', CHANGES.mended, '上次审核有，这次没有了；文件和行（段）是上次那份报告的'],
  ['问题清单', CHANGES.standing, '上次审核有，这次还有'],
  ['问题清单', CHANGES.added, '上次审核没有，这次有'],
  ['总表', STANDINGS.unmended, '上次退回修改或者建议修改，这次没有收到新的报告，沿用上次审核的结果'],
  ['总表', STANDINGS.settled, '上次的结论是通过，没有要求重新报送；这次没有收到新的报告，沿用上次审核的结果'],
  ['总表', STANDINGS.late, '上次只是日期晚于规定期限，没有要求修改；这次没有收到新的报告，沿用上次审核的结果'],
]

/** What the words of the other sheets mean. */
export function meaningsSheet({ totals }: Review): Sheet {
  return {
    name: '说明',
    title: '各表用语的意思',
    columns: [
      { title: '表', width: 14, look: look.CENTRED },
      { title: '用语', width: 16, look: look.CENTRED },
      { title: '意思', width: 80 },
    ],
    frozen: 0,
    rows: lazily([...MEANINGS, ...(totals.changes ? CHANGE_MEANINGS : [])], (row) => [row.map((value) => ({ value }))]),
  }
}
