import type { CommandHelp } from '../../en/help.ts'

export const care: Record<string, CommandHelp> = {}
