import type { ToldChange } from '../ledger/errors.ts'
import type { ChangeFacts, changes } from './en/changes.ts'
import type { Speech } from './speech.ts'

/** What a change was, as a few words that can stand in a sentence. */
export function changeSaid(
  { command, facts, who, group }: Pick<ToldChange, 'command' | 'facts' | 'who' | 'group'>,
  words: typeof changes,
  { money }: Pick<Speech, 'money'>,
): string {
  const count = (key: string) => (typeof facts[key] === 'number' ? facts[key] : 0)
  const names = who.slice(0, 3).join(words.between)
  const all = who.length > 3 ? words.andMore(names, who.length - 3, who.length) : names
  const told: ChangeFacts = {
    who: who.length === 0 ? '' : ` ${all}`,
    money: typeof facts['amount'] === 'string' ? ` ${money(facts['amount'])}` : '',
    group: group ?? '',
    entry: count('entryId') === 0 ? '' : words.entry(count('entryId')),
    contact: count('contactId') === 0 ? '' : words.contact(count('contactId')),
    count,
    text: (key) => String(facts[key] ?? ''),
  }
  return words.sentences[meant(command, told)]?.(told) ?? `${command}${told.who}${told.money}${told.entry}`
}

/** Which sentence a command has: what it did differs with what it was given. */
function meant(command: string, { who, count, text }: ChangeFacts): string {
  const many = count('count') > 0
  if (command === 'buy') return many ? 'buy many' : who === '' ? 'buy walk-in' : 'buy'
  if (command === 'pay') return text('out') === 'true' ? 'pay out' : text('topUp') === 'true' ? 'pay top-up' : 'pay'
  if (command === 'done') return many ? 'done many' : 'done'
  if (command === 'message') return who === '' ? 'message many' : command
  if (command === 'event came') return many ? 'event came many' : command
  if (command === 'snooze') return text('until') === '' ? 'snooze off' : 'snooze'
  if (command === 'classify') return text('on') === '' ? 'classify undated' : 'classify'
  if (command === 'import all') return count('imports') > 0 ? 'import all with imports' : 'import all'
  if (command === 'policy reset') return text('key') === '' ? 'policy reset many' : 'policy reset'
  return command
}
