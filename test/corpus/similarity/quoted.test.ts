import { describe, expect, it } from 'vitest'
import { quotedIn } from '../../../src/corpus/similarity/quoted.js'
import { cpuTime } from '../../cpu-time.js'
import fc from '../../fast-check.js'
import { line } from '../../fragments.js'

/** What of a text is quoted, titles left out. */
const said = (text: string): string[] =>
  quotedIn(text)
    .map(({ start, end }) => text.slice(start, end).replace(/《[^》]*》/g, ''))
    .filter((part) => part !== '')

describe('what a text quotes from laws and papers', () => {
  it.each([
    [
      '《公平竞争审查条例》明确，起草涉及经营者经济活动的规范性文件，应当开展审查。全年审查31件。',
      '明确，起草涉及经营者经济活动的规范性文件，应当开展审查',
    ],
    [
      '严格执行《优化营商环境条例》关于“没有法律、法规依据的，不得减损市场主体合法权益”的规定，清理文件6件。',
      '关于“没有法律、法规依据的，不得减损市场主体合法权益”的规定',
    ],
    [
      '落实《行政处罚法》第三十三条，“违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚”，免罚31宗。',
      '“违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚”',
    ],
    [
      '“违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚”（《行政处罚法》第三十三条）写进清单。',
      '“违法行为轻微并及时改正，没有造成危害后果的，不予行政处罚”',
    ],
    [
      '《关于加强行政规范性文件管理的通知》（国办发〔2018〕37号）要求：不得违法设定证明事项；其余照旧。',
      '（国办发〔2018〕37号）要求：不得违法设定证明事项',
    ],
    [
      '按照“应当当场作出决定的，不得要求当事人再次到现场办理”的规定，改了流程。',
      '“应当当场作出决定的，不得要求当事人再次到现场办理”',
    ],
    [
      '《行政许可法》第三十条规定，行政机关应当将材料目录在办公场所公示，我局据此更新公示栏14处。',
      '第三十条规定，行政机关应当将材料目录在办公场所公示',
    ],
  ])('is what stands behind or beside its title: %s', (text, quoted) => {
    expect(said(text)).toEqual([quoted])
  })

  it.each([
    '根据《渔业法》要求，我镇把渡口船工编成六个组，轮流到码头守夜。',
    '印发《渡口守护办法》明确，船工轮流担任宣讲员，开船之前先念三条规矩。',
    '《石溪镇渡口管理办法》规定，船工轮流担任宣讲员，开船之前先念三条规矩。',
    '《茶农诚信公约》规定，压级压价的当天登记、三天回访。',
    '贯彻《信访工作条例》，推行“村民点单、干部接单、班子评单”，化解积案12件。',
    '学习《民法典》以后，茶农、茶商、中间人各签一份诚信约定。',
    '打造“茶青市场里的诚信台账上墙工作法和评议会”，全年回访300户。',
  ])('is not what the office did itself: %s', (text) => {
    expect(said(text)).toEqual([])
  })

  it('are ranges in order that never meet, inside the text', () => {
    const parts = fc.array(
      fc.oneof(line, fc.constantFrom('《', '》', '“', '”', '《甲法》规定，', '关于“', '”的规定', '。', '，全年3件')),
    )
    fc.assert(
      fc.property(parts, (some) => {
        const text = some.join('')
        let last = -1
        for (const { start, end } of quotedIn(text)) {
          expect(start).toBeGreaterThan(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it('is found in a moment in text that is nothing but marks', async () => {
    const marks = ['《', '“', '《甲法》', '“甲乙丙丁戊己庚辛壬癸甲乙丙丁戊己庚辛壬癸”', '《甲》关于“乙']
    const time = await cpuTime(() => {
      for (const mark of marks) quotedIn(mark.repeat(20_000))
    })
    expect(time).toBeLessThan(4000)
  })
})
