/** Heads of tables, by the stable column name. A name that is not here is shown as it is. */
export const columns: Record<string, string> = {
  email: 'e-mail',
  wechat: 'WeChat',
  joinedOn: 'joined',
  referredBy: 'sent by',
  walletShare: 'share %',
  opening: 'before',
  creditLimit: 'credit limit',
  lastPurchaseOn: 'last bought',
  lastContactOn: 'last contact',
  doNotContact: 'do not contact',
  daysAway: 'days away',
}
