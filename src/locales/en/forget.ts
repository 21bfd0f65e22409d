import { counted } from './plural.ts'

/** Somebody is forgotten for good. */
export const forget = {
  would: (who: string) => `Would forget ${who}`,
  done: (id: number) => `Forgotten: #${id}. Nothing of them is left in the ledger file and its log.`,
  doneOnServer: (id: number) => `Forgotten: #${id}. Nothing of them is left in the tables of the ledger.`,
  archives: 'The logs, replicas and archives that the server itself keeps have them until they expire.',
  stays: (entries: number, contacts: number) =>
    `What they brought still counts: ${counted(entries, 'entry', 'entries')}, ` +
    `${counted(contacts, 'contact')}, without a name.`,
  balance: (balance: string) => `It stays in the sums: ${balance}`,
  complaints: (count: number) => `Open complaints and suggestions that end with it: ${count}.`,
  groups: (count: number) => `${counted(count, 'saved group')} that named them went too.`,
  elsewhere: (where: string) =>
    `Named in texts of others, for you to put right (regulars show, regulars edit): ${where}`,
  copies: 'Still in these copies of the ledger; delete them, or forget again after a restore:',
  question: (who: string) => `Forget ${who} for good? It cannot be undone.`,
  questionBalance: (who: string, balance: string) => `Forget ${who} for good, with ${balance}? It cannot be undone.`,
  left: 'Nobody was forgotten.',
}
