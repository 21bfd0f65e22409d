import { doubleFamilies } from './family-names.ts'

// How people are spoken to: words before a name, in the languages of the files shops have, and words after it.

const before = {
  man: 'mr mister herr hr monsieur sr señor senor signor signore sig dhr',
  woman:
    'mrs ms miss frau fr mme madame mlle mademoiselle sra srta señora senora señorita senorita signora mevr mevrouw',
  anybody: 'dr prof professor mx',
}
const after = {
  man: '先生 哥 大哥 叔叔 くん',
  woman: '女士 小姐 太太 夫人 女史 姐 大姐 阿姨',
  anybody:
    '老师 老師 同学 同學 教授 医生 醫生 师傅 師傅 经理 經理 主任 总 總 老板 老闆 様 さま さん ちゃん 殿 님 씨 선생님',
}
type Whose = keyof typeof before

const anyOf = (words: string) => `(${words.replaceAll(' ', '|')})`
const leading = new RegExp(
  // A lone M is an initial unless a point and a blank follow, as the French write it.
  `^(?:${anyOf(before.man)}|${anyOf(before.woman)}|${anyOf(before.anybody)}|m(?=\\. ))(?:\\.\\s*|\\s+)`,
)
const trailing = new RegExp(`^(.*?)\\s*(?:${anyOf(after.man)}|${anyOf(after.woman)}|${anyOf(after.anybody)})$`)
const letters = /^[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3 ]+$/

/** The two first letters of what stands before a name, and the last of what stands after one. */
export const titleMarks = {
  first: [
    ...new Set(['m.', ...Object.values(before).flatMap((words) => words.split(' ').map((word) => word.slice(0, 2)))]),
  ],
  last: [...new Set(Object.values(after).flatMap((words) => words.split(' ').map((word) => word.slice(-1))))],
}

/** A name without what people are called beside it: the key of the rest, and whether that is said of men or women. */
export interface Untitled {
  readonly key: string
  readonly whose: Whose
}

/**
 * What is left of a name's key (`nameKey`) without `Mr`, `Frau`, 女士, 様 and the like; null where nothing of the kind
 * stands there, or where what is left is a family's name alone: 王总, Herr Müller and 欧阳女士 may be anybody.
 */
export function untitled(nameKey: string): Untitled | null {
  let key = nameKey
  let whose: Whose = 'anybody'
  for (let found = leading.exec(key); found; found = leading.exec(key)) {
    if (whose === 'anybody') whose = found[2] ? 'woman' : found[3] ? 'anybody' : 'man'
    key = key.slice(found[0].length)
  }
  if (key !== nameKey) return key.includes(' ') ? { key, whose } : null
  const [, rest = '', man, woman] = trailing.exec(key) ?? []
  if (rest.length < 2 || doubleFamilies.has(rest) || !letters.test(rest)) return null
  return { key: rest, whose: man ? 'man' : woman ? 'woman' : 'anybody' }
}

/** Whether two titles can be of one person: none of them says a man where the other says a woman. */
export function mayBeOneTitle(one: Whose, other: Whose): boolean {
  return one === other || one === 'anybody' || other === 'anybody'
}
