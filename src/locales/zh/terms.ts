import type { Words } from '../en.ts'

export const terms: Words['terms'] = {
  yes: '是',
  no: '否',
  owes: (money) => `欠 ${money}`,
  credit: (money) => `预存 ${money}`,
  walkIn: '散客',
  tier: { A: 'A', B: 'B', C: 'C', D: 'D' },
  stage: { prospect: '没买过', exploring: '新客', forming: '回头客', stable: '常客', declining: '来得少了', lost: '流失' },
  reason: {
    promise: '约好回话', complaint: '投诉跟进', unhappy: '不满意', birthday: '生日', welcome: '新客问候', thanks: '谢谢惠顾', 'after-sale': '用得怎样',
    occasion: '纪念日', slipping: '很久没来', debt: '欠款未清', festival: '节日', cadence: '该联系了', points: '积分快到期', coupon: '券快到期',
  },
  outcome: { reached: '联系上了', sent: '已发', 'no-answer': '没接', 'wants-reply': '等我回话', interested: '有意向', declined: '不想被打扰' },
  channel: { call: '电话', wechat: '微信', sms: '短信', email: '邮件', letter: '信件', visit: '上门', shop: '到店', event: '活动', other: '其他' },
  kind: { person: '个人', firm: '单位', reseller: '经销', staff: '员工' },
  style: { analytical: '分析型', driver: '主观型', expressive: '情感型', amiable: '随和型' },
  entry: { purchase: '消费', refund: '退款', payment: '还款', opening: '期初' },
  direction: { in: '客户来', out: '我方去' },
  weekday: ['', '周一', '周二', '周三', '周四', '周五', '周六', '周日'],
}
