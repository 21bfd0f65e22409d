import type { HelpTopic } from '../command-help.ts'

/** What help says of things that are no command. */
export const topics: Record<string, HelpTopic> = {
  flags: { does: 'Flags every command has.', lines: [] },
  styles: {
    does: 'Four styles: how to tell them, how to speak with each. Note it: regulars edit NAME --style amiable',
    lines: [
      'analytical',
      '  signs: asks for details, compares, takes notes, decides slowly, keeps a distance',
      '  do: in writing, exact, with numbers; give time to think; keep what you said',
      '  don’t: hurry them, exaggerate, change the subject, chat too long',
      '  pace: slow and orderly',
      'driver',
      '  signs: comes to the point, talks fast and firmly, wants results, looks at the clock',
      '  do: be punctual and short; offer two or three choices, what each brings; let them decide',
      '  don’t: quarrel, tell stories, explain everything, waste time',
      '  pace: quick',
      'expressive',
      '  signs: talks a lot and about anything, laughs, moves their hands, likes what is new, names others',
      '  do: chat, show pictures, say who else uses it; praise; settle it while they are keen, note it for them',
      '  don’t: figures first, long papers, cool them down',
      '  pace: quick and lively',
      'amiable',
      '  signs: friendly, listens, agrees, asks what others do, avoids deciding, brings a friend',
      '  do: be personal and warm, patient; give assurance and a guarantee; name customers who vouch for it',
      '  don’t: press, hurry, argue, leave them alone after the sale',
      '  pace: slow and friendly',
    ],
  },
  tiers: {
    does:
      'Tiers A to D: what they mean, what to do, what they ask of you. ' +
      'Sort: regulars classify   One of them: regulars why NAME',
    lines: [
      'A  comes often, brings much: be close, make them your example; every 7 days',
      '   expertise medium, service very high, talk high',
      'B  comes often, brings little: reassure, teach them to get more from what they buy; every 15 days',
      '   expertise very high, service high, talk high',
      'C  comes seldom, brings little, or bought in earlier days: ' +
        'be in touch more, settle what was left open; every 30 days',
      '   expertise high, service medium, talk very high',
      'D  comes seldom but brings much, or has never bought: ' +
        'develop quickly, guide to the next season or offer; every 15 days',
      '   expertise very high, service medium, talk high',
      'Often and much are measured by the shop itself: regulars classify says what they are today.',
      'Other ways to sort (policy set tier.method): abc, rfm, scorecard, fixed. Rules: regulars policy show tier',
    ],
  },
  money: {
    does: 'How amounts are typed and said.',
    lines: [
      '128   88.5   ¥88.50   1,288.00   128元   128+60-8',
      'A customer owes (a debt) or has credit: there is no minus sign for people.',
      'buy -u puts it on account, -p 50 pays a part; credit is used first. ' +
        'pay settles the oldest part, the rest is credit.',
      'Paid in ahead: pay NAME 500 --bonus 50 (paid money is spent first, then the bonus), pass sell NAME 10 500',
      'Out of what was paid in alone: buy NAME 88 --method credit   Handed back: pay NAME 100 --out',
      'Goods come back: refund NAME 60 lowers what is owed on them first, hands back the rest.',
      'Wrong: fix ENTRY AMOUNT enters it anew, void ENTRY strikes it out, undo takes the last step back.',
      'Who owes, since when: regulars balances   Of one: regulars statement NAME   ' +
        'The day’s close: regulars report day',
      '1.500 may be two amounts: it is asked about (in a file: --decimal comma or point).',
    ],
  },
  days: {
    does: 'How days are typed.',
    lines: [
      '2026-11-21   2026/11/21   20261121   11-21   Nov 21   today   yesterday   3d   -3d   3d ago   ' +
        '2w   Friday   next week   next month',
      '2026年11月21日   今天   昨天   明天   后天   下周三   下周   下个月   月底   3天后   3天前',
      '--on, --from and --to look back, --next, --due, ' +
        '--until and snooze look ahead. --month also takes this and last.',
      'The year comes first: 31/12/2026 could be read two ways and is refused.',
    ],
  },
  due: {
    does: 'How the daily list is made.',
    lines: [
      'Each morning every reason is looked at for every customer; one row a customer, the weightiest reasons first.',
      'Never late: promise (what was agreed), complaint (until it is settled), birthday, ' +
        'wanted (what they wait for has come in), occasion (a day you noted)',
      'Within days: welcome (new), welcome-back (after long), thanks (a large purchase), ' +
        'after-sale (how is it?), interested, unhappy',
      'By their rhythm: restock (it runs out), slipping (later than usual), cadence (7, 15, 30, 15 days for A to D)',
      'By the account: debt, points and coupon (about to lapse); now and then: survey (how satisfied?)',
      'Festivals are one line at the head of the list, not a reason: regulars message mid-autumn --tier A,B',
      'Tier, weight of the reason and days it waits make the rank; one place in six goes to who waits longest.',
      'What settles one: a contact (done), a purchase, a payment. Put off: snooze. ' +
        'Who never to call: edit --do-not-contact',
      'Weights and days: regulars policy show due   The week: regulars plan   Card by card: regulars round',
    ],
  },
  import: {
    does: 'What a file may be, and what is never believed of one.',
    lines: [
      'CSV, TSV, Excel (xlsx) and vCard, in any common encoding; the header may stand below a title.',
      'Nothing is written before you have seen it: columns, first rows, what is left out and why.',
      'No customer: totals, headers again, masked names (李*), nobody’s names, blank rows',
      'No sale: refunds, closed and unpaid orders, the shop’s own spending, transfers: each with its reason and sum',
      'A phone Excel has spoilt (1.38E+10) is refused, not guessed; a receipt with a bad line is not half updated.',
      'What cannot be read goes to --rejects FILE, in the file’s own columns: mend it there and import that.',
      'A line is the row a spreadsheet shows: the header is one, a cell of several lines is in one, sep=; is none.',
      'Headings it does not know: --map name=Client,phone=Mobile   Look first: --dry-run',
      'Who paid by a nick is walk-in until you say who it is: regulars payer list',
      'The same file again changes nothing. All of it back: regulars undo',
    ],
  },
  formats: {
    does: 'Files of services that are known by their headings.',
    lines: [
      'WeChat Pay, Alipay, Taobao, JD, Pinduoduo, Douyin, WeChat shop, Youzan, Meituan; Shopify, WooCommerce, ' +
        'Square, Loyverse, Stripe, PayPal, Amazon, Toast; contacts of Google, Outlook and phones',
      'Which: regulars import formats   One for a file: --from NAME   None: --from none',
      'Two that fit are asked about; one that is refused says which export to take instead.',
      'What a word in a state column means: --state 已完成=sale; sale, owed, refund or skip',
      'Your own: a file NAME.json in the folder formats beside the ledger, written as the README says',
    ],
  },
}
