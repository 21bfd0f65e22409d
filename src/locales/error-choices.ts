import type { ToldChange } from '../ledger/errors.ts'
import { nearestWord } from '../ledger/nearest-word.ts'
import { exactly, numberLike, phoneLike, quoted } from './asked.ts'
import { changeSaid } from './change-said.ts'
import type { ErrorChoices, ErrorTeller, ImportChoice } from './error-choice.ts'
import { templateSaid, templateTyped } from './template-said.ts'

/** Pieces of a hint beside each other; those that are not said are left out. */
const beside = (...pieces: readonly (string | null)[]) => pieces.filter((piece) => piece !== null).join('   ')

/** What may have been meant, as it is to be typed. */
const near = (word: string | null, { words }: ErrorTeller, typed: (word: string) => string = quoted) =>
  word === null ? null : words.didYouMean(typed(word))

const asItIs = (word: string) => word

const someone = ({ id, name }: { readonly id: number; readonly name: string }) => `${name} #${id}`

const isNothing = (amount: string) => /^[0.]+$/.test(amount)

/** So many changes, and customers, are named of many. */
const most = { changes: 5, customers: 6 }

function told(change: ToldChange, teller: ErrorTeller): string {
  return changeSaid(change, teller.words.changes, teller)
}

/** Whoever was looked for by a name that nobody has: those there are, or how to make the first. */
function among(
  words: { readonly none: string; readonly all: string },
  count: number,
  asked: string | null,
  to: ErrorTeller,
) {
  return count === 0 ? words.none : beside(near(asked, to), words.all)
}

/** What is said of a code that is said in several ways: decided here once for every language. */
export const errorChoices: Omit<ErrorChoices, ImportChoice> = {
  'usage.unknown-command': ({ asked, near: word }, say, to) => ({
    message: say.message(asked),
    hint: beside(
      near(word, to, (command) => `regulars ${command}`),
      say.all,
    ),
  }),
  'usage.which-command': ({ group, asked, choices }, say) => ({
    message: asked === null ? say.which(group) : say.none(`${group} ${asked}`),
    hint: say.choices(choices.map((choice) => `regulars ${group} ${choice}`)),
  }),
  'usage.unknown-option': ({ asked, near: flag, command }, say, to) => ({
    message: say.message(command, asked),
    hint: beside(
      near(flag, to, asItIs),
      say.all(command === 'regulars' ? 'regulars help' : `regulars help ${command}`),
    ),
  }),
  'usage.missing-argument': ({ argument, command }, say, { words }) => ({
    message: say.message(
      command,
      words.terms.argument[`${command} ${argument}`] ?? words.terms.argument[argument] ?? argument,
    ),
    hint:
      argument === 'amount'
        ? say.example(String(words.help.commands[command]?.examples[0]), command)
        : say.examples(command),
  }),
  'usage.extra-argument': ({ extra, command }, say) => ({
    message: say.message(command, extra),
    hint:
      command === 'add' && phoneLike(extra)
        ? say.phone(extra)
        : command === 'list'
          ? say.find(quoted(extra))
          : say.blanks(command),
  }),
  'usage.unknown-column': ({ asked, known }, say) => ({
    message: say.message(asked),
    hint: known.length > 0 ? say.columns(known) : say.none,
  }),
  'usage.bad-choice': ({ asked, what, choices }, say, to) => {
    const words = choices.map((choice) => say.word(what, choice))
    return {
      message: say.message(what, asked),
      hint: beside(near(nearestWord(asked, words) ?? nearestWord(asked, choices), to, asItIs), say.choices(words)),
    }
  },
  'usage.bad-count': ({ asked, least, most, key }, say) => ({
    message: most === null ? say.least(asked, least) : say.between(asked, least, most),
    ...(key === undefined ? {} : { hint: say.rule(key) }),
  }),
  'usage.bad-steps': ({ asked, of }, say) => ({ message: say[of].message(asked), hint: say[of].hint }),
  'usage.bad-period': ({ asked, kind }, say) => ({ message: say[kind].message(asked), hint: say[kind].hint }),
  'usage.unknown-key': ({ asked, near: key }, say, to) => ({
    message: say.message(asked),
    hint: beside(near(key, to, asItIs), say.all),
  }),
  'usage.bad-timezone': ({ asked, environment }, say) => {
    const { message, hint } = environment ? say.environment : say.typed
    return { message: message(asked), hint }
  },
  'schedule.refused': ({ program, said, system }, say) => ({
    message: said === null ? say.missing(program) : say.would(program, said || say.noReason),
    hint: say.hint(system),
  }),
  'usage.unknown-shop': ({ asked, near: shop, shops }, say, to) => ({
    message: say.message(asked),
    hint: shops.length === 0 ? say.none : beside(near(shop, to), say.shops(shops)),
  }),
  'coupon.not-found': ({ asked, near: code }, say, to) => ({
    message: say.message(asked),
    hint: beside(near(code, to), say.hint(quoted(asked))),
  }),
  'coupon.used-up': ({ code, name, uses }, say) => ({
    message: uses > 1 ? say.often(name, code, uses) : say.once(name, code),
    hint: say.hint,
  }),
  'file.output': ({ full }, say) => ({ message: full ? say.full : say.broken, hint: say.hint }),
  'usage.dash': ({ word, flag, command }, say) => ({
    message: say.message(word),
    hint: flag === null ? say.flags(command) : say.flag(flag),
  }),
  'policy.money-stands': (counts, say) => ({
    message: say.message(
      (['entries', 'customers', 'rules'] as const)
        .filter((what) => counts[what] > 0)
        .map((what) => say[what](counts[what])),
    ),
    hint: say.hint,
  }),
  'file.not-counted': ({ path, why }, say) => say[why](path),
  'usage.backup-folder': ({ folder, newest }, say) => ({
    message: say.message(folder),
    hint: newest === null ? say.none : say.newest(quoted(newest)),
  }),
  'money.ambiguous': ({ text, currency, thousands, decimals, exact }, say, { money }) => ({
    message: say.message(text, money(thousands), money(decimals)),
    hint: exact ? say.either(thousands, decimals) : say.fewer(thousands, currency),
  }),
  'day.unreadable': ({ text, look, month }, say) => ({
    message: say.message(text),
    hint: month ? say.month(...month) : say[look],
  }),
  'birthday.unreadable': ({ text, forms }, say) => (forms ? say.either(text, ...forms) : say.neither(text)),
  'customer.not-found': ({ asked, near: alike }, say) => ({
    message: say.message(asked),
    hint:
      exactly(asked) || (numberLike(asked) && alike.length === 0)
        ? say.all
        : beside(
            alike.length > 0
              ? say.near(alike.map(({ id, name, type = id }) => say.customer(type, name)))
              : say.search(quoted(asked)),
            numberLike(asked) ? null : phoneLike(asked) ? say.addPhone(quoted(asked)) : say.add(quoted(asked)),
          ),
  }),
  'customer.ambiguous': ({ asked, matches }, say, { day }) => {
    const shown = matches.slice(0, most.customers).map(({ id, type = id, name, phone, lastPurchaseOn }) => {
      const about = [name, phone && say.phone(phone.slice(-4)), lastPurchaseOn && say.last(day(lastPurchaseOn))]
      return say.match(type, about.filter((piece) => !!piece).map(String))
    })
    const hint = say.hint(shown)
    return {
      message: say.message(asked, matches.length),
      hint: matches.length > most.customers ? hint + say.others : hint,
    }
  },
  'merge.kept': ({ kept }, say) => ({ message: kept ? say.twice : say.missing, hint: say.hint }),
  'keeper.not-found': ({ asked, near: name, keepers }, say) => ({
    message: say.message(asked) + (name === null ? '' : say.near(name)),
    hint: keepers === 0 ? say.none(quoted(asked)) : say.all,
  }),
  'person.not-found': ({ name, who, known }, say) => ({
    message: say.message(who.name, who.id, name),
    hint: known.length > 0 ? say.known(known) : say.add(who.id, quoted(name)),
  }),
  'purchase.credit-short': ({ id, name, credit, amount, short }, say, { money }) => ({
    message: say.message(
      someone({ id, name }),
      isNothing(credit) ? say.none : say.credit(money(credit)),
      money(short),
      money(amount),
    ),
    hint: say.hint(id),
  }),
  'pass.none': ({ id, name, passes }, say) => ({
    message: say.message(name, id),
    hint: passes.length === 0 ? say.sell : say.theirs(id),
  }),
  'pass.not-open': ({ pass, why, visits, until, soldOn }, say) => {
    const said = {
      'used-up': () => say['used-up'](visits),
      refunded: () => say.refunded,
      over: () => say.over(String(until)),
      'not-sold': () => say['not-sold'](soldOn),
    }
    return { message: say.message(pass, said[why]()) }
  },
  'refund.nothing-covers': ({ id, name, asked }, say, { money }) => ({
    message: asked === null ? say.none(someone({ id, name })) : say.covers(someone({ id, name }), money(asked)),
    hint: say.hint(id),
  }),
  'payment.more-than-credit': ({ id, name, asked, credit, bonus }, say, { money }) => {
    const has = isNothing(credit) ? say.none : say.credit(money(credit))
    return {
      message: say.message(
        someone({ id, name }),
        isNothing(bonus) ? has : say.besides(has, money(bonus)),
        money(asked),
      ),
      hint: say.hint(id),
    }
  },
  'group.not-found': ({ asked, near: group, groups }, say, to) => ({
    message: say.message(asked),
    hint: among(say, groups, group, to),
  }),
  'payer.not-found': ({ asked, near: payer, payers }, say, to) => ({
    message: say.message(asked),
    hint: among(say, payers, payer, to),
  }),
  'event.not-found': ({ asked, near: event, events }, say, to) => ({
    message: say.message(asked),
    hint: among(say, events, event, to),
  }),
  'occasion.not-found': ({ who, text, several, known }, say) => ({
    message: (several ? say.several : say.none)(someone(who), text),
    hint: known.length === 0 ? say.add : say.known(known),
  }),
  'message.unknown-template': ({ asked, near: name, known }, say, to) => ({
    message: say.message(asked),
    hint: beside(
      near(name && templateTyped(name, to.words.terms), to),
      say.all(known.map((one) => templateTyped(one, to.words.terms))),
    ),
  }),
  'message.unknown-field': ({ template, asked, known }, say) => ({
    message: say.message(template, asked),
    hint: say.known(known.map((field) => (field === 'fact' ? say.fact : `{${field}}`))),
  }),
  'message.personal': ({ template, field }, say, { words: { terms } }) => ({
    message:
      field === null ? say.reasoned(templateSaid(template, terms)) : say.filled(templateSaid(template, terms), field),
    hint: say.hint(quoted(templateTyped(template, terms))),
  }),
  'message.festival-away': ({ template, on, days, away }, say, { words }) => {
    const festival = templateSaid(template, words.terms)
    if (on === null) return { message: say.unkept(festival), hint: say.keep }
    return { message: say.away(festival, on, days), hint: away > 30 ? say.others : say.earlier(away) }
  },
  'want.not-found': ({ who, text, waits }, say) => ({
    message: say.message(who.name, who.id, text),
    hint: waits.length === 0 ? say.note(who.id, text) : say.waits(waits),
  }),
  'change.none-of-yours': ({ newest }, say, to) =>
    newest === null
      ? { message: say.none, hint: say.all }
      : { message: say.newest(newest.by, newest.time, told(newest, to)), hint: say.undo(newest.change) },
  'change.in-the-way': ({ change, command, by }, say, to) => {
    const later = by.slice(0, most.changes).map((one) => say.later(one.change, told(one, to)))
    const first = say.hint(by[0]?.change ?? change)
    return {
      message: say.message(change, later, by.length > most.changes ? say.more(by.length - most.changes) : ''),
      hint: command.startsWith('import') ? beside(first, say.keep(change)) : first,
    }
  },
}
