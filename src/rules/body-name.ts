import type { Problem, Rule } from '../finding.js'
import { matchesOf } from '../text/matches.js'
import { anySign } from '../text/units.js'
import { WRONG_BODIES } from './bodies.js'
import { severalPlaces } from './several-places.js'

/** What every entry of the table contains one of; most reports contain none but 政府. */
const MAY_BE =
  /[镇乡](?:人民政府|政府)?党(?:组(?!织)|工)|街道(?:办事处|办)?(?:党[委组]|人民|政府|人大)|[镇乡]人(?:大常|民代)|政府(?:党委|委员)|[市县区]委党组|(?:社区|村)人民政府/

const hasSign = anySign('[镇乡府]党', '[道处办][党人政]', '[镇乡区村]人', '府委', '委党')

export const bodyName: Rule = {
  id: 'body-name',
  severity: 'warning',
  basis: null,
  summary: '机构名称与其层级不符',
  why: '乡镇设党委而不设党组，街道设党工委和办事处而不是一级政府。这类名称多是从别处的稿子里带来的。',
  get examples() {
    return {
      wrong: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n镇党组研究法治工作4次，镇党组理论学习中心组学法6次。\n',
          message:
            '没有“镇党组”这样的机构：乡镇设党委，应写“镇党委”或“乡党委”（《中国共产党农村基层组织工作条例》《中国共产党党组工作条例》），全文共2处。',
        },
        {
          draft:
            '# 听潮街道办事处2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n街道人民政府研究法治工作4次。\n',
          message:
            '没有“街道人民政府”这样的机构：街道办事处是派出机关，不是一级政府，应写“街道办事处”（《地方各级人民代表大会和地方各级人民政府组织法》第八十五条）。',
        },
        {
          draft:
            '# 听潮街道办事处2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n街道党委会议研究法治工作4次。\n',
          message: '没有“街道党委”这样的机构：街道设党的工作委员会，一般应写“街道党工委”（《中国共产党章程》）。',
        },
      ],
      right: [
        {
          draft:
            '# 石桥镇2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n镇党委研究法治工作4次，镇党组织书记带头学法，村委会主任参加培训。\n',
        },
        {
          draft:
            '# 青禾区2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n各乡镇街道党委和镇（街道）党委（党工委）听取汇报，街道政府信息公开专栏更新320条。\n',
        },
        {
          draft:
            '# 青禾区公安局2023年法治政府建设年度报告\n\n## 一、主要举措和成效\n\n局党委研究法治工作4次，接受区人大常委会和街道人大工委监督。\n',
        },
      ],
    }
  },
  *check({ text }): Generator<Problem> {
    if (!hasSign(text) || !MAY_BE.test(text)) return
    for (const { pattern, right, source } of WRONG_BODIES) {
      const found = matchesOf(text, pattern)
      const { at, related, count } = severalPlaces(
        found.map(({ 0: { length }, index }) => ({ start: index, end: index + length })),
      )
      if (!at) continue
      yield { message: `没有“${found[0]?.[0]}”这样的机构：${right}（${source}）${count}。`, at, related }
    }
  },
}
