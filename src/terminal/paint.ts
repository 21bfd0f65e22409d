import { Chalk } from 'chalk'
import type { Paint } from './voice.ts'

// Whether to paint has been decided already, from the streams handed in: chalk is not asked.
const chalk = new Chalk({ level: 1 })

export const paint: Paint = { bold: (text) => chalk.bold(text), dim: (text) => chalk.dim(text), red: (text) => chalk.red(text) }
