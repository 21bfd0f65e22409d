import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readProfiles } from '../../ledger/customer/show.ts'
import { showScreen } from '../../screens/show.ts'

export const verb = declare({
  name: 'show',
  args: '<customers...>',
  book: 'read',
  input: (read) => read.object({ customers: read.words }),
  screen: showScreen,
  async run(context, { customers: asked }) {
    const ids: number[] = []
    for (const one of asked) ids.push((await customerArgument(context, one, 'show')).id)
    return { profiles: await readProfiles(context.book, [...new Set(ids)]), alone: asked.length === 1 }
  },
})
