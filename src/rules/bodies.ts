/** A name that no body of its level bears, and what the body is called. */
export interface WrongBody {
  pattern: RegExp
  right: string
  source: string
}

const ORGANIC = '《地方各级人民代表大会和地方各级人民政府组织法》'
const RURAL = '《中国共产党农村基层组织工作条例》'
const PARTY_GROUP = '《中国共产党党组工作条例》'

/** No list such as 乡镇街道, 镇、街道 and 镇（街道） before it: what follows then belongs to the towns as well. */
const ALONE = '(?<![乡镇][)\\uff09]?[、\\uff08(/和]?)'

/**
 * Bodies that a level of government does not have. 乡镇 have a 党委 and no 党组, a 人大 with its 主席团 and no 常委会; a 街道
 * is no level of government: it has an 办事处, a 党工委 and a 人大工委, all of them sent by the level above. 局党委 and 局党组
 * both exist. Source: the acts named with each.
 */
export const WRONG_BODIES: WrongBody[] = [
  {
    pattern: /[镇乡](?:人民政府|政府)?党组(?!织)/g,
    right: '乡镇设党委，应写“镇党委”或“乡党委”',
    source: `${RURAL}${PARTY_GROUP}`,
  },
  {
    pattern: /(?<![街、)\uff09])[镇乡]党工委/g,
    right: '乡镇设党委，应写“镇党委”或“乡党委”',
    source: RURAL,
  },
  {
    pattern: new RegExp(`${ALONE}街道(?:办事处)?(?:党委(?![(\\uff08])|党组(?!织))`, 'g'),
    right: '街道设党的工作委员会，一般应写“街道党工委”',
    source: '《中国共产党章程》',
  },
  {
    pattern: new RegExp(
      `${ALONE}街道(?:办事处|办)?(?:人民政府|政府(?=主要|班子|领导|常务|会议|办公会|机关|召开|认真|坚持|始终|高度|定期|[、。,\\uff0c]))`,
      'g',
    ),
    right: '街道办事处是派出机关，不是一级政府，应写“街道办事处”',
    source: `${ORGANIC}第八十五条`,
  },
  {
    pattern: new RegExp(
      `${ALONE}街道(?:人大(?:常委会|常务委员会|主席|会议|监督|审议|的监督)|人民代表大会(?!代表|制度))`,
      'g',
    ),
    right: '街道不设人民代表大会，应写“街道人大工委”',
    source: ORGANIC,
  },
  {
    pattern: /(?<!景德|新)[镇乡](?:人大常委会|人大常务委员会|人民代表大会常务委员会)/g,
    right: '乡镇人大不设常委会，应写“镇人大”或“镇人大主席团”',
    source: ORGANIC,
  },
  {
    pattern: /(?:[省市县区]政府|[镇乡]政府|人民政府)党委(?![、和与])/g,
    right: '县级以上政府设党组，应写“政府党组”；乡镇写“镇党委”“乡党委”',
    source: PARTY_GROUP,
  },
  {
    pattern: /[省市县区镇乡]人民政府委员会/g,
    right: '应写“人民政府”',
    source: ORGANIC,
  },
  {
    pattern: /(?<=[^\u4e00-\u9fff]|[在由经向])[市县区]委党组(?!织)/g,
    right: '党组设在非党组织的领导机关，地方党委的领导机构应写“常委会”',
    source: PARTY_GROUP,
  },
  {
    pattern: /(?:社区|村)人民政府/g,
    right: '应写“村民委员会”“社区居民委员会”',
    source: '《村民委员会组织法》《城市居民委员会组织法》',
  },
]
