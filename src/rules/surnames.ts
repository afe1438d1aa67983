import { once } from '../text/once.js'

/**
 * Surnames, to tell a name from other words. Source: the hundred most frequent of 《全国姓名报告》 (公安部) and others that are
 * frequent somewhere; those that begin too many words of government prose (都, 全, 能, 应) are left out.
 */
export const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董袁潘蔡蒋余于杜叶程魏苏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤施洪牛温康俞樊葛邢安齐伍庞颜倪柳鲁岳殷詹耿关兰焦俞翟柯纪梅童凌霍毕单聂包辛阮欧涂舒裴翁骆柴房冉隋尚谷甄屈鲍盛卞甘佟卓晏苗褚滕路祝连饶华申季喻靳穆鞠易游蓝项章艾'

/** Surnames of two characters. */
export const DOUBLE_SURNAMES = '欧阳|上官|司马|诸葛|皇甫|尉迟|慕容|令狐|司徒|夏侯|端木'

/** Units of names without a surname, as Tibetan, Mongolian, Uyghur, Kazakh and Yi ones are written; three in a row make no other word. */
const SYLLABLE =
  '[扎西达娃卓玛桑仁尼吉旺堆央巴索朗白措拉姆才旦罗普赤曲珍顿珠赞嘉贡觉嘎琼班晋噶泽降特尔孟克乌兰图雅格勒苏鲁宝音额娜毕满坦敖斯琴哈古买艾依木吐逊热曼丽帕努素甫伊孜肯沙卜亚迪穆罕默萨恰阿呷惹倮伍铁布合里江]'
/** Names and parts of names, some of units that are frequent in other words as well. */
const KNOWN_NAME =
  '(?:次仁|扎西|达娃|索朗|尼玛|多吉|旺堆|丹增|才让|卓玛|央金|罗布|呼和|那顺|朝鲁|巴特尔|乌兰|其木格|阿不都|买提|来提)'
/** Names without a surname: 贡觉扎西. Source: frequent names, as the press writes them. */
export const TRANSLITERATED = `(?:${SYLLABLE}{3,8}|${SYLLABLE}{0,4}${KNOWN_NAME}${SYLLABLE}{0,4})`

/** Words that begin like a name and are none, where a name could stand: 书记高度重视, 县长于年初. */
export const NO_NAMES = once(
  () =>
    new Set(
      (
        '高度 高位 高效 高质 高标 高频 高规 高层 任组 任副 任总 任双 任职 任期 任务 任何 安排 安全 常态 常年 常务 常抓 常委 常规 常常 连续 连同 ' +
        '连夜 连带 严格 严肃 严厉 严把 周密 周边 周到 周期 周年 马上 于年 于月 于日 于今 于近 于昨 于当 于本 于每 于上 于下 方面 方能 方可 方式 ' +
        '方法 方才 方案 方与 方对 方因 方等 关于 关心 关注 关怀 关键 单独 单位 万事 万众 万名 万余 万户 向上 向全 向各 向社 向县 向市 向区 向乡 ' +
        '向镇 向村 向群 向企 向人 向法 向行 向司 包案 包保 包联 包括 施行 施工 付出 申请 申报 申诉 路上 田间 许可 许多 何时 何种 房屋 房产 程序 ' +
        '程度 龙头 武装 夏季 康复 白天 尚未 尚有 陆续 史无 温馨 莫过 祝贺 贺信 金融 金额 华侨 华人 齐抓 齐心 齐全 段位 雷同 洪水 洪涝 江河 林业 ' +
        '林草 林地 林长 罗列 徐徐 黄牛 白酒 陈述 陈旧 陈情 张贴 张榜 范围 范畴 杜绝 顾问 郑重 董事 余下 焦点 纪委 纪检 纪律 凌晨 毕业 辛苦 甄别 ' +
        '卓有 季度 曾多 曾就 曾先 曾经 曾对 温度 钱款 史料 石油 孔子 牛羊 车辆 戴上 鲁迅 谷物 柳树 汤圆 欧洲 章程 陆路 左右 易地 易发 易产 易于 易受 游客 游览 蓝天 项目 章节 安置 安葬 安抚 严重 林权 林木 田地 田土 常住 安全 武器 关系 ' +
        '程式 金银 石材 江水 夏收 秦岭 黄河 严防 严控 严查 严守 路段 路面 范本 简易 简要 舒心 温暖 和谐 常驻 党员'
      ).split(' '),
    ),
)
