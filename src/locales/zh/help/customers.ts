import type { CommandHelp } from '../../en/help.ts'

export const customers: Record<string, CommandHelp> = {}
