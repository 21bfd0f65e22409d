import type { Statement, StatementLine } from '../ledger/account/statement.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { isSome, standing } from './account-balance.ts'
import { letterOf } from './statement-letter.ts'

interface StatementAsked {
  readonly statement: Statement
  /** A few lines to send to the customer, in the shop's name. */
  readonly short: boolean
  readonly shop: string
}

/** Opening, entries, running balance. */
export const statementScreen: Screen<StatementAsked, StatementLine> = {
  data: ({ statement }) => statement,
  rows: ({ statement }) => statement.entries,
  lines({ statement, short, shop }, voice) {
    if (short) return letterOf(statement, shop, voice)
    const said = voice.words.account.statement
    const amount = (text: string) => (isSome(text, voice) ? voice.money(text) : '')
    const rows = statement.entries.map((line) => [
      voice.day(line.on),
      String(line.id),
      whatOf(line, voice),
      amount(line.charged),
      amount(line.settled),
      standing(line.balance, voice),
    ])
    const opening = [voice.day(statement.from), '', said.opening, '', '', standing(statement.opening, voice)]
    const heads = said.heads.map((head, at) => ({ head, right: at === 1 || at > 2 }))
    return [
      voice.strong(said.title(`${statement.name} #${statement.customerId}`, statement.from, statement.to)),
      ...table(heads, [opening, ...rows], voice),
    ]
  },
  next({ statement, short }, voice) {
    if (short) return []
    const { customerId, closing } = statement
    const { paid, toSend } = voice.words.account.statement
    const owes = isSome(closing, voice) && !closing.startsWith('-')
    return [[...(owes ? [paid(customerId, closing)] : []), toSend(customerId)].join('   ')]
  },
  columns: {
    id: 'count',
    kind: 'text',
    on: 'day',
    item: 'text',
    amount: 'money',
    topUp: 'flag',
    reward: 'flag',
    bonus: 'money',
    handedBack: 'money',
    charged: 'money',
    settled: 'money',
    balance: 'balance',
  },
  id: ({ id }) => id,
}

function whatOf({ kind, item, charged, topUp, bonus, reward, handedBack: back }: StatementLine, voice: Voice): string {
  const {
    kinds,
    handedBack,
    topUp: toppedUp,
    withBonus,
    withHandedBack,
    reward: rewarded,
  } = voice.words.account.statement
  const what = kind !== 'payment' ? kinds[kind] : isSome(charged, voice) ? handedBack : topUp ? toppedUp : kinds[kind]
  if (reward) return rewarded
  const said = [what, item].filter(Boolean).join(' ')
  if (isSome(back, voice)) return withHandedBack(said, voice.money(back))
  return isSome(bonus, voice) ? withBonus(said, voice.money(bonus)) : said
}
