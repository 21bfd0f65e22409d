import type { CommandHelp } from '../help.ts'

export const data: Record<string, CommandHelp> = {
  undo: {
    does: 'Take back your own newest change, or change N, whoever made it.',
    examples: ['regulars undo', 'regulars undo 1204', 'regulars undo 7 --keep-edited --yes'],
    flags: { '--keep-edited': 'of an import, leave the rows that later changes touched' },
    more: 'It says what it was and asks first; where nobody can answer it needs --yes. Refused where later changes build on it: take those back first. init, backup, restore, forget and undo cannot be undone; a run of classify only by its number.',
  },
  log: {
    does: 'What was done to the ledger, newest first.',
    examples: ['regulars log -l 20', 'regulars log --from yesterday', 'regulars log --json'],
    flags: { '--from': 'changes made on this day or later', '--to': 'changes made on this day or earlier' },
  },
}
