/** The words of SPEC 1 as English says them. */
export const terms = {
  yes: 'yes',
  no: 'no',
  owes: (money: string) => `owes ${money}`,
  credit: (money: string) => `credit ${money}`,
  walkIn: 'walk-in',
  tier: { A: 'A', B: 'B', C: 'C', D: 'D' } as Record<string, string>,
  stage: { prospect: 'prospect', exploring: 'exploring', forming: 'forming', stable: 'stable', declining: 'declining', lost: 'lost' } as Record<string, string>,
  reason: {
    promise: 'promise', complaint: 'complaint', unhappy: 'unhappy', birthday: 'birthday', welcome: 'welcome', thanks: 'thanks', 'after-sale': 'after-sale',
    occasion: 'occasion', slipping: 'slipping', debt: 'debt', festival: 'festival', cadence: 'cadence', points: 'points', coupon: 'coupon',
  } as Record<string, string>,
  outcome: { reached: 'reached', sent: 'sent', 'no-answer': 'no answer', 'wants-reply': 'wants a reply', interested: 'interested', declined: 'declined' } as Record<string, string>,
  channel: { call: 'call', wechat: 'wechat', sms: 'sms', email: 'email', letter: 'letter', visit: 'visit', shop: 'in the shop', event: 'event', other: 'other' } as Record<string, string>,
  kind: { person: 'person', firm: 'firm', reseller: 'reseller', staff: 'staff' } as Record<string, string>,
  style: { analytical: 'analytical', driver: 'driver', expressive: 'expressive', amiable: 'amiable' } as Record<string, string>,
  entry: { purchase: 'purchase', refund: 'refund', payment: 'payment', opening: 'opening' } as Record<string, string>,
  direction: { in: 'in', out: 'out' } as Record<string, string>,
  weekday: ['', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
}
