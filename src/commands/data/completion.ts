import { shells } from '../../cli/context.ts'
import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { completionScreen } from '../../screens/completion.ts'

export const verb = declare({
  name: 'completion',
  args: '[shell]',
  book: 'none',
  input: (read) => read.object({ shell: read.optional(read.text) }),
  screen: completionScreen,
  async run({ world, completion }, { shell: asked }) {
    const wanted = asked ?? world.env['SHELL']?.split('/').at(-1) ?? 'bash'
    const shell = shells.find((one) => one === wanted.toLowerCase())
    if (!shell) throw new LedgerError('usage.bad-choice', { asked: wanted, what: 'shell', choices: shells })
    return { shell, script: await completion(shell) }
  },
})
