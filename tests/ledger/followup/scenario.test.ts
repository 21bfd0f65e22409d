import { expect, test } from 'vitest'
import { openShop } from '../../shop.ts'
import { makeTyper } from './typed-line.ts'

/**
 * A shop as a table: what happened to each person, line by line (`DAY COMMAND …`, the person's name after the command),
 * and who is due on which day:
 * `reason since +days overdue`, the weightiest first. Every day was worked out by hand from SPEC 4; the sums stand
 * beside.
 *
 * Tiers are the defaults: D (cadence 15) until the first purchase, then C (cadence 30). A large purchase is one of 500
 * or more.
 */
interface Person {
  readonly story: string
  readonly happened: readonly string[]
  readonly due: Readonly<Record<string, string>>
}

const people: readonly Person[] = [
  {
    story: 'promise: from its day until a real talk about it; sent and no-answer do not settle it',
    // The first contact moves the clock to 10-02 + 15 = 10-17.
    happened: ['10-01 add', '10-02 done --next 10-20', '10-22 done -o sent', '10-25 done -o no-answer', '10-27 done'],
    due: {
      '10-16': '',
      '10-17': 'cadence 10-17 +0',
      '10-19': 'cadence 10-17 +2',
      '10-20': 'promise 10-20 +0, cadence 10-17 +3',
      // Sent counts for the clock: the next is 11-06.
      '10-22': 'promise 10-20 +2',
      '10-24': 'promise 10-20 +4',
      '10-25': '',
      '10-26': 'promise 10-20 +6',
      '10-27': '',
      // Reached on 10-02, 10-22, 10-27 and never bought: left alone.
      '11-11': '',
      '12-31': '',
    },
  },
  {
    story:
      'promise: who waits for a reply is due 3 days later; a newer promise takes its place; another subject leaves ' +
      'it open',
    // Contacts on 11-01, 11-05, 11-12: the clock would strike on 11-16, 11-20, 11-27; after the third it is silent.
    happened: [
      '11-01 add',
      '11-01 done --in',
      '11-05 done --next 11-10',
      '11-12 done --about cadence',
      '11-13 done --about 约好回话',
    ],
    due: {
      '11-03': '',
      '11-04': 'promise 11-04 +0',
      '11-05': '',
      '11-09': '',
      '11-10': 'promise 11-10 +0',
      '11-12': 'promise 11-10 +2',
      '11-13': '',
    },
  },
  {
    story: 'promise: the third no-answer in a row counts as reached',
    happened: [
      '10-01 add',
      '10-02 done --next 10-05',
      '10-05 done -o no-answer',
      '10-06 done -o no-answer',
      '10-07 done -o no-answer',
    ],
    // 10-07 counts: the promise is settled, the clock strikes on 10-07 + 15 = 10-22.
    due: { '10-04': '', '10-05': '', '10-06': '', '10-07': '', '10-08': '', '10-21': '', '10-22': 'cadence 10-22 +0' },
  },
  {
    story: 'promise: two unanswered calls settle nothing, and it is back with its old day',
    happened: ['10-01 add', '10-02 done --next 10-05', '10-05 done -o no-answer', '10-06 done -o no-answer'],
    due: { '10-06': '', '10-07': 'promise 10-05 +2', '10-17': 'promise 10-05 +12, cadence 10-17 +0' },
  },
  {
    story: 'birthday: seven days before to three days after',
    // Contact on 11-10: the clock strikes on 11-25.
    happened: ['11-09 add --birthday 1990-11-21', '11-10 done'],
    due: {
      '11-13': '',
      '11-14': 'birthday 11-14 +0',
      '11-20': 'birthday 11-14 +6',
      '11-21': 'birthday 11-14 +7',
      '11-24': 'birthday 11-14 +10',
      '11-25': 'cadence 11-25 +0',
    },
  },
  {
    story: 'birthday: a talk before the day puts it off to the day itself, a talk from then on settles it',
    happened: ['11-09 add --birthday 11-21', '11-10 done', '11-16 done', '11-22 done'],
    due: {
      '11-15': 'birthday 11-14 +1',
      '11-16': '',
      '11-20': '',
      '11-21': 'birthday 11-21 +0',
      '11-22': '',
      '11-24': '',
    },
  },
  {
    story: 'birthday: about birthday settles it before the day, about something else puts it off',
    happened: ['11-09 add --birthday 11-21', '11-10 done', '11-16 done --about debt', '11-17 done --about birthday'],
    due: { '11-15': 'birthday 11-14 +1', '11-16': '', '11-21': '', '11-24': '' },
  },
  {
    story: 'birthday: lunar, the 19th of the tenth month is 2026-11-27',
    happened: ['11-09 add --birthday 农历十月十九', '11-17 done'],
    // The contact of 11-17 lies before the first day, 11-20; the clock strikes on 12-02.
    due: { '11-19': '', '11-20': 'birthday 11-20 +0', '11-30': 'birthday 11-20 +10', '12-01': '' },
  },
  {
    story: 'welcome: the day after the first purchase, for thirty days after it',
    // Clock: 11-10 + 30 = 12-10.
    happened: ['11-10 add', '11-10 buy 50'],
    due: {
      '11-10': '',
      '11-11': 'welcome 11-11 +0',
      '12-09': 'welcome 11-11 +28',
      '12-10': 'welcome 11-11 +29, cadence 12-10 +0',
      '12-11': 'cadence 12-10 +1',
    },
  },
  {
    story: 'welcome: a message sent settles it',
    happened: ['11-10 add', '11-10 buy 50', '11-11 done -o sent'],
    due: { '11-11': '', '11-20': '' },
  },
  {
    story: 'welcome: held back for three days by a talk before its day, which does not settle it',
    happened: ['11-10 add', '11-10 buy 50', '11-10 done'],
    due: { '11-11': '', '11-12': '', '11-13': 'welcome 11-11 +2' },
  },
  {
    story: 'welcome and cadence: declined silences them for ninety days',
    // 11-10 + 90 = 2027-02-08. The clock had struck on 11-10 + 30 = 12-10.
    happened: ['11-10 add', '11-10 buy 50', '11-10 done -o declined'],
    due: { '11-13': '', '12-10': '', '2027-02-07': '', '2027-02-08': 'cadence 2026-12-10 +60' },
  },
  {
    story: 'thanks and after-sale: the day after, and seven days after, a large purchase',
    // Clock: 11-01 + 30 = 12-01.
    happened: ['09-01 add', '09-01 buy 20', '11-01 buy 500 龙井'],
    due: {
      '10-31': 'cadence 10-01 +30',
      '11-01': '',
      '11-02': 'thanks 11-02 +0',
      '11-07': 'thanks 11-02 +5',
      '11-08': 'thanks 11-02 +6, after-sale 11-08 +0',
      '11-09': 'after-sale 11-08 +1',
      '12-01': 'after-sale 11-08 +23, cadence 12-01 +0',
      '12-02': 'cadence 12-01 +1',
    },
  },
  {
    story: 'thanks and after-sale: not a cent less',
    happened: ['09-01 add', '09-01 buy 20', '11-01 buy 499.99'],
    due: { '11-02': '', '11-08': '' },
  },
  {
    story: 'thanks: a talk settles it, and not the after-sale that is not due yet',
    happened: ['09-01 add', '09-01 buy 20', '11-01 buy 600', '11-03 done'],
    due: { '11-02': 'thanks 11-02 +0', '11-03': '', '11-07': '', '11-08': 'after-sale 11-08 +0' },
  },
  {
    story: 'thanks and after-sale: at most once in thirty days',
    // Thanks were raised on 11-02; 11-11 is 9 days later, 12-06 is 34. After-sale on 11-08; 11-17 is 9, 12-12 is 34.
    happened: ['09-01 add', '09-01 buy 20', '11-01 buy 600', '11-10 buy 700', '12-05 buy 800'],
    due: {
      '11-09': 'after-sale 11-08 +1',
      '11-11': '',
      '11-17': '',
      '12-06': 'thanks 12-06 +0',
      '12-12': 'thanks 12-06 +6, after-sale 12-12 +0',
    },
  },
  {
    story: 'thanks: not for what came back in full',
    happened: ['09-01 add', '09-01 buy 20', '11-01 buy 600', '11-02 refund 600'],
    // Without that purchase the clock stands at 09-01 + 30.
    due: { '11-02': 'cadence 10-01 +32' },
  },
  {
    story: 'slipping: twice the gap after the last visit, and once more on the lost day, for sixty days',
    // Gap 10: 09-21 + max(20, 17) = 10-11. Lost: 09-21 + 90 + 1 = 12-21, until 2027-02-19. Clock: the talk of 10-12 +
    // 30 = 11-11;
    // from the lost day on + 90: 2027-01-10.
    happened: ['09-01 add', '09-01 buy 20', '09-11 buy 20', '09-21 buy 20', '10-12 done'],
    due: {
      '10-10': '',
      '10-11': 'slipping 10-11 +0',
      '10-12': '',
      '11-10': '',
      '12-20': 'cadence 11-11 +39',
      '12-21': 'slipping 12-21 +0',
      '2027-01-09': 'slipping 2026-12-21 +19',
      '2027-01-10': 'slipping 2026-12-21 +20, cadence 01-10 +0',
      '2027-02-19': 'slipping 2026-12-21 +60, cadence 01-10 +40',
      '2027-02-20': 'cadence 01-10 +41',
    },
  },
  {
    story: 'slipping: never settled, it lapses on the lost day into a new one',
    // Gap 3.5: 09-08 + max(7, 10.5) = 10.5 days, rounded up 09-19. Lost: 09-08 + 91 = 12-08. Clock: 09-08 + 30 = 10-08,
    // once lost 09-08 + 90 = 12-07.
    happened: ['09-01 add', '09-01 buy 20', '09-04 buy 20', '09-08 buy 20'],
    due: {
      // Three days with a purchase: no longer new.
      '09-18': '',
      '09-19': 'slipping 09-19 +0',
      '12-07': 'cadence 10-08 +60, slipping 09-19 +79',
      '12-08': 'slipping 12-08 +0, cadence 12-07 +1',
    },
  },
  {
    story: 'slipping: not before the third day with a purchase',
    happened: ['09-01 add', '09-01 buy 20', '09-11 buy 20', '09-11 buy 20'],
    due: { '10-10': '', '10-11': 'cadence 10-11 +0' },
  },
  {
    story: 'debt: 31 days after the oldest part; a payment, and a talk about it, put it off 7 days; sent does not',
    // Clock: 09-01 + 30 = 10-01; the payment of 10-03 moves it to 11-02.
    happened: [
      '09-01 add',
      '09-01 buy 200 -u',
      '10-03 pay 50',
      '10-12 done -o sent',
      '10-13 done --about debt',
      '10-25 pay 150',
    ],
    due: {
      '10-01': 'welcome 09-02 +29, cadence 10-01 +0',
      // 50 + 0 beats 40 + 10 x 1 / 30.
      '10-02': 'debt 10-02 +0, cadence 10-01 +1',
      '10-03': '',
      '10-09': '',
      '10-10': 'debt 10-10 +0',
      '10-12': 'debt 10-10 +2',
      '10-13': '',
      '10-19': '',
      '10-20': 'debt 10-20 +0',
      '10-24': 'debt 10-20 +4',
      '10-25': '',
      '11-23': '',
    },
  },
  {
    story: 'debt: the day after its due day when it has one',
    happened: ['08-01 add', '08-01 buy 20', '11-01 buy 100 -u --due 11-10', '11-13 done'],
    // A talk about everything due puts it off from the day it is due: 11-13 + 7 = 11-20. Lost since 10-31, they were
    // back on 11-01.
    due: {
      '11-10': 'welcome-back 11-02 +8',
      '11-11': 'welcome-back 11-02 +9, debt 11-11 +0',
      '11-13': '',
      '11-19': '',
      '11-20': 'debt 11-20 +0',
    },
  },
  {
    story: 'debt: a talk before its day is not about it',
    happened: ['08-01 add', '08-01 buy 20', '11-01 buy 100 -u --due 11-10', '11-10 done'],
    due: { '11-11': 'debt 11-11 +0' },
  },
  {
    story: 'clock: three days after joining, then a cadence after each contact; two contacts do not end it',
    happened: ['10-01 add', '10-06 done', '10-21 done'],
    due: {
      '10-03': '',
      '10-04': 'cadence 10-04 +0',
      '10-05': 'cadence 10-04 +1',
      '10-06': '',
      '10-20': '',
      '10-21': '',
      '11-04': '',
      '11-05': 'cadence 11-05 +0',
    },
  },
  {
    story: 'clock: one who never bought and declined is left alone until they buy',
    // The purchase of 2027-03-01 starts it again: + 30 days would be 2027-03-31, four cadences after the contact are
    // 2027-02-01.
    happened: ['10-01 add', '10-04 done -o declined', '2027-03-01 buy 20'],
    due: {
      '10-20': '',
      '2027-02-28': '',
      '2027-03-02': 'welcome 03-02 +0, cadence 02-01 +29',
      '2027-03-31': 'welcome 03-02 +29, cadence 02-01 +58',
    },
  },
  {
    story: 'clock: the later of contact and purchase',
    happened: ['09-01 add', '09-01 buy 20', '10-05 done', '10-15 buy 20'],
    // 10-05 + 30 = 11-04; 10-15 + 30 = 11-14.
    due: { '11-04': '', '11-13': '', '11-14': 'cadence 11-14 +0' },
  },
  {
    story: 'clock: the own gap and three days when that is longer than the cadence',
    // Gap 40: 07-20 + 43 = 09-01. Slipping: 07-20 + 80 = 10-08.
    happened: ['05-01 add', '05-01 buy 20', '06-10 buy 20', '07-20 buy 20'],
    due: { '08-31': 'cadence 08-29 +2', '09-01': 'cadence 08-29 +3' },
  },
  {
    story: 'clock: the own gap and three days, spoken to meanwhile',
    // Gap 40: 07-20 + 43 = 09-01, before 06-15 + 4 x 30.
    happened: ['05-01 add', '05-01 buy 20', '06-10 buy 20', '06-15 done', '07-20 buy 20'],
    due: { '08-31': '', '09-01': 'cadence 09-01 +0' },
  },
  {
    story: 'clock: no later than four cadences after the last contact',
    // 09-25 + 30 = 10-25, but 06-05 + 120 = 10-03.
    happened: ['06-01 add', '06-01 buy 20', '06-05 done', '08-01 buy 20', '09-25 buy 20'],
    due: { '10-02': '', '10-03': 'cadence 10-03 +0' },
  },
  {
    story: 'clock: a back-dated contact counts on its own day and moves nothing back',
    happened: ['10-01 add', '10-20 done', '10-21 done --on 10-10'],
    due: { '11-03': '', '11-04': 'cadence 11-04 +0' },
  },
  {
    story: 'clock: once lost, ninety days after the last purchase or contact',
    // One purchase: gap of the shop, under 30, so lost on 01-05 + 91 = 04-06. Clock 02-04; then 01-05 + 90 = 04-05.
    happened: ['01-05 add', '01-05 buy 20'],
    due: { '02-04': 'welcome 01-06 +29, cadence 02-04 +0', '04-05': 'cadence 02-04 +60', '04-06': 'cadence 04-05 +1' },
  },
  {
    story: 'who appears: never one who is not to be contacted',
    happened: ['11-01 add --do-not-contact --birthday 11-21', '11-01 buy 100 -u'],
    due: { '11-21': '', '12-31': '' },
  },
  {
    story: 'who appears: the snoozed on the day, not before',
    happened: ['11-01 add', '11-05 snooze 11-10'],
    due: { '11-09': '', '11-10': 'cadence 11-04 +6' },
  },
  {
    story: 'question: asked by wechat, a message by a lesser channel is no answer, one by the same is',
    // The clock of 11-01 + 15 = 11-16; after three contacts one who never bought is left alone.
    happened: ['11-01 add', '11-01 done --in -c wechat', '11-05 done -o sent -c sms', '11-06 done -o sent -c wechat'],
    due: { '11-03': '', '11-04': 'promise 11-04 +0', '11-05': 'promise 11-04 +1', '11-06': '', '11-30': '' },
  },
  {
    story: 'question: a message by a better channel answers it',
    // Clock: 11-04 + 15 = 11-19.
    happened: ['11-01 add', '11-01 done --in -c sms', '11-04 done -o sent -c wechat'],
    due: { '11-03': '', '11-04': '', '11-18': '', '11-19': 'cadence 11-19 +0' },
  },
  {
    story: 'question: answered before it is due it never comes up',
    happened: ['11-01 add', '11-01 done --in', '11-02 done'],
    due: { '11-04': '', '11-16': '', '11-17': 'cadence 11-17 +0' },
  },
  {
    story: 'question with a day promised: a message before the day is not it, one from the day on is',
    happened: [
      '11-01 add',
      '11-01 done --in -c wechat --next 11-10',
      '11-08 done -o sent -c wechat',
      '11-11 done -o sent -c wechat',
    ],
    due: { '11-09': '', '11-10': 'promise 11-10 +0', '11-11': '', '11-20': '' },
  },
  {
    story: 'welcome: two days with a purchase are new, three are not',
    // The third day 11-20; clock: 11-20 + 30 = 12-20. Gap 5: slipping 11-20 + 12 = 12-02.
    happened: ['11-10 add', '11-10 buy 50', '11-12 buy 50', '11-20 buy 50'],
    due: {
      '11-12': 'welcome 11-11 +1',
      '11-19': 'welcome 11-11 +8',
      '11-20': '',
      '12-01': '',
      '12-02': 'slipping 12-02 +0',
    },
  },
  {
    story: 'welcome: not for one who came with a balance',
    happened: ['11-10 add --credit 200', '11-10 buy 50'],
    due: { '11-11': '', '11-20': '', '12-10': 'cadence 12-10 +0' },
  },
  {
    story: 'welcome back: the day after the first purchase of one who was lost, for thirty days after it',
    // Gap 10: lost 01-25 + 91 = 04-26; the talk of 05-01 settles that, its clock is 07-30. Bought 05-30: slipping + 20
    // = 06-19, clock + 30 = 06-29.
    happened: ['01-05 add', '01-05 buy 20', '01-15 buy 20', '01-25 buy 20', '05-01 done', '05-30 buy 20'],
    due: {
      '05-29': '',
      '05-30': '',
      '05-31': 'welcome-back 05-31 +0',
      '06-18': 'welcome-back 05-31 +18',
      '06-19': 'welcome-back 05-31 +19, slipping 06-19 +0',
      '06-29': 'welcome-back 05-31 +29, slipping 06-19 +10, cadence 06-29 +0',
      '06-30': 'slipping 06-19 +11, cadence 06-29 +1',
    },
  },
  {
    story: 'welcome back: held back for three days by a talk, settled by a message',
    happened: [
      '01-05 add',
      '01-05 buy 20',
      '01-15 buy 20',
      '01-25 buy 20',
      '05-29 done',
      '05-30 buy 20',
      '06-02 done -o sent',
    ],
    due: { '05-31': '', '06-01': 'welcome-back 05-31 +1', '06-02': '', '06-18': '' },
  },
  {
    story: 'welcome back: not on the last day on which they were not lost yet',
    // Lost from 04-26 on: on 04-25 they were not. Clock: four cadences after 01-05 are 05-05.
    happened: ['01-05 add', '01-05 buy 20', '01-15 buy 20', '01-25 buy 20', '04-26 buy 20'],
    due: { '04-27': '', '05-04': '' },
  },
  {
    story: 'welcome back: on the day after it',
    happened: ['01-05 add', '01-05 buy 20', '01-15 buy 20', '01-25 buy 20', '04-27 buy 20'],
    due: { '04-28': 'welcome-back 04-28 +0', '05-04': 'welcome-back 04-28 +6' },
  },
  {
    story: 'interested: three days after it was said, until they buy',
    // Clock: 10-05 + 30 = 11-04; the purchase of 10-20 moves it to 11-19.
    happened: ['08-01 add', '08-01 buy 20', '10-05 done -o interested', '10-20 buy 20'],
    due: { '10-07': '', '10-08': 'interested 10-08 +0', '10-19': 'interested 10-08 +11', '10-20': '', '11-18': '' },
  },
  {
    story: 'interested: for sixty days',
    // 07-01 + 60 = 08-30. Clock: 07-31; on 08-31 they are lost, and the clock is 07-01 + 90 = 09-29.
    happened: ['06-01 add', '06-01 buy 20', '07-01 done -o interested'],
    due: {
      '07-04': 'interested 07-04 +0',
      '08-30': 'interested 07-04 +57, cadence 07-31 +30',
      '08-31': '',
      '09-29': 'cadence 09-29 +0',
    },
  },
  {
    story: 'interested: who declines is not asked again, ninety days later neither',
    happened: ['10-01 add', '10-01 buy 20', '11-05 done -o interested', '11-10 done -o declined'],
    // 11-10 + 90 = 2027-02-08: lost by then, clock 11-10 + 90.
    due: { '11-09': 'interested 11-08 +1', '11-10': '', '12-31': '', '2027-02-08': 'cadence 02-08 +0' },
  },
  {
    story: 'interested: a talk before the day does not settle it, one from then on does',
    happened: ['08-01 add', '08-01 buy 20', '10-05 done -o interested', '10-06 done', '10-09 done --about interested'],
    due: { '10-08': 'interested 10-08 +0', '10-09': '', '11-07': '' },
  },
  {
    story: 'restock: two days before something bought every twelve days runs out, until it has been out as long again',
    // 07-25 + 12 - 2 = 08-04, until 07-25 + 24 = 08-18: then they slip, too. Clock: 07-25 + 30 = 08-24.
    happened: ['07-01 add', '07-01 buy 20 龙井 250g', '07-13 buy 20 龙井、茶杯', '07-25 buy 20 龙井 x2'],
    due: {
      '08-03': '',
      '08-04': 'restock 08-04 +0',
      '08-17': 'restock 08-04 +13',
      '08-18': 'slipping 08-18 +0, restock 08-04 +14',
      '08-19': 'slipping 08-18 +1',
    },
  },
  {
    story: 'restock: a talk settles it for that item and its last day; bought again it comes again',
    // Days 07-01, 07-13, 07-25, 08-12: gaps 12, 12, 18, median 12: 08-22, until 09-05. Clock: 08-12 + 30.
    happened: [
      '07-01 add',
      '07-01 buy 20 毛峰',
      '07-13 buy 20 毛峰',
      '07-25 buy 20 毛峰',
      '08-05 done',
      '08-12 buy 20 毛峰',
    ],
    due: {
      '08-04': 'restock 08-04 +0',
      '08-05': '',
      '08-11': '',
      '08-21': '',
      '08-22': 'restock 08-22 +0',
      '09-05': 'slipping 09-05 +0, restock 08-22 +14',
    },
  },
  {
    story: 'restock: halves of days are cut off',
    // Gaps 11 and 14: 12.5. 07-26 + 12.5 is 08-07: 08-05; 07-26 + 25 = 08-20. Slipping: + max(25, 19.5) = 08-20.
    happened: ['07-01 add', '07-01 buy 20 Tea', '07-12 buy 20 tea', '07-26 buy 20 TEA 100g'],
    due: {
      '08-04': '',
      '08-05': 'restock 08-05 +0',
      '08-20': 'slipping 08-20 +0, restock 08-05 +15',
      '08-21': 'slipping 08-20 +1',
    },
  },
  {
    story: 'restock: what is bought every nine days needs no word, nor what was bought on two days',
    // Slipping: 07-19 + max(18, 16) = 08-06.
    happened: ['07-01 add', '07-01 buy 20 milk', '07-10 buy 20 milk', '07-19 buy 20 milk'],
    due: { '07-26': '', '08-05': '', '08-06': 'slipping 08-06 +0' },
  },
  {
    story: 'restock: held back for three days by a talk',
    happened: ['07-01 add', '07-01 buy 20 滇红', '07-13 buy 20 滇红', '07-25 buy 20 滇红', '08-02 done'],
    due: { '08-04': '', '08-05': 'restock 08-04 +1' },
  },
  {
    story: 'restock: two things are one reason, due since the earlier',
    // Every 12 days, last 07-25: 08-04 to 08-18. Every 20 days, last 08-10: 08-28 to 09-19. The rhythm of all days is
    // 12, 8, 4, 16: 10.
    happened: [
      '07-01 add',
      '07-01 buy 20 白茶、红茶',
      '07-13 buy 20 白茶',
      '07-21 buy 20 红茶',
      '07-25 buy 20 白茶',
      '08-10 buy 20 红茶',
    ],
    due: {
      '08-09': 'restock 08-04 +5',
      '08-18': 'restock 08-04 +14',
      '08-19': '',
      '08-27': '',
      '08-28': 'restock 08-28 +0',
    },
  },
  {
    story: 'wanted: the day it came in, until they were told',
    // Clock: 10-20 + 30 = 11-19; told on 11-07: 12-07.
    happened: [
      '10-01 add',
      '10-01 buy 20',
      '10-01 want 大红袍 50g',
      '10-20 done',
      '11-05 arrived 大红袍',
      '11-07 done -o sent',
    ],
    due: { '11-04': '', '11-05': 'wanted 11-05 +0', '11-06': 'wanted 11-05 +1', '11-07': '', '11-19': '' },
  },
  {
    story: 'coupon: the last seven days of it, until they were told',
    // Clock: 10-20 + 30 = 11-19; told on 11-10.
    happened: ['10-01 add', '10-01 buy 20', '10-20 done', '10-21 coupon GOOD', '11-10 done --about coupon'],
    due: { '11-06': '', '11-07': 'coupon 11-07 +0', '11-09': 'coupon 11-07 +2', '11-10': '', '11-14': '' },
  },
  {
    story: 'coupon: not once it is used, nor after its last day',
    happened: ['10-01 add', '10-01 buy 20', '10-20 done', '10-21 coupon GOOD', '11-09 coupon-use GOOD'],
    due: { '11-08': 'coupon 11-07 +1', '11-09': '', '11-14': '' },
  },
  {
    story: 'points: thirty days before they lapse, held back by a talk of the last three days',
    // They lapse on 10-01 + 60 = 11-30; thirty days before is 10-31. Clock: 10-30 + 30 = 11-29.
    happened: ['10-01 add', '10-01 buy 20', '10-01 points 40', '10-30 done'],
    due: {
      '11-01': '',
      '11-02': 'points 10-31 +2',
      '11-28': 'points 10-31 +28',
      '11-29': 'cadence 11-29 +0, points 10-31 +29',
      '11-30': 'cadence 11-29 +1',
    },
  },
  {
    story: 'points: settled by a word about them; what lapses in the next days waits',
    // 40 lapse on 11-30, 5 on 12-05, due from 11-05; told on 11-04, no second word before 11-18. Clock: 11-04 + 30.
    happened: [
      '10-01 add',
      '10-01 buy 20',
      '10-01 points 40',
      '10-06 points 5',
      '10-20 done',
      '11-04 done --about points',
    ],
    due: { '11-03': 'points 10-31 +3', '11-04': '', '11-08': '', '11-17': '', '11-18': 'points 11-05 +13' },
  },
  {
    story: 'wanted: for fourteen days',
    happened: ['10-01 add', '10-01 buy 20', '10-20 done', '10-21 want 白牡丹', '11-01 arrived 牡丹'],
    due: { '11-01': 'wanted 11-01 +0', '11-15': 'wanted 11-01 +14', '11-16': '', '11-19': 'cadence 11-19 +0' },
  },
  {
    story: 'wanted: also for one who declined, and not held back by a talk',
    happened: ['10-01 add', '10-01 buy 20', '10-10 done -o declined', '10-11 want 老寿眉', '10-12 arrived 寿眉'],
    due: { '10-12': 'wanted 10-12 +0', '10-26': 'wanted 10-12 +14', '10-27': '' },
  },
  {
    story: 'wanted: not for one who waits no longer, nor past the day they would wait until',
    happened: [
      '10-01 add',
      '10-01 buy 20',
      '10-20 done',
      '10-21 want 玉兰',
      '10-25 want off 玉兰',
      '10-21 want 茉莉王 --until 10-30',
      '11-01 arrived 玉兰',
      '11-01 arrived 茉莉王',
    ],
    due: { '11-01': '', '11-10': '' },
  },
  {
    story: 'declined: silences birthday, thanks and welcome, and neither promise nor debt',
    // 10-01 + 31 = 11-01. What they ask on 11-20 is about all that is due: the debt is put off to 11-27.
    happened: [
      '10-01 add --birthday 11-21',
      '10-01 buy 20 -u',
      '10-20 done -o declined',
      '11-12 buy 600',
      '11-20 done --in -n 几时',
    ],
    due: {
      '10-31': '',
      '11-01': 'debt 11-01 +0',
      '11-14': 'debt 11-01 +13',
      '11-21': '',
      '11-23': 'promise 11-23 +0',
      '11-27': 'promise 11-23 +4, debt 11-27 +0',
    },
  },
  {
    story: 'relation basic: promises and debts alone',
    happened: [
      '10-01 add --relation basic --birthday 11-21',
      '10-01 buy 600 -u --due 10-20',
      '11-01 done --next 11-05',
    ],
    // The talk of 11-01 is about everything due: the debt of 10-21 is put off to 11-08.
    due: {
      '10-02': '',
      '10-08': '',
      '10-21': 'debt 10-21 +0',
      '11-05': 'promise 11-05 +0',
      '11-21': 'promise 11-05 +16, debt 11-08 +13',
    },
  },
  {
    story: 'relation reactive: birthdays too, no greeting after a purchase',
    happened: ['10-01 add --relation 被动型 --birthday 11-21', '10-01 buy 600'],
    due: { '10-02': '', '10-31': '', '11-14': 'birthday 11-14 +0', '11-25': '' },
  },
  {
    story:
      'complaint: from its day until a step tells them it is heard, on the day promised, a week after it is settled',
    // The clock (10-01 + 30 = 10-31) and the birthday are silent while it is open, and back on the day it is settled.
    happened: [
      '10-01 add --birthday 11-08',
      '10-01 buy 20',
      '10-02 done',
      '10-28 complaint open 受潮',
      '10-30 complaint step 2',
      '11-05 complaint resolve --remedy apology',
    ],
    due: {
      '10-27': '',
      '10-28': 'complaint 10-28 +0',
      '10-29': 'complaint 10-28 +1',
      '10-30': '',
      '10-31': 'complaint 10-31 +0',
      '11-02': 'complaint 10-31 +2',
      '11-04': 'complaint 10-31 +4',
      '11-05': 'birthday 11-01 +4, cadence 11-01 +4',
      '11-11': 'birthday 11-01 +10, cadence 11-01 +10',
      '11-12': 'complaint 11-12 +0, cadence 11-01 +11',
      '11-30': 'complaint 11-12 +18, cadence 11-01 +29',
    },
  },
  {
    story: 'complaint: a talk acknowledges it, sent and a question do not; declined does not silence it, promises stay',
    // Asked on 10-21, waiting for an answer: 10-24, which weighs 100, the complaint 90 + 10 x 4 / 30. The talk of 10-26
    // is about all that is due; declined silences the clock.
    happened: [
      '10-01 add',
      '10-01 buy 20',
      '10-02 done',
      '10-20 complaint open 受潮 --promise 11-10',
      '10-20 done -o sent',
      '10-21 done --in',
      '10-26 done -o declined',
    ],
    due: {
      '10-20': 'complaint 10-20 +0',
      '10-23': 'complaint 10-20 +3',
      '10-24': 'promise 10-24 +0, complaint 10-20 +4',
      '10-26': '',
      '11-09': '',
      '11-10': 'complaint 11-10 +0',
      '12-31': 'complaint 11-10 +51',
    },
  },
  {
    story: 'complaint: an open one is put off a week by a talk once its day has come',
    happened: [
      '10-01 add',
      '10-01 buy 20',
      '10-02 done',
      '10-10 complaint open 受潮',
      '10-10 done --about complaint',
      '10-13 done --about complaint',
    ],
    due: { '10-12': '', '10-13': '', '10-19': '', '10-20': 'complaint 10-20 +0', '11-10': 'complaint 10-20 +21' },
  },
  {
    story: 'complaint: a suggestion is thanked for and answered, and holds nothing back',
    happened: [
      '10-01 add --birthday 10-20',
      '10-01 buy 20',
      '10-02 done',
      '10-15 complaint open 标价 --kind suggestion',
    ],
    due: { '10-15': 'complaint 10-15 +0, birthday 10-13 +2', '10-20': 'birthday 10-13 +7, complaint 10-15 +5' },
  },
  {
    story: 'survey: so many days after they were asked; not of one who never bought, nor of one who is lost',
    // Asked every 50 days in tier D alone, which is pinned here: since 10-01, then since 12-10. Lost on 2027-01-01.
    happened: [
      '10-01 add --joined 2026-10-01',
      '10-01 pin D',
      '10-02 buy 20',
      '10-03 done --about welcome',
      '11-10 done',
      '11-22 survey 4',
    ],
    due: {
      '11-19': '',
      '11-20': 'survey 11-20 +0',
      '11-21': 'survey 11-20 +1',
      '11-22': '',
    },
  },
  {
    story: 'unhappy: from the day after they were asked, for thirty days',
    // 3 of 4 expected is 0.75. The last day is 10-10 + 30 = 11-09. Reactive: no welcome and no clock beside it.
    happened: ['10-01 add --relation reactive', '10-01 buy 20', '10-10 survey 3'],
    due: {
      '10-10': '',
      '10-11': 'unhappy 10-11 +0',
      '11-09': 'unhappy 10-11 +29',
      '11-10': '',
    },
  },
  {
    story: 'unhappy: a talk settles it until they are asked again; the newest day counts, 0.95 is satisfied',
    // 10-25: 4 + 4 + 4 + 4 + 3 of 20 expected is 0.95. 10-28: 4 + 3 of 8 is 0.875.
    happened: [
      '10-01 add --relation reactive',
      '10-01 buy 20',
      '10-10 survey 3',
      '10-12 done -o no-answer',
      '10-14 done --about unhappy',
      '10-20 survey 2',
      '10-25 survey 4 --aspect goods',
      '10-25 survey 4 --aspect service',
      '10-25 survey 4 --aspect delivery',
      '10-25 survey 4 --aspect price',
      '10-25 survey 3 --aspect place',
      '10-28 survey 4 --aspect goods',
      '10-28 survey 3 --aspect service',
      '11-02 done -o sent',
    ],
    due: {
      '10-11': 'unhappy 10-11 +0',
      '10-12': '',
      '10-13': 'unhappy 10-11 +2',
      '10-14': '',
      '10-20': '',
      '10-21': 'unhappy 10-21 +0',
      '10-24': 'unhappy 10-21 +3',
      '10-25': '',
      '10-26': '',
      '10-28': '',
      '10-29': 'unhappy 10-29 +0',
      '11-01': 'unhappy 10-29 +3',
      '11-02': '',
      '11-20': '',
    },
  },
  {
    story: 'relation accountable: greetings too, no clock',
    happened: ['10-01 add --relation accountable', '10-01 buy 600'],
    due: {
      '10-02': 'welcome 10-02 +0, thanks 10-02 +0',
      '10-08': 'welcome 10-02 +6, thanks 10-02 +6, after-sale 10-08 +0',
      '11-05': '',
    },
  },
  {
    story: 'relation partner: a talk a year after the last call or visit',
    // A message is no talk. Lost since 2025-04-11: the clock is 2025-06-01 + 90 = 2025-08-30.
    happened: [
      '2025-01-10 add --relation partner',
      '2025-01-10 buy 20',
      '2025-02-01 done -c call',
      '2025-06-01 done -o sent -c wechat',
      '02-03 done -c visit',
    ],
    due: {
      '01-31': 'cadence 2025-08-30 +154',
      '02-01': 'occasion 02-01 +0, cadence 2025-08-30 +155',
      '02-03': '',
      '2027-02-02': 'cadence 2026-05-04 +274',
      '2027-02-03': 'occasion 02-03 +0, cadence 2026-05-04 +275',
    },
  },
  {
    story: 'occasion: seven days before a day that was noted, or as many as it says, to the day itself',
    // Reached on 11-02: the clock strikes on 11-17. The day's own 20 days: from 11-15.
    happened: [
      '11-01 add',
      '11-02 done',
      '11-02 occasion 2026-11-14 opening',
      '11-02 occasion 2026-12-05 contract --ahead 20',
    ],
    due: {
      '11-06': '',
      '11-07': 'occasion 11-07 +0',
      '11-14': 'occasion 11-07 +7',
      '11-15': 'occasion 11-15 +0',
      '11-17': 'occasion 11-15 +2, cadence 11-17 +0',
      '12-05': 'occasion 11-15 +20, cadence 11-17 +18',
      '12-06': 'cadence 11-17 +19',
    },
  },
  {
    story: 'occasion: every year and every quarter; a word about it settles that one, the next comes all the same',
    // 08-30 and a quarter: 11-30, then the last of February. Noted on 11-26, within its days: due from then.
    happened: [
      '11-01 add',
      '11-02 done',
      '11-20 occasion 2019-12-01 wedding --every year',
      '11-26 occasion 2026-08-30 stock-taking --every quarter --ahead 7',
      '11-27 done --about 纪念日',
    ],
    due: {
      '11-23': 'cadence 11-17 +6',
      '11-24': 'occasion 11-24 +0, cadence 11-17 +7',
      '11-26': 'occasion 11-24 +2, cadence 11-17 +9',
      // Talked to on 11-27: the clock strikes on 12-12.
      '11-27': '',
      '12-01': '',
      '2027-02-20': 'cadence 2026-12-12 +70',
      '2027-02-21': 'occasion 02-21 +0, cadence 2026-12-12 +71',
      '2027-03-01': 'cadence 2026-12-12 +79',
      '2027-11-24': 'occasion 11-23 +1, cadence 2026-12-12 +347',
    },
  },
  {
    story: 'occasion: by the moon, the 15th of the tenth month is 2026-11-23; a message about it settles it',
    happened: ['11-01 add', '11-02 done', '11-05 occasion 农历十月十五 opened', '11-18 done -o sent --about occasion'],
    due: {
      '11-15': '',
      '11-16': 'occasion 11-16 +0',
      '11-17': 'occasion 11-16 +1, cadence 11-17 +0',
      '11-18': '',
      '11-23': '',
    },
  },
  {
    story: 'who appears: staff never',
    happened: ['11-01 add --kind staff --birthday 11-21', '11-01 buy 100 -u --due 11-10'],
    due: { '11-02': '', '11-21': '', '12-31': '' },
  },
  {
    story: 'who appears: one whose snooze was ended at once',
    happened: ['11-01 add', '11-05 snooze 11-20', '11-06 snooze off'],
    // Of a snooze that is over nothing is left.
    due: { '11-05': 'cadence 11-04 +1', '11-06': 'cadence 11-04 +2' },
  },
  { story: 'who appears: one archived stays away', happened: ['11-01 add', '11-02 archive'], due: { '11-21': '' } },
]

test('the scenario shop', async () => {
  const shop = await openShop()
  await shop.json(['policy', 'set', 'due.thanks.minAmount', '500', '--today', '2026-01-01'])
  await shop.json(['policy', 'set', 'points.expireDays', '60', '--today', '2026-01-01'])
  await shop.json(['policy', 'set', 'survey.every.D', '50', '--today', '2026-01-01'])
  const typed = makeTyper()
  const dated = (day: string) => (day.length === 5 ? `2026-${day}` : day)
  for (const [at, { happened }] of people.entries()) {
    for (const line of happened) {
      const [day = '', command = '', ...rest] = line.split(' ')
      // Nobody's name is a part of another's.
      const words = typed(command, nameOf(at), rest)
      const ran = await shop.regulars([...words, '--today', dated(day), '--json'])
      expect(ran, line).toMatchObject({ exit: 0 })
    }
  }
  const days = [...new Set(people.flatMap(({ due }) => Object.keys(due)))].sort()
  const said = new Map<string, Map<string, string>>()
  for (const day of days) {
    const { rows } = await shop.json(['due', '--all', '--today', dated(day)])
    const short = (on: string) => (on.slice(0, 4) === dated(day).slice(0, 4) ? on.slice(5) : on)
    said.set(
      day,
      new Map(
        rows.map(
          ({ name, reasons }: { name: string; reasons: { reason: string; dueOn: string; daysOverdue: number }[] }) => [
            name,
            reasons.map(({ reason, dueOn, daysOverdue }) => `${reason} ${short(dueOn)} +${daysOverdue}`).join(', '),
          ],
        ),
      ),
    )
  }
  for (const [at, { story, due }] of people.entries()) {
    const found = Object.fromEntries(Object.keys(due).map((day) => [day, said.get(day)?.get(nameOf(at)) ?? '']))
    expect.soft(found, story).toEqual(due)
  }
})

const nameOf = (at: number) => `客${String.fromCodePoint(0x7532 + at * 7)}`
