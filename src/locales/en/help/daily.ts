import type { CommandHelp } from '../help.ts'

export const daily: Record<string, CommandHelp> = {}
