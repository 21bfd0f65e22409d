import type { Words } from '../en.ts'

interface Facts {
  readonly who: string
  readonly money: string
  count(key: string): number
  text(key: string): string
}

const rows = ({ count }: Facts) => `新增 ${count('created')}，更新 ${count('updated')}`
const entry = ({ count }: Facts) => (count('entryId') ? `（单 ${count('entryId')}）` : '')
const touch = ({ count }: Facts) => (count('contactId') ? `（联系 c${count('contactId')}）` : '')

const sentences: Record<string, (facts: Facts) => string> = {
  init: () => '建账本',
  add: (facts) => `新客户${facts.who}`,
  edit: (facts) => `改资料${facts.who}`,
  tag: (facts) => `改标签${facts.who}`,
  note: (facts) => `记备注${facts.who}`,
  archive: (facts) => `收起${facts.who}`,
  unarchive: (facts) => `放回${facts.who}`,
  merge: (facts) => `合并到${facts.who}`,
  buy: (facts) => (facts.count('count') ? `消费 ${facts.count('count')} 笔` : `消费${facts.who || ' 散客'}${facts.money}${entry(facts)}`),
  refund: (facts) => `退款${facts.who}${facts.money}${entry(facts)}`,
  pay: (facts) => `还款${facts.who}${facts.money}${entry(facts)}`,
  void: (facts) => `作废${facts.who}${facts.money}${entry(facts)}${touch(facts)}`,
  fix: (facts) => `改金额${facts.who}${facts.money}${entry(facts)}`,
  done: (facts) => (facts.count('count') ? `联系 ${facts.count('count')} 位` : `联系${facts.who}${touch(facts)}`),
  snooze: (facts) => (facts.text('until') ? `推迟${facts.who} 到 ${facts.text('until')}` : `不再推迟${facts.who}`),
  classify: (facts) => (facts.text('on') ? `排等级（${facts.text('on')}）` : '排等级'),
  pin: (facts) => `固定等级${facts.who} ${facts.text('tier')}`,
  unpin: (facts) => `不再固定等级${facts.who}`,
  'group save': () => '存客群',
  'group delete': () => '删客群',
  lost: (facts) => `不来的原因${facts.who}`,
  want: (facts) => `记下想要的${facts.who}`,
  'want off': (facts) => `不等了${facts.who}`,
  arrived: ({ count }) => `到货，要告诉 ${count('count')} 位`,
  'policy set': (facts) => `改规则 ${facts.text('key')}`.trimEnd(),
  'policy reset': (facts) => `规则改回默认 ${facts.text('key')}`.trimEnd(),
  'import customers': (facts) => `导入客户：${rows(facts)}`,
  'import purchases': (facts) => `导入消费：${rows(facts)}`,
  'import contacts': (facts) => `导入联系记录：${rows(facts)}`,
  'import all': ({ count }) => `导入整本账：客户 ${count('customers')}，账目 ${count('entries')}`,
  restore: () => '从备份恢复',
  demo: () => '样板店',
  undo: (facts) => `撤销改动 ${facts.count('undone')}`,
}

export const changes: Words['changes'] = {
  tell: ({ command, facts, who }, voice) => {
    const number = (key: string) => (typeof facts[key] === 'number' ? facts[key] : 0)
    const told: Facts = {
      who: who.length === 0 ? '' : ` ${who.slice(0, 3).join('、')}${who.length > 3 ? ` 等 ${who.length} 位` : ''}`,
      money: typeof facts['amount'] === 'string' ? ` ${voice.money(facts['amount'])}` : '',
      count: number,
      text: (key) => String(facts[key] ?? ''),
    }
    return sentences[command]?.(told) ?? `${command}${told.who}${told.money}${entry(told)}`
  },
  undone: (undone, what) => `已撤销改动 ${undone}：${what}`,
  wouldUndo: (undone, what) => `将撤销改动 ${undone}：${what}`,
  kept: (kept) => (kept === 0 ? '' : `留下 ${kept} 行：后面的改动用到了。`),
  question: ({ change, time, by }, what) => `撤销改动 ${change}（${by} ${time}）：${what}？`,
  left: '没有撤销。',
  undoneBy: (by) => (by === null ? '' : `（已由 ${by} 撤销）`),
  none: '还没有改动。',
}
