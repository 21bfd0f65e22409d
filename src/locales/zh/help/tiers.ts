import type { CommandHelp } from '../../command-help.ts'

export const tiers: Record<string, CommandHelp> = {
  classify: {
    does: '给全部客户排等级 A、B、C、D（到今天为止），列出升降。',
    examples: [
      'regulars classify',
      'regulars classify --today 2026-06-30 --json',
      'regulars classify --quiet; regulars due --short',
    ],
    more:
      '默认按 matrix：A 常来、贡献高，B 常来，C 都不高，D 贡献高但不常来，或还没买过。\n别的排法：regulars policy set tier.method ' +
      'abc（看消费占比）、rfm（看最近、次数、金额的分数）、scorecard（打百分）或 fixed（看自己定的金额）。\n撤销要写改动号：regulars undo N。',
  },
  why: {
    does: '说清一位客户：为什么是这个等级、这个熟客程度，每条该联系的缘由。',
    examples: ['regulars why wxm', 'regulars why 12 --json'],
  },
  pin: {
    does: '手动给客户定级，不管怎么排。',
    examples: ['regulars pin wxm A --reason 老邻居', 'regulars pin 12 B --until 2026-12-31'],
    flags: { '--reason': '为什么', '--until': '到哪一天为止（默认一直到 unpin）' },
  },
  unpin: { does: '不再手动定级，等级回到排级的结果。', examples: ['regulars unpin wxm'] },
  'policy show': {
    does: '看店里的规则：每一条的名字、现在的值、是什么意思。改过的前面有 *。',
    examples: [
      'regulars policy show',
      'regulars policy show cadence',
      'regulars policy show due.birthday',
      'regulars policy show --json',
    ],
  },
  'policy set': {
    does: '改一条规则。',
    examples: [
      'regulars policy set cadence.A 10',
      'regulars policy set tier.margin 35%',
      'regulars policy set due.thanks.minAmount 500',
      'regulars policy set due.birthday.on 关',
      'regulars policy set tier.method rfm',
      'regulars policy set rfm.days 14 30 90 180',
    ],
    more: '写“自动”（auto），就还给程序自己算。',
  },
  'policy reset': {
    does: '规则还原成默认：写哪条还原哪条，不写就全部还原。',
    examples: ['regulars policy reset cadence.A', 'regulars policy reset --yes'],
  },
}
