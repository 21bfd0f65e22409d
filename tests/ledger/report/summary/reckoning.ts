import type { Database } from 'better-sqlite3'

/** The rows of a ledger as they lie in the file. */
export interface Rows {
  readonly entries: readonly Entry[]
  readonly customers: readonly Customer[]
  readonly contacts: readonly { customer_id: number; on: string; outcome: string; void: number }[]
  readonly tiers: readonly { id: number; customer_id: number; on: string; tier: string; reason: string }[]
  readonly classifications: readonly { on: string }[]
  readonly tags: readonly { customer_id: number; tag: string }[]
}

interface Entry {
  readonly id: number
  readonly kind: string
  readonly customer_id: number | null
  readonly on: string
  readonly amount: number
  readonly owed: number
  readonly cost: number | null
  readonly item: string | null
  readonly refund_of: number | null
  readonly void: number
}

interface Customer {
  readonly id: number
  readonly name: string
  readonly source: string | null
  readonly joined_on: string | null
  readonly entered_on: string
  readonly referred_by: number | null
  readonly opening_visits: number | null
  readonly opening_last_on: string | null
  readonly pinned_tier: string | null
  readonly pinned_on: string | null
  readonly pinned_until: string | null
  readonly archived: number
}

export function rowsOf(sqlite: Database): Rows {
  const all = (table: string) => sqlite.prepare(`SELECT * FROM ${table} ORDER BY id`).all()
  return {
    entries: all('entry'),
    customers: all('customer'),
    contacts: all('contact'),
    tiers: all('tier'),
    classifications: all('classification'),
    tags: all('tag'),
  } as Rows
}

const day = 86_400_000
const serial = (on: string) => Date.parse(on) / day
const plus = (on: string, days: number) => new Date((serial(on) + days) * day).toISOString().slice(0, 10)
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const money = (amount: number) =>
  `${amount < 0 ? '-' : ''}${Math.floor(Math.abs(amount) / 100)}.${String(Math.abs(amount) % 100).padStart(2, '0')}`
const away = (value: number) => (value < 0 ? -Math.floor(-value + 0.5) : Math.floor(value + 0.5)) + 0
const ratio = (part: number, whole: number) => (whole === 0 ? null : part / whole)
const middle = (numbers: readonly number[]) => {
  const sorted = [...numbers].sort((one, other) => one - other)
  const at = sorted.length / 2
  return sorted.length % 2 === 1 ? (sorted[Math.floor(at)] ?? 0) : ((sorted[at - 1] ?? 0) + (sorted[at] ?? 0)) / 2
}

/** The summary worked out again the slow way, entry by entry and day by day, sharing nothing with the program. */
export function reckon(rows: Rows, from: string, to: string, margin: number, only?: ReadonlySet<number>) {
  const live = rows.entries.filter((entry) => entry.void === 0)
  const purchases = live.filter(({ kind }) => kind === 'purchase')
  const refunds = live.filter(({ kind }) => kind === 'refund')
  const within = ({ on }: { on: string }) => on >= from && on <= to
  const asked = ({ customer_id }: Entry) => !only || (customer_id !== null && only.has(customer_id))
  const refunded = (id: number, last: string) =>
    sum(refunds.filter(({ refund_of, on }) => refund_of === id && on <= last).map(({ amount }) => amount))
  const counts = (entry: Entry, last: string) =>
    entry.on <= last && (entry.amount === 0 || refunded(entry.id, last) < entry.amount)
  const profitAt = (entry: Entry, last: string) => {
    const { amount, cost } = entry
    if (entry.on > last) return 0
    const net = amount - refunded(entry.id, last)
    return cost === null ? away(net * margin) : amount === 0 ? -cost : away((net * (amount - cost)) / amount)
  }
  const brought = (some: (entry: Entry) => boolean) =>
    sum(purchases.filter(some).map((entry) => profitAt(entry, to) - profitAt(entry, plus(from, -1)))) -
    sum(
      refunds
        .filter((entry) => some(entry) && entry.refund_of === null && within(entry))
        .map(({ amount }) => away(amount * margin)),
    )
  const till = (some: (entry: Entry) => boolean) => {
    const [bought, back] = [
      purchases.filter((one) => within(one) && some(one)),
      refunds.filter((one) => within(one) && some(one)),
    ]
    return {
      revenue: sum(bought.map(({ amount }) => amount)),
      purchases: bought.length,
      refunds: sum(back.map(({ amount }) => amount)),
      returns: back.length,
    }
  }
  const visits = (id: number, last: string) =>
    purchases.filter((entry) => entry.customer_id === id && counts(entry, last))
  const daysOf = (id: number, last: string) => [...new Set(visits(id, last).map(({ on }) => on))].sort()
  const gapOf = (id: number, last: string) => {
    const days = daysOf(id, last).map(serial)
    return days.length < 3 ? null : middle(days.slice(1).map((one, at) => one - (days[at] ?? 0)))
  }
  const shopGap = (last: string) => {
    const gaps = rows.customers.map(({ id }) => gapOf(id, last)).filter((gap) => gap !== null)
    return gaps.length === 0 ? 30 : middle(gaps)
  }
  const gapOn = new Map([from, to].map((last) => [last, shopGap(last)]))
  const opened = (customer: Customer, last: string) => {
    const { opening_visits, opening_last_on } = customer
    return opening_last_on !== null && opening_last_on > last
      ? 0
      : (opening_visits ?? (opening_last_on === null ? 0 : 1))
  }
  const rhythm = (customer: Customer, last: string) => {
    const days = daysOf(customer.id, last)
    const before = opened(customer, last)
    const lastOn =
      [days.at(-1), before > 0 ? customer.opening_last_on : null]
        .filter((on) => on != null)
        .sort()
        .at(-1) ?? null
    const gap = gapOf(customer.id, last) ?? gapOn.get(last) ?? 30
    const since = lastOn === null ? null : serial(last) - serial(lastOn)
    const loss = Math.max(3 * gap, 90)
    const count = days.length + before
    const stage =
      count === 0
        ? 'prospect'
        : since !== null && since > loss
          ? 'lost'
          : since !== null && since > Math.max(2 * gap, gap + 7)
            ? 'declining'
            : count <= 2
              ? 'exploring'
              : count <= 5
                ? 'forming'
                : 'stable'
    return { stage, gap, since, lastOn, lostOn: lastOn === null ? null : plus(lastOn, Math.floor(loss) + 1) }
  }
  const bought = (customer: Customer, last: string) =>
    opened(customer, last) > 0 || visits(customer.id, last).length > 0
  const tierOn = (customer: Customer, last: string) => {
    const { pinned_tier, pinned_on, pinned_until } = customer
    if (pinned_tier && (pinned_on === null || pinned_on <= last) && (pinned_until === null || pinned_until >= last))
      return pinned_tier
    const row = rows.tiers
      .filter(({ customer_id, on }) => customer_id === customer.id && on <= last)
      .sort((one, other) => (one.on === other.on ? one.id - other.id : one.on < other.on ? -1 : 1))
      .at(-1)
    if (row && !(row.reason === 'never-bought' && bought(customer, last))) return row.tier
    return bought(customer, last) ? 'C' : 'D'
  }
  const everyone = rows.customers.filter(({ archived }) => archived === 0)
  const people = everyone.filter(({ id }) => !only || only.has(id))
  const isKnown = ({ entered_on, joined_on }: Customer, last: string) =>
    entered_on <= last || (joined_on !== null && joined_on <= last)
  const boughtWithin = ({ id }: Customer) => visits(id, to).filter(within)
  const active = people.filter((one) => !['prospect', 'lost'].includes(rhythm(one, from).stage))
  const lost = active.filter((one) => rhythm(one, to).stage === 'lost')
  const buyers = people.filter((one) => boughtWithin(one).length > 0)
  const fresh = buyers.filter(({ id, opening_visits, opening_last_on }) => {
    const before =
      (opening_visits ?? (opening_last_on === null ? 0 : 1)) > 0 && (opening_last_on === null || opening_last_on < from)
    return (daysOf(id, to)[0] ?? '') >= from && !before
  })
  const regained = people.filter((one) => rhythm(one, from).stage === 'lost' && boughtWithin(one).length > 0)
  const repeat = buyers.filter((one) => new Set(boughtWithin(one).map(({ on }) => on)).size >= 2)
  const referrers = buyers.filter(({ id }) =>
    everyone.some((other) => other.referred_by === id && visits(other.id, to).length > 0),
  )
  const there = people.filter((one) => rhythm(one, to).stage !== 'prospect' || isKnown(one, to))
  const tally = <Name extends string>(names: readonly Name[], of: (customer: Customer) => string) =>
    Object.fromEntries(names.map((name) => [name, there.filter((one) => of(one) === name).length]))
  const eve = plus(from, -1)
  const steps = people.filter((one) => isKnown(one, eve)).map((one) => `${tierOn(one, eve)}${tierOn(one, to)}`)
  const moved = [...new Set(steps)]
    .filter(([one, other]) => one !== other)
    .map((step) => ({ from: step[0], to: step[1], customers: steps.filter((other) => other === step).length }))
    .sort(
      (one, other) => other.customers - one.customers || (`${one.from}${one.to}` < `${other.from}${other.to}` ? -1 : 1),
    )
  const classified = rows.classifications.map(({ on }) => on).sort()
  const balances = rows.customers
    .filter(({ id }) => !only || only.has(id))
    .map(({ id }) => sum(live.filter(({ customer_id, on }) => customer_id === id && on <= to).map(({ owed }) => owed)))
  const spoken = rows.contacts.filter((one) => one.void === 0 && within(one) && (!only || only.has(one.customer_id)))
  const whole = till(asked)
  const nobody = till(({ customer_id }) => customer_id === null)
  const figures = {
    from,
    to,
    revenue: money(whole.revenue),
    profit: money(brought((entry) => asked(entry) && entry.customer_id !== null)),
    refunds: money(whole.refunds),
    net: money(whole.revenue - whole.refunds),
    purchases: whole.purchases,
    returns: whole.returns,
    walkIn: only
      ? null
      : {
          revenue: money(nobody.revenue),
          purchases: nobody.purchases,
          refunds: money(nobody.refunds),
          returns: nobody.returns,
          share: whole.revenue > 0 ? nobody.revenue / whole.revenue : null,
        },
    buyers: buyers.length,
    newBuyers: fresh.length,
    balance: money(sum(balances.filter((one) => one > 0))),
    debtors: balances.filter((one) => one > 0).length,
    credit: money(-sum(balances.filter((one) => one < 0))),
    creditors: balances.filter((one) => one < 0).length,
    tiers: tally(['A', 'B', 'C', 'D'], (one) => tierOn(one, to)),
    classifiedOn: classified.filter((on) => on <= to).at(-1) ?? null,
    movements: classified.some((on) => on <= eve) ? moved : null,
    stages: tally(['prospect', 'exploring', 'forming', 'stable', 'declining', 'lost'], (one) => rhythm(one, to).stage),
    rates: {
      from,
      to,
      buyersAtStart: active.length,
      lost: lost.length,
      churnRate: ratio(lost.length, active.length),
      retentionRate: ratio(active.length - lost.length, active.length),
      new: fresh.length,
      regained: regained.length,
      buyers: buyers.length,
      repeatBuyers: repeat.length,
      repeatRate: ratio(repeat.length, buyers.length),
      referrers: referrers.length,
      referralRate: ratio(referrers.length, buyers.length),
    },
    contacts: {
      made: spoken.length,
      customers: new Set(spoken.map(({ customer_id }) => customer_id)).size,
      outcomes: Object.fromEntries(
        ['reached', 'sent', 'no-answer', 'wants-reply', 'interested', 'declined'].map((outcome) => [
          outcome,
          spoken.filter((one) => one.outcome === outcome).length,
        ]),
      ),
    },
  }
  const best = people
    .map((one) => ({
      one,
      spent: till(({ customer_id }) => customer_id === one.id),
      profit: brought(({ customer_id }) => customer_id === one.id),
    }))
    .filter(({ profit }) => profit > 0)
    .sort(
      (a, b) =>
        b.profit - a.profit ||
        b.spent.revenue - b.spent.refunds - (a.spent.revenue - a.spent.refunds) ||
        a.one.id - b.one.id,
    )
    .slice(0, 5)
    .map(({ one, spent, profit }) => ({
      customerId: one.id,
      name: one.name,
      tier: tierOn(one, to),
      purchases: boughtWithin(one).length,
      spent: money(spent.revenue - spent.refunds),
      profit: money(profit),
    }))
  const ever = ({ id }: Customer) => {
    const mine = ({ customer_id, on }: Entry) => customer_id === id && on <= to
    const back = refunds.filter((one) => mine(one))
    return {
      spent: sum(purchases.filter(mine).map(({ amount }) => amount)) - sum(back.map(({ amount }) => amount)),
      profit:
        sum(purchases.filter(mine).map((entry) => profitAt(entry, to))) -
        sum(back.filter(({ refund_of }) => refund_of === null).map(({ amount }) => away(amount * margin))),
    }
  }
  const fading = people
    .filter((one) => gapOf(one.id, to) !== null && rhythm(one, to).stage === 'declining')
    .map((one) => ({ one, ...ever(one) }))
    .sort((a, b) => b.profit - a.profit || b.spent - a.spent || a.one.id - b.one.id)
    .slice(0, 5)
    .map(({ one, spent, profit }) => {
      const { gap, since, lastOn, lostOn } = rhythm(one, to)
      return {
        customerId: one.id,
        name: one.name,
        tier: tierOn(one, to),
        spent: money(spent),
        profit: money(profit),
        gap,
        since,
        lastOn,
        lostOn,
      }
    })
  const commonest = (values: readonly string[]) =>
    [...new Set(values)]
      .map((value) => ({ value, customers: values.filter((one) => one === value).length }))
      .sort((one, other) => other.customers - one.customers || (one.value < other.value ? -1 : 1))
      .slice(0, 5)
  const ground = (group: readonly Customer[]) => ({
    customers: group.length,
    tags: commonest(
      rows.tags.filter(({ customer_id }) => group.some(({ id }) => id === customer_id)).map(({ tag }) => tag),
    ),
    sources: commonest(group.flatMap(({ source }) => source ?? [])),
    firstItems: commonest(
      group.flatMap(({ id }) => {
        const first = daysOf(id, to)[0]
        const basket = purchases.filter((entry) => entry.customer_id === id && entry.on === first)
        return [...new Set(basket.flatMap(({ item }) => item ?? []))]
      }),
    ),
    tiers: commonest(group.map((one) => tierOn(one, to))),
  })
  const common = {
    buyers: ground(buyers.filter((one) => rhythm(one, to).stage !== 'lost')),
    lost: ground(people.filter((one) => rhythm(one, to).stage === 'lost')),
  }
  return { figures, best, fading, common }
}
