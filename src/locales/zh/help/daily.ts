import type { CommandHelp } from '../../en/help.ts'

export const daily: Record<string, CommandHelp> = {}
