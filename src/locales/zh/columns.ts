import type { Words } from '../en.ts'

export const columns: Words['columns'] = {
  id: '号',
  name: '姓名',
  called: '称呼',
  code: '卡号',
  kind: '类别',
  phone: '电话',
  email: '邮箱',
  wechat: '微信',
  company: '单位',
  address: '地址',
  birthday: '生日',
  tier: '等级',
  stage: '熟客程度',
  balance: '余额',
  on: '日期',
  amount: '金额',
  item: '物品',
  customerId: '客户',
}
