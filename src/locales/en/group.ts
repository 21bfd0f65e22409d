import type { Audience } from '../../ledger/audience/filter.ts'
import { quoted } from '../asked.ts'
import { terms } from './terms.ts'

type Said = { readonly [Name in keyof Required<Audience>]: (value: NonNullable<Audience[Name]>) => string }

const any = (words: readonly string[]) => words.join(' or ')
const all = (words: readonly string[]) => words.join(' and ')

const pieces: Said = {
  tiers: (tiers) => `tier ${any(tiers)}`,
  stages: (stages) => any(stages.map((stage) => terms.stage[stage] ?? stage)),
  segments: (segments) => any(segments.map((segment) => terms.segment[segment] ?? segment)),
  quadrants: (quadrants) => any(quadrants.map((quadrant) => terms.quadrant[quadrant] ?? quadrant)),
  tags: (tags) => `tagged ${all(tags)}`,
  source: (source) => `came by ${source}`,
  keeper: (keeper) => `looked after by ${keeper}`,
  owes: () => 'owing',
  bought: (item) => `bought “${item}”`,
  born: ({ from, to }) => `born ${from === to ? from : `${from ?? ''}..${to ?? ''}`}`,
  notSince: (day) => `no purchase since ${day}`,
  notSinceDays: (days) => `no purchase for ${days} ${days === 1 ? 'day' : 'days'}`,
  where: (facts) => all(facts.map(([key, value]) => (value === '' ? key : `${key}=${value}`))),
  archived: () => 'archived ones too',
  group: (name) => `of group ${name}`,
  within: (filter) => said(filter),
}

function said(filter: Audience): string {
  return Object.entries(filter)
    .map(([name, value]) => (pieces[name as keyof Audience] as ((value: unknown) => string) | undefined)?.(value) ?? `${name} ${JSON.stringify(value)}`)
    .join('; ')
}

const counted = (count: number) => `${count} customer${count === 1 ? '' : 's'}`

/** Saved groups. */
export const group = {
  /** A filter in words. */
  said,
  saved: (name: string, filter: Audience, customers: number) => `Group “${name}”: ${said(filter)}. Today: ${counted(customers)}.`,
  use: (name: string) => `See them: regulars list --group ${quoted(name)}   whom to call: regulars due --group ${quoted(name)}`,
  deleted: (name: string) => `Group “${name}” is gone; its customers stay.`,
  title: (today: string) => `Saved groups, and how many they are on ${today}`,
  none: 'No group was saved yet: regulars group save NAME --tag oolong --not-since 90d',
}
