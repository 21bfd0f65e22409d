import type { Minor } from '../../money.ts'
import { asOneThing } from '../../standing/item-parts.ts'
import { leftToPay } from '../discount-rate.ts'
import { isMasked, isNoOnesPhone } from '../row/masks.ts'
import type { BoundName, BoundRule, BoundTest, BoundText, BoundValue, Layout } from './layout.ts'
import { wordKey } from './word-key.ts'

/**
 * How the cells of one file are read: as text, '' where they say there is nothing, and as money, null where they have
 * none.
 */
export interface CellReaders {
  text(cells: readonly string[], place: number): string
  money(cells: readonly string[], place: number): Minor | null
  /** Minor units as text that the money reader reads back. */
  decimal(amount: Minor): string
}

type Cells = readonly string[]
type Worked = (cells: Cells) => string

/** Puts what is worked out of several cells behind the cells of a row. */
export function extender({ derived }: Layout, width: number, readers: CellReaders): (cells: Cells) => Cells {
  if (derived.length === 0) return (cells) => cells
  const worked = derived.map(({ value }) => work(value, readers))
  return (cells) => {
    const row =
      cells.length >= width ? cells.slice(0, width) : [...cells, ...Array<string>(width - cells.length).fill('')]
    for (const one of worked) row.push(one(cells))
    return row
  }
}

function work(value: BoundValue, readers: CellReaders): Worked {
  const { text, money, decimal } = readers
  switch (value.is) {
    case 'text':
      return firstOf(value.of.map((one) => workText(one, readers)))
    case 'join': {
      const parts = value.of.map((one) => workText(one, readers))
      return (cells) =>
        parts
          .map((part) => part(cells))
          .filter((part) => part !== '')
          .join(value.with)
    }
    case 'sum':
      return (cells) => {
        if (value.plus.every((place) => text(cells, place) === '')) return ''
        if (value.given !== undefined && text(cells, value.given) === '') return ''
        const added = value.plus.reduce((sum, place) => sum + (money(cells, place) ?? 0), 0)
        const sum = value.minus.reduce((rest, place) => rest - (money(cells, place) ?? 0), added)
        return decimal(value.positive ? Math.abs(sum) : sum)
      }
    case 'product':
      return (cells) => {
        const price = money(cells, value.price)
        if (price === null) return ''
        const typed = (value.quantity < 0 ? '' : text(cells, value.quantity))
          .normalize('NFKC')
          .replace(/,(?=\d{3})/g, '')
        const quantity = /^-?\d+(?:\.\d+)?\s*\D{0,4}$/.exec(typed)
          ? Number.parseFloat(typed)
          : typed === ''
            ? 1
            : Number.NaN
        const rated = value.rate === undefined ? '' : text(cells, value.rate.at)
        const rate = rated === '' ? 1 : (leftToPay(rated, value.rate?.heading ?? '') ?? Number.NaN)
        if (Number.isNaN(rate)) return `${decimal(price)}×${rated}`
        const whole = Math.round(price * quantity * rate)
        const less = value.less < 0 ? 0 : Math.abs(money(cells, value.less) ?? 0)
        // What is no number is left for the reader of amounts to refuse.
        return Number.isNaN(quantity) ? `${decimal(price)}×${typed}` : decimal(whole - Math.sign(whole) * less)
      }
    case 'name':
      return (cells) => nameIn(value.name, cells, text).name
    case 'firm':
      return (cells) => (nameIn(value.name, cells, text).firm ? 'firm' : '')
    case 'company':
      return (cells) =>
        nameIn(value.name, cells, text).firm
          ? ''
          : (value.company.map((place) => text(cells, place)).find((one) => one !== '') ?? '')
    case 'consent':
      return (cells) =>
        value.channels
          .map(({ channel, place, yes, no }) => {
            const word = wordKey(text(cells, place))
            return yes.includes(word) ? `${channel}=yes` : no.includes(word) ? `${channel}=no` : ''
          })
          .filter((one) => one !== '')
          .join(';')
    case 'rest':
      return (cells) =>
        value.groups
          .flatMap(({ places, headings }) => {
            const given = places
              .map((place, at) => ({ said: text(cells, place), heading: headings[at] ?? '' }))
              .filter(({ said }) => said !== '')
            const first = given.findIndex(({ said }) => !isMasked(said))
            const taken = given[Math.max(0, first)]?.said
            return given
              .filter(({ said }, at) => at !== Math.max(0, first) && said !== taken)
              .map(({ said, heading }) => `${heading} ${said}`)
          })
          .join('\n')
    case 'moment':
      return (cells) => {
        const [day, clock] = [text(cells, value.day), text(cells, value.clock)]
        return clock === '' || day === '' || /[:：]/.test(day) ? day : `${day} ${clock}`
      }
    case 'key': {
      const key = work(value.of, readers)
      return (cells) => {
        const said = key(cells).replace(/^\/+|\/+$/g, '')
        return said === '' ? '' : `${value.space}:${said}`
      }
    }
  }
}

function firstOf(parts: readonly Worked[]): Worked {
  const [only] = parts
  if (parts.length === 1 && only) return only
  return (cells) => {
    for (const part of parts) {
      const said = part(cells)
      if (said !== '') return said
    }
    return ''
  }
}

function workText(
  { places, match, remove, words, unmasked, count, and, same }: BoundText,
  { text }: CellReaders,
): Worked {
  const found = match === undefined ? null : new RegExp(match, 'isu')
  const removed = remove === undefined ? null : new RegExp(remove, 'giu')
  return (cells) => {
    if (same && (text(cells, same[0]) === '' || text(cells, same[0]) !== text(cells, same[1]))) return ''
    for (const place of places) {
      let said = text(cells, place)
      if (said === '') continue
      if (found) said = found.exec(said)?.[1]?.trim() ?? ''
      if (removed) said = said.replace(removed, '').trim()
      if (words) said = words[wordKey(said)] ?? said
      if (unmasked && (isMasked(said) || isNoOnesPhone(said))) said = ''
      if (said === '') continue
      // What is counted beside it is one thing, whatever its name holds.
      if (count !== undefined) said = asOneThing(said)
      const number = count === undefined ? '' : text(cells, count)
      if (/^\d+(\.\d+)?$/.test(number) && Number(number) !== 1 && Number(number) !== 0)
        said = `${said} x ${Number(number)}`
      const behind = and === undefined ? '' : text(cells, and)
      return behind === '' ? said : `${said} ${behind}`
    }
    return ''
  }
}

const han = /\p{Script=Han}/u

function nameIn(name: BoundName, cells: Cells, text: CellReaders['text']): { name: string; firm: boolean } {
  const one = (places: readonly number[]) => {
    for (const place of places) {
      const said = text(cells, place)
      if (said !== '') return said
    }
    return ''
  }
  const whole = one(name.whole)
  if (whole !== '') return { name: whole, firm: false }
  const [first, middle, last] = [one(name.first), one(name.middle), one(name.last)]
  // Ann Lee beside Lee is whole already.
  if (last !== '' && first.endsWith(` ${last}`)) return { name: first, firm: false }
  // A Chinese name is written family first, without a blank.
  const parts = han.test(first + middle + last)
    ? `${last}${middle}${first}`
    : [first, middle, last].filter((part) => part !== '').join(' ')
  if (parts !== '') return { name: parts, firm: false }
  const firm = one(name.firm)
  return firm === '' ? { name: one(name.else), firm: false } : { name: firm, firm: true }
}

export type Tested = (cells: Cells) => boolean

export function compileTests(tests: readonly BoundTest[], { text, money }: CellReaders): Tested {
  const each = tests.map(testOf)

  function testOf(test: BoundTest): Tested {
    const { place } = test
    switch (test.is) {
      case 'filled':
        return (cells) => text(cells, place) !== ''
      case 'empty':
        return (cells) => text(cells, place) === ''
      case 'masked':
        return (cells) => isMasked(text(cells, place))
      case 'positive':
        return (cells) => (moneyOr(cells, place) ?? 0) > 0
      case 'negative':
        return (cells) => (moneyOr(cells, place) ?? 0) < 0
      case 'zero':
        return (cells) => moneyOr(cells, place) === 0
      case 'word':
        return (cells) => test.words.includes(wordKey(text(cells, place)))
      case 'not': {
        return (cells) => !test.words.includes(wordKey(text(cells, place)))
      }
      case 'match': {
        const pattern = new RegExp(test.pattern, 'iu')
        return (cells) => {
          const said = wordKey(text(cells, place))
          return said !== '' && pattern.test(said)
        }
      }
    }
  }
  /** What cannot be read is neither more nor less than nothing: the reader of amounts says so later. */
  function moneyOr(cells: Cells, place: number): Minor | null {
    try {
      return money(cells, place) ?? 0
    } catch {
      return null
    }
  }
  return (cells) => each.every((one) => one(cells))
}

/** The first rule that fits a row, and, where none does, the column whose word nobody told the program. */
export function ruler({ rules, states }: Layout, readers: CellReaders) {
  const compiled = (rules ?? []).map((rule) => ({ rule, fits: compileTests(rule.tests, readers) }))
  /** For each column of states, what tells whether its word is one that a rule speaks of. */
  const known = states.map(({ at }) => {
    const tests = (rules ?? []).flatMap((rule) => rule.tests.filter((test) => test.place === at))
    return tests.map((test) => compileTests([test], readers))
  })
  return {
    ruleFor(cells: Cells): BoundRule | null {
      for (const { rule, fits } of compiled) if (fits(cells)) return rule
      return null
    },
    unknownState(cells: Cells): number {
      const at = states.findIndex((_, index) => !(known[index] as Tested[]).some((fits) => fits(cells)))
      return Math.max(0, at)
    },
  }
}
