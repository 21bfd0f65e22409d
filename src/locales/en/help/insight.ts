import type { CommandHelp } from '../help.ts'

export const insight: Record<string, CommandHelp> = {}
