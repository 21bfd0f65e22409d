import type { Audience } from '../ledger/audience/filter.ts'
import type { Words } from './en.ts'

type Said = { readonly [Name in keyof Required<Audience>]: (value: NonNullable<Audience[Name]>) => string }

/** A filter in words: on a terminal, on a page. */
export function audienceSaid(filter: Audience, words: Words): string {
  const { group, terms } = words
  const any = (all: readonly string[], known: Readonly<Record<string, string>> = {}) =>
    all.map((word) => known[word] ?? word).join(group.or)
  const pieces: Said = {
    tiers: (tiers) => group.tiers(any(tiers)),
    stages: (stages) => any(stages, terms.stage),
    segments: (segments) => any(segments, terms.segment),
    quadrants: (quadrants) => any(quadrants, terms.quadrant),
    tags: (tags) => group.tags(tags.join(group.and)),
    source: group.source,
    keeper: group.keeper,
    owes: () => group.owes,
    bought: group.bought,
    born: ({ from, to }) => group.born(`${from === to ? from : `${from ?? ''}..${to ?? ''}`}`),
    notSince: group.notSince,
    notSinceDays: group.notSinceDays,
    where: (facts) =>
      facts.map(([key, value]) => (value === '' ? group.hasFact(key) : `${key}=${value}`)).join(group.and),
    archived: () => group.archived,
    group: group.group,
    within: (other) => audienceSaid(other, words),
  }
  return Object.entries(filter)
    .map(([name, value]) => {
      const say = pieces[name as keyof Audience] as ((value: unknown) => string) | undefined
      return say?.(value) ?? `${name} ${JSON.stringify(value)}`
    })
    .join(group.between)
}
