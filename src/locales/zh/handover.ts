import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const handover: Words['handover'] = {
  would: (count, from, to) => `将把 ${from} 的客户 ${grouped(count)} 位交给 ${to}`,
  done: (count, from, to) => `${from} 的客户 ${grouped(count)} 位已交给 ${to}`,
  first: '先安抚这几位，按这个次序：告诉他们以后谁照看，别的都不变。',
  contact: (day) => `上次联系 ${day}`,
  more: (count) => `另有 ${grouped(count)} 位，轮到时再说`,
  next: (id) => `联系好了：regulars done ${id} -n "说了以后谁照看"`,
}
