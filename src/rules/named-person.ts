import type { Anchor, Problem, Rule } from '../finding.js'
import type { Draft } from '../model.js'
import { once } from '../text/once.js'
import { type Form, formSearch } from '../text/pattern-search.js'
import { DOUBLE_SURNAMES, NO_NAMES, SURNAMES, TRANSLITERATED } from './surnames.js'

/** Names quoted in the message. */
const QUOTED = 3

interface NameForm extends Form {
  who: 'official' | 'party'
}

/** 某 and 甲 乙 mask a name already. */
const GIVEN = '[\u4e00-\u9fff]'
const HAN_NAME = `(?:${DOUBLE_SURNAMES})${GIVEN}{1,2}|[${SURNAMES}]${GIVEN}{1,2}`
const NAME = `(?<name>${HAN_NAME})`
/** Between the parts of a name. */
const DOTS = ['\u00b7', '\u2022', '\u2027']
/** What stands in no name: 县长接待日·法治专场. */
const IN_NAME = `(?![法治会日场专线箱坊访政民企])${GIVEN}`
/** 艾力·买买提, 贡觉扎西: names of officials that have no Han surname. */
const OTHER_NAME = `(?:${IN_NAME}){1,8}[${DOTS.join('')}](?:${IN_NAME}){1,8}?|${TRANSLITERATED}`

/** What follows an official's name. */
const ACTS =
  '同志|对|就|在|到|作|做|批示|指示|签批|圈阅|多次|亲自|专门|带队|先后|主持|赴|深入|要求|带领|一行|率|于|分别|及时|听取|专题|现场|实地|牵头|前往|先行|第一时间|\\d|[一二三四五六七八九十两几数]+次|累计|每[年季月周次]|的?(?:重要)?(?:批示|指示)|针对|围绕|给予|当即|立即|签署|予以|曾|共|等|、|[\uff0c,]'
/** What an official does by name, in the rest of the clause or the next. */
const INSTRUCTED = '(?=[^\u3002\uff1b;\\n]{0,40}(?:批示|指示|调研|签批|圈阅|督办))'
/** Last units of the alternatives 甲|乙, or the units of one set [甲乙]. */
const lastsOf = (before: string): string =>
  before
    .split('|')
    .map((word) => (word.startsWith('[') ? word : word.at(-1)))
    .join('')

const official = (signs: string, before: string): NameForm => ({
  who: 'official',
  signs,
  behind: lastsOf(before),
  pattern: new RegExp(
    `(?<=${before})${signs}[ \u3000]?(?<name>${HAN_NAME}|${OTHER_NAME})(?=${ACTS})${INSTRUCTED}`,
    'y',
  ),
})

const COUNT = '(?:\\d+|[一二三四五六七八九十几多两]+)?[余多]?(?:人|名|户|位|家)?'
/** What follows the name of one who has a case. */
const CASE =
  '(?=(?:、[\u4e00-\u9fff]{2,3}){1,3}(?:因(?![素此])|不服|诉(?![讼求源])|起诉|一案|等\\d)|等(?:\\d|[一二三四五六七八九十几多两]|人|户|诉|与|不服)|诉(?![讼求源])|不服|因(?![素此])|一案|案(?!件)|状告|起诉|申请(?:行政|复议|国家|强制)|犯|涉嫌|(?:[与和]|[\uff0c,])[^\u3002\uff0c,\uff1b;\\n]{2,28}(?:纠纷|一案|争议))'
/** What may follow a name behind 原告, 申请人 and the like, which are said of cases only. */
const STRICT = `(?:${CASE}|(?=的|被(?!告)|提[出起]|自愿|撤[回诉]|[、\uff0c,\u3002]))`
const party = (signs: string, before: string, follow = CASE): NameForm => ({
  who: 'party',
  signs,
  behind: lastsOf(before),
  pattern: new RegExp(`(?<=${before})${signs}${NAME}${follow}`, 'y'),
})

/** 张建国等3人诉云溪县自然资源局: no word tells who it is, the body sued does. */
const SUES: NameForm = {
  who: 'party',
  signs: '诉',
  pattern: new RegExp(
    `(?<=(?:^|[\\s\u3002\uff0c,\uff1b;\uff1a:、\u201c(\uff08\u300a\\d]|审理|办理|审结|受理|例如|对于|的)${NAME}(?:等${COUNT})?)(?<![胜败应上申投控撤公自反起抗陪追])诉(?![讼求源前调请苦说称状权至裁诸冤])[^\u3002\uff0c,\uff1b;\\n]{2,30}?(?:局|政府|委员会|办事处|公司|法院|厅|大队|支队|管委会|派出所|医院|学校|部门|街道|镇|乡)`,
    'my',
  ),
}

const search = once(() =>
  formSearch<NameForm>([
    official('记', '(?<!总)书'),
    official('长', '[省市县区州旗盟镇乡局厅部院队科处所站股组村]|检察|秘书'),
    official('任', '主'),
    official('席', '(?<!国家)(?<!军委)主'),
    official('委', '常'),
    official('员', '专|委|巡视|调研'),
    party('人', '申请|当事|上诉|被告|第三|嫌疑|被害|受害', STRICT),
    party('人', '投诉|举报|信访|受援|承租|出租|债权|债务'),
    party('告', '[原被]', STRICT),
    party('民', '[村居农牧渔市]'),
    party('众', '群'),
    party('主', '[业户店]'),
    party('户', '农|经营|住'),
    party('工', '[民职员]'),
    SUES,
  ]),
)

/** Surname and given name that no other word begins like, none of a leader of the nation's rank, none masked. */
function isName(name: string): boolean {
  return !/[某方甲乙丙丁们]/.test(name.slice(1)) && !NO_NAMES().has(name.slice(0, 2)) && !/习近平/.test(name)
}

/** 书记, 委员长 and the like of the nation: no rule of ours looks at them. */
const NATIONAL = /(?:中央|国务院|中共中央|全国|国家|总)[^\u3002\uff0c,\uff1b;、\n]{0,12}$/

interface Person {
  who: NameForm['who']
  name: string
  at: Anchor
}

function personsIn({ text }: Draft): Person[] {
  const byPlace = new Map<number, Person>()
  for (const { form, index, match } of search()(text)) {
    const name = match.groups?.['name'] ?? ''
    if (!isName(name)) continue
    // 原告方胜诉: the party, not a name.
    if (form.who === 'party' && /^[方向于]/.test(name)) continue
    if (form.who === 'official' && NATIONAL.test(text.slice(Math.max(0, index - 20), index))) continue
    const start = form === SUES ? text.lastIndexOf(name, index) : text.indexOf(name, index)
    byPlace.set(start, { who: form.who, name, at: { text: { start, end: start + name.length } } })
  }
  return [...byPlace.entries()].sort(([a], [b]) => a - b).map(([, person]) => person)
}

export const namedPerson: Rule = {
  id: 'named-person',
  severity: 'info',
  basis: null,
  summary: '写出了批示人或者案件当事人的姓名',
  why: '领导批示、案件当事人写不写姓名，要按公开的要求由人来定：批示一般不公开，当事人一般只写姓。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n副县长林晓峰对这项工作作出批示，全年审查文件32件。\n',
          message: '写出了姓名：林晓峰（批示或调研）。请核对职务，并确认可以公开；不必写名的，只写职务。',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n妥善化解申请人周文秀等12人诉石桥镇人民政府一案，村民吴大勇不服行政处罚案已调解结案。\n',
          message:
            '写出了姓名2处：周文秀（案件当事人）、吴大勇（案件当事人）。请确认可以公开；案件当事人一般隐去名字，写作“周某某”。',
        },
      ],
      right: [
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n学习习近平总书记重要指示批示精神，县委书记高度重视并作出批示，县长于年初到司法局调研。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n化解申请人张某某诉镇政府一案，村民李某不服处罚决定案已结案。\n',
        },
        {
          draft:
            '# 云溪县2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n当事人申请复议的，原告方胜诉的，高效诉调对接，万人起诉率下降。\n',
        },
      ],
    }
  },
  *check(draft): Generator<Problem> {
    const persons = personsIn(draft)
    const [first, ...others] = persons
    if (!first) return
    const WHAT = { official: '批示或调研', party: '案件当事人' }
    const names = new Map(persons.map(({ who, name }) => [name, `${name}（${WHAT[who]}）`]))
    const shown = [...names.values()].slice(0, QUOTED).join('、')
    const count = persons.length > 1 ? `${persons.length}处` : ''
    const of = (who: Person['who']): Person | undefined => persons.find((person) => person.who === who)
    const advice = of('party')
      ? `请确认可以公开；案件当事人一般隐去名字，写作“${of('party')?.name[0]}某某”。`
      : '请核对职务，并确认可以公开；不必写名的，只写职务。'
    yield {
      message: `写出了姓名${count}：${shown}${names.size > QUOTED ? '等' : ''}。${advice}`,
      at: first.at,
      related: others.map(({ at }) => at),
    }
  },
}
