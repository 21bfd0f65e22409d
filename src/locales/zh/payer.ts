import type { Words } from '../en.ts'

export const payer: Words['payer'] = {
  heads: { key: '付款名', purchases: '次数', amount: '金额', firstOn: '第一次', lastOn: '最近', customer: '客户', likely: '可能是' },
  like: { same: '同名', called: '称呼一样', wechat: '微信一样', sound: '同音', part: '名字在里面', masked: '名字对得上' },
  samePurchases: (count) => `${count} 笔日子和金额一样`,
  because: (who, why) => `${who}（${why}）`,
  linked: (key, who, purchases, money) => `${key} 就是 ${who}：${purchases === 0 ? '还没有消费' : `${purchases} 笔，${money}`}，以后导入的也算`,
  unlinked: (key, who, purchases, money) => `${key} 不再是 ${who}：${purchases === 0 ? '没有消费要退' : `${purchases} 笔，${money}，退回散客`}`,
  none: '没有等着指认的付款名。已经指认的：regulars payer list --linked',
  noneLinked: '还没指认过付款名。等着指认的：regulars payer list',
  toLink: (key, id) => `指认：regulars payer link ${key} ${id ?? '客户'}`,
  toUnlink: (key) => `取消：regulars payer unlink ${key}`,
}
