import type { AgedBalance } from '../account/aged.ts'
import type { DueRow } from '../followup/row.ts'
import type { NearBirthday } from '../identity/birthdays.ts'
import { type ExportColumn, plain, text } from './sheet.ts'

/** The columns of what is never large, by the names of its JSON. */

export const balanceColumns: readonly ExportColumn<AgedBalance>[] = [
  plain('customerId', ({ customerId }) => customerId),
  text('name', ({ name }) => name),
  plain('phone', ({ phone }) => phone),
  plain('balance', ({ balance }) => balance),
  plain('oldestOn', ({ oldestOn }) => oldestOn),
  plain('days0', ({ days0 }) => days0),
  plain('days31', ({ days31 }) => days31),
  plain('days61', ({ days61 }) => days61),
  plain('days91', ({ days91 }) => days91),
  plain('lastReminderOn', ({ lastReminderOn }) => lastReminderOn),
]

export const birthdayColumns: readonly ExportColumn<NearBirthday>[] = [
  plain('customerId', ({ customerId }) => customerId),
  text('name', ({ name }) => name),
  plain('birthday', ({ birthday }) => birthday),
  plain('on', ({ on }) => on),
  plain('daysAway', ({ daysAway }) => daysAway),
  plain('age', ({ age }) => age),
]

export const dueColumns: readonly ExportColumn<DueRow>[] = [
  plain('customerId', ({ customerId }) => customerId),
  text('name', ({ name }) => name),
  text('called', ({ called }) => called),
  text('code', ({ code }) => code),
  plain('phone', ({ phone }) => phone),
  text('wechat', ({ wechat }) => wechat),
  plain('channel', ({ channel }) => channel),
  text('hours', ({ hours }) => hours),
  plain('tier', ({ tier }) => tier),
  plain('stage', ({ stage }) => stage),
  plain('score', ({ score }) => score),
  text('tags', ({ tags }) => tags),
  plain('style', ({ style }) => style),
  plain('balance', ({ balance }) => balance),
  plain('reasons', ({ reasons }) => reasons.map(({ reason }) => reason)),
  plain('dueOn', ({ reasons }) => reasons[0]?.dueOn),
  plain('daysOverdue', ({ reasons }) => Math.max(0, ...reasons.map(({ daysOverdue }) => daysOverdue))),
  plain('lastPurchaseOn', ({ lastPurchase }) => lastPurchase?.on),
  plain('lastPurchaseAmount', ({ lastPurchase }) => lastPurchase?.amount),
  text('lastPurchaseItem', ({ lastPurchase }) => lastPurchase?.item),
  plain('lastContactOn', ({ lastContact }) => lastContact?.on),
  text('lastContactNote', ({ lastContact }) => lastContact?.note),
]
