import { expect, test } from 'vitest'
import { addDays } from '../../../src/ledger/day.ts'
import { stageOf } from '../../../src/ledger/standing/stage.ts'
import { emptyStanding } from '../../../src/ledger/standing/standing.ts'

const today = '2026-11-21'
const none = { visits: null, lastOn: null }
const standing = (days: number, since: number, gap: number | null = null) => ({
  ...emptyStanding(1),
  purchases: days,
  days,
  lastOn: days === 0 ? null : addDays(today, -since),
  gap,
})

test.each([
  // purchase days, days since, own gap, the shop's gap -> stage
  [0, 0, null, 30, 'prospect'],
  [1, 0, null, 30, 'exploring'],
  [2, 60, null, 30, 'exploring'],
  [2, 61, null, 30, 'declining'],
  [2, 90, null, 30, 'declining'],
  [2, 91, null, 30, 'lost'],
  [3, 10, 7, 30, 'forming'],
  // max(2 x 7, 7 + 7) = 14; max(3 x 7, 90) = 90
  [3, 14, 7, 30, 'forming'],
  [3, 15, 7, 30, 'declining'],
  [3, 90, 7, 30, 'declining'],
  [3, 91, 7, 30, 'lost'],
  // Short rhythms: a gap and 7 days is later than two gaps.
  [6, 9, 2, 30, 'stable'],
  [6, 10, 2, 30, 'declining'],
  [5, 0, 2, 30, 'forming'],
  [6, 0, 2, 30, 'stable'],
  // Long ones: three gaps are later than 90 days. 40.5: 81 and 121.5.
  [6, 81, 40.5, 30, 'stable'],
  [6, 82, 40.5, 30, 'declining'],
  [6, 121, 40.5, 30, 'declining'],
  [6, 122, 40.5, 30, 'lost'],
])('%i purchase days, last %i days ago, gap %s (shop %d): %s', (days, since, gap, shopGap, stage) => {
  expect(stageOf(standing(days, since, gap), none, shopGap, today).stage).toBe(stage)
})

test.each([
  // gap -> slipping after, lost after (days from the last purchase)
  [2, 9, 91],
  [7, 14, 91],
  [7.5, 15, 91],
  [8.75, 18, 91],
  [30, 60, 91],
  [30.25, 61, 91],
  [40.5, 81, 122],
  [52.75, 106, 159],
])('a gap of %d: slipping from day %i, lost on day %i, and the stage turns with it', (gap, slipping, lost) => {
  const told = stageOf(standing(3, 0, gap), none, 30, today)
  expect(told).toMatchObject({ slippingOn: addDays(today, slipping), lostOn: addDays(today, lost) })
  expect(stageOf(standing(3, lost - 1, gap), none, 30, today).stage).toBe('declining')
  expect(stageOf(standing(3, lost, gap), none, 30, today).stage).toBe('lost')
})

test.each([
  [
    'its days count, its day is the last',
    standing(1, 40),
    { visits: 4, lastOn: addDays(today, -10) },
    { stage: 'forming', days: 5, since: 10, gap: 30 },
  ],
  [
    'a purchase since is later',
    standing(1, 4),
    { visits: 5, lastOn: addDays(today, -100) },
    { stage: 'stable', days: 6, since: 4 },
  ],
  [
    'the gap stays the shop’s',
    standing(2, 4),
    { visits: 50, lastOn: addDays(today, -9) },
    { stage: 'stable', gap: 30 },
  ],
  [
    'a last day alone is one visit',
    standing(0, 0),
    { visits: null, lastOn: addDays(today, -91) },
    { stage: 'lost', days: 1 },
  ],
  [
    'visits without a day neither decline nor are lost',
    standing(0, 0),
    { visits: 7, lastOn: null },
    { stage: 'stable', since: null, lostOn: null, slippingOn: null },
  ],
  [
    'one that ends after the day has not happened yet',
    standing(0, 0),
    { visits: 7, lastOn: addDays(today, 1) },
    { stage: 'prospect', days: 0, lastOn: null },
  ],
  ['no visits are none', standing(0, 0), { visits: 0, lastOn: null }, { stage: 'prospect' }],
])('an opening: %s', (_, own, opening, expected) => {
  expect(stageOf(own, opening, 30, today)).toMatchObject(expected)
})
