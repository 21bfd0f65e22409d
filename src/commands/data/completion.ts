import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'completion',
  args: '[shell]',
  book: 'none',
  input: (read) => read.object({ shell: read.optional(read.text) }),
  async run({ world, terminal, words }, { shell: asked }) {
    const { completionScript, shells } = await import('../../terminal/completion.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    const wanted = asked ?? world.env['SHELL']?.split('/').at(-1) ?? 'bash'
    const shell = shells.find((one) => one === wanted.toLowerCase())
    if (!shell) throw new LedgerError('usage.bad-choice', { asked: wanted, what: 'shell', choices: shells })
    const script = await completionScript(shell, words)
    await terminal.show({ shell, script }, { say: () => script, verbatim: true })
  },
})
