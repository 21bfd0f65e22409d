import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'policy show',
  args: '[key]',
  book: 'read',
  input: (read) => read.object({ key: read.optional(read.text) }),
  async run({ book, terminal, words }, { key }) {
    const { showPolicy } = await import('../../ledger/policy/set.ts')
    const { policyKey } = await import('../../ledger/policy/value.ts')
    const shown = showPolicy(book, key)
    // Nothing under that name: a slip, and the error says which key is near.
    if (key !== undefined && shown.length === 0) policyKey(key)
    const { padEnd, widthOf, wrap } = await import('../../terminal/width.ts')
    await terminal.show(shown, {
      columns: { key: 'text', value: 'text', default: 'text', changed: 'flag' },
      say(value, voice) {
        const { policy } = words
        const name = Math.max(...value.map((row) => widthOf(row.key)))
        const said = value.map((row) => policy.value(row.key, row.value, voice))
        const wide = Math.max(...said.map(widthOf))
        const lines = value.flatMap((row, at) => {
          const changed = row.changed ? ` ${policy.changed(policy.value(row.key, row.default, voice))}` : ''
          const [first = '', ...rest] = wrap(policy.meaning(row.key) + changed, voice.width === null ? 1000 : Math.max(24, voice.width - name - wide - 6))
          const line = `${row.changed ? '*' : ' '} ${padEnd(row.key, name)}  ${padEnd(said[at] ?? '', wide)}  ${first}`
          return [row.changed ? voice.strong(line) : line, ...rest.map((more) => `${' '.repeat(name + wide + 6)}${more}`)]
        })
        return [...lines, ...wrap(policy.next, voice.width ?? 1000)]
      },
    })
  },
})
