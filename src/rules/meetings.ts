/**
 * Congresses and plenary sessions of the centre with the days they were held. Source: the communiqués, 人民网
 * “中国共产党历次全国代表大会数据库”; newest known: 二十届四中全会.
 */

/** A meeting of the centre. */
export interface Meeting {
  name: string
  /** ISO dates of the first and the last day. */
  from: string
  to: string
}

/** 党的全国代表大会. */
export const CONGRESSES: Record<string, Meeting> = {
  十六: { name: '十六大', from: '2002-11-08', to: '2002-11-14' },
  十七: { name: '十七大', from: '2007-10-15', to: '2007-10-21' },
  十八: { name: '十八大', from: '2012-11-08', to: '2012-11-14' },
  十九: { name: '十九大', from: '2017-10-18', to: '2017-10-24' },
  二十: { name: '二十大', from: '2022-10-16', to: '2022-10-22' },
}

/** Sessions of a central committee, from the first on; `isOver` where no further one will be held. */
export interface Sessions {
  days: [from: string, to: string][]
  isOver: boolean
}

/** 中央全会, by the number of the congress that chose the committee. */
export const PLENARY_SESSIONS: Record<string, Sessions> = {
  十八: {
    isOver: true,
    days: [
      ['2012-11-15', '2012-11-15'],
      ['2013-02-26', '2013-02-28'],
      ['2013-11-09', '2013-11-12'],
      ['2014-10-20', '2014-10-23'],
      ['2015-10-26', '2015-10-29'],
      ['2016-10-24', '2016-10-27'],
      ['2017-10-11', '2017-10-14'],
    ],
  },
  十九: {
    isOver: true,
    days: [
      ['2017-10-25', '2017-10-25'],
      ['2018-01-18', '2018-01-19'],
      ['2018-02-26', '2018-02-28'],
      ['2019-10-28', '2019-10-31'],
      ['2020-10-26', '2020-10-29'],
      ['2021-11-08', '2021-11-11'],
      ['2022-10-09', '2022-10-12'],
    ],
  },
  二十: {
    isOver: false,
    days: [
      ['2022-10-23', '2022-10-23'],
      ['2023-02-26', '2023-02-28'],
      ['2024-07-15', '2024-07-18'],
      ['2025-10-20', '2025-10-23'],
    ],
  },
}

/** Other meetings that reports cite by name. */
export const OTHER_MEETINGS: Meeting[] = [{ name: '中央全面依法治国工作会议', from: '2020-11-16', to: '2020-11-17' }]
