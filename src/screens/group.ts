import type { Group } from '../ledger/audience/group.ts'
import { quoted } from '../locales/asked.ts'
import { audienceSaid } from '../locales/audience-said.ts'
import { figures } from '../terminal/figures.ts'
import type { Screen } from '../terminal/screen.ts'

export const groupSavedScreen: Screen<Group & { readonly change: number | null }> = {
  columns: { name: 'text', filter: 'facts', customers: 'count', change: 'count' },
  lines({ name, filter, customers, change }, { words }) {
    const { group } = words
    const saved = group.saved(name, audienceSaid(filter, words), customers)
    return change === null ? [saved] : [saved, group.use(quoted(name))]
  },
}

/** One saved group: what it asks for, how many are in it today, and how to see them. */
export const groupScreen: Screen<Group> = {
  columns: { name: 'text', filter: 'facts', customers: 'count' },
  lines({ name, filter, customers }, { words }) {
    return [words.group.saved(name, audienceSaid(filter, words), customers)]
  },
  next: ({ name }, { words }) => [words.group.use(quoted(name))],
}

export const groupDeletedScreen: Screen<{ readonly name: string; readonly change: number | null }> = {
  columns: { name: 'text', change: 'count' },
  lines: ({ name }, { words }) => [words.group.deleted(name)],
}

/** The saved groups, each with what it asks for and how many are in it today. */
export const groupsScreen: Screen<readonly Group[]> = {
  columns: { name: 'text', filter: 'facts', customers: 'count' },
  lines(groups, voice) {
    const { group } = voice.words
    if (groups.length === 0) return [group.none]
    const rows = groups.map(
      ({ name, filter, customers }) => [name, String(customers), audienceSaid(filter, voice.words)] as const,
    )
    return [group.title(voice.today), ...figures(rows, voice)]
  },
  next(groups, { words }) {
    const one = groups.find(({ customers }) => customers > 0) ?? groups[0]
    return one ? [words.group.use(quoted(one.name))] : []
  },
}
