import { verb as declare } from '../../cli/verb.ts'
import { listEvents } from '../../ledger/care/event/events.ts'
import { eventsScreen } from '../../screens/event.ts'

export const verb = declare({
  name: 'event list',
  book: 'read',
  input: (read) => read.object({}),
  screen: eventsScreen,
  run: ({ book }) => listEvents(book),
})
