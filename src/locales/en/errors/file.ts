import { quoted } from '../../asked.ts'
import type { CodesOf, ErrorMessage, ErrorWords, InAnyLanguage } from '../../error-message.ts'

const said = {
  'backup.encrypted': ({ path }) => ({
    message: `${path} is encrypted.`,
    hint: 'Name the file its password stands in with --password-file. Examples: regulars help restore',
  }),
  'backup.wrong-password': ({ path }) => ({
    message: `That password does not open ${path}; nothing was touched.`,
    hint: 'The first line of the file is the password, blanks included. More: regulars help restore',
  }),
  'backup.unlike': ({ path }) => ({
    message: `The backup of ${path} did not read back as it was written; it was not kept.`,
    hint: 'Try another disk: regulars help backup   Look at the ledger: regulars doctor',
  }),
  'backup.taken': ({ path }) => ({
    message: `${path} is something else, not a backup; it was left as it is.`,
    hint: 'Name a folder or a new file. Examples: regulars help backup',
  }),
  'backup.other': ({ path, why }) => ({
    message: {
      other: `${path} is another ledger, not a copy of this one; it was left as it is.`,
      'in-use': `${path} is in use: a log lies beside it, or somebody has it open; it was left as it is.`,
      damaged: `${path} is a copy that is damaged; it was left as it is, and this ledger is not concerned.`,
      ahead: `${path} holds what this ledger does not: it was written in since it was made; it was left as it is.`,
    }[why],
    hint: 'Name a folder or a new file. Examples: regulars help backup',
  }),
  'engine.bad-address': ({ asked }) => ({
    message: `Not an address of a ledger: ${quoted(asked)}.`,
    hint: 'postgres://USER@HOST/DATABASE?ledger=NAME',
  }),
  'engine.password': () => ({
    message: 'A password has no place in an address: it would be shown and kept.',
    hint: 'Put it into ~/.pgpass, or into PGPASSWORD, and leave it out here.',
  }),
  'engine.unreachable': ({ host }) => ({
    message: `The server ${host} cannot be reached.`,
    hint: 'Is it running, and is this computer online?',
  }),
  'engine.refused': ({ host }) => ({
    message: `The server ${host} does not let this user in.`,
    hint: 'The name stands in the address, the password in ~/.pgpass or PGPASSWORD.',
  }),
  'engine.untrusted': ({ host }) => ({
    message: `The server ${host} does not show, by a certificate this computer trusts, that it is the one.`,
    hint: 'The certificate of its issuer: NODE_EXTRA_CA_CERTS=FILE regulars …',
  }),
  'engine.no-database': ({ database }) => ({
    message: `The server has no database ${quoted(database)}.`,
    hint: `Make it once: createdb ${database}`,
  }),
  'engine.too-old': ({ found, needed }) => ({
    message: `The server is PostgreSQL ${found}; a ledger needs ${needed} or newer.`,
    hint: 'Have it upgraded, or keep the ledger in a file: regulars help config',
  }),
  'engine.encoding': ({ found, database }) => ({
    message: `The database ${quoted(database)} keeps its texts as ${found}, not as UTF-8: some names would be lost.`,
    hint: `Make another beside it: createdb -T template0 -E UTF8 NAME`,
  }),
  'engine.no-zero': () => ({
    message: 'A text holds the character U+0000, which a server does not keep; nothing was changed.',
    hint: "Take it out first. Of a file: tr -d '\\000' < FILE > CLEAN",
  }),
  'engine.not-allowed': () => ({
    message: 'The server does not allow this user to do that.',
    hint: 'Whoever keeps the ledger may: ask them, or use their name in the address.',
  }),
  'engine.lost': ({ host }) => ({
    message: `The connection to the server ${host} was lost; what was not confirmed is not entered.`,
    hint: 'Look with regulars log before you enter it again.',
  }),
  'engine.file-only': () => ({
    message: 'That works on a ledger file only, not on one of a server.',
    hint: 'A copy of it in a file: regulars backup',
  }),
  'engine.server-only': () => ({
    message: 'That is for the database of a server.',
    hint: 'regulars ledgers --db postgres://USER@HOST/DATABASE   Shops by name: regulars config',
  }),
  'file.address': ({ text }) => ({
    message: `${text} is an address, not a file; nothing was made or changed.`,
    hint: 'Name a file in its place, ./shop.db say.',
  }),
  'file.not-regular': ({ path }) => ({
    message: `${path} is a device or a pipe, not a file; it was left as it is.`,
    hint: 'Name a file in its place, ./shop.db say.',
  }),
  'file.foreign': ({ path, beside }) => ({
    message: `${beside} belongs to another user than ${path}: what it says is not believed.`,
    hint:
      'Make sure that nobody has the ledger open, then move it away: ' +
      `mv ${quoted(beside)} /tmp/   What is wrong: regulars doctor`,
  }),
  'file.beside': ({ path, beside }) => ({
    message: `${beside} is no ordinary file, as the log of ${path} would be; nothing was changed.`,
    hint: `Move it away: mv ${quoted(beside)} /tmp/`,
  }),
  'file.missing': ({ path }) => ({
    message: `No ledger at ${path}.`,
    hint: 'To start one: regulars init   From a backup: regulars help restore   To look around first: regulars demo',
  }),
  'file.exists': ({ path }) => ({
    message: `There is a ledger already: ${path}.`,
    hint: 'Its name, currency, zone … can be changed: regulars policy show shop',
  }),
  'file.not-a-ledger': ({ path }) => ({
    message: `${path} is not a ledger of regulars; it was left as it is.`,
    hint: 'Name a ledger in its place. Which one is looked at: regulars config list',
  }),
  'file.newer': ({ path, found, known }) => ({
    message: `${path} was written by a newer regulars (file version ${found}; this one knows ${known}).`,
    hint: 'Next: npm install -g regulars   Another ledger is named with --db.',
  }),
  'file.older': ({ path, found, known }) => ({
    message: `${path} is an older ledger (file version ${found}; this one writes ${known}).`,
    hint: 'To bring it up to date (a copy is kept): regulars doctor --migrate',
  }),
  'file.busy': ({ path }) => ({
    message: `${path} is in use by another regulars; waited 30 s.`,
    hint: 'Try again when the other one is done.',
  }),
  'file.damaged': ({ path }) => ({
    message: `${path} is damaged.`,
    hint: `What is wrong: regulars doctor --db ${quoted(path)}   The last good state: regulars help restore`,
  }),
  'file.unwritable': ({ path }) => ({
    message: `${path} cannot be written.`,
    hint: 'Check who owns the file and its folder, or name another (a ledger with --db).',
  }),
  'file.unreadable': ({ path }) => ({
    message: `${path} cannot be read.`,
    hint: 'Check who owns the file and its folder, or name another (a ledger with --db).',
  }),
  'file.is-folder': ({ path }) => ({
    message: `${path} is a folder, not a ledger.`,
    hint: 'Name the file in it with --db.',
  }),
  'file.full': ({ path }) => ({
    message: `No room left on the disk of ${path}; the ledger is as before.`,
    hint: 'Free some space, then run the same command again.',
  }),
  'file.disk': ({ said }) => ({
    message: `A disk, a stick or a network drive does not give what is on it (${said}).`,
    hint: 'Once it does: regulars doctor   What was not told as done is not in the ledger.',
  }),
  'file.output': {
    full: 'No room left where this is printed to: it is not all there.',
    broken: 'The output cannot be written: it is not all there.',
    hint: 'What the command changed in the ledger stands: regulars log',
  },
  'config.foreign': ({ path }) => ({
    message: `${path} belongs to another user, or anybody may write it: what is settled there does not count.`,
    hint: `If it is yours: sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
  }),
  'file.not-counted': {
    foreign: (path: string): ErrorMessage => ({
      message: `${path} belongs to another user, or anybody may write it: it does not count.`,
      hint: `If it is yours: sudo chown $(id -un) ${quoted(path)} && chmod go-w ${quoted(path)}`,
    }),
    unreadable: (path: string): ErrorMessage => ({
      message: `${path} is no text that can be read (up to 1 MB): it does not count.`,
      hint: 'Mend it or delete it.',
    }),
  },
  'config.damaged': ({ path }) => ({
    message: `${path} cannot be read: what is settled there does not count.`,
    hint: 'Mend the file or delete it, then: regulars config list',
  }),
} satisfies ErrorWords<CodesOf<'file' | 'engine' | 'backup' | 'config'>>

/** What keeps a ledger or its copy from being opened, read or written. */
export const fileErrors: InAnyLanguage<typeof said> = said
