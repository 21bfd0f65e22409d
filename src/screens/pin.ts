import type { Pinned, Unpinned } from '../ledger/tier/pin.ts'
import type { Screen } from '../terminal/screen.ts'

export const pinScreen: Screen<Pinned> = {
  lines: (pinned, { words }) => [words.tier.pinned(pinned)],
  columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', reason: 'text', on: 'day', until: 'day', change: 'count' },
  id: ({ customerId }) => customerId,
}

export const unpinScreen: Screen<Unpinned> = {
  lines: (unpinned, { words }) => [words.tier.unpinned(unpinned)],
  columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', change: 'count' },
  id: ({ customerId }) => customerId,
}
