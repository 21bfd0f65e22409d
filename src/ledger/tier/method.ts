export const tiers = ['A', 'B', 'C', 'D'] as const
export type Tier = (typeof tiers)[number]
