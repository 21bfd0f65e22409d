/** Ways of paying that take from what a customer has paid in before. */
export const fromCredit: ReadonlySet<string> = new Set(['预存', '储值', '余额', '预存款', '储值余额'])
