/**
 * Words by which the year rules tell whose year is meant. Source: the headings and sentences of 133 published reports
 * (read in part) and of the sample drafts.
 */

/** Of next year, beyond doubt. */
export const PLAN =
  /安排|打算|计划(?!完成|落实|执行)|思路|展望|谋划|下一步|下步|今后|设想|努力方向|如何干|这样干|怎么干/
/** Of next year, or of tasks done. */
export const PLAN_PERHAPS = /任务|要点|重点|目标|部署|方向|规划|举措|措施/
/** Of the report's year: what was done, what was lacking, who saw to it. */
export const ACCOUNT =
  /成效|成绩|做法|情况|进展|回顾|总结|成果|亮点|不足|问题|短板|困难|原因|弱项|差距|薄弱|履行|履职|第一责任人|完成|落实/
/** Of the report's year in a heading that begins with it. */
export const ACCOUNT_HEADING = /举措|措施|成效|成绩|做法|工作情况|建设情况|开展情况|回顾|总结|不足|问题|短板|履职|履行/

/** What is done this year about an earlier one: 2022年度考核, 2022年督察反馈问题整改. */
export const ABOUT_EARLIER =
  /整改|反馈|督察|督查|巡察|巡视|考核|考评|测评|审议|评议|评估|评查|表彰|述法|述职|报告|回头看|遗留|清理|复核|目录|清单|计划|决算|审计|案卷|排名|排位|排行|指数/

/** What happened in an earlier year and is told as history: 2021年获评, 2022年出台. */
export const HISTORY =
  /入选|获评|荣获|获得|获全|获批|获得|评为|命名|授予|列为|列入|确定为|表彰|创成|创建|出台|印发|制定|成立|设立|组建|建成|启动|开工|挂牌|投用|投入|上线|运行|首次|率先|首批|首创|修订|修正|施行|实施|机构改革|合并|撤销|撤并|批准|获准|通过|颁布|发布|换届|试点|签订|签署|承接|探索|推出|搬迁|结转|遗留|转入/

/** Right behind a year: a day or part of it, or a span that begins or ends there. */
export const PART_OF_YEAR =
  /^(?:\d{1,2}月|[一二三四五六七八九十]{1,3}月|以[来前后]|之?[前后]|[年]?[底末初]|度?(?:上半年|下半年|第?[一二三四]季度)|同期|起|版|修订|修正|期间|至|到|[-\u2013\u2014~\uff5e]|[、和与及]\s?(?:19|20)\d\d|春|夏|秋|冬|[)\uff09〕\]])/

/** What honours or ends a thing of an earlier year: 2021年入选. */
export const HONOUR =
  /入选|获评|荣获|获得|获全|获批|评为|命名|授予|列为|列入|确定为|表彰|创成|创建为|首批|建成|成立|出台|印发|启动|挂牌|换届|机构改革/

/** What a year's account opens with. */
export const GUIDED =
  /坚持|深入(?:学习|贯彻|推进|落实)|认真(?:学习|贯彻|落实|履行)|全面(?:贯彻|落实|推进|加强)|切实|扎实|紧?紧?围绕|紧扣|聚焦|始终|严格|积极|不断|持续|着力|领导下|为(?:指导|统领|引领|抓手|遵循)/

/** What a year's account counts. */
export const COUNTED =
  /(?:共|累计|全年|组织|开展|召开|举办|办理|办结|受理|审查|审核|调解|化解|检查|立案|查处|培训|排查|接待|发放|抽查|评查|巡查|公开|答复|备案|报备|审议|学习|学法|举行|办件|收到|收集|处理)[^\uff0c,\u3002\uff1b;\n]{0,24}?\d/

/** What says that a sentence compares, or tells of several years. */
export const COMPARED = /今年|本年|目前|当前|相比|至今|到现在|其中[\uff0c,:\uff1a]?\s?$/

/** What a plan says of its year. */
export const PLANNED =
  /将|重点(?:做好|抓好|推进|围绕|开展|从)|继续|计划|打算|拟|力争|我们要|要(?:以|在|进一步|继续|坚持|着力)|着力|主要(?:做好|抓好|工作)|深入|全面|坚持/
/** The same where other contents stand below the same heading. */
export const WILL = /将(?!近)|打算|计划|我们要|重点(?:做好|抓好|推进)|拟(?!定)/
/** What looks back in a plan. */
export const LOOKS_BACK = /虽|取得|成效|成绩|但|不足|差距|存在|回顾|完成了|已/

/** Right before a year: a comparison, a beginning, an end, or what it belongs to. */
export const BEFORE_YEAR =
  /(?:较|比|与|和|同|及|自|从|由|至|到|于|在|对|将|把|截[至止]|[-\u2013\u2014~\uff5e(\uff08〔[、])$/
