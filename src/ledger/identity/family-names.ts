/** The families' names most people have in China. */
const families = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧' +
    '冯馮曹彭曾萧肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸' +
    '金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯',
)
/** Those that begin words, firms and places as well: 万达, 金地, 黄河, 东方红. */
const wordsToo: ReadonlySet<string> = new Set([
  ...'黄黃周马馬林高唐许許田余于叶葉程任金石夏方白江史龙龍毛万萬钱錢严嚴洪武孔汤湯',
  ...['东方', '東方', '西门', '西門', '百里'],
])

/** Families' names of two characters: 欧阳女士 is no 欧阳, and 欧阳娜娜 is one person. */
export const doubleFamilies: ReadonlySet<string> = new Set(
  (
    '欧阳 歐陽 上官 司马 司馬 诸葛 諸葛 慕容 夏侯 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 令狐 长孙 長孫 宇文 司徒 司空 南宫 南宮 端木 百里 ' +
    '轩辕 軒轅 独孤 獨孤 西门 西門 东郭 拓跋 淳于 单于 闻人 太史 申屠 钟离 澹台'
  ).split(' '),
)

/** The family's name somebody in China has, where a text looks like the name of one person; null where it does not. */
function familyOf(text: string): string | null {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return null
  const [first = '', second = '', ...rest] = text
  if (rest.length > 0 && doubleFamilies.has(first + second)) return first + second
  return rest.length < 2 && families.has(first) ? first : null
}

/** Whether a text looks like the name of one Chinese person. */
export function isChineseName(text: string): boolean {
  return familyOf(text) !== null
}

/** Whether it can hardly be anything else. */
export function isSurelyChineseName(text: string): boolean {
  const family = familyOf(text)
  return family !== null && !wordsToo.has(family)
}

/** With which given names often end, and words hardly ever: not 州 of 苏州, 皮 of 陈皮, 国 of 韩国, 梅 of 杨梅. */
const givenEnds = new Set(
  '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚英华文斌波辉红玲燕萍鹏飞兰凤洁琴云玉晶欣悦颖慧婷雪倩佳琪瑶宇浩轩' +
    '博涵怡萱欢丹璐莉莹琳婧媛蕾峰亮凯健俊豪旭东珍梓偉麗強軍勇艷傑濤華輝紅瓊瑩',
)

/** Whether it is a name beside another one too, with nothing but a blank between. */
export function isPlainlyChineseName(text: string): boolean {
  return isSurelyChineseName(text) && givenEnds.has([...text].at(-1) ?? '')
}
