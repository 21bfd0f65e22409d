import type { CommandHelp } from '../help.ts'

export const care: Record<string, CommandHelp> = {}
