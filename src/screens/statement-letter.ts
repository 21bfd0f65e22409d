import type { Statement, StatementLine } from '../ledger/account/statement.ts'
import type { Voice } from '../terminal/voice.ts'
import { isSome } from './account-balance.ts'

/** A statement in one line to paste into a message: only what moved the account. */
export function letterOf(statement: Statement, shop: string, voice: Voice): string {
  const { account, marks } = voice.words
  const said = [before(statement, voice), moves(statement, voice), now(statement, voice)]
    .filter(Boolean)
    .join(marks.clauses)
  const name = statement.called ?? statement.name
  return shop ? account.letter.fromShop(name, shop, said) : account.letter.said(name, said)
}

/** Whether it begins with this month. */
const ofThisMonth = ({ from }: Statement, { today }: Voice) => from === `${today.slice(0, 8)}01`

function before(statement: Statement, voice: Voice): string {
  const { letter } = voice.words.account
  const { from, opening } = statement
  if (!isSome(opening, voice)) return ''
  const { money, day } = voice
  const stood = opening.startsWith('-') ? letter.hadCredit(money(opening.slice(1))) : letter.owed(money(opening))
  return (ofThisMonth(statement, voice) ? letter.beforeMonth : letter.before)(day(from), stood)
}

/** The lines that moved it; those of one day have the day once. */
function moves(statement: Statement, voice: Voice): string {
  const { account, marks } = voice.words
  const { letter } = account
  const { from, to } = statement
  const moving = statement.entries.filter(({ charged, settled }) => charged !== settled)
  const said = moving.map((line, at) => {
    const what = moveOf(line, voice)
    return line.on === moving[at - 1]?.on ? what : `${voice.day(line.on)} ${what}`
  })
  if (said.length > 0) return said.join(marks.parts)
  const nothing = ofThisMonth(statement, voice) ? letter.nothingNewInMonth : letter.nothingNew
  return nothing(voice.day(from), voice.day(to))
}

function moveOf({ kind, amount, charged, settled, topUp, bonus, reward }: StatementLine, voice: Voice): string {
  const { letter } = voice.words.account
  const { money } = voice
  if (kind === 'opening')
    return isSome(charged, voice) ? letter.alreadyOwed(money(amount)) : letter.alreadyHadCredit(money(amount))
  if (reward) return isSome(charged, voice) ? letter.rewardEnded(money(bonus)) : letter.reward(money(bonus))
  const what =
    kind !== 'payment'
      ? letter.kinds[kind]
      : isSome(charged, voice)
        ? letter.handedBack
        : topUp
          ? letter.topUp
          : letter.kinds[kind]
  const said = `${what} ${money(kind === 'refund' ? settled : amount)}`
  if (isSome(bonus, voice)) return letter.withBonus(said, money(bonus))
  return kind === 'purchase' && isSome(settled, voice) ? letter.paidThen(said, money(settled)) : said
}

function now({ closing }: Statement, voice: Voice): string {
  const { letter } = voice.words.account
  const { money } = voice
  if (!isSome(closing, voice)) return letter.nowOwesNothing
  return closing.startsWith('-') ? letter.nowHasCredit(money(closing.slice(1))) : letter.nowOwes(money(closing))
}
