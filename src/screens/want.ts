import type { Arrived, WantRecorded, WantsEnded } from '../ledger/care/want/record-want.ts'
import type { Want } from '../ledger/care/want/wants.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung } from '../terminal/width.ts'
import { who } from './customers.ts'

const columns: Columns<Want> = {
  id: 'count',
  customerId: 'count',
  name: 'text',
  tier: 'text',
  text: 'text',
  since: 'day',
  days: 'count',
  arrivedOn: 'day',
  toldOn: 'day',
}

interface WantChanged {
  readonly name: string
  readonly wanted?: WantRecorded
  readonly ended?: WantsEnded
}

/** What somebody waits for from now on, or waits for no longer. */
export const wantScreen: Screen<WantChanged, Partial<WantRecorded>> = {
  data: ({ wanted, ended }) => wanted ?? ended,
  rows: ({ wanted, ended }) => (wanted ? [wanted] : (ended?.ended ?? [])),
  lines({ name, wanted, ended }, voice) {
    const { want } = voice.words
    const lines = wanted
      ? [noted(name, wanted, voice), want.nextNoted(wanted.text)]
      : (ended?.ended ?? []).map(({ customerId, text }) => want.ended(who({ name, id: customerId }), text))
    return lines.flatMap((line) => hung(line, voice.width))
  },
  columns: { ...columns, until: 'day', change: 'count' },
  id: ({ customerId = 0 }) => customerId,
}

/** What they wait for: since when, where it was known before. */
function noted(name: string, { customerId, text, since, until, change }: WantRecorded, voice: Voice): string {
  const { want } = voice.words
  const customer = who({ name, id: customerId })
  const said = change === null ? want.waitsSince(customer, text, voice.day(since)) : want.waits(customer, text)
  return until === null ? said : want.until(said, voice.day(until))
}

/** Who is to be told that something has come in. */
export const arrivedScreen: Screen<Arrived, Want> = {
  rows: ({ wants }) => wants,
  lines({ text, wants }, voice) {
    const { want } = voice.words
    const [first] = wants
    if (!first) return [want.nobodyWaits(text)]
    return [want.arrived(text, wants.length), ...waiting(wants, voice), want.nextArrived(first.customerId)]
  },
  columns,
  id: ({ customerId }) => customerId,
}

/** Who waits for what. */
export const wantsScreen: Screen<readonly Want[], Want> = {
  lines(wants, voice) {
    const { want } = voice.words
    if (wants.length === 0) return [want.nobody]
    return [want.title(new Set(wants.map(({ customerId }) => customerId)).size), ...waiting(wants, voice)]
  },
  next(wants, { words: { want } }) {
    const stillOut = wants.find(({ arrivedOn }) => arrivedOn === null)
    const untold = wants.find(({ toldOn }) => toldOn === null)
    return stillOut ? [want.next(stillOut.text)] : untold ? [want.nextArrived(untold.customerId)] : []
  },
  columns,
  id: ({ customerId }) => customerId,
}

function waiting(wants: readonly Want[], voice: Voice): string[] {
  const { want } = voice.words
  const rows = wants.map(({ customerId, name, tier, text, days, arrivedOn, toldOn }) => [
    `#${customerId} ${name}`,
    tier ?? '',
    text,
    toldOn !== null
      ? want.told(voice.day(toldOn))
      : arrivedOn !== null
        ? want.isIn(voice.day(arrivedOn))
        : want.stillWaiting,
    String(days),
  ])
  return table(figureHeads(want.heads, 4), rows, voice)
}
