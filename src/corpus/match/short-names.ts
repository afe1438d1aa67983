/**
 * Short forms of departments as offices use them, with the full ones; 和 is left out of both. Only those that stand for one
 * name everywhere. Source: 《深化党和国家机构改革方案》 and the usual 机构改革方案 of counties.
 */
export const SHORT_NAMES: Record<string, string> = {
  市场监管: '市场监督管理',
  卫健: '卫生健康',
  卫计: '卫生计划生育',
  人社: '人力资源社会保障',
  发改: '发展改革',
  住建: '住房城乡建设',
  自规: '自然资源规划',
  资规: '自然资源规划',
  应急局: '应急管理局',
  退役军人局: '退役军人事务局',
  文旅局: '文化旅游局',
  文旅体: '文化旅游体育',
  文广旅: '文化广电旅游',
  教体: '教育体育',
  教科体: '教育科学技术体育',
  科工: '科学技术工业信息化',
  城管: '城市管理',
  医保: '医疗保障',
  工信: '工业信息化',
  经信: '经济信息化',
  科技: '科学技术',
  民宗: '民族宗教事务',
  交通局: '交通运输局',
  综合执法局: '综合行政执法局',
  国资委: '国有资产监督管理委',
}
