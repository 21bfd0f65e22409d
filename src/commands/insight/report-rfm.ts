import { verb as declare } from '../../cli/verb.ts'
import type { RfmRow } from '../../ledger/segment/rfm.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

const columns: Columns<RfmRow> = {
  customerId: 'count',
  name: 'text',
  recencyDays: 'count',
  transactions: 'count',
  amount: 'money',
  recencyScore: 'count',
  frequencyScore: 'count',
  monetaryScore: 'count',
  rfmScore: 'count',
  segment: 'text',
}

export const verb = declare({
  name: 'report rfm',
  options: [...reportFlags, '--compat <package>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), compat: read.optional(read.text) }),
  async run({ book, terminal, words }, { compat: typed, explain, ...asked }) {
    const { readRfm } = await import('../../ledger/segment/rfm.ts')
    const { collapsed } = await import('../../ledger/segment/rfm-bands.ts')
    const { firstToSee } = await import('../../ledger/segment/rfm-segments.ts')
    const { readCompat } = await import('../../ledger/segment/rfm.ts')
    const { bandsTable, rangesTable, segmentTable } = await import('../../screens/rfm.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const compat = typed === undefined ? null : readCompat(typed)
    const { rows, bands } = await readRfm({ ...book, today: stretch.to }, { from: stretch.from, only, compat })
    const policy = compat ? null : book.policy
    const { rfm } = words
    await terminal.show(rows, {
      columns,
      id: ({ customerId }) => customerId,
      say: (value, voice) => [
        voice.strong(rfm.title({ ...stretch, compat }, value.length)),
        ...segmentTable(value, book.currency, voice),
        ...(explain ? [...bandsTable(bands, book.currency, voice), ...rangesTable(policy, voice)] : []),
        ...closing({ explain: rfm.explain(policy), next: rfm.next(firstToSee(value), { whole, compat }) }, explain, voice),
      ],
    })
    const lacking = collapsed(bands, policy)
    if (Object.keys(lacking).length > 0) terminal.tell(rfm.collapsed(lacking))
  },
})
