import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const message: Words['message'] = {
  templates: {
    birthday: {
      subject: '生日快乐',
      text: '{salutation}，{shop|小店}全体祝您生日快乐，平安顺意！',
    },
    wanted: {
      subject: '{wish} 到货了',
      text: '{salutation}，您要的{wish}到了，给您留着吗？——{shop|小店}',
    },
    welcome: {
      subject: '欢迎您',
      text: '{salutation}，谢谢您 {last} 第一次光临，用得还满意吗？有事随时找我们。——{shop|小店}',
    },
    'welcome-back': {
      subject: '欢迎回来',
      text: '{salutation}，好久不见，又见到您真高兴。有什么需要尽管说。——{shop|小店}',
    },
    thanks: {
      subject: '谢谢惠顾',
      text: '{salutation}，谢谢您 {last} 光临，{item|您挑的东西}用得满意就好。——{shop|小店}',
    },
    'after-sale': {
      subject: '用得怎样',
      text: '{salutation}，{last} 买的{item|东西}用得怎样？有哪里不合适，告诉我们，马上处理。——{shop|小店}',
    },
    occasion: {
      subject: '{occasion}',
      text: '{salutation}，{occasion-day}是{occasion}，我们都记着，有需要随时吩咐。——{shop|小店}',
    },
    interested: {
      subject: '还想看看吗',
      text: '{salutation}，前几天您问起的，要不要来看看，或者先给您留着？——{shop|小店}',
    },
    restock: {
      subject: '该补货了',
      text: '{salutation}，您常用的{item}差不多该用完了，给您备上一份吗？——{shop|小店}',
    },
    slipping: {
      subject: '好久不见',
      text: '{salutation}，好一阵没见到您了，有什么我们能做得更好的吗？——{shop|小店}',
    },
    debt: {
      subject: '对一下账',
      text: '{salutation}，您账上还有 {owed} 未结（{owed-since}起）。如已付清，请不必理会。——{shop|小店}',
    },
    points: {
      subject: '积分快到期',
      text: '{salutation}，您有 {points} 积分到 {points-day} 就作废了，有空来用掉。——{shop|小店}',
    },
    coupon: {
      subject: '券快到期',
      text: '{salutation}，您的券 {coupon} 用到 {coupon-day} 为止，欢迎来用。——{shop|小店}',
    },
    risen: {
      subject: '谢谢您一直照顾',
      text: '{salutation}，您是我们最要紧的客人了，谢谢一直照顾！以后您有：{privilege|好东西先给您留着}。——{shop|小店}',
    },
    greeting: {
      subject: '{shop|小店}的问候',
      text: '{salutation}，近来可好？有什么需要，给我们说一声。——{shop|小店}',
    },
    'new-arrival': {
      subject: '新到',
      text: '{salutation}，店里新到了一批，想着您会喜欢，有空来看看。——{shop|小店}',
    },
    invitation: {
      subject: '{event}，{event-day}',
      text: '{salutation}，请您来参加{event}：{event-day}。{event-note|恭候光临。}——{shop|小店}',
    },
    'spring-festival': {
      subject: '新春快乐',
      text: '{salutation}，给您和家人拜年，新春快乐，阖家安康！——{shop|小店}',
    },
    'dragon-boat': {
      subject: '端午安康',
      text: '{salutation}，祝您和家人端午安康！——{shop|小店}',
    },
    'mid-autumn': {
      subject: '中秋快乐',
      text: '{salutation}，祝您和家人中秋快乐，人月两圆！——{shop|小店}',
    },
    'new-year': {
      subject: '元旦快乐',
      text: '{salutation}，祝您和家人元旦快乐，新年顺利！——{shop|小店}',
    },
    festival: {
      subject: '{festival}',
      text: '{salutation}，祝您{festival}快乐！——{shop|小店}',
    },
  },
  why: {
    staff: '员工',
    archived: '已归档',
    'do-not-contact': '不要联系',
    complaint: '投诉未了',
    declined: '说过不想被打扰',
    snoozed: '推迟着',
    came: '已经来过',
    already: '已经发过',
    'not-due': '今天没有这个缘由',
    'too-early': '日子还没到',
    relation: '有事才联系',
    unhappy: '不满意：先谈谈',
    question: '在等回话：先回话',
    recent: '这几天联系过',
    enough: '近来发得够多了',
    refused: '不肯收',
    'not-asked': '没问过肯不肯收（短信、邮件）',
    'no-address': '没有号码或地址',
    'same-address': '同一号码已有一条',
    unknown: '缺要填的内容',
    'held-out': '留作对照',
    'quiet-hours': '休息时间',
  },
  fields: {
    salutation: '称呼',
    name: '姓名',
    shop: '店名',
    item: '商品',
    amount: '金额',
    last: '上次消费',
    owed: '不欠款',
    'owed-since': '欠款',
    credit: '没有预存',
    wish: '想要的',
    points: '积分',
    'points-day': '积分',
    coupon: '券',
    'coupon-day': '券',
    privilege: '优惠',
    birthday: '生日',
    occasion: '纪念日',
    'occasion-day': '纪念日',
    festival: '节日',
    event: '活动',
    'event-day': '活动',
    'event-note': '活动说明',
    fact: '这项资料',
  },
  salutation: {
    person: (name) => `${name}您好`,
    firm: (name) => `${name}的各位，你们好`,
    everyone: '各位好',
  },
  and: '、',
  day: (month, date, weekday) => `${month}月${date}日${weekday}`,
  field: (field) => `{${field}}`,
  fieldOr: (field, otherwise) => `{${field}|${otherwise}}`,
  own: (name, file) => `${name}（${file}）`,
  count: (count) => `${grouped(count)} 条`,
  toCome: (said, waiting) => `${said}，还有 ${waiting} 条`,
  noted: (count, campaign) => `已记下发了 ${grouped(count)} 条（${campaign}）`,
  leftOut: (count) => `没发的 ${grouped(count)} 位：`,
  leftOutFor: (reason, count, names) => `  ${reason} ${grouped(count)} 位（${names}）`,
  lacks: (who, field) => `${who}：${field}`,
  quiet: (at, from, until) =>
    `现在 ${at}，${from} 点到 ${until} 点是休息时间，晚些再发；要改：regulars policy set message.quietFrom ${from}`,
  nextLog: (log, next) => `发了吗？${log}   一条一条来：${next}`,
  nextOne: (log) => `发了吗？${log}`,
  nextGroup: (template) => `这是发到群里的话。发给客户：regulars message ${template} --to due   --tier A,B   --to 姓名`,
  nextList:
    '用一个：regulars message 生日 --to due   自己写：账本旁边的 messages/名称.txt，可用 {称呼}、{商品|新茶} 等',
  next: {
    question: (at, count) => `第 ${at} / ${grouped(count)} 条：y 发了，回车下一条，q 停`,
    sent: ['y', 'yes', '发了', '是', '好'],
    quit: ['q', 'quit', '停', '退出'],
    done: (sent, left) => `记下发了 ${grouped(sent)} 条，剩 ${grouped(left)} 条。`,
  },
}
