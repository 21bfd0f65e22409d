import { shells } from '../../cli/context.ts'
import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'

export const verb = declare({
  name: 'completion',
  args: '[shell]',
  book: 'none',
  input: (read) => read.object({ shell: read.optional(read.text) }),
  async run({ world, terminal, completion }, { shell: asked }) {
    const wanted = asked ?? world.env['SHELL']?.split('/').at(-1) ?? 'bash'
    const shell = shells.find((one) => one === wanted.toLowerCase())
    if (!shell) throw new LedgerError('usage.bad-choice', { asked: wanted, what: 'shell', choices: shells })
    const script = await completion(shell)
    await terminal.show({ shell, script }, { say: () => script, verbatim: true })
  },
})
