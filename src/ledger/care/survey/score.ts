import { LedgerError } from '../../errors.ts'
import { meaning } from '../../vocabulary.ts'

/** What an answer is out of, where it is a bare number. */
export type AnswerScale = 5 | 10 | 100
export const scales: readonly AnswerScale[] = [5, 10, 100]

/** What is expected unless somebody says otherwise. */
export const usuallyExpected = 4

/** What questionnaires offer to choose from, each on the scale of five. */
const words: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    [
      '非常满意',
      '很满意',
      '十分满意',
      '特别满意',
      '很好',
      '非常好',
      '好评',
      'very satisfied',
      'excellent',
      'very good',
    ].map((word) => [word, 5]),
  ),
  ...Object.fromEntries(['满意', '比较满意', '较满意', '好', '不错', 'satisfied', 'good'].map((word) => [word, 4])),
  ...Object.fromEntries(
    ['一般', '还行', '还可以', '普通', '中立', '中评', 'neutral', 'average', 'fair', 'ok', 'okay'].map((word) => [
      word,
      3,
    ]),
  ),
  ...Object.fromEntries(
    ['不满意', '不太满意', '较不满意', '比较不满意', '差', '不好', 'dissatisfied', 'unsatisfied', 'poor', 'bad'].map(
      (word) => [word, 2],
    ),
  ),
  ...Object.fromEntries(
    [
      '非常不满意',
      '很不满意',
      '十分不满意',
      '很差',
      '非常差',
      '差评',
      'very dissatisfied',
      'very unsatisfied',
      'very poor',
      'terrible',
    ].map((word) => [word, 1]),
  ),
}

const chinese: Readonly<Record<string, string>> = { 零: '0', 一: '1', 二: '2', 两: '2', 三: '3', 四: '4', 五: '5' }

/**
 * The number of an answer that is a bare one, with 分 or points or without. Null: it says itself what it is out of, or
 * is none.
 */
export function bareNumber(text: string): number | null {
  const found = /^(\d{1,3}(?:\.\d{1,4})?)\s*(?:分|points?|pts?)?$/.exec(folded(text))
  return found ? Number(found[1]) : null
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/(\d),(\d)/, '$1.$2')
}

/**
 * An answer on the scale of five, to two decimals: a number out of `scale`, 8/10, 90%, stars, or what a questionnaire
 * offers to choose from. Throws survey.unreadable, survey.too-high.
 */
export function parseScore(text: string, scale: AnswerScale = 5): number {
  const plain = folded(text)
  const chosen = words[plain.replace(/^[a-e1-5][.、)]\s*/, '')]
  if (chosen !== undefined) return chosen
  const bare = bareNumber(text)
  if (bare !== null) return outOf(bare, scale, text)
  const part = /^(\d{1,3}(?:\.\d{1,4})?)\s*(?:分|星)?\s*(?:\/|out of|of)\s*(\d{1,3})(?:分|星)?$/.exec(plain)
  if (part && Number(part[2]) > 0) return outOf(Number(part[1]), Number(part[2]), text)
  const percent = /^(\d{1,3}(?:\.\d{1,4})?)\s*%$/.exec(plain)
  if (percent) return outOf(Number(percent[1]), 100, text)
  const stars = /^(\d(?:\.\d{1,2})?|[零一二两三四五])\s*(?:个)?(?:颗)?(?:星级?|stars?|★|⭐️?)$/.exec(plain)
  if (stars) return outOf(Number(chinese[stars[1] ?? ''] ?? stars[1]), 5, text)
  if (/^(?:★|⭐|🌟|☆|\ufe0f|\s)+$/u.test(plain)) return outOf((plain.match(/★|⭐|🌟/gu) ?? []).length, 5, text)
  throw new LedgerError('survey.unreadable', { text })
}

function outOf(value: number, most: number, text: string): number {
  if (value > most) throw new LedgerError('survey.too-high', { text, most })
  return Math.round((value / most) * 500) / 100
}

/** The same of what was expected, which is never nothing. */
export function parseExpected(text: string, scale: AnswerScale = 5): number {
  const expected = parseScore(text, scale)
  if (expected === 0) throw new LedgerError('survey.expected-nothing', { text })
  return expected
}

/**
 * What was asked about: one of the five by its word in either language, else the shop's own word; '' is the shop as a
 * whole.
 */
export function readAspect(typed: string): string | null {
  const plain = typed.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (plain.length > 60) throw new LedgerError('usage.too-long', { what: 'aspect', length: plain.length, most: 60 })
  return plain === '' ? null : (meaning('aspect', plain) ?? plain)
}
