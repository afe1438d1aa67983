import type { Kind } from '../generated/report.js'

/**
 * When a report is due, by what it is. Source: 《法治政府建设与责任落实督察工作规定》第二十三条 (报送), 第二十四条 (公开).
 */
export interface Deadline {
  /** `reported`: signed and handed in. `published`: made public. */
  event: 'reported' | 'published'
  /** Issuers it binds. */
  issuer: RegExp
  /** Month and day of the year after the report year, `03-01`; the day itself is in time. */
  day: string
  text: string
  basis: string
  /** What it does not bind, as the article says it. */
  except?: string
}

const PROVINCE = /^(?:中共)?[\u4e00-\u9fff]{2,8}(?:省|自治区)人民政府$|^(?:中共)?(?:北京|天津|上海|重庆)市人民政府$/

const DEADLINES: Deadline[] = [
  {
    event: 'reported',
    issuer: PROVINCE,
    day: '04-01',
    text: '4月1日',
    basis: '《法治政府建设与责任落实督察工作规定》第二十三条',
  },
  {
    event: 'reported',
    issuer: /./,
    day: '03-01',
    text: '3月1日',
    basis: '《法治政府建设与责任落实督察工作规定》第二十三条',
  },
  {
    event: 'published',
    issuer: /./,
    day: '04-01',
    text: '4月1日',
    basis: '《法治政府建设与责任落实督察工作规定》第二十四条',
    except: '除涉及党和国家秘密的外',
  },
]

/** The deadline for an event, by issuer; the first that fits. */
export function deadlineFor(event: Deadline['event'], issuer: string): Deadline | null {
  return DEADLINES.find((deadline) => deadline.event === event && deadline.issuer.test(issuer || '?')) ?? null
}

/** The last day on which a report on a year is in time, ISO date; `null` where no deadline fits. */
export function dueOn(event: Deadline['event'], issuer: string, year: number): string | null {
  const deadline = deadlineFor(event, issuer)
  return deadline && `${year + 1}-${deadline.day}`
}

/**
 * What a province or city asks for beyond that: advice, never more. Source: what the project was told of local
 * practice, without an act to cite.
 */
export interface LocalDeadline extends Omit<Deadline, 'issuer'> {
  /** What the configuration's `place` has in it. */
  place: string
  /** Kinds of issuer it may bind. */
  kinds: Kind[]
  /** Which of them. */
  whom: string
}

const LOCAL_DEADLINES: LocalDeadline[] = [
  {
    event: 'reported',
    place: '安徽',
    kinds: ['government'],
    whom: '法治政府建设示范地区',
    day: '01-31',
    text: '1月31日',
    basis: '安徽省对法治政府建设示范地区的要求',
  },
]

/** The local deadlines for an event, by place and kind of issuer. */
export function localDeadlinesFor(
  event: Deadline['event'],
  place: string | null | undefined,
  kind: Kind | undefined,
): LocalDeadline[] {
  if (!place || !kind) return []
  return LOCAL_DEADLINES.filter(
    (each) => each.event === event && place.includes(each.place) && each.kinds.includes(kind),
  )
}

/** Whether a place has deadlines of its own for anyone. */
export const hasLocalDeadlines = (place: string): boolean => LOCAL_DEADLINES.some((each) => place.includes(each.place))
