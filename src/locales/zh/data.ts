/** What the ledger's own commands say. */
export const data = {
  founded: ({ path, currency, region, timezone }: { path: string; currency: string; region: string; timezone: string }) => [
    `${path}  ${currency} ${region} ${timezone}`,
  ],
  demo: {
    look: ({ path, customers, purchases }: { path: string; customers: number; purchases: number }) => [
      `样板茶铺：客户 ${customers} 位，18 个月消费 ${purchases.toLocaleString('en')} 笔，放在`,
      `  ${path}`,
    ],
    typed: (line: string) => `\n$ ${line}`,
    next: (path: string) => [
      '',
      '接着逛：',
      `  export REGULARS_DB=${path}`,
      '  regulars                      今天早上一眼看完',
      '  regulars show 1               一位客户的全部情况',
      '  regulars done 1 -n "周五来"   记下联系的结果',
      '  regulars buy 1 128 竹叶青     记一笔消费；记错了 regulars undo',
      '建自己的账本：unset REGULARS_DB; regulars init --name 茶铺',
    ],
  },
}
