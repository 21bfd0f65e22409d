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
      'Tiers A to D: what they mean, what to do, what they ask of you. Sort: regulars classify   One of them: ' +
      'regulars why NAME',
    lines: [
      'A  comes often, brings much: be close, make them your example; every 7 days',
      '   expertise medium, service very high, talk high',
      'B  comes often, brings little: reassure, teach them to get more from what they buy; every 15 days',
      '   expertise very high, service high, talk high',
      'C  comes seldom, brings little, or bought in earlier days: be in touch more, settle what was left open; ' +
        'every 30 days',
      '   expertise high, service medium, talk very high',
      'D  comes seldom but brings much, or has never bought: develop quickly, guide to the next season or offer; ' +
        'every 15 days',
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
      'buy -u puts it on account, -p 50 pays a part; credit is used first. pay settles the oldest part, the rest ' +
        'is credit.',
    ],
  },
  days: {
    does: 'How days are typed.',
    lines: [
      '2026-11-21   2026/11/21   20261121   11-21   today   yesterday   3d   -3d   3d ago   2w   Friday   next ' +
        'week   next month',
      '2026年11月21日   今天   昨天   明天   后天   下周三   下周   下个月   月底   3天后   3天前',
      '--on, --from and --to look back, --next, --due, --until and snooze look ahead. --month also takes this and last.',
      'The year comes first: 31/12/2026 could be read two ways and is refused.',
    ],
  },
}
