import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { fold, nameKey, speller } from '../../../src/ledger/identity/spelling.ts'

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
const asLibrary = (name: string) =>
  pinyin(fold(name), { surname: 'head', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' })
    .map((syllable) => plain(fold(syllable).replaceAll('ü', 'v')).replace(/[^\p{L}\p{N}]/gu, ''))
    .join('')

test('a name is spelled as the dictionary spells it, its characters by themselves or together', async () => {
  const spell = await speller()
  const han = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCharCode(code))
  const usual = fc.constantFrom(...'王李张刘陈杨黄赵吴周单曾仇朴解区查盖尉迟长孙重乐行会强娜朱都约翰A·1 ')
  fc.assert(
    fc.property(fc.array(fc.oneof(han, usual), { minLength: 1, maxLength: 5 }), (characters) => {
      const name = `王${characters.join('')}`
      for (const one of [name, characters.join('')])
        if (/\p{Script=Han}/u.test(one)) expect([one, spell(one).pinyin]).toEqual([one, asLibrary(nameKey(one))])
    }),
    { numRuns: 3000 },
  )
})

test.each([
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['吕小强', 'lvxiaoqiang', 'lxq'],
  ['长孙无忌', 'zhangsunwuji', 'zswj'],
  ['王小明', 'wangxiaoming', 'wxm'],
])('%s is %s', async (name, spelled, initials) => {
  const { pinyin: found, initials: first } = (await speller())(name)
  expect([found, first]).toEqual([spelled, initials])
})
