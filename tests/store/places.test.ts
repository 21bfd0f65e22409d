import { expect, test } from 'vitest'
import { foldersOf } from '../../src/store/files/places.ts'

test.each([
  ['linux', {}, '/home/wang', '/home/wang/.local/share/regulars', '/home/wang/.config/regulars'],
  ['darwin', {}, '/Users/wang', '/Users/wang/.local/share/regulars', '/Users/wang/.config/regulars'],
  ['linux', { XDG_DATA_HOME: '/d', XDG_CONFIG_HOME: 'not/absolute' }, '/h', '/d/regulars', '/h/.config/regulars'],
  ['linux', { LOCALAPPDATA: '/not/here' }, '/h', '/h/.local/share/regulars', '/h/.config/regulars'],
  [
    'win32',
    { LOCALAPPDATA: 'C:\\Users\\王\\AppData\\Local', APPDATA: 'C:\\Users\\王\\AppData\\Roaming' },
    'C:\\Users\\王',
    'C:\\Users\\王\\AppData\\Local\\regulars',
    'C:\\Users\\王\\AppData\\Roaming\\regulars',
  ],
  [
    'win32',
    {},
    'C:\\Users\\王',
    'C:\\Users\\王\\AppData\\Local\\regulars',
    'C:\\Users\\王\\AppData\\Roaming\\regulars',
  ],
  ['win32', { XDG_DATA_HOME: 'D:\\shop' }, 'C:\\h', 'D:\\shop\\regulars', 'C:\\h\\AppData\\Roaming\\regulars'],
  ['linux', {}, null, '', ''],
  ['win32', {}, null, '', ''],
])('%s with %j: where ledger and config lie', (platform, env, home, data, config) => {
  expect(foldersOf(env, home, platform)).toEqual({ data, config })
})
