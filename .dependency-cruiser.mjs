// Which way imports point, type imports too (HOUSE): the floors of the ledger, the rooms around it, no circle anywhere.

/** The ledger's floors: a room imports rooms of lower floors, or earlier ones of its own row. */
const floors = [
  [
    'errors',
    'vocabulary',
    'money',
    'month-name',
    'day',
    'period',
    'policy-key',
    'fraction',
    'quantile',
    'nearest-word',
    'csv-line',
    'remembering',
  ],
  ['reason'],
  ['book'],
  ['identity'],
  ['standing'],
  ['segment', 'tier'],
  ['benefit', 'account', 'care', 'followup', 'audience', 'message'],
  ['customer', 'report', 'today'],
  ['import', 'export', 'dump', 'backup', 'demo', 'open'],
].flat()

const inRooms = (rooms) => `^src/ledger/(${rooms.join('|')})[/.]`

const upward = floors.slice(0, -1).map((room, at) => ({
  name: `floors: ${room} is below`,
  severity: 'error',
  from: { path: inRooms([room]) },
  to: { path: inRooms(floors.slice(at + 1)) },
}))

/** What a part of the program may import of ours besides itself. */
const reach = {
  'src/store/': ['src/ledger/errors.ts'],
  'src/ledger/': ['src/store/'],
  'src/locales/': ['src/ledger/'],
  'src/terminal/': [
    'src/locales/',
    'src/ledger/(errors|vocabulary|money|day|period|csv-line)\\.ts',
    'src/ledger/identity/phone.ts',
    'src/world.ts',
  ],
  'src/page/': ['src/ledger/', 'src/locales/'],
  'src/screens/': ['src/terminal/', 'src/locales/', 'src/ledger/'],
  'src/cli/': ['src/terminal/', 'src/ledger/', 'src/store/', 'src/locales/', 'src/screens/', 'src/world.ts'],
  'src/commands/': ['src/cli/', 'src/screens/', 'src/page/', 'src/ledger/', 'src/store/', 'src/locales/'],
  'src/world.ts': [],
}

const arrows = Object.entries(reach).map(([part, allowed]) => ({
  name: `arrows: what ${part} may import`,
  severity: 'error',
  from: { path: `^${part}` },
  to: { path: '^src/', pathNot: `^(${[part, ...allowed].join('|')})` },
}))

export default {
  forbidden: [
    { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'every room has a floor',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^src/ledger/', pathNot: inRooms(floors) },
    },
    ...upward,
    ...arrows,
  ],
  options: { parser: 'swc', tsPreCompilationDeps: true, doNotFollow: { path: 'node_modules' } },
}
