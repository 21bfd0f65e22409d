import type { Words } from '../en.ts'
import type { Speech } from '../speech.ts'

const standing = (balance: string, voice: Speech) => voice.balance(balance) || '两清'
const kinds: Record<string, string> = { purchase: '消费', refund: '退款', payment: '还款', opening: '期初' }

export const account: Words['account'] = {
  statement: {
    title: ({ name, customerId, from, to }) => `${name} #${customerId}   ${from} 到 ${to}`,
    heads: ['日期', '单', '', '应付', '已付', '余额'],
    opening: '上期结转',
    line: ({ kind, item, charged }, { balance }) =>
      kind === 'payment' && balance(charged) !== '' ? '退还预存' : [kinds[kind], item].filter(Boolean).join(' '),
    standing,
    closing: ({ closing }, voice) => standing(closing, voice),
    short: ({ name, called, from, to, opening, entries, closing }, shop, voice, today) => {
      const { money, day, balance } = voice
      const moves = entries.filter(({ charged, settled }) => charged !== settled)
      const said = moves.map((line, at) => {
        const paid = line.kind === 'purchase' && balance(line.settled) !== '' ? `（当时付 ${money(line.settled)}）` : ''
        if (line.kind === 'opening')
          return `${line.on === moves[at - 1]?.on ? '' : `${day(line.on)} `}原${balance(line.charged) === '' ? '有预存' : '欠'} ${money(line.amount)}`
        const what = line.kind === 'payment' ? (balance(line.charged) === '' ? '付款' : '退还预存') : kinds[line.kind]
        const amount = line.kind === 'refund' ? line.settled : line.amount
        return `${line.on === moves[at - 1]?.on ? '' : `${day(line.on)} `}${what} ${money(amount)}${paid}`
      })
      const monthly = from === `${today.slice(0, 8)}01`
      const before = `${monthly ? '上月底' : `${day(from)} 前`}${standing(opening, voice)}`
      return `${called ?? name}您好，您在${shop || '本店'}的账：${[balance(opening) === '' ? '' : before, said.join('，') || `${monthly ? '本月' : `${day(from)} 到 ${day(to)} `}没有新的欠款和付款`, `现${standing(closing, voice)}`].filter(Boolean).join('；')}。`
    },
  },
  balances: {
    nobody: '没有欠款，也没有预存。',
    totals: ({ debtors, owed, creditors, credit }, { money }) =>
      [debtors > 0 ? `欠款 ${debtors} 位，共 ${money(owed)}` : '没有欠款', creditors > 0 ? `预存 ${creditors} 位，共 ${money(credit)}（店里欠客户）` : '']
        .filter(Boolean)
        .join('；'),
    heads: ['', '共欠', '30天内', '31-60天', '61-90天', '90天以上', '上次催'],
    never: '没催过',
    credits: '预存',
    credit: ({ balance }, voice) => voice.balance(balance),
    next: (id) => [`收款：regulars pay ${id} 金额   对账：regulars statement ${id}`, `催过：regulars done ${id} --about debt`],
  },
}
