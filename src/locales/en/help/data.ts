import type { CommandHelp } from '../help.ts'

export const data: Record<string, CommandHelp> = {}
