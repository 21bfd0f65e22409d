import { ownFilesBeside } from '../../cli/own-files.ts'
import { verb as declare } from '../../cli/verb.ts'
import { importFormatsScreen } from '../../screens/import-formats.ts'

export const verb = declare({
  name: 'import formats',
  book: 'none',
  input: (read) => read.object({}),
  screen: importFormatsScreen,
  async run(context) {
    const { words } = context
    const { knownFormats } = await import('../../ledger/import/format/own-formats.ts')
    return (await knownFormats(ownFilesBeside(context, 'formats'))).map(
      ({ format: { name, title, kind, service }, from }) => ({
        name,
        title: title[words.terms.language],
        kind,
        service,
        from,
      }),
    )
  },
})
