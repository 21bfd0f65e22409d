import type { CommandHelp } from '../../en/help.ts'

export const customers: Record<string, CommandHelp> = {
  statement: {
    does: '一位客户的账：上期余额、每一笔、每笔之后的余额。',
    examples: ['regulars statement wxm', 'regulars statement 12 --from 2026-01-01', 'regulars statement wxm --short'],
    flags: { '--from': '从哪一天（默认本月 1 日）', '--short': '一句话，贴到微信里' },
  },
  balances: {
    does: '谁欠多少、欠了多久，谁有预存。',
    examples: ['regulars balances', 'regulars balances --json', 'regulars balances --format csv'],
    more: '归档的客户也在里面：钱还是要算的。账龄从买的那天算起。',
  },
  purchases: {
    does: '消费记录，新的在前：一位客户的、散客的，或全部。',
    examples: ['regulars purchases wxm', 'regulars purchases --on 昨天', 'regulars purchases --from 2026-11-01 --format csv'],
    flags: { '--on': '只看这一天' },
  },
  contacts: {
    does: '联系记录，新的在前：一位客户的，或全部。',
    examples: ['regulars contacts wxm', 'regulars contacts --from 2026-11-01'],
    flags: { '--on': '只看这一天' },
  },
  void: {
    does: '作废：记录留着、标上作废，哪里都不再算它。',
    examples: ['regulars void 812', 'regulars void 812 813 --reason 记重了', 'regulars void c31'],
    flags: { '--reason': '为什么' },
    more: '数字是单号，c31 是联系。有退款的消费要和退款一起作废：都写上。',
  },
  fix: {
    does: '改金额：按新金额重记一笔，旧的作废，算一个改动。',
    examples: ['regulars fix 812 108'],
    more: '原来付清的还是付清，赊账的还是赊账。有退款的消费不能这样改。',
  },
}
