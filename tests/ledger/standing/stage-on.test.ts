import fc from 'fast-check'
import { expect, test } from 'vitest'
import { daySerial, serial } from '../../../src/ledger/day.ts'
import { stageOf, stageOn } from '../../../src/ledger/standing/stage.ts'
import { emptyStanding } from '../../../src/ledger/standing/standing.ts'

const day = serial('2026-11-21')
const someDay = fc.integer({ min: day - 500, max: day })

test('a stage from numbers is the one that is told with its days', () => {
  fc.assert(
    fc.property(
      fc.option(fc.record({ days: fc.integer({ min: 1, max: 8 }), lastOn: someDay })),
      fc.option(fc.integer({ min: 2, max: 400 })),
      fc.record({
        visits: fc.option(fc.integer({ min: 0, max: 4 })),
        lastOn: fc.option(fc.integer({ min: day - 500, max: day + 20 })),
      }),
      fc.integer({ min: 2, max: 240 }),
      (bought, halves, opened, shopHalves) => {
        const own = {
          days: bought?.days ?? 0,
          lastOn: bought?.lastOn ?? null,
          gap: halves === null ? null : halves / 2,
        }
        const opening = { visits: opened.visits, lastOn: opened.lastOn === null ? null : daySerial(opened.lastOn) }
        const standing = {
          ...emptyStanding(1),
          days: own.days,
          gap: own.gap,
          lastOn: own.lastOn === null ? null : daySerial(own.lastOn),
        }
        expect(stageOn(own, opening, shopHalves / 2, day)).toBe(
          stageOf(standing, opening, shopHalves / 2, daySerial(day)).stage,
        )
      },
    ),
    { seed: 20261121 },
  )
})
