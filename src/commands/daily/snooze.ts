import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'snooze',
  args: '<customer> <day>',
  book: 'write',
  input: (read) => read.object({ customer: read.text, day: read.from((typed) => (/^(off|取消)$/i.test(typed.trim()) ? null : read.aheadDay.parse(typed))) }),
  async run(context, { customer, day }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { snooze } = await import('../../ledger/followup/snooze.ts')
    const { id, name } = await someone(context, customer, 'snooze')
    const snoozed = await snooze(book, id, day)
    const { clean } = await import('../../terminal/clean.ts')
    const say = words.due.snooze
    await terminal.show(snoozed, {
      say: ({ snoozedUntil, change }, voice) => [
        snoozedUntil === null ? say.off(clean(name), id) : say.until(clean(name), id, voice.day(snoozedUntil)),
        change === null ? '' : words.undoHint(change),
      ],
      id: ({ customerId }) => customerId,
    })
    for (const { reason, on } of snoozed.passes) terminal.warn(say.passes(reason, terminal.voice.day(on), String(id)))
  },
})
