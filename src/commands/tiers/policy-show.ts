import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'policy show',
  args: '[key]',
  book: 'read',
  input: (read) => read.object({ key: read.optional(read.text) }),
  async run({ book, terminal, words }, { key }) {
    const { showPolicy } = await import('../../ledger/book/policy/set-policy.ts')
    const { policyKey } = await import('../../ledger/book/policy/read-value.ts')
    const shown = showPolicy(book, key)
    // Nothing under that name: a slip, and the error says which key is near.
    if (key !== undefined && shown.length === 0) policyKey(key)
    const { grid } = await import('../../terminal/grid.ts')
    const { widthOf, wrap } = await import('../../terminal/width.ts')
    await terminal.show(shown, {
      columns: { key: 'text', value: 'text', default: 'text', changed: 'flag' },
      say(value, voice) {
        const { policy } = words
        const name = Math.max(...value.map((row) => widthOf(row.key)))
        const said = value.map((row) => policy.value(row.key, row.value, voice))
        const wide = Math.max(...said.map(widthOf))
        const room = voice.width === null ? 1000 : Math.max(24, voice.width - name - wide - 6)
        const rows = value.map((row, at) => {
          const paint = row.changed ? voice.strong : (text: string) => text
          const changed = row.changed ? ` ${policy.changed(policy.value(row.key, row.default, voice))}` : ''
          const meaning = wrap(policy.meaning(row.key) + changed, room)
          return [paint(`${row.changed ? '*' : ' '} ${row.key}`), paint(said[at] ?? ''), meaning.map(paint).join('\n')]
        })
        return [...grid(rows), ...wrap(policy.next, voice.width ?? 1000)]
      },
    })
  },
})
