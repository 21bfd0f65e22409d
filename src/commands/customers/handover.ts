import { verb as declare } from '../../cli/verb.ts'
import { handOver } from '../../ledger/customer/handover.ts'
import { withinLength } from '../../ledger/identity/names.ts'
import { handoverScreen } from '../../screens/handover.ts'

export const verb = declare({
  name: 'handover',
  args: '<from> <to>',
  book: 'write',
  input: (read) => read.object({ from: read.text, to: read.from((text) => withinLength('text', text.trim(), 200)) }),
  screen: handoverScreen,
  run: async ({ book }, { from, to }) => handOver(book, from, to),
})
