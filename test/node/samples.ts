/** A report with nothing to complain of. */
export const GOOD = `# 石桥镇2023年法治政府建设年度报告

## 一、主要举措和成效

调解纠纷120件，审查合同32份。

## 二、存在的不足和原因

一是执法力量不足。全镇执法人员仅7名，专业对口的不到一半，遇到跨领域案件难以独立办理，主要原因是编制有限、新进人员少。二是普法针对性不强。宣传多在集镇开展，偏远村覆盖不够，形式以发放资料为主，群众参与不多，原因在于力量分散、经费偏少，也缺少熟悉本地情况的普法骨干。

## 三、第一责任人履职情况

镇党委书记、镇长主持会议研究法治建设3次，带头述法。

## 四、2024年主要安排

充实执法队伍，办好民生实事。

石桥镇人民政府

2024年1月25日
`

/** One warning: handed in late. */
export const LATE = GOOD.replace('2024年1月25日', '2024年3月25日')

/** Two warnings: handed in late, and nobody who acted. */
export const LATE_AND_EMPTY = LATE.replace(/镇党委书记、镇长[^。]*。/, '坚持高位推动，压紧压实责任。')

/** One error: a figure that was never filled in. */
export const UNFILLED = GOOD.replace('120件', 'XX件')

/** A plain-text draft in GB18030, which Node does not encode. */
export const GB18030 = Buffer.from(
  'yq/HxdXyMjAyM8Tqt6jWztX+uK69qMnoxOq2yLGouOYK0ruhotb30qq+2bTrus2zydCnCrX3veK+wLfXMTIwvP6jrMnzsum6z82sMzK33aGjCrb+oaK05tTatcSyu9fjus3UrdLyCta0t6jBpsG/srvX46Os1K3S8srHseDWxsnZoaMK',
  'base64',
)
