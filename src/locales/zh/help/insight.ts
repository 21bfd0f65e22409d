import type { CommandHelp } from '../../en/help.ts'

export const insight: Record<string, CommandHelp> = {}
