import { LedgerError } from '../../errors.ts'
import { decimal, parseMoney } from '../../money.ts'
import { nearestWord } from '../../nearest-word.ts'
import type { PolicyRule, ShopSetting } from '../../policy-key.ts'
import { languageNamed, languages, meaning } from '../../vocabulary.ts'
import { readCurrency, readRegion, readShopName, readZone } from '../new-ledger.ts'
import { keptFestivalDays } from './festival-days.ts'
import { keys } from './keys.ts'
import type { PolicyKey } from './policy.ts'
import { readReward, shownReward } from './reward.ts'
import { readRanges } from './segment-ranges.ts'

/** A value as the policy table keeps it, in JSON: money in minor units, null where a rule is worked out. */
export type StoredValue = string | number | boolean | null

const known = Object.keys(keys)

/** A key as typed, in any case. Throws usage.unknown-key with the nearest one. */
export function policyKey(typed: string): PolicyKey {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  const found = known.find((key) => key.toLowerCase() === plain)
  if (!found) throw new LedgerError('usage.unknown-key', { asked: typed, near: nearestKey(plain) })
  return found as PolicyKey
}

/** A slip of the fingers, or the last part of a key typed alone (`margin`). */
function nearestKey(plain: string): string | null {
  const tails = known.filter((key) => key.toLowerCase().endsWith(`.${plain}`))
  if (tails.length === 1) return tails[0] ?? null
  return nearestWord(plain, known, { slips: 2, key: (name) => name.toLowerCase() })
}

/**
 * Reads a value as typed for a key: a whole number, an amount, `0.35` or `35%`, on/off or 开/关, or one of the choices;
 * `auto` or 自动 where the program can work it out itself. Throws usage.bad-count, usage.bad-share, usage.bad-flag,
 * usage.bad-choice, usage.bad-ranges, usage.bad-steps, usage.bad-festivals, usage.bad-reward, usage.bad-currency,
 * usage.bad-region, usage.bad-timezone, money.*.
 */
export async function readPolicyValue(name: PolicyKey, typed: string, currency: string): Promise<StoredValue> {
  const key: PolicyRule = keys[name]
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  if ('optional' in key && ['auto', '自动', 'none', '无'].includes(plain)) return null
  switch (key.kind) {
    case 'money':
      return parseMoney(typed, currency)
    case 'count':
      return readCount(name, key, typed, plain)
    case 'share':
      return readShare(typed, plain)
    case 'flag':
      return readFlag(typed, plain)
    case 'choice':
      return readChoice(name, key, typed, plain)
    case 'festivals':
      return readFestivalsOf(name, typed)
    case 'setting':
      return readSetting(key.of, typed, name)
    case 'ranges':
      return readRangesOf(name, typed)
    case 'steps':
      return readSteps(key.of, typed, currency)
    case 'text':
      return readWords(name, typed)
    case 'reward':
      return readRewardOf(name, typed, currency)
  }
}

function readFestivalsOf(name: PolicyKey, typed: string): string {
  const festivals = keptFestivalDays(typed)
  if (festivals === null) throw new LedgerError('usage.bad-festivals', { asked: typed, key: name })
  return festivals
}

function readRewardOf(name: PolicyKey, typed: string, currency: string): StoredValue {
  const reward = readReward(typed, currency)
  if (reward === undefined) throw new LedgerError('usage.bad-reward', { asked: typed, key: name })
  return reward
}

const longestWords = 200

function readWords(name: PolicyKey, typed: string): string {
  const words = typed.normalize('NFC').replace(/\s+/g, ' ').trim()
  if (words === '') throw new LedgerError('usage.missing-value', { option: name, command: 'policy set' })
  const coupon = name.endsWith('.birthdayGift')
    ? /^(?:coupon|券|送券|优惠券)\s*[:：]\s*(.+)$/i.exec(words)?.[1]
    : undefined
  if (coupon !== undefined) return `coupon:${coupon}`
  if (words.length > longestWords)
    throw new LedgerError('usage.too-long', { what: name, length: words.length, most: longestWords })
  return words
}

async function readSetting(of: ShopSetting, typed: string, name: PolicyKey): Promise<string> {
  switch (of) {
    case 'name':
      return readShopName(typed)
    case 'currency':
      return readCurrency(typed)
    case 'region':
      return readRegion(typed)
    case 'timezone':
      return readZone(typed)
    case 'lang': {
      const lang = languageNamed(typed)
      if (lang === null) throw new LedgerError('usage.bad-choice', { asked: typed, what: name, choices: languages })
      return lang
    }
  }
}

function readRangesOf(name: PolicyKey, typed: string): string {
  const ranges = readRanges(typed)
  if (ranges === null) throw new LedgerError('usage.bad-ranges', { asked: typed, key: name })
  return ranges
}

/** Four rising numbers. Commas part them where no blank does: `1,000 5,000 …` is thousands. */
function readSteps(of: 'count' | 'money', typed: string, currency: string): string {
  const plain = typed.normalize('NFKC').trim()
  const parts = /\s/.test(plain) ? plain.split(/[,、]?\s+/) : plain.split(/[,、]/)
  const steps = parts.map((part) =>
    of === 'money' ? parseMoney(part, currency) : /^\d{1,9}$/.test(part) ? Number(part) : Number.NaN,
  )
  const rising = steps.every((step, at) => step > (at === 0 ? -1 : (steps[at - 1] ?? 0)))
  if (steps.length !== 4 || !rising) throw new LedgerError('usage.bad-steps', { asked: typed, of })
  return steps.join(' ')
}

function readCount(
  key: PolicyKey,
  { least, most }: { least: number; most: number },
  typed: string,
  plain: string,
): number {
  const count = /^\d{1,9}$/.test(plain) ? Number(plain) : Number.NaN
  if (!(count >= least && count <= most)) throw new LedgerError('usage.bad-count', { asked: typed, least, most, key })
  return count
}

/** A share as typed, `0.35` or `35%`; `plain` is the same in plain letters. Throws usage.bad-share. */
export function readShare(typed: string, plain = typed.normalize('NFKC').trim()): number {
  const [, number = '', percent] = /^(\d{1,3}(?:\.\d{1,6})?|\.\d{1,6})\s*(%)?$/.exec(plain) ?? []
  const share = number === '' ? Number.NaN : Math.round(Number(number) * (percent ? 10_000 : 1_000_000)) / 1_000_000
  if (!(share >= 0 && share <= 1)) throw new LedgerError('usage.bad-share', { asked: typed })
  return share
}

const yes = ['on', 'true', 'yes', '1', '开', '是']
const no = ['off', 'false', 'no', '0', '关', '否']

function readFlag(typed: string, plain: string): boolean {
  if (!yes.includes(plain) && !no.includes(plain)) throw new LedgerError('usage.bad-flag', { asked: typed })
  return yes.includes(plain)
}

function readChoice(
  name: PolicyKey,
  { choices, of }: Extract<PolicyRule, { kind: 'choice' }>,
  typed: string,
  plain: string,
): string {
  const meant = of === undefined ? plain : meaning(of, plain)
  if (meant === null || !choices.includes(meant))
    throw new LedgerError('usage.bad-choice', { asked: typed, what: name, choices })
  return meant
}

/** A value as JSON shows it: money as a decimal string. */
export function publicValue(name: PolicyKey, value: StoredValue, currency: string): StoredValue {
  const key: PolicyRule = keys[name]
  if (key.kind === 'money' && typeof value === 'number') return decimal(value, currency)
  if (key.kind === 'reward' && value !== null && typeof value !== 'boolean') return shownReward(value, currency)
  if (key.kind === 'steps' && key.of === 'money' && typeof value === 'string')
    return value
      .split(' ')
      .map((step) => decimal(Number(step), currency))
      .join(' ')
  return value
}
