import { expect, test } from 'vitest'
import { explain } from '../../src/cli/failure.ts'
import { loadWords } from '../../src/locales/choose.ts'
import { makeVoice } from '../../src/terminal/voice.ts'

test.each([
  ['SQLITE_FULL', 'file.full'],
  // The index beside the log finds no room either.
  ['SQLITE_IOERR_SHMSIZE', 'file.full'],
  ['ENOSPC', 'file.full'],
  ['EDQUOT', 'file.full'],
  ['SQLITE_IOERR_WRITE', 'file.unwritable'],
  ['SQLITE_IOERR_READ', 'file.disk'],
  ['EIO', 'file.disk'],
  ['SQLITE_BUSY', 'file.busy'],
  ['SQLITE_NOTADB', 'file.damaged'],
  ['SQLITE_CONSTRAINT', 'fault'],
])('%s is %s', async (code, said) => {
  const voice = makeVoice({
    words: await loadWords('en'),
    currency: 'CNY',
    region: 'CN',
    today: '2026-11-21',
    width: null,
    paint: null,
    quiet: false,
    blocks: true,
  })
  const failure = await explain(Object.assign(new Error('disk'), { code }), voice, {
    path: '/x/shop.db',
    temporary: '/x',
  })
  expect([failure.code, failure.exit]).toEqual([said, said === 'fault' ? 70 : 4])
})
