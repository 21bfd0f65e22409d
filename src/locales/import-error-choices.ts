import { quoted } from './asked.ts'
import type { ErrorChoices, ImportChoice } from './error-choice.ts'

const pairs = (texts: readonly string[]) => texts.join(',')

/** Cells of a row under their numbers, as `--map` takes them. */
const numbered = (cells: readonly string[]) => cells.map((cell, at) => `${at + 1} ${cell || '-'}`)

/** The same for what a file or a row of it may have wrong. */
export const importErrorChoices: Pick<ErrorChoices, ImportChoice> = {
  'roster.unreadable': ({ file, folder }, say) => ({ message: (folder ? say.folder : say.refused)(file) }),
  'roster.old-workbook': ({ file, kind }, say) => ({
    message: say.message(file, kind),
    hint: kind === 'numbers' ? say.numbers : say.excel,
  }),
  'roster.zipped': ({ file, inside, encrypted }, say) => ({
    message: (encrypted ? say.encrypted : say.open)(file, inside),
    hint: say.hint,
  }),
  'roster.no-sheet': ({ file, asked, sheets }, say) =>
    sheets.length === 0
      ? { message: say.none(file) }
      : { message: say.message(file, asked), hint: say.sheets(numbered(sheets)) },
  'roster.no-columns': ({ file, missing, headers, headed, reread, guess }, say) =>
    headed
      ? {
          message: say.missing(file, missing, numbered(headers)),
          hint: (missing.includes('perceived') ? say.mapOrAspects : say.map)(
            pairs(missing.map((column) => say.pair(column))),
          ),
        }
      : {
          message: say.unheaded(file, numbered(headers)),
          hint: (reread ? say.mapOrEncoding : say.mapByNumber)(pairs(guess.map(({ column, at }) => `${column}=${at}`))),
        },
  'roster.bad-map': ({ asked, known }, say) => (known.length === 0 ? say.noPair(asked) : say.noColumn(asked, known)),
  'roster.open-scale': ({ file, most, high, low }, say) => ({
    message: say.message(file, most, high, low),
    hint: say.hint(most, quoted(low[0] ?? '')),
  }),
  'roster.open-discount': ({ heading, text, percent }, say) => ({
    message: say.message(heading, text, percent),
    hint: say.hint(quoted(`discount=${heading}`), text),
  }),
  'roster.other-kind': ({ file, title, kind }, say) => ({
    message: say.message(file, title, kind),
    hint: say.hint(kind, quoted(file)),
  }),
  'roster.unclear-kind': ({ file, headers }, say) => ({
    message: say.message(file, numbered(headers)),
    hint: say.hint,
  }),
  'row.unknown-state': ({ heading, word }, say) => ({ message: say.message(heading, word, quoted(word)) }),
  'row.unread-state': ({ heading, word, column }, say) => ({
    message: say.message(heading, word, quoted(`${column}=${heading}`)),
  }),
  'row.unread-outcome': ({ heading, word, column }, say) => ({
    message: say.message(heading, word, quoted(`${column}=${heading}`)),
  }),
  'row.name-parts': ({ name, found, left, noted }, say, voice) => {
    const said = (texts: readonly string[]) => texts.map((text) => (text.startsWith('+') ? voice.phone(text) : text))
    const message = say.message(name, said(found))
    return { message: left.length === 0 ? message : (noted ? say.noted : say.left)(message, said(left)) }
  },
  'row.several-people': ({ name, people }, say) => ({ message: say.message(name, people, quoted(name)) }),
  'row.twins': ({ lines, names, by }, say) => ({ message: say[by](lines, names) }),
  'row.both-ways': ({ owes, credit, balance }, say, voice) => ({
    message: say.message(voice.money(owes), voice.money(credit), voice.balance(balance) || say.settled),
  }),
  'row.one-name': ({ name, line, id }, say) => ({ message: line > 0 ? say.row(name, line) : say.customer(name, id) }),
  'row.phone-in-use': ({ phone, by }, say, voice) => ({
    message: by.id ? say.customer(voice.phone(phone), by.name, by.id) : say.row(voice.phone(phone), by.name),
  }),
  'row.no-purchase': ({ ref, refund }, say) => ({
    message: refund ? say.alone(say.message(ref)) : say.message(ref),
  }),
  'row.account-open': ({ id, asked, stands }, say, { money, balance }) => ({
    message: say.message(id, balance(stands) || money('0'), balance(asked) || money('0')),
  }),
}
