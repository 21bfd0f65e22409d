import { shells } from '../../cli/context.ts'
import { verb as declare } from '../../cli/verb.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { completionScreen } from '../../screens/completion.ts'
import { installCompletion } from './install-completion.ts'

export const verb = declare({
  name: 'completion',
  args: '[shell]',
  options: ['--install'],
  book: 'none',
  input: (read) => read.object({ shell: read.optional(read.text), install: read.flag }),
  screen: completionScreen,
  async run({ world, flags, completion }, { shell: asked, install }) {
    const wanted = asked ?? world.env['SHELL']?.split('/').at(-1) ?? 'bash'
    const shell = shells.find((one) => one === wanted.toLowerCase())
    if (!shell) throw new LedgerError('usage.bad-choice', { asked: wanted, what: 'shell', choices: shells })
    const script = await completion(shell)
    return {
      shell,
      script,
      installed: install ? installCompletion(world, shell, script, flags.dryRun) : null,
      dryRun: flags.dryRun,
    }
  },
})
