import type { CommandHelp } from '../help.ts'

export const tiers: Record<string, CommandHelp> = {}
