import { verb as declare } from '../../cli/verb.ts'
import { nameOfDemo, openDemoShop, placeOfDemo } from '../../ledger/demo/open-shop.ts'
import { demoScreen, typedScreen } from '../../screens/demo.ts'

export const verb = declare({
  name: 'demo',
  book: 'none',
  input: (read) => read.object({}),
  screen: demoScreen,
  async run(context) {
    const { flags, world, terminal } = context
    const { path, exists } = await placeOfDemo(flags.dbAsked, world.folders.temporary, flags.dryRun)
    const lang = context.words.terms.language
    const book = await context.openBook(path, exists ? 'write' : 'create', {
      lang,
      name: nameOfDemo(lang),
      currency: 'CNY',
      region: 'CN',
    })
    const made = await openDemoShop(book)
    // A dry run names no file that is not there.
    const opened = { path: flags.dryRun && flags.dbAsked === null ? null : path, ...made }
    if (flags.format !== 'table' || flags.dryRun || flags.quiet) return opened
    // What it is there to show comes after it, each as if it had been typed.
    await terminal.show(opened, demoScreen)
    for (const command of ['classify', 'due']) {
      await terminal.show(`regulars ${command}`, typedScreen)
      const alike = [...(flags.today === null ? [] : ['--today', flags.today]), ...(flags.color ? [] : ['--no-color'])]
      await context.type([command, ...alike], path)
    }
    return terminal.tell(context.words.data.demo.next(path).join('\n'))
  },
})
