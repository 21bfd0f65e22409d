import * as z from 'zod/mini'
import { readCurrency, readShopName, readZone } from '../book/new-ledger.ts'
import { keptFestivalDays } from '../book/policy/festival-days.ts'
import { keys } from '../book/policy/keys.ts'
import { keptReward } from '../book/policy/reward.ts'
import { readRanges } from '../book/policy/segment-ranges.ts'
import { calendarDay } from '../day.ts'
import { parseBirthday } from '../identity/birthday.ts'
import { decimal, minorOf } from '../money.ts'
import type { PolicyRule, ShopSetting } from '../policy-key.ts'
import { isLanguage, languages, vocabulary } from '../vocabulary.ts'
import type { DumpColumn, DumpTable, Meaning } from './tables.ts'

/** The first line: which program wrote it, in which way, of which ledger, and how many rows follow. */
export const DumpHeader = z.object({
  regulars: z.string(),
  whole: z.int(),
  schema: z.int(),
  ledger: z.strictObject({
    uuid: z.string().check(z.regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
    name: z.string(),
    currency: z.string(),
    region: z.string().check(z.regex(/^[A-Z]{2}$/)),
    timezone: z.string(),
    lang: z.enum(languages),
  }),
  rows: z.record(z.string(), z.int().check(z.nonnegative())),
})
export type DumpHeader = z.infer<typeof DumpHeader>

const Id = z.int().check(z.positive())
const Day = z
  .string()
  .check(
    z.refine(
      (text) =>
        /^\d{4}-\d{2}-\d{2}$/.test(text) &&
        calendarDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== null,
    ),
  )

/** A line that tells of an import of the ledger it came from. */
export const ImportLine = z.strictObject({
  table: z.literal('import'),
  id: Id,
  command: z.string().check(z.regex(/^import (?!all$)\w+$/)),
  at: z.string().check(z.refine((text) => !Number.isNaN(Date.parse(text)))),
  day: Day,
  by: z.string(),
  facts: z.record(z.string(), z.unknown()),
})

/** What a line of a table may say, in the currency of its ledger. */
export function lineSchema({ table, columns }: DumpTable, currency: string) {
  const schemas = valueSchemas(currency)
  const shape = columns.map((column) => {
    const value = schemas[column.meaning]
    return [column.key, column.required ? value : z.optional(value)] as const
  })
  return z.strictObject({ table: z.literal(table), ...Object.fromEntries(shape), import: z.optional(Id) })
}

function valueSchemas(currency: string): Record<Meaning, z.ZodMiniType> {
  const word = (set: keyof typeof vocabulary) => z.enum(Object.keys(vocabulary[set]))
  const Money = z
    .string()
    .check(
      z.refine(
        (text) =>
          /^-?[\d.]+$/.test(text) && Number.isSafeInteger(minorOf(text)) && decimal(minorOf(text), currency) === text,
      ),
    )
  return {
    id: Id,
    count: z.int(),
    number: z.number(),
    money: Money,
    flag: z.boolean(),
    day: Day,
    text: z.string(),
    phone: z.string().check(z.regex(/^\+[1-9]\d{5,14}$/)),
    birthday: z.string().check(z.refine(isBirthday)),
    reasons: z
      .string()
      .check(z.refine((text) => text.split(',').every((reason) => Object.hasOwn(vocabulary.reason, reason)))),
    policy: z.union([z.string(), z.number(), z.boolean(), z.null()]),
    entry: z.enum(['purchase', 'refund', 'payment', 'opening']),
    kind: word('kind'),
    relation: word('relation'),
    style: word('style'),
    tier: word('tier'),
    channel: word('channel'),
    outcome: word('outcome'),
    direction: word('direction'),
    remedy: word('remedy'),
    severity: word('severity'),
    every: z.enum(['year', 'quarter']),
  }
}

function isBirthday(text: string): boolean {
  try {
    return parseBirthday(text) === text
  } catch {
    return false
  }
}

/** Whether a rule may have a value; one this program does not know may have any. */
export function fitsPolicy(name: string, value: unknown, currency: string): boolean {
  const key = Object.hasOwn(keys, name) ? (keys as Record<string, PolicyRule>)[name] : undefined
  if (!key) return true
  if (value === null) return 'optional' in key
  switch (key.kind) {
    case 'count':
      return Number.isInteger(value) && (value as number) >= key.least && (value as number) <= key.most
    case 'money':
      return typeof value === 'string' && /^[\d.]+$/.test(value) && decimal(minorOf(value), currency) === value
    case 'share':
      return typeof value === 'number' && value >= 0 && value <= 1
    case 'flag':
      return typeof value === 'boolean'
    case 'choice':
      return key.choices.includes(value as string)
    case 'festivals':
      return typeof value === 'string' && keptFestivalDays(value) === value
    case 'setting':
      return typeof value === 'string' && fitsSetting(key.of, value)
    case 'ranges':
      return typeof value === 'string' && readRanges(value) === value
    case 'steps':
      return isSteps(value, key.of, currency)
    case 'text':
      return typeof value === 'string' && value !== ''
    case 'reward':
      return (
        (typeof value === 'string' || typeof value === 'number') && keptReward(String(value), currency) !== undefined
      )
  }
}

/** A fact of the shop as `policy set` keeps it. */
function fitsSetting(of: ShopSetting, value: string): boolean {
  if (of === 'lang') return isLanguage(value)
  if (of === 'region') return /^[A-Z]{2}$/.test(value)
  try {
    return of === 'name'
      ? readShopName(value) === value
      : (of === 'currency' ? readCurrency(value) : readZone(value)) === value
  } catch {
    return false
  }
}

/** Four rising numbers, money as decimals. */
function isSteps(value: unknown, of: 'count' | 'money', currency: string): boolean {
  const parts = typeof value === 'string' ? value.split(' ') : []
  const steps = parts.map(of === 'money' ? minorOf : Number)
  const asWritten = steps.map((step) => (of === 'money' ? decimal(step, currency) : String(step))).join(' ')
  return (
    steps.length === 4 &&
    asWritten === value &&
    steps.every((step, at) => Number.isInteger(step) && step > (at === 0 ? -1 : (steps[at - 1] ?? 0)))
  )
}

/** A value of a line as the file keeps it. */
export function storedValue(
  { meaning, default: otherwise }: DumpColumn,
  value: unknown,
  { policyKey, currency }: { policyKey: unknown; currency: string },
): string | number | null {
  if (value === undefined) return otherwise
  if (meaning === 'money') return minorOf(value as string)
  if (meaning === 'flag') return value ? 1 : 0
  if (meaning !== 'policy') return value as string | number
  const key = (keys as Record<string, PolicyRule>)[String(policyKey)]
  if (typeof value !== 'string' || !key) return JSON.stringify(value)
  if (key.kind === 'reward') return JSON.stringify(keptReward(value, currency) ?? null)
  if (key.kind === 'money') return JSON.stringify(minorOf(value))
  return JSON.stringify(key.kind === 'steps' && key.of === 'money' ? value.split(' ').map(minorOf).join(' ') : value)
}
