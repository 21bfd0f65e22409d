import { expect, test } from 'vitest'
import type { Facts } from '../../../src/ledger/reason/facts.ts'
import type { Rule } from '../../../src/ledger/reason/rule.ts'
import { rules } from '../../../src/ledger/reason/rules.ts'

const day = 20_000
const contact = {
  on: day - 20,
  outcome: 'interested',
  channel: 'call',
  incoming: false,
  counts: true,
  change: 1,
  about: ['cadence'],
  nextOn: day - 5,
  note: null,
}

/** Somebody of whom every reason has something to look at. */
const facts: Facts = {
  customerId: 1,
  joined: day - 800,
  entered: day - 800,
  undated: false,
  birthday: '1990-05-06',
  birthdays: () => [day + 1],
  purchaseDays: 2,
  ownGap: null,
  gap: 30,
  newSince: day - 3,
  returnedOn: day - 3,
  lastBought: day - 40,
  lastPaid: day - 60,
  slippingOn: day - 2,
  lostOn: day + 40,
  large: [{ on: day - 8, amount: '900.00', item: null, linked: false }],
  unpaid: { on: day - 90, dueOn: null, owed: '5.00' },
  lastAsked: day - 10,
  unhappySince: day - 10,
  items: [{ item: 'tea', lastOn: day - 30, gap: 30 }],
  wishes: [{ text: 'pot', since: day - 9, arrivedOn: day - 1, arrivedBy: null }],
  complaints: [
    {
      id: 1,
      kind: 'complaint',
      what: 'damp',
      handler: null,
      openedOn: day - 9,
      promisedOn: day - 6,
      steppedOn: null,
      resolvedOn: day - 8,
      askedOn: null,
    },
  ],
  occasions: [{ text: 'wedding', every: null, ahead: null, notedOn: day - 9, days: () => [day + 1] }],
  points: [{ lapseOn: day + 3, points: 5 }],
  coupons: [{ code: 'C', givenOn: day - 9, until: day + 2 }],
  contacts: [contact],
  relation: 'partner',
  keeper: null,
  surveyEvery: 5,
  cadences: { tier: 7, lost: 90, first: 3 },
}

/** What never changes as days go by. */
const constant = ['customerId', 'joined', 'entered', 'undated', 'birthday', 'birthdays', 'keeper']

test.each((rules as unknown as readonly Rule[]).map((rule) => [rule.reason, rule] as const))(
  '%s says every fact its answers rest on',
  (_, rule) => {
    const seen = new Set<string>()
    const watched = new Proxy(facts, {
      get(target, fact) {
        seen.add(String(fact))
        return Reflect.get(target, fact)
      },
    })
    const own = Object.fromEntries(
      Object.entries(rule.params).map(([name, { default: usual }]) => [name, usual]),
    ) as never
    for (let on = day - 60; on < day + 60; on++) {
      rule.find(watched, on, own)
      rule.nextChange(watched, on, own)
    }
    const said: readonly string[] = [...rule.looksAt, ...constant]
    expect([...seen].filter((fact) => !said.includes(fact))).toEqual([])
    expect(rule.looksAt.filter((fact) => !seen.has(fact))).toEqual([])
  },
)
