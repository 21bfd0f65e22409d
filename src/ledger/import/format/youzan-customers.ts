import type { FileFormat } from './schema.ts'

export const format: FileFormat = {
  name: 'youzan-customers',
  title: { en: 'Youzan customers', zh: '有赞客户' },
  kind: 'customers',
  service: 'youzan',
  recognise: { all: ['客户姓名', '客户昵称', '客户手机号', '客户储值余额', '消费次数'] },
  columns: {
    name: { name: { whole: ['客户姓名'], else: ['客户昵称'] } },
    called: '客户昵称',
    phone: '客户手机号',
    birthday: '客户生日',
    tags: '标签',
    tier: '免费等级',
    points: '客户积分',
    credit: '客户储值余额',
    visits_before: '消费次数',
    spent_before: { plus: ['消费金额'], minus: ['累计退款金额'] },
    last_purchase: '上次消费时间',
    keeper: '导购员',
    joined: '成为客户时间',
  },
  rows: [{ when: {}, is: 'take' }],
}
