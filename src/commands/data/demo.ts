import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'demo',
  book: 'none',
  input: (read) => read.object({}),
  async run(context) {
    const { flags, world, terminal } = context
    const { nameOfDemo, openDemoShop, placeOfDemo } = await import('../../ledger/demo/open-shop.ts')
    const { path, exists } = placeOfDemo(flags.dbAsked, world.folders.temporary)
    const lang = context.words.terms.language
    const book = await context.openBook(path, exists ? 'write' : 'create', { lang, name: nameOfDemo(lang) })
    const opened = await openDemoShop(book)
    await terminal.show({ path, ...opened }, { say: (value) => context.words.data.demo.look(value) })
    if (flags.format !== 'table' || flags.dryRun || flags.quiet) return
    for (const screen of ['classify', 'due']) {
      await terminal.show(screen, { say: () => [context.words.data.demo.typed(`regulars ${screen}`)] })
      await context.type([screen, '--db', path, ...(flags.today === null ? [] : ['--today', flags.today]), ...(flags.color ? [] : ['--no-color'])])
    }
    terminal.tell(context.words.data.demo.next(path).join('\n'))
  },
})
