import { expect, test } from 'vitest'
import { openShop } from '../../shop.ts'
import { makeTyper } from './typed-line.ts'

/**
 * What the list says of a customer on a day, in English and in Chinese: the lines under their name, but the last, which
 * is of what was before.
 */
interface Said {
  readonly happened: readonly string[]
  readonly says: Readonly<Record<string, readonly [en: string, zh: string]>>
}

const customers: readonly Said[] = [
  {
    happened: ['11-10 buy 50'],
    says: {
      '11-11': ['new: first bought 11-10, say welcome within two days', '新客问候：11-10 第一次来，两天内问候'],
      '11-12': ['new: first bought 11-10, say welcome within two days', '新客问候：11-10 第一次来，两天内问候'],
      '11-13': ['new: first bought 11-10, say welcome (late)', '新客问候：11-10 第一次来，问候晚了'],
    },
  },
  {
    happened: ['01-05 buy 20', '01-15 buy 20', '01-25 buy 20', '05-01 done', '05-30 buy 20'],
    says: {
      '06-01': [
        'back after a long time: bought 05-30, say welcome back within two days',
        '欢迎回来：很久没来，05-30 又来了，两天内问候',
      ],
      '06-02': [
        'back after a long time: bought 05-30, say welcome back (late)',
        '欢迎回来：很久没来，05-30 又来了，问候晚了',
      ],
    },
  },
  {
    happened: ['09-01 buy 20', '09-02 done --about welcome', '11-01 buy 600 龙井'],
    says: {
      '11-02': ['say thanks within two days for 11-01 龙井 ¥600.00', '谢谢惠顾：11-01 龙井 ¥600.00，两天内道谢'],
      '11-04': ['say thanks (late) for 11-01 龙井 ¥600.00', '谢谢惠顾：11-01 龙井 ¥600.00，道谢晚了'],
      '11-09': ['after-sale: how is the 龙井 of 11-01 (¥600.00)?', '问问用得怎样：11-01 龙井 ¥600.00'],
    },
  },
  {
    happened: ['11-01 done --in -n 新茶几时到'],
    says: { '11-04': ['asked on 11-01, no answer yet: “新茶几时到”', '11-01 问过，还没回话：“新茶几时到”'] },
  },
  {
    happened: ['11-01 done --next 11-05 -n 报价'],
    says: {
      '11-05': ['promised for today: “报价”', '约好今天回话：“报价”'],
      '11-07': ['promised for 11-05 (2 days late): “报价”', '约好 11-05 回话（晚 2 天）：“报价”'],
    },
  },
  {
    happened: ['08-01 buy 20', '10-05 done -o interested -n 想要紫砂壶'],
    says: {
      '10-08': [
        'interested on 10-05, 3 days ago (“想要紫砂壶”), has not bought since',
        '有意向：10-05 “想要紫砂壶”，3 天了还没买',
      ],
    },
  },
  {
    happened: ['08-01 buy 20', '10-05 done -o interested'],
    says: {
      '10-08': ['interested on 10-05, 3 days ago, has not bought since', '有意向：10-05 说过想买，3 天了还没买'],
    },
  },
  {
    happened: ['07-01 buy 20 Tea 100g', '07-13 buy 20 tea x2', '07-25 buy 20 Tea'],
    says: {
      '08-04': [
        'restock: Tea (every 12 days, last 07-25, 10 days ago)',
        '该补货了：Tea（平时 12 天买一次，上次 07-25，已 10 天）',
      ],
    },
  },
  {
    happened: ['10-01 buy 20', '10-20 done', '10-21 want 白牡丹', '11-01 arrived 白牡丹'],
    says: { '11-01': ['has come in: 白牡丹 (waiting since 10-21)', '想要的到了：白牡丹（10-21 起等）'] },
  },
  {
    happened: ['02-03 edit --relation partner --joined 2025-11-01', '10-20 done -o sent'],
    says: { '11-01': ['yearly talk: none yet', '一年一谈：还没正式谈过'] },
  },
  {
    happened: [
      '10-01 buy 20',
      '10-02 done',
      '10-05 occasion 2026-10-20 合同到期',
      '10-05 occasion 2020-10-18 开业 --every year',
    ],
    says: {
      '10-13': [
        '开业 Sun 10-18 (in 5 days), 合同到期 Tue 10-20 (in 7 days)',
        '开业 10-18 周日（还有 5 天）、合同到期 10-20 周二（还有 7 天）',
      ],
      '10-20': ['合同到期 Tue 10-20 (today)', '合同到期 10-20 周二（就是今天）'],
    },
  },
  {
    happened: ['09-01 buy 20', '09-11 buy 20', '09-21 buy 20'],
    says: {
      '10-12': ['slipping: usually every 10 days, now 21', '很久没来：平时 10 天一次，已 21 天'],
      '12-21': [
        'may be lost: usually every 10 days, now 91; time for a word (1 day late)',
        '怕是不来了：平时 10 天一次，已 91 天 · 该联系了（晚 1 天）',
      ],
    },
  },
  {
    happened: ['09-01 buy 200 -u', '09-02 done --about welcome'],
    says: { '10-02': ['debt: 31 days; time for a word', '欠款未清 31 天 · 该联系了'] },
  },
  {
    happened: [
      '10-20 edit --keeper 李姐',
      '10-20 complaint open 茶叶受潮 --handler 小王',
      '10-25 complaint step 2',
      '10-26 complaint resolve --remedy apology',
    ],
    says: {
      '10-20': [
        'complaint “茶叶受潮” (10-20): tell them it is heard, 小王 sees to it',
        '投诉“茶叶受潮”（10-20）：先回应，小王经手',
      ],
      '10-22': [
        'complaint “茶叶受潮” (10-20): tell them it is heard (2 days late), 小王 sees to it; for 李姐 and the owner to see to',
        '投诉“茶叶受潮”（10-20）：先回应（晚 2 天），小王经手，请李姐和店主过问',
      ],
      '10-25': [
        'complaint “茶叶受潮” (10-20): answer promised for 10-23 (2 days late), 小王 sees to it; for 李姐 and the owner ' +
          'to see to',
        '投诉“茶叶受潮”（10-20）：约好 10-23 答复（晚 2 天），小王经手，请李姐和店主过问',
      ],
      '11-02': [
        'complaint “茶叶受潮” (10-20) settled 10-26: ask how satisfied they are; first contact: say hello',
        '投诉“茶叶受潮”（10-20）10-26 了结：问问满意不满意 · 还没联系过，打个招呼',
      ],
    },
  },
  {
    happened: ['10-25 complaint open 标价钱 --kind suggestion'],
    says: {
      '10-25': ['suggestion “标价钱” (10-25): thank them for it', '建议“标价钱”（10-25）：先道谢'],
      '10-28': [
        'suggestion “标价钱” (10-25): thank them for it (3 days late); for the owner to see to; first contact: say hello',
        '建议“标价钱”（10-25）：先道谢（晚 3 天），请店主过问 · 还没联系过，打个招呼',
      ],
    },
  },
  {
    happened: ['10-01 pin D', '10-01 buy 20', '10-02 done --about welcome', '10-20 done'],
    says: {
      '11-20': [
        'time for a word (16 days late); ask how satisfied they are (never asked yet)',
        '该联系了（晚 16 天） · 问问满意不满意（还没问过）',
      ],
    },
  },
  {
    happened: ['10-30 edit --joined 2024-01-01'],
    says: { '10-31': ['first contact: say hello', '还没联系过，打个招呼'] },
  },
]

test('every reason as it is said, in both languages', async () => {
  const shop = await openShop('init --lang en')
  await shop.json(['policy', 'set', 'due.thanks.minAmount', '500', '--today', '2026-01-01'])
  await shop.json(['policy', 'set', 'festival.calendar', 'none', '--today', '2026-01-01'])
  await shop.json(['policy', 'set', 'survey.every.D', '50', '--today', '2026-01-01'])
  const typed = makeTyper()
  for (const [at, { happened }] of customers.entries()) {
    const [first = ''] = happened
    await shop.json(['add', nameOf(at), '--today', `2026-${first.slice(0, 5)}`])
    for (const line of happened) {
      const [day = '', command = '', ...rest] = line.split(' ')
      await shop.json([...typed(command, nameOf(at), rest), '--today', `2026-${day}`])
    }
  }
  for (const [at, { says }] of customers.entries()) {
    for (const [day, [en, zh]] of Object.entries(says)) {
      expect.soft(await saidOf(at, day, 'en'), `${day} ${at}`).toBe(en)
      expect.soft(await saidOf(at, day, 'zh'), `${day} ${at}`).toBe(zh)
    }
  }

  async function saidOf(at: number, day: string, lang: string): Promise<string> {
    const { out } = await shop.regulars(['due', '--all', '--lang', lang, '--today', `2026-${day}`], {
      columns: 400,
      env: { NO_COLOR: '1' },
    })
    const lines = out.split('\n')
    const head = lines.findIndex((line) => line.startsWith('#') && line.includes(nameOf(at)))
    return (lines[head + 1] ?? '').trim()
  }
})

const nameOf = (at: number) => `客${String.fromCodePoint(0x7532 + at * 7)}`
