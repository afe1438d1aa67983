/** A report with all contents, so short that only some advice is left. */
export const reportOf = (
  issuer: string,
  year = 2025,
  signature = issuer,
): string => `# ${issuer}${year}年法治政府建设年度报告

## 一、主要举措和成效

全年办结行政处罚案件12件，举办普法活动8场。

## 二、存在的不足和原因

一是个别干部依法办事的能力不强，主要原因是日常学法不系统、考核不够硬，遇到新情况不会用法治方式处理，执法程序不够规范，文书制作粗糙。二是基层执法力量不足，原因在于编制有限、新进人员少，执法装备配备不齐，遇到跨区域的案件往往力不从心，群众反映的问题得不到及时处理。

## 三、主要负责人履行推进法治建设第一责任人职责情况

主要负责人主持会议研究法治建设议题4次，听取汇报2次，带头述法。

## 四、${year + 1}年安排

抓好干部学法和案卷评查。

${signature}

${year + 1}年1月20日
`
