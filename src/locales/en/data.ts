/** What the ledger's own commands say. */
export const data = {
  founded: ({ path, currency, region, timezone }: { path: string; currency: string; region: string; timezone: string }) => [
    `${path}  ${currency} ${region} ${timezone}`,
  ],
  demo: {
    look: ({ path, customers, purchases }: { path: string; customers: number; purchases: number }) => [
      `A made-up tea shop: ${customers} customers, ${purchases.toLocaleString('en')} purchases of 18 months, in`,
      `  ${path}`,
    ],
    typed: (line: string) => `\n$ ${line}`,
    next: (path: string) => [
      '',
      'Go on in it:',
      `  export REGULARS_DB=${path}`,
      '  regulars                          the morning at a glance',
      '  regulars show 1                   everything about one customer',
      '  regulars done 1 -n "comes Friday" what a call came to',
      '  regulars buy 1 128 Zhuyeqing      a purchase; regulars undo takes it back',
      'Your own: unset REGULARS_DB; regulars init --name "Tea House"',
    ],
  },
}
