import { isChineseName, isPlainlyChineseName, isSurelyChineseName } from '../../identity/family-names.ts'
import { isFirmName } from '../../identity/firm-words.ts'
import { isGivenName } from '../../identity/given-names.ts'

/** The people in one cell of a name. */
export interface SeveralPeople {
  readonly people: readonly string[]
  /** Whether they can hardly be anything else: 万达/李娜 and Dior/Max Mara may be firms, 李娜 王芳 one of two names. */
  readonly isSure: boolean
}

/** Without one of these a name is of one. */
const mayBeSeveral = /[\n/;&+、，；＆＋／和与與]|\s(?:and|und|et|y|e|i|en)\s/iu

/** A blank alone stands in names too, and between a name and a place. */
const spaced = /^\p{Script=Han}{2,3}(?:\s+\p{Script=Han}{2,3})+$/u

const chineseJoint = /\s*(?:[\n/;&+、,]|和|与|與)\s*/u
const latinJoint = /\s*[/;]\s*/u
const softJoint = /\s+(?:&|\+|and|und|et|y|e|i|en)\s+|\s*&\s*/iu

/**
 * The people in a name that is of more than one: 李娜/王芳, Tom; Mary, Anna & Ben. Null for one person, and for a firm:
 * Smith & Sons, Villeroy/Boch. 李娜 王芳 may be two. Latin names are people's where one of them is a given name, beside
 * an & where all are.
 */
export function severalIn(name: string): SeveralPeople | null {
  if (name.length > 80 || !(mayBeSeveral.test(name) || spaced.test(name))) return null
  const text = name.normalize('NFKC').trim()
  if (isFirmName(text)) return null
  const chinese = all(text.split(chineseJoint), isChineseName)
  if (chinese) return { people: chinese, isSure: chinese.every(isSurelyChineseName) }
  const plain = all(text.split(/\s+/u), isPlainlyChineseName)
  if (plain) return { people: plain, isSure: false }
  const latin = all(text.split(latinJoint), isLatinName)
  if (latin?.some(hasGivenName)) return { people: latin, isSure: latin.every(hasGivenName) }
  const joined = all(text.split(softJoint), (part) => isLatinName(part) && hasGivenName(part))
  return joined && { people: joined, isSure: true }
}

function all(parts: readonly string[], isName: (part: string) => boolean): readonly string[] | null {
  return parts.length > 1 && parts.length <= 6 && parts.every(isName) ? parts : null
}

function isLatinName(part: string): boolean {
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}[\p{L}'’.]*){0,3}$/u.test(part)
}

function hasGivenName(part: string): boolean {
  return isGivenName(part.split(' ')[0] ?? '')
}
