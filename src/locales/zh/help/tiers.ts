import type { CommandHelp } from '../../en/help.ts'

export const tiers: Record<string, CommandHelp> = {}
