import { grouped } from '../figure.ts'
import { plural } from './plural.ts'

/** Groups of customers, and what is asked of them. */
export const group = {
  or: ' or ',
  and: ' and ',
  between: '; ',
  tiers: (tiers: string) => `tier ${tiers}`,
  tags: (tags: string) => `tagged ${tags}`,
  source: (source: string) => `came by ${source}`,
  keeper: (keeper: string) => `looked after by ${keeper}`,
  owes: 'owing',
  bought: (item: string) => `bought “${item}”`,
  born: (years: string) => `born ${years}`,
  notSince: (day: string) => `no purchase since ${day}`,
  notSinceDays: (days: number) => `no purchase for ${days} ${plural(days, 'day')}`,
  hasFact: (fact: string) => fact,
  archived: 'archived ones too',
  group: (name: string) => `of group ${name}`,
  saved: (name: string, said: string, customers: number) =>
    `Group “${name}”: ${said}. Today: ${grouped(customers)} ${plural(customers, 'customer')}.`,
  /** `type` is the name as one types it. */
  use: (type: string) => `See them: regulars list --group ${type}   whom to call: regulars due --group ${type}`,
  deleted: (name: string) => `Group “${name}” is gone; its customers stay.`,
  title: (today: string) => `Saved groups, and how many they are on ${today}`,
  none: 'No group was saved yet: regulars group save NAME --tag oolong --not-since 90d',
}
