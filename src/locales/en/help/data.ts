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
  backup: {
    does: 'Copy the ledger to a file or folder while it is in use, and read the copy back.',
    examples: ['regulars backup', 'regulars backup /media/usb/ --keep 8', 'regulars backup shop-2026.db'],
    flags: { '--keep': 'keep so many dated copies of this ledger in the folder, delete older ones' },
    more: 'Into a folder the copy gets a dated name; without one it goes to backups beside the ledger. The copy is not encrypted.',
  },
  restore: {
    does: 'Put a backup in the place of the ledger; the one it replaces is kept beside it.',
    examples: ['regulars restore /media/usb/regulars-2026-11-21-2130.db', 'regulars restore shop-2026.db --dry-run', 'regulars restore shop-2026.db --yes'],
    more: 'The backup is checked first and what is in it is shown. Where nobody can answer it needs --yes.',
  },
  doctor: {
    does: 'Check the ledger: the file, the sums, the place it lies in, tiers and backups.',
    examples: ['regulars doctor', 'regulars doctor --migrate', 'regulars doctor --duplicates', 'regulars doctor --quiet || mail -s ledger me@example.com'],
    flags: {
      '--migrate': 'bring an older ledger up to date first (a copy is kept)',
      '--data': 'also data that looks odd',
      '--duplicates': 'also customers that may be one',
    },
    more: 'Exit code 0: sound. 1: something should be put right. 4: the file is damaged.',
  },
  demo: {
    does: 'A made-up tea shop to look around in: 120 customers, 18 months of purchases, what is due today.',
    examples: ['regulars demo', 'regulars demo --lang zh', 'regulars demo --db try.db'],
    more: 'Always a new ledger in a temporary folder (or in an empty --db); your own is not touched.',
  },
}
