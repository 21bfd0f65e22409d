import type { CommandHelp } from '../../en/help.ts'

export const data: Record<string, CommandHelp> = {}
