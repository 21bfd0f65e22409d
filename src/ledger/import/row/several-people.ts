import { isGivenName } from '../../identity/given-names.ts'

/** So few characters tell most names from those that are looked at more closely. */
const mayBeSeveral = /[\n/;&+、，；＆＋／和与與]|\s(?:and|und|et|y|e|i|en)\s/iu

const chineseJoint = /\s*(?:[\n/;&+、,]|和|与|與)\s*/u
const latinJoint = /\s*[/;]\s*/u
const softJoint = /\s+(?:&|\+|and|und|et|y|e|i|en)\s+|\s*&\s*/iu

/** The families' names most people have in China. */
const families = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高罗羅郑鄭梁谢謝宋唐许許韩韓邓鄧' +
    '冯馮曹彭曾萧肖田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁沈任姚卢盧傅钟鍾姜崔谭譚廖范汪陆陸' +
    '金石戴贾賈韦韋夏邱方侯邹鄒熊孟秦白江阎閻薛尹段雷黎史龙龍陶贺賀顾顧毛郝龚龔邵万萬钱錢严嚴赖賴覃洪武莫孔汤湯',
)
/** What firms have in their names. */
const firm = new RegExp(
  String.raw`(?:店|公司|厂|行|社|部|馆|館|坊|轩|楼|院|校|中心|集团)$|(?<!\p{L})(?:co|ltd|inc|llc|gmbh|kg|ag|sarl|s\.?a|bv|` +
    String.raw`sons?|söhne|company|shop|store|studio|hotel|bar|café|cafe|team|group|test)(?!\p{L})`,
  'iu',
)

/**
 * The people in a name that is of more than one: 李娜/王芳, Tom; Mary, Anna & Ben. Null for one person, and for a firm:
 * Smith & Sons, Marks & Spencer. An & joins people only where both are called as people are.
 */
export function severalIn(name: string): readonly string[] | null {
  if (name.length > 80 || !mayBeSeveral.test(name)) return null
  const text = name.normalize('NFKC').trim()
  if (firm.test(text)) return null
  return (
    all(text.split(chineseJoint), isChineseName) ??
    all(text.split(latinJoint), isLatinName) ??
    all(text.split(softJoint), (part) => isLatinName(part) && isGivenName(part.split(' ')[0] ?? ''))
  )
}

function all(parts: readonly string[], isName: (part: string) => boolean): readonly string[] | null {
  return parts.length > 1 && parts.length <= 6 && parts.every(isName) ? parts : null
}

function isChineseName(part: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(part) && families.has([...part][0] ?? '')
}

function isLatinName(part: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}'’.]*){0,3}$/u.test(part)
}
