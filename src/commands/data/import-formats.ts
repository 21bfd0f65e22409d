import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'import formats',
  book: 'none',
  input: (read) => read.object({}),
  async run({ flags, terminal, words }) {
    const { knownFormats } = await import('../../ledger/import/format/own-formats.ts')
    const formats = (await knownFormats(flags.db)).map(({ format, from }) => ({
      name: format.name,
      title: format.title[words.terms.language],
      kind: format.kind,
      service: format.service,
      from,
    }))
    await terminal.show(formats, {
      say: (rows) => rows.map(({ name, title, kind }) => `${name.padEnd(24)} ${kind.padEnd(10)} ${title}`),
      columns: { name: 'text', title: 'text', kind: 'text', service: 'text', from: 'text' },
    })
  },
})
