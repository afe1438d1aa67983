import type { Phrase } from './phrases.js'

/** Set phrases of reform, services and supervision by the government. Sources: the papers named, as published. */
export const SERVICE_PHRASES: Phrase[] = [
  {
    phrase: '“放管服”改革',
    source: '国务院关于深化“放管服”改革的文件',
    wrong: [
      '“放管服务”改革',
      '“放服管”改革',
      '“管放服”改革',
      '“放管福”改革',
      '“放官服”改革',
      '“放关服”改革',
      '“放管复”改革',
    ],
    odd: ['“放管扶”改革'],
    isLoose: true,
  },
  {
    phrase: '稳定、公平、透明、可预期的营商环境',
    source: '《优化营商环境条例》',
    right: ['可预期的法治化营商环境', '稳定公平透明可预期'],
    odd: ['稳定、公平、透明、可预见的', '稳定、公平、透明、可预测的'],
    isLoose: true,
  },
  {
    phrase: '市场化、法治化、国际化营商环境',
    source: '《优化营商环境条例》',
    wrong: ['市场化、法制化、国际化'],
    isLoose: true,
  },
  {
    phrase: '简政放权、放管结合、优化服务',
    source: '国务院关于深化“放管服”改革的文件',
    wrong: ['简权放政', '简政放权、管放结合'],
    odd: ['简政放权、放管结合、优质服务'],
    isLoose: true,
  },
  {
    phrase: '“一件事一次办”',
    source: '《国务院办公厅关于加快推进“一件事一次办”打造政务服务升级版的指导意见》',
    wrong: ['“一件事一件办”改革', '“一次事一件办”', '“一事件一次办”'],
    isLoose: true,
  },
  {
    phrase: '“高效办成一件事”',
    source: '《国务院关于进一步优化政务服务提升行政效能推动“高效办成一件事”的指导意见》',
    odd: ['“高效办理一件事”', '“高效完成一件事”'],
    isLoose: true,
  },
  {
    phrase: '政务服务“好差评”制度',
    source: '《国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见》',
    wrong: ['政务服务“差好评”', '“差好评”制度'],
    isLoose: true,
  },
  {
    phrase: '“证照分离”改革',
    source: '国务院关于“证照分离”改革的文件',
    wrong: ['“照证分离”改革', '“证照分理”改革'],
    isLoose: true,
  },
  {
    phrase: '“双随机、一公开”监管',
    source: '《国务院关于在市场监管领域全面推行部门联合“双随机、一公开”监管的意见》',
    wrong: [
      '“双公开、一随机”',
      '“一随机、双公开”',
      '“双随即、一公开”',
      '“双随时、一公开”',
      '“双随意、一公开”',
      '“双随机、一公正”',
    ],
    odd: ['“双随机、一公示”', '“双随机、双公开”', '“双随机、一公布”', '“双随机、一抽查”', '“双抽查、一公开”'],
    isLoose: true,
  },
  {
    phrase: '包容审慎监管',
    source: '《优化营商环境条例》第五十五条',
    wrong: ['包容慎审监管', '包容慎审执法'],
    odd: ['包容谨慎监管'],
    isLoose: true,
  },
  {
    phrase: '法治是最好的营商环境',
    source: '中央全面依法治国委员会第二次会议',
    right: ['法治就是最好的营商环境', '法治才是最好的营商环境'],
    wrong: ['法制是最好的营商环境'],
    isLoose: true,
  },
]
