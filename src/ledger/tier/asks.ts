import type { Tier } from '../vocabulary.ts'

type Level = 'medium' | 'high' | 'very-high'

/** What a tier asks of the shop: to know the goods, to serve, to talk (SPEC 3). */
export const asksOf: Readonly<
  Record<Tier, { readonly expertise: Level; readonly service: Level; readonly talk: Level }>
> = {
  A: { expertise: 'medium', service: 'very-high', talk: 'high' },
  B: { expertise: 'very-high', service: 'high', talk: 'high' },
  C: { expertise: 'high', service: 'medium', talk: 'very-high' },
  D: { expertise: 'very-high', service: 'medium', talk: 'high' },
}
