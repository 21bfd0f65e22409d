import { keys } from '../ledger/book/policy/keys.ts'
import type { PolicyKey } from '../ledger/book/policy/policy.ts'
import type { StoredValue } from '../ledger/book/policy/read-value.ts'
import { segmentOfKey } from '../ledger/book/policy/segment-ranges.ts'
import type { PolicyReset, PolicyRow, PolicySet as RuleSet } from '../ledger/book/policy/set-policy.ts'
import type { PolicyRule } from '../ledger/policy-key.ts'
import { quoted } from '../locales/asked.ts'
import { grid } from '../terminal/grid.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { widthOf, wrap } from '../terminal/width.ts'

/** Rules with their values and what they mean; those the shop has changed stand out. */
export const policyScreen: Screen<readonly PolicyRow[]> = {
  columns: { key: 'text', value: 'text', default: 'text', changed: 'flag' },
  lines(rules, voice) {
    const { policy } = voice.words
    const name = Math.max(...rules.map(({ key }) => widthOf(key)))
    const orNone = (said: string) => said || policy.unset.none
    const said = rules.map(({ key, value }) => orNone(ruleValue(key, value, voice)))
    const wide = Math.max(...said.map(widthOf))
    const room = voice.width === null ? 1000 : voice.width - name - wide - 6
    const below = room < 20
    const rows = rules.map(({ key, changed, default: standard }, at) => {
      const paint = changed ? voice.strong : (text: string) => text
      const was = changed ? ` ${policy.changed(orNone(ruleValue(key, standard, voice)))}` : ''
      const meaning = wrap(ruleMeaning(key, voice) + was, below ? (voice.width ?? 1000) - 4 : room).map(paint)
      return { rule: [paint(`${changed ? '*' : ' '} ${key}`), paint(said[at] ?? '')], meaning }
    })
    const drawn = below
      ? rows.flatMap(({ rule, meaning }) => [rule.join('  '), ...meaning.map((line) => `    ${line}`)])
      : grid(rows.map(({ rule, meaning }) => [...rule, meaning.join('\n')]))
    return drawn
  },
  next: (rules, voice) => [voice.words.policy.next(...example(rules, voice))],
}

/** A value as people read it; what it means that there is none is the rule's to say. */
function ruleValue(key: PolicyKey, value: StoredValue, { words: { policy }, money }: Voice): string {
  const rule: PolicyRule = keys[key]
  if (value === null) return policy.unset[('unset' in rule && rule.unset) || 'auto']
  if (typeof value === 'boolean') return value ? policy.on : policy.off
  if (typeof value === 'string' && key.startsWith('shop.')) return value
  if (typeof value === 'string') return /^[\d.]+$/.test(value) ? money(value) : policy.given(value)
  const isShare = key === 'tier.margin' || key === 'tier.profitShare'
  return isShare ? `${Math.round(value * 1_000_000) / 10_000} %` : String(value)
}

/** What a rule decides. */
function ruleMeaning(key: PolicyKey, { words: { policy } }: Voice): string {
  if (key in policy.meanings) return policy.meanings[key as keyof typeof policy.meanings]
  const segment = segmentOfKey(key)
  if (segment !== undefined) return policy.segment(segment)
  const [, reason = '', what] = key.split('.')
  return (what === 'on' ? policy.isRaised : policy.weighs)(policy.reason(reason))
}

/** What to type to change one of them: the first, unless the best known is there. */
function example(rules: readonly PolicyRow[], voice: Voice): [key: string, value: string] {
  const first = rules.find(({ value }) => value !== null && value !== '') ?? rules[0]
  if (first === undefined || rules.some(({ key }) => key === 'cadence.A')) return ['cadence.A', '10']
  if (first.value === null || first.value === '') return [first.key, sampleOf(first.key, voice)]
  const value = typeof first.value === 'boolean' ? (first.value ? 'on' : 'off') : String(first.value)
  return [first.key, quoted(value)]
}

function sampleOf(key: PolicyKey, { words }: Voice): string {
  const { sample } = words.policy
  const { kind } = keys[key]
  return kind in sample ? sample[kind as keyof typeof sample] : sample.other
}

/** A rule, and whether the tiers come out otherwise by it. */
interface Resorting {
  readonly sortAgain: boolean
}

export const policySetScreen: Screen<{ readonly set: RuleSet } & Resorting, RuleSet> = {
  data: ({ set }) => set,
  columns: { key: 'text', value: 'text', was: 'text', change: 'count' },
  lines: ({ set, sortAgain }, voice) => [changedLine(set, voice), ...(sortAgain ? [voice.words.policy.sortAgain] : [])],
}

export const policyResetScreen: Screen<PolicyReset & Resorting, PolicyReset['reset'][number]> = {
  data: ({ sortAgain: _, ...reset }) => reset,
  rows: ({ reset }) => reset,
  columns: { key: 'text', value: 'text', was: 'text' },
  lines: ({ reset, sortAgain }, voice) => [
    ...(reset.length === 0 ? [voice.words.policy.nothingToReset] : []),
    ...reset.map((rule) => changedLine(rule, voice)),
    ...(sortAgain ? [voice.words.policy.sortAgain] : []),
  ],
}

function changedLine({ key, value, was }: PolicyReset['reset'][number], voice: Voice): string {
  const { policy } = voice.words
  const [is, before] = [ruleValue(key, value, voice), ruleValue(key, was, voice)]
  if (is === before) return policy.already(key, is)
  return before === '' ? policy.setFirst(key, is) : policy.set(key, is, before)
}
