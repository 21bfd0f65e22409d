import type { CommandHelp } from '../help.ts'

export const customers: Record<string, CommandHelp> = {}
