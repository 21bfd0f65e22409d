import type { CodesOf, ErrorWords, InAnyLanguage } from '../../error-message.ts'
import { grouped } from '../../figure.ts'

const said = {
  'change.not-found': ({ asked }) => ({ message: `No change ${asked}.`, hint: 'The changes: regulars log' }),
  'change.undone': ({ change, by }) => ({
    message: `Change ${change} has been taken back already (by change ${by}).`,
    hint: 'The changes: regulars log',
  }),
  'change.not-undoable': ({ change, command }) => ({
    message: `${command} cannot be undone (change ${change}).`,
    hint: 'The changes: regulars log',
  }),
  'change.none-of-yours': {
    none: 'You have no change to take back.',
    newest: (by: string, time: string, what: string) =>
      `You have no change to take back; the newest is by ${by}, ${time} (${what}).`,
    undo: (change: number) => `To take that back all the same: regulars undo ${change}`,
    all: 'The changes: regulars log',
  },
  'change.in-the-way': {
    message: (change: number, later: readonly string[], more: string) =>
      `Change ${change} cannot be taken back: later changes build on it: ${later.join(', ')}${more}.`,
    later: (change: number, what: string) => `${change} (${what})`,
    more: (count: number) => `, and ${grouped(count)} more`,
    hint: (first: number) => `Take those back first: regulars undo ${first}`,
    keep: (change: number) => `Or all but the rows they touch: regulars undo ${change} --keep-edited`,
  },
  'change.keep-not-import': ({ change, command }) => ({
    message: `--keep-edited is for imports; change ${change} is ${command}.`,
    hint: `Without it: regulars undo ${change}`,
  }),
} satisfies ErrorWords<CodesOf<'change'>>

/** Changes that cannot be taken back. */
export const changeErrors: InAnyLanguage<typeof said> = said
