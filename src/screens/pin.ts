import type { Pinned, Unpinned } from '../ledger/tier/pin.ts'
import type { Words } from '../locales/en.ts'
import type { Screen } from '../terminal/screen.ts'
import { who } from './customers.ts'

export const pinScreen: Screen<Pinned> = {
  lines: (pinned, { words }) => [pinnedLine(pinned, words)],
  columns: {
    customerId: 'count',
    name: 'text',
    from: 'text',
    tier: 'text',
    reason: 'text',
    on: 'day',
    until: 'day',
    change: 'count',
  },
  id: ({ customerId }) => customerId,
}

export const unpinScreen: Screen<Unpinned> = {
  lines({ name, customerId, from, tier: now }, { words: { tier } }) {
    return [tier.unpinned(who({ name, id: customerId }), from === now ? tier.isStill(now) : tier.fromTo(from, now))]
  },
  columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', change: 'count' },
  id: ({ customerId }) => customerId,
}

function pinnedLine({ name, customerId, from, tier: now, reason, until }: Pinned, { tier, marks }: Words): string {
  const pinned = tier.pinned(who({ name, id: customerId }), from === now ? tier.stays(now) : tier.fromTo(from, now))
  const said = until === null ? pinned : tier.pinnedUntil(pinned, until)
  return reason ? marks.note(said, reason) : said
}
