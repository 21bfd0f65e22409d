import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const payer: Words['payer'] = {
  heads: {
    key: '付款名',
    purchases: '次数',
    amount: '金额',
    firstOn: '第一次',
    lastOn: '最近',
    customer: '客户',
    likely: '可能是',
  },
  like: {
    same: '同名',
    called: '称呼一样',
    wechat: '微信一样',
    sound: '同音',
    part: '名字在里面',
    masked: '名字对得上',
  },
  samePurchases: (count) => `${grouped(count)} 笔日子和金额一样`,
  because: (who, why) => `${who}（${why}）`,
  moved: (purchases, money) => `${grouped(purchases)} 笔，${money}`,
  nothing: '还没有消费',
  linked: (key, who, moved) => `${key} 就是 ${who}：${moved}，以后导入的也算`,
  unlinked: (key, who, moved) => `${key} 不再是 ${who}，退回散客：${moved}`,
  none: '没有等着指认的付款名。已经指认的：regulars payer list --linked',
  noneLinked: '还没指认过付款名。等着指认的：regulars payer list',
  toLink: (key, customer) => `指认：regulars payer link ${key} ${customer}`,
  somebody: '客户',
  toUnlink: (key) => `取消：regulars payer unlink ${key}`,
}
