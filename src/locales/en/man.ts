import type { ManWords } from '../man-words.ts'

export const man: ManWords = {
  title: 'regulars',
  name: 'NAME',
  inShort: 'customer ledger for shops: who your regulars are, and whom to call this morning',
  synopsis: 'SYNOPSIS',
  command: 'COMMAND',
  words: '[WORD ...] [FLAG ...]',
  description: 'DESCRIPTION',
  about:
    'One command over one local file. A customer is named by name, pinyin or initials, the end of the phone, ' +
    'an id (12, id:12) or the shop’s code (@007). Days and amounts are typed as they are said; every change can be ' +
    'taken back by regulars undo. regulars help COMMAND says the same as this page of one command.',
  commands: 'COMMANDS',
  topic: 'ABOUT',
  tables: [
    [
      'EXIT STATUS',
      [
        ['0', 'done; also: nothing due, nothing found'],
        ['1', 'the ledger says no: no such customer, several, already void, too little data'],
        ['2', 'a word, flag or value cannot be read'],
        ['3', 'an import finished with rejected rows'],
        ['4', 'the ledger cannot be used: missing, locked, damaged, newer than the program'],
        ['70', 'a fault of the program'],
        ['130', 'interrupted'],
      ],
    ],
    [
      'ENVIRONMENT',
      [
        ['REGULARS_DB', 'the ledger file, as --db'],
        ['REGULARS_LANG', 'en or zh, as --lang'],
        ['REGULARS_USER', 'who makes the entries, as --as'],
        ['REGULARS_TODAY', 'the day it is, as --today'],
        ['REGULARS_CODE_CACHE', '0: nothing that was compiled is kept between starts'],
        ['REGULARS_DEBUG', '1: a fault of the program shows where it was'],
        ['NO_COLOR', 'anything: no colour'],
        ['PAGER', 'what long lists go through on a terminal (less -FRX)'],
      ],
    ],
    [
      'FILES',
      [
        ['~/.local/share/regulars/shop.db', 'the ledger (XDG_DATA_HOME); beside it formats and messages of your own'],
        ['~/.config/regulars/config.json', 'settings of this computer (XDG_CONFIG_HOME)'],
        ['~/.cache/regulars/', 'what was compiled (XDG_CACHE_HOME); may be deleted'],
      ],
    ],
  ],
}
