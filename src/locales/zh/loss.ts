import type { LossReason } from '../../ledger/followup/lost.ts'
import type { Words } from '../en.ts'
import { terms } from './terms.ts'

const cause = ({ why, note }: Pick<LossReason, 'why' | 'note'>) => `${terms.cause[why] ?? why}${note ? `“${note}”` : ''}`

export const loss: Words['loss'] = {
  noted: (name, lost) => `${name} #${lost.customerId} 不来的原因：${cause(lost)}${lost.why === 'unknown' ? '（知道了再写：--why 价格）' : ''}`,
  notYet: ({ stage, lastPurchaseOn, lostOn }, { day }) =>
    [
      `按来的节奏还是${terms.stage[stage] ?? stage}`,
      lastPurchaseOn === null ? '' : `，上次 ${day(lastPurchaseOn)} 来过`,
      lostOn === null ? '' : `，${day(lostOn)} 起才算流失`,
      '；熟客程度不因此改变',
    ].join(''),
  next: '还有谁不来了、为什么：regulars report losses',
  told: (reason, { day }) => `不来的原因：${cause(reason)}（${day(reason.on)} 记）`,
}
