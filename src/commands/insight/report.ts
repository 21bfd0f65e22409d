import { resolve } from 'node:path'
import { whom } from '../../cli/audience-flags.ts'
import type { Context } from '../../cli/context.ts'
import { writeOut } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'
import type { Audience } from '../../ledger/audience/filter.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { monthNamed, monthNumber } from '../../ledger/period.ts'
import { readOverview } from '../../ledger/report/overview.ts'
import { writtenPage } from '../../screens/written-page.ts'
import { periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report',
  options: ['--html <file>', '--open', ...reportFlags],
  formats: ['table'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), html: read.text, open: read.flag }),
  async run(context, { html, open, ...asked }) {
    const { book, flags, terminal, words, world } = context
    if (flags.ids) throw new LedgerError('usage.no-ids', { command: 'report' })
    if (open && html === '-') throw new LedgerError('usage.conflict', { first: '--open', second: '--html -' })
    const none = [asked.from, asked.to, asked.month, asked.quarter].every((day) => day === undefined)
    const { period, only } = await periodAsked(book, none ? { ...asked, from: yearOfMonths(book.today) } : asked)
    const kind = asked.month !== undefined ? 'month' : asked.quarter !== undefined ? 'quarter' : 'days'
    const overview = await readOverview(book, period, kind, only)
    await terminal.voice.prepare(overview)
    const { makePage } = await import('../../page/page.ts')
    const page = makePage(terminal.hide(overview), {
      words,
      speech: terminal.voice,
      asked: only ? said(whom(asked)) : null,
      version: world.version,
    })
    const path = html === '-' ? null : html
    const bytes = await writeOut(context, { path, command: 'report', flag: '--html' }, whole(page))
    if (bytes === null || path === null) return
    terminal.tell(writtenPage(path, period, bytes, flags.dryRun, terminal.voice))
    if (!open || flags.dryRun) return
    const { page: say } = words
    terminal.tell((await openInBrowser(world, path)) ? say.opened : say.notOpened)
  },
})

/** By what the system opens files with; false where it has nothing to show them on. */
async function openInBrowser({ env, platform, startProgram }: Context['world'], path: string): Promise<boolean> {
  const [program, ...before] = openers[platform] ?? ['xdg-open']
  const shows = program !== 'xdg-open' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])
  return shows && (await startProgram?.(program ?? '', [...before, resolve(path)])) === true
}

const openers: Readonly<Record<string, readonly string[]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Twelve months with the one that runs: none of them is cut at its beginning. */
function yearOfMonths(today: string): string {
  return `${monthNamed(monthNumber(today) - 11)}-01`
}

/** Without what was not asked. */
function said(audience: Audience): Audience {
  return Object.fromEntries(Object.entries(audience).filter(([, value]) => value !== undefined))
}

async function* whole(page: string): AsyncGenerator<string, number> {
  yield page
  return Buffer.byteLength(page)
}
