import type { Minor } from '../../money.ts'
import { type CellReaders, ruler } from '../format/compile.ts'
import type { BoundRule, Flag, Place } from '../format/layout.ts'
import type { SkipReason } from '../format/schema.ts'
import type { ImportOptions, ImportPlan } from '../import-plan.ts'
import { RowFault, RowSkip } from '../outcome.ts'
import { isPayment, kindWord, type StateWord, stateKey, stateWord, takesBack } from './state-words.ts'
import { yesOrNo } from './word-cells.ts'

/** What a row of purchases is. */
export interface RowVerdict {
  /**
   * `refunded`: a sale and the refund of it, `part`: of some of it; `refund`: of another row's sale; `back`: a return,
   * whatever its sign.
   */
  readonly is: 'sale' | 'owed' | 'refunded' | 'part' | 'refund' | 'back' | 'line' | 'void' | 'cancelled'
  /** Whether a row of its own takes another booking back. */
  readonly undoes: boolean
  /** What was handed back, where the word of the state says it. */
  readonly figure: string | null
  /** Of a refund whose sale is nowhere: why it is none of the shop's. */
  readonly otherwise: SkipReason | null
  readonly warn: BoundRule['warn'] | 'empty-state' | null
  /** The word that decided, for what is said of the row. */
  readonly word: string
}

type Said = NonNullable<ImportOptions['states']>[string]
type Cells = readonly string[]

const sale: RowVerdict = { is: 'sale', undoes: false, figure: null, otherwise: null, warn: null, word: '' }

/**
 * Decides what each row is: by the rules of its format, or by the words of its columns of states and kinds. Throws
 * RowSkip, RowFault row.unknown-state.
 */
export function verdictReader(
  { layout, options }: ImportPlan,
  readers: CellReaders,
  sumOf: (cells: Cells) => Minor | null,
): (cells: Cells) => RowVerdict {
  const states = new Map(Object.entries(options.states ?? {}))
  const told = (word: string): Said | undefined =>
    states.size === 0 || word === '' ? undefined : states.get(stateKey(word))
  const { spent, statement, flags, kinds } = layout
  const decide = layout.rules
    ? byRules()
    : layout.states.length + kinds.length + flags.length > 0
      ? byWords()
      : () => sale
  if (spent === null && !statement) return decide
  return (cells) => {
    if (cells.some((cell) => isInterest(cell))) throw new RowSkip('own-money', sumOf(cells))
    const out = spent === null ? null : moneyOr(cells, spent.at)
    const sum = sumOf(cells)
    if (out !== null && out !== 0 && !sum) throw new RowSkip('own-spending', -Math.abs(out))
    if (statement && sum !== null && sum < 0) throw new RowSkip('own-spending', sum)
    return decide(cells)
  }

  function moneyOr(cells: Cells, at: number): Minor | null {
    try {
      return readers.money(cells, at)
    } catch {
      return null
    }
  }

  function as(said: Said, word: string, cells: Cells): RowVerdict {
    if (said === 'skip') throw new RowSkip('not-a-sale', sumOf(cells))
    return { ...sale, is: said === 'refund' ? 'refunded' : said, word }
  }

  function unknown({ at, heading }: Place, cells: Cells): RowVerdict {
    const word = readers.text(cells, at)
    if (options.allStates) return { ...sale, word }
    const sum = sumOf(cells)
    throw new RowFault(
      'row.unknown-state',
      { heading, word: word || (cells[at] ?? ''), sum: sum === null ? null : readers.decimal(sum) },
      'status',
      word,
    )
  }

  function byRules() {
    const { ruleFor, unknownState } = ruler(layout, readers)
    const placed = new Set(layout.states.map(({ at }) => at))
    return (cells: Cells): RowVerdict => {
      const rule = ruleFor(cells)
      if (
        rule === null ||
        (rule.is === 'skip' && states.size > 0 && rule.tests.some(({ place }) => placed.has(place)))
      ) {
        for (const { at } of layout.states) {
          const word = readers.text(cells, at)
          const said = told(word)
          if (said !== undefined) return as(said, word, cells)
        }
      }
      if (rule === null) {
        const at = unknownState(cells)
        return unknown(layout.states[at] ?? { at: -1, heading: '' }, cells)
      }
      if (rule.is === 'skip') throw new RowSkip(rule.reason as SkipReason, sumOf(cells))
      const word = layout.states.map(({ at }) => readers.text(cells, at)).find((one) => one !== '') ?? ''
      return {
        is: rule.is === 'return' ? 'back' : rule.is === 'take' ? 'sale' : rule.is,
        undoes: false,
        figure: null,
        otherwise: rule.otherwise ?? null,
        warn: rule.warn ?? null,
        word: rule.warn === 'claim-open' ? readers.text(cells, layout.states.at(-1)?.at ?? -1) : word,
      }
    }
  }

  function flagged(is: Flag['is'], cells: Cells): RowVerdict {
    if (is === 'skip') throw new RowSkip('not-a-sale', sumOf(cells))
    if (is === 'paid' || is === 'dated') throw new RowSkip('not-paid', sumOf(cells))
    if (is === 'ended') return { ...sale, is: 'cancelled' }
    return { ...sale, is: is === 'refund' || is === 'returned' ? 'refunded' : 'void' }
  }

  function worded(place: Place, word: string, cells: Cells): RowVerdict {
    const said = told(word)
    if (said !== undefined) return as(said, word, cells)
    const known = stateWord(word)
    if (known === null || known.state === 'in') return unknown(place, cells)
    if (known.state === 'skip' || known.state === 'out') throw new RowSkip(known.reason ?? 'not-a-sale', sumOf(cells))
    return stated(known, word)
  }

  function byWords() {
    return (cells: Cells): RowVerdict => {
      let verdict: RowVerdict = sale
      let written = layout.states.length === 0 || layout.statesMayBeEmpty
      for (const place of layout.kinds) {
        const raw = cells[place.at] ?? ''
        const word = raw.trim() === '/' ? '/' : readers.text(cells, place.at)
        if (word === '') continue
        const said = told(word)
        const known = said === undefined ? kindWord(word) : null
        if (said === undefined && layout.invoiced && isPayment(word)) throw new RowSkip('not-a-sale', sumOf(cells))
        if (said !== undefined) verdict = heavier(verdict, as(said, word, cells))
        else if (known === null) verdict = heavier(verdict, unknown(place, cells))
        else if (known.state === 'out' || known.state === 'skip')
          throw new RowSkip(known.reason ?? 'own-spending', sumOf(cells))
        else if (known.state === 'refund' || known.state === 'part')
          verdict = heavier(verdict, { ...sale, is: 'back', word })
        else if (known.state === 'void')
          verdict = heavier(verdict, { ...sale, is: 'void', undoes: takesBack(word), word })
        else if (known.state === 'line') verdict = heavier(verdict, { ...sale, is: 'line', word })
        else if (known.state === 'owed') verdict = heavier(verdict, { ...sale, is: 'owed', word })
      }
      for (const place of layout.states) {
        const word = readers.text(cells, place.at)
        if (word === '') continue
        written = true
        verdict = heavier(verdict, worded(place, word, cells))
      }
      for (const flag of layout.flags) {
        const { at, is } = flag
        const text = readers.text(cells, at)
        const said = is === 'dated' || is === 'ended' || is === 'returned' ? (text === '' ? 0 : 1) : yesOrNo(text)
        if (said === null && text !== '') verdict = heavier(verdict, worded(flag, text, cells))
        if (is === 'paid' || is === 'dated' ? said === 0 : said === 1) verdict = heavier(verdict, flagged(is, cells))
      }
      return written ? verdict : { ...verdict, warn: 'empty-state' }
    }
  }
}

function stated({ state, figure }: StateWord, word: string): RowVerdict {
  const is =
    state === 'refund'
      ? 'refunded'
      : state === 'void'
        ? /^(?:void|voided|作废|已作废|作廢|已作廢)$/.test(stateKey(word))
          ? 'void'
          : 'cancelled'
        : state
  return state === 'claim'
    ? { ...sale, warn: 'claim-open', word }
    : { ...sale, is: is as RowVerdict['is'], figure, word }
}

const weight: Record<RowVerdict['is'], number> = {
  sale: 0,
  owed: 1,
  part: 2,
  refunded: 3,
  line: 3,
  refund: 4,
  back: 5,
  cancelled: 6,
  void: 7,
}

/** What a bank pays for the money that lies there. */
function isInterest(cell: string): boolean {
  return (
    cell.length < 20 &&
    /^\s*(?:活期|存款|批量)?(?:结息|结算利息|利息|利息入账|interest(?: paid)?|zinsen|intérêts|受取利息|利息)\s*$/i.test(
      cell,
    )
  )
}

/** Of two columns the one that says more: what is void stays void whatever was paid. */
function heavier(one: RowVerdict, other: RowVerdict): RowVerdict {
  const [more, less] = weight[other.is] > weight[one.is] ? [other, one] : [one, other]
  return more.warn === null && less.warn !== null ? { ...more, warn: less.warn } : more
}
