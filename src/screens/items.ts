import type { ItemRow, Items } from '../ledger/report/items.ts'
import { quoted } from '../locales/asked.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import { daysOf, type Limited, leftOut, nextOfNobody, type Reported, reportScreen } from './report.ts'

interface ItemsAsked extends Reported<Items>, Limited {
  /** Whether all days and everyone were asked for. */
  readonly whole: boolean
}

/** What was sold, the most money first; what cannot be told apart is said below. */
export const itemsScreen = reportScreen<ItemsAsked, ItemRow>({
  data: ({ report, limit }) => report.rows.slice(0, limit),
  rows: ({ report, limit }) => report.rows.slice(0, limit),
  columns: { item: 'text', purchases: 'count', customers: 'count', amount: 'money', lastOn: 'day' },
  title: ({ report }, { words: { goods, report: reports } }) =>
    goods.items.title(daysOf(report, reports.days), report.rows.length),
  body({ report, limit }, voice) {
    const { items } = voice.words.goods
    const { rows, mixed, unnamed } = report
    if (rows.length === 0) return [items.nothing]
    return [
      ...table(
        figureHeads(items.heads),
        rows
          .slice(0, limit)
          .map(({ item, purchases, customers, amount, lastOn }) => [
            `  ${item}`,
            voice.money(amount),
            grouped(purchases),
            grouped(customers),
            voice.day(lastOn),
          ]),
        voice,
      ),
      ...leftOut(rows.length, { limit }, voice),
      ...(mixed.purchases > 0 ? [items.mixed(mixed.purchases, voice.money(mixed.amount))] : []),
      ...(unnamed.purchases > 0 ? [items.unnamed(unnamed.purchases, voice.money(unnamed.amount))] : []),
    ]
  },
  reckoning: (_, { words }) => words.goods.items.explain,
  next({ report: { rows }, whole }, voice) {
    const [first] = rows
    return first ? voice.words.goods.items.next(quoted(first.item)) : nextOfNobody('items', whole, voice)
  },
})
