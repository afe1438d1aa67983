import type { Indicator } from '../corpus/indicators/vocabulary.js'
import { KINDS } from '../words.js'

const row = ({ label, units, counts, example, kinds }: Indicator): string =>
  `| ${label} | ${units.join('、')} | ${kinds.length === 3 ? '' : kinds.map((kind) => KINDS[kind]).join('、')} | ${counts} | ${example} |`

/** `docs/indicators.md`: every indicator, by group. */
export function indicatorsDocument(indicators: readonly Indicator[]): string {
  const groups = [...new Set(indicators.map(({ group }) => group))]
  const tables = groups.flatMap((group) => [
    `## ${group}`,
    [
      '| 指标 | 单位 | 只看 | 数的是 | 例子 |',
      '|---|---|---|---|---|',
      ...indicators.filter((each) => each.group === group).map(row),
    ].join('\n'),
  ])
  return `${[
    '# 指标',
    `\`fazhi extract\` 和 \`fazhi review\` 从报告里提取下面 ${indicators.length} 项指标。由 \`npm run generate\` 从 [schemas/indicators.json](../schemas/indicators.json) 生成；各项怎样认，写在那里，[indicators.schema.json](../schemas/indicators.schema.json) 说明写法。有多准，见[准确率](accuracy.md#指标)。`,
    [
      '- 只取本单位、报告年度的数：上年的、同比的、计划的、上级或者别处的、几年累计的，都不取。看不出是谁的数，就不取。司法局（厅）的报告里，全县（市）的执法人员、公职律师、调解组织和调解案件，代理政府的诉讼，以及它办理的行政复议案件，是全地的，由政府的报告写，也不取；它自己审查的文件、评查的案卷、办理的法律援助照取。',
      '- 证明事项数的是取消、减少的，“压减至9项”“保留9项”是剩下的，不取。',
      '- 有总数的取总数，“其中”后面的不取；只分开写的（建议7件、提案5件）都取，汇总时相加；几处的数不一样，汇总取最大的（比率取第一个）。',
      '- 3.4万件写成 34000；数旁边的余、约、近、逾、含结转写在“限定”里，“以上”算逾，“左右”算约。',
      '- 0 件和“未发生……案件”是 0；没有写的是缺；“本镇没有行政处罚权”“不涉及”是不适用，不是 0。CSV 的“状态”写已写或者不适用，没有写的没有行。',
      '- “第一责任人履职”里的数是负责人个人做的，只有学法、出庭应诉等几项算数。下一年安排和存在的不足里的数不取。表格只认一行一项的：一格是名称，一格是数，表头看得出哪一列是报告年度的数，单位写在数后、名称后的括号里或者“单位”一列；别的表格里的数不取。',
    ].join('\n'),
    ...tables,
  ].join('\n\n')}\n`
}
