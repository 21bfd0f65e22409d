import { Chalk } from 'chalk'
import type { Paint } from './voice.ts'

// Whether to paint has been decided already, from the streams handed in: chalk is not asked.
const chalk = new Chalk({ level: 1 })
const deep = new Chalk({ level: 2 })

const paint: Paint = {
  bold: (text) => chalk.bold(text),
  dim: (text) => chalk.dim(text),
  red: (text) => chalk.red(text),
}

// Letters are painted with their ground, so that they are read on a dark terminal and on a light one.
const depths = [
  (text: string) => text,
  (text: string) => deep.bgAnsi256(194).ansi256(16)(text),
  (text: string) => deep.bgAnsi256(151).ansi256(16)(text),
  (text: string) => deep.bgAnsi256(71).ansi256(16)(text),
  (text: string) => deep.bgAnsi256(22).ansi256(231)(text),
] as const

/** The paint a terminal has: backgrounds in depths only with 256 colours. */
export function paintOn({ TERM = '', COLORTERM }: Readonly<Record<string, string | undefined>>): Paint {
  return COLORTERM || /256|kitty|alacritty|ghostty|direct/.test(TERM)
    ? { ...paint, shade: (text, depth) => depths[depth]?.(text) ?? text }
    : paint
}
