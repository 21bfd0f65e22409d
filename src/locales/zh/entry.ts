import type { Words } from '../en.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

const standing = (balance: string, voice: Speech) => voice.balance(balance) || '两清'

const before = (was: string, now: string, voice: Speech) => {
  if (voice.balance(was) === '') return '两清'
  return was.startsWith('-') === now.startsWith('-') && voice.balance(now) !== '' ? voice.money(was.replace('-', '')) : voice.balance(was)
}

const moved = (was: string, now: string, voice: Speech) => `${standing(now, voice)}（原 ${before(was, now, voice)}）`.replace('（原 两清）', '（原来两清）')

const isSome = (amount: string, voice: Speech) => voice.balance(amount) !== ''

const what = (item: string | null) => (item ? ` ${item}` : '')

const kinds: Record<string, string> = { purchase: '消费', refund: '退款', payment: '还款', opening: '期初' }

export const entry: Words['entry'] = {
  numbered: (kind, id) => `${kinds[kind] ?? ''}单 ${id} `,
  bought: (value, voice, today) => {
    const { money, day } = voice
    if (value.customerId === null)
      return `散客 ${money(value.amount)}${what(value.item)}   单 ${value.id}${value.takings ? `   ${entry.takings(value.takings, voice, today)}` : ''}`
    const unpaid = isSome(value.onAccount, voice) || isSome(value.fromCredit, voice)
    const how = [
      unpaid && isSome(value.paid, voice) ? `付 ${money(value.paid)}` : '',
      isSome(value.fromCredit, voice) ? `用预存 ${money(value.fromCredit)}` : '',
      isSome(value.onAccount, voice) ? (value.onAccount === value.amount ? '赊账' : `赊 ${money(value.onAccount)}`) : '',
      value.due ? `约 ${day(value.due)} 付` : '',
      value.on === today ? '' : `补记 ${day(value.on)}`,
    ].filter(Boolean)
    const account = unpaid ? `→ ${moved(value.balanceBefore, value.balance, voice)}` : voice.balance(value.balance)
    return [
      `${voice.strong(value.name ?? '')} #${value.customerId}  ${value.tier ?? terms.kind['staff']}  ${[`${money(value.amount)}${what(value.item)}`, ...how].join('，')}`,
      account,
      `单 ${value.id}`,
    ]
      .filter(Boolean)
      .join('   ')
  },
  takings: ({ on, count, sum, regularsCount, regularsSum }, { money, day }, today) =>
    `${on === today ? '今天' : day(on)} ${count} 笔 ${money(sum)}（熟客 ${regularsCount} 笔 ${money(regularsSum)}）`,
  refunded: (value, voice) => {
    const { money } = voice
    const whole = (part: string, words: string) => (part === value.amount ? words : `${words} ${money(part)}`)
    const how = [
      isSome(value.lessOwed, voice) ? whole(value.lessOwed, '冲欠款') : '',
      isSome(value.kept, voice) ? whole(value.kept, '留作预存') : '',
      isSome(value.handedBack, voice) ? whole(value.handedBack, '当面退还') : '',
    ].filter(Boolean)
    const account = value.balance === value.balanceBefore ? '' : `，${moved(value.balanceBefore, value.balance, voice)}`
    return `退 ${value.name ?? '散客'} ${voice.day(value.purchasedOn)}${what(value.item)}（单 ${value.refundOf}）${money(value.amount)}：${how.join('，')}${account}   单 ${value.id}`
  },
  paid: (value, voice) => {
    const { money, day } = voice
    if (value.out) return `退还 ${value.name} 预存 ${money(value.amount)}；${moved(value.balanceBefore, value.balance, voice)}   单 ${value.id}`
    const parts = value.settled
      .slice(0, 3)
      .map(({ on, amount, left }) => `${day(on)} ${money(amount)}（${isSome(left, voice) ? `还差 ${money(left)}` : '清'}）`)
    const more = value.settled.length - parts.length
    if (more > 0) parts.push(`另 ${more} 笔`)
    const credit = isSome(value.toCredit, voice) ? [parts.length > 0 ? `多出 ${money(value.toCredit)} 记预存` : '本来不欠，记作预存'] : []
    const settled = parts.length > 0 ? [`冲 ${parts.join('、')}`] : []
    return `收到 ${value.name} 还款 ${money(value.amount)}：${[...settled, ...credit].join('，')}；${moved(value.balanceBefore, value.balance, voice)}   单 ${value.id}`
  },
  voided: ({ kind, id, on, amount, item }, name, voice) => `作废 ${kinds[kind]}单 ${id}：${name} ${voice.day(on)}${what(item ?? null)} ${voice.money(amount)}`,
  voidedContact: ({ id, name, on }, voice) => `作废 联系 c${id}：${name} ${voice.day(on)}`,
  moved: ({ customerId, name, balanceBefore, balance }, voice) =>
    `${name} #${customerId} ${balance === balanceBefore ? standing(balance, voice) : moved(balanceBefore, balance, voice)}`,
  fixed: ({ kind, replaces, id, amountBefore, amount }, voice) =>
    `${kinds[kind]}单 ${replaces}：${voice.money(amountBefore)} 改为 ${voice.money(amount)}，新单 ${id}`,
  heads: { id: '单', on: '日期', customer: '客户', item: '物品', amount: '金额', remark: '' },
  remarks: ({ void: gone, refunded, amount, paid, note }, { money, balance }) => [
    ...(gone
      ? ['作废']
      : [
          balance(refunded) === '' ? '' : refunded === amount ? '已退' : `退 ${money(refunded)}`,
          paid === amount ? '' : balance(paid) === '' ? '赊账' : `付 ${money(paid)}`,
        ].filter(Boolean)),
    ...(note ? [`“${note}”`] : []),
  ],
  total: (count, sum, refunded, { money, balance }) => `消费 ${count} 笔，${money(sum)}${balance(refunded) === '' ? '' : `，退款 ${money(refunded)}`}`,
  noPurchases: '没有消费。',
  noContacts: '没有联系。',
  promised: (day) => `约 ${day}`,
  till: {
    prompt: '客户 金额 [物品]，u 撤回上一笔，回车结束> ',
    line: (number, text) => `第 ${number} 行：${text}`,
    total: (count, sum, failed, { money }) => `记了 ${count} 笔，${money(sum)}${failed > 0 ? `；${failed} 行没记` : ''}`,
    takenBack: (id) => `已撤回：单 ${id}`,
    nothingToTakeBack: '这次还没有可撤回的。',
  },
}
