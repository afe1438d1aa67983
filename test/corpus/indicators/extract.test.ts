import { describe, expect, it } from 'vitest'
import { extractIndicators } from '../../../src/corpus/indicators/extract.js'
import { cpuTime } from '../../cpu-time.js'
import fc from '../../fast-check.js'
import { draftOf, figuresOf } from './drafts.js'

describe('the figures of a report', () => {
  it('come with their sentence and their place', async () => {
    const draft = await draftOf('规范执法。全年办理行政处罚案件34件，其中简易程序29件。\n\n开展法治督察2次。')
    expect(extractIndicators(draft)).toEqual([
      {
        indicator: 'penalties',
        value: 34,
        unit: '件',
        qualifier: null,
        sentence: '全年办理行政处罚案件34件，其中简易程序29件。',
        line: 5,
        column: 16,
      },
      {
        indicator: 'lawInspections',
        value: 2,
        unit: '次',
        qualifier: null,
        sentence: '开展法治督察2次。',
        line: 7,
        column: 7,
      },
    ])
  })

  it.each([
    ['新收行政复议申请96件，审结90件，其中直接纠错5件。', ['行政复议收 96件', '行政复议结 90件', '行政复议纠错 5件']],
    ['加强行政复议。全年收到申请52件，审结45件。', ['行政复议收 52件', '行政复议结 45件']],
    ['对45份合同协议进行了合法性审查。', ['合法性审查 45份']],
    ['把供水一体化等7项列入年度重大行政决策目录。', ['重大行政决策 7项']],
    ['聘请3名律师担任常年法律顾问。', ['法律顾问 3名']],
    ['综合行政执法队队员16人，全部持有行政执法证。', ['执法证 16人']],
    ['检查企业326家次，办理行政许可3.4万件。', ['行政检查 326家次', '行政许可 34000件']],
    ['县政府常务会议学法四次。', ['学法次数 4次']],
    ['办理代表建议12件，办结率、满意率均为100%。', ['建议提案办理 12件', '建议提案满意率 100%']],
    ['取得行政执法证的工作人员共24名。', ['执法证 24名']],
    ['对2018年以来的文件进行清理，共清理规范性文件5件。', ['规范性文件清理 5件']],
    ['抽取2024年度处罚案卷86卷进行集中评查。', ['案卷评查 86卷']],
    ['新增行政复议案件14件，行政诉讼9件。', ['行政复议收 14件', '行政应诉 9件']],
    ['开展专项法治督察一次。', ['法治督察 1次']],
    ['5个镇村两级人民调解组织全年调解纠纷72件。', ['调解组织 5个', '调解件数 72件']],
  ])('are found in other words: %s', async (text, figures) => {
    expect(await figuresOf(text)).toEqual(figures)
  })

  it.each([
    ['调解纠纷6120余件。', '调解件数 6120件 余'],
    ['调解纠纷近190件。', '调解件数 190件 近'],
    ['开展行政检查约610次。', '行政检查 610次 约'],
    ['开展行政检查逾380次。', '行政检查 380次 逾'],
    ['办理行政复议案件149件（含上年结转11件）。', '行政复议收 149件 含结转'],
  ])('say how exact they are: %s', async (text, figure) => {
    expect(await figuresOf(text)).toEqual([figure])
  })

  it.each([
    ['办理人大代表建议7件、政协提案5件。', ['建议提案办理 7件', '建议提案办理 5件']],
    ['办理人大代表建议7件、政协提案5件，共计12件。', ['建议提案办理 12件']],
    ['行政复议案件19件，决定撤销2件、确认违法1件，即被纠错3件。', ['行政复议收 19件', '行政复议纠错 3件']],
    ['建成村级人民调解委员会13个、企业调解委员会1个，连同镇调委会，人民调解组织共计15个。', ['调解组织 15个']],
    ['办理代表建议4件，其中主办3件；政协提案5件，其中主办2件。', ['建议提案办理 4件', '建议提案办理 5件']],
    ['办理建议提案12件，其中代表建议7件、委员提案5件。', ['建议提案办理 12件']],
    ['办理行政处罚案件34件，其中行政处罚决定公示30件。', ['行政处罚 34件']],
  ])('are totals, and parts only where no total is given: %s', async (text, figures) => {
    expect(await figuresOf(text)).toEqual(figures)
  })

  it.each([
    ['行政复议、行政诉讼案件分别为3件、5件。', ['行政复议收 3件', '行政应诉 5件']],
    [
      '全年办理人大代表建议和政协提案分别为12件、8件，满意率100%。',
      ['建议提案办理 12件', '建议提案办理 8件', '建议提案满意率 100%'],
    ],
    ['代表建议、委员提案办结率和满意率分别为100%、98.5%。', ['建议提案满意率 98.5%']],
    ['行政处罚、行政许可、行政检查分别为56件、1200件。', []],
  ])('go with their things where both stand in lists: %s', async (text, figures) => {
    expect(await figuresOf(text)).toEqual(figures)
  })

  it.each([
    [
      '| 指标 | 数值 |\n|---|---|\n| 行政处罚案件 | 34件 |\n| 行政检查（户次） | 1,234 |',
      ['行政处罚 34件', '行政检查 1234户次'],
    ],
    [
      '| 序号 | 指标 | 单位 | 2024年 | 2025年 | 同比 |\n|---|---|---|---|---|---|\n| 1 | 行政复议案件 | 件 | 5 | 6 | 20% |',
      ['行政复议收 6件'],
    ],
  ])('stand in rows of tables: %s', async (table, figures) => {
    expect(await figuresOf(table, { name: '年报.md' })).toEqual(figures)
  })

  it('are the same with half-width marks', async () => {
    expect(await figuresOf('办理行政复议案件149件(含去年结转11件),审结131件,败诉0件.')).toEqual(
      await figuresOf('办理行政复议案件149件（含去年结转11件），审结131件，败诉0件.'),
    )
  })
})

describe('what is no figure of the report', () => {
  it.each([
    '上年办理行政处罚案件702件。',
    '2024年办理行政处罚案件56件。',
    '行政处罚案件同比增长12.3%。',
    '行政处罚案件比上年减少30件。',
    '2021年以来，累计办理法律援助案件1200件。',
    '计划全年开展普法宣传30场。',
    '力争调解成功率达到98%以上。',
    '全省共办理行政复议案件5万件。',
    '开展普法宣传XX场。',
    '开展普法宣传20—30场。',
    '行政复议、行政应诉案件12件。',
    '6个中心镇全年办理行政处罚案件357件。',
    '办理不予处罚案件28件。',
    '接受委派调解67件。',
    '受理投诉7415件，调解成功149件。',
    '县委公布“调解纠纷300件”的目标。',
    '消费维权平台处理投诉9812件，调解成功率76%。',
    '县市场监管局作出行政处罚587件。',
    '分部门看，公安机关作出行政处罚2215件。',
    '东山村获评民主法治村，该村全年调解纠纷31件。',
    '因信息公开引发的行政复议14件、行政诉讼5件。',
    '自2020年以来，累计清理规范性文件45件。',
    '权责清单公布行政处罚事项126个。',
    '负责人应当出庭45件。',
    '办理检察建议3件、司法建议1件。',
  ])('is left: %s', async (text) => {
    expect(await figuresOf(text)).toEqual([])
  })

  it('is left where it stands in a plan, among shortcomings, or was done by the leaders themselves', async () => {
    const leaders = '主要负责人牵头调解纠纷3件，带头出庭应诉2次。'
    expect(await figuresOf('工作平稳。', { leaders, plan: '开展普法宣传30场，办理行政处罚案件20件。' })).toEqual([
      '负责人出庭应诉 2次',
    ])
  })

  it.each([
    '| 指标 | 说明 |\n|---|---|\n| 行政处罚案件 | 行政处罚案件34件 |',
    '| 单位 | 行政处罚 |\n|---|---|\n| 县公安局 | 34件 |',
    '| 指标 | 2023年 | 2024年 |\n|---|---|---|\n| 行政处罚案件 | 30件 | 34件 |',
    '| 指标 | 计划数 |\n|---|---|\n| 行政处罚案件 | 34件 |',
    '| 指标 | 数值 |\n|---|---|\n| 行政处罚案件（上年） | 34件 |',
  ])('is left in tables that do not name it and its year: %s', async (table) => {
    expect(await figuresOf(table, { name: '年报.md' })).toEqual([])
  })

  it('is last year’s beside this year’s', async () => {
    expect(await figuresOf('行政处罚案件由上年的60件下降到45件。')).toEqual(['行政处罚 45件'])
    expect(await figuresOf('查办行政处罚案件638件（上年702件），移送公安机关4件。')).toEqual(['行政处罚 638件'])
  })
})

describe('what an office of justice does for its whole place', () => {
  const justice = { issuer: '云溪县司法局' }

  it.each([
    '组织资格考试2期，全县持证执法人员1036人。',
    '全县行政执法人员持证983人。',
    '管理公职律师47名。',
    '统筹县政府法律顾问7名、全县公职律师29名参与论证。',
    '办理行政复议案件149件，审结131件，直接纠错17件，调解和解后终止54件。',
    '代理县政府行政应诉案件23件，未发生败诉，负责人出庭应诉率100%。',
    '指导全县人民调解组织228个、专兼职调解员964名调解纠纷6120余件，成功率98.3%。',
    '全县各执法部门作出行政处罚2215件。',
  ])('is its government’s to tell: %s', async (text) => {
    expect(await figuresOf(text, justice)).toEqual([])
    expect(await figuresOf(text)).not.toEqual([])
  })

  it.each([
    ['局机关现有公职律师4名。', '公职律师 4名'],
    ['全县共有执法队伍12支，我局持证执法人员12人。', '执法证 12人'],
    ['办理以本局为被申请人的行政复议案件2件。', '行政复议收 2件'],
    ['全年未发生以本局为被申请人的行政复议案件。', '行政复议收 0件'],
    ['受理法律援助案件517件。', '法律援助 517件'],
    ['联合法院评查案卷240卷。', '案卷评查 240卷'],
    ['为县政府重大决策提供合法性审查144件。', '合法性审查 144件'],
  ])('is its own where it does it itself, or is the party: %s', async (text, figure) => {
    expect(await figuresOf(text, justice)).toEqual([figure])
  })

  it('is told by the leaders of what they did themselves', async () => {
    const leaders = '局长协调落实复议场所等保障事项，带头出庭应诉3次。'
    expect(await figuresOf('工作平稳。', { ...justice, leaders })).toEqual(['负责人出庭应诉 3次'])
  })

  it('is an office’s own in its line elsewhere', async () => {
    expect(await figuresOf('全县交通执法人员持证46人。', { issuer: '云溪县交通运输局' })).toEqual(['执法证 46人'])
  })
})

describe('certificates', () => {
  it.each(['社区盖章类证明事项压减至9项。', '证明事项精简为9项。', '保留证明事项14项。', '证明事项清单减到仅剩3项。'])(
    'that are left are not those done away with: %s',
    async (text) => {
      expect(await figuresOf(text)).toEqual([])
    },
  )

  it.each(['取消证明事项9项。', '减少证明事项9项。', '清理取消证明事项9项，保留14项。'])('count: %s', async (text) => {
    expect(await figuresOf(text)).toEqual(['证明事项 9项'])
  })
})

describe('cases without the word penalty', () => {
  it('are an office’s penalties, and one field’s in the report of a government', async () => {
    const text = '立案查处超限超载违法案件56件，办结54件。'
    expect(await figuresOf(text, { issuer: '云溪县交通运输局' })).toEqual(['行政处罚 56件'])
    expect(await figuresOf(text)).toEqual([])
    expect(await figuresOf('查处各类行政违法案件3200余件。')).toEqual(['行政处罚 3200件 余'])
  })
})

describe('none, not applicable and not said', () => {
  it.each([
    ['全年未发生行政复议、行政诉讼案件。', ['行政复议收 0件', '行政应诉 0件']],
    ['行政复议和行政诉讼案件均为零。', ['行政复议收 0件', '行政应诉 0件']],
    ['行政诉讼案件12件，没有败诉。', ['行政应诉 12件', '败诉 0件']],
    ['未收到政府信息公开申请。', ['依申请公开 0件']],
    ['暂无公职律师。', ['公职律师 0名']],
    ['行政复议案件6件，无一起被复议机关纠错。', ['行政复议收 6件', '行政复议纠错 0件']],
    ['行政诉讼案件3件，无一败诉。', ['行政应诉 3件', '败诉 0件']],
  ])('zero is a figure: %s', async (text, figures) => {
    expect((await figuresOf(text)).sort()).toEqual(figures.sort())
  })

  it.each([
    ['本镇没有行政处罚权。', ['行政处罚 不适用']],
    ['我局未承接行政许可事项，行政许可不涉及。', ['行政许可 不适用']],
    ['本街道不涉及行政许可和行政处罚事项。', ['行政处罚 不适用', '行政许可 不适用']],
  ])('what an office has no power to do does not apply: %s', async (text, figures) => {
    expect((await figuresOf(text)).sort()).toEqual(figures)
  })

  it.each([
    '办理行政处罚案件未引发行政复议。',
    '行政处罚均未申请复议或提起诉讼。',
    '行政执法案件没有一件被复议机关撤销。',
    '执法案件无一起被纠错。',
    '执法案件无一引发复议、诉讼。',
    '未发生因执法不当引发的行政复议案件。',
  ])('what is said of something else is not zero: %s', async (text) => {
    expect(await figuresOf(text)).toEqual([])
  })
})

describe('extraction', () => {
  it('throws nothing, and its places lie inside the text', async () => {
    const words = fc.constantFrom(
      '行政复议案件',
      '未发生',
      '调解',
      '纠纷',
      '12件',
      '（',
      '）',
      '《',
      '“',
      '，',
      '。',
      '3.4万件',
      '其中',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 40 }), async (pieces) => {
        const draft = await draftOf(pieces.join(''))
        const lines = draft.source.text.split('\n')
        for (const { line, column, value } of extractIndicators(draft)) {
          expect(column).toBeLessThanOrEqual((lines[line - 1] ?? '').length)
          expect(value === null || value >= 0).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('is not slow where a paragraph has thousands of figures between marks of Markdown', async () => {
    const text = Array.from({ length: 4000 }, (_, i) => `**一是**办理行政处罚案件${i}件，调解纠纷${i}件。`).join('')
    const draft = await draftOf(text, { name: '年报.md' })
    expect(await cpuTime(() => expect(extractIndicators(draft).length).toBeLessThan(50))).toBeLessThan(3000)
  })

  it.each([
    '调解',
    '审查规范性文件12件，其中',
    '未发生没有无行政复议',
    '由1件',
    '（《“',
    '普法进宣传',
    '行政处罚、复议分别为3件、5件',
    '县局行政处罚1件，该村',
  ])('takes no longer than the text grows: %s', async (piece) => {
    const time = async (length: number): Promise<number> => {
      const draft = await draftOf(`${piece.repeat(30)}。`.repeat(Math.ceil(length / piece.length / 30)))
      const runs: number[] = []
      for (let i = 0; i < 3; i++) runs.push(await cpuTime(() => extractIndicators(draft)))
      return Math.min(...runs)
    }
    await time(20_000)
    expect(await time(160_000)).toBeLessThan(24 * (await time(20_000)) + 60)
  })
})
