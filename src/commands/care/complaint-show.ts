import { verb as declare } from '../../cli/verb.ts'
import { readComplaintWhole } from '../../ledger/customer/complaint-whole.ts'
import { complaintWholeScreen } from '../../screens/complaint.ts'

export const verb = declare({
  name: 'complaint show',
  args: '<id>',
  book: 'read',
  input: (read) => read.object({ id: read.count(1) }),
  screen: complaintWholeScreen,
  run: ({ book }, { id }) => readComplaintWhole(book, id),
})
