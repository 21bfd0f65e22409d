import { quoted } from '../../asked.ts'
import type { careErrors as english } from '../../en/errors/care.ts'

/** 不能这样记的投诉、日子、活动、消息、心愿和联系。 */
export const careErrors: typeof english = {
  'complaint.not-found': ({ asked }) => ({
    message: `没有投诉 ${asked}。`,
    hint: '全部：regulars complaint list --all',
  }),
  'complaint.not-theirs': ({ id, who }) => ({
    message: `单 ${id} 不是 ${who.name} #${who.id} 的。`,
    hint: `这位客户的：regulars purchases ${who.id}`,
  }),
  'complaint.promise-first': ({ promised, on }) => ({
    message: `约好的日子（${promised}）比当天（${on}）还早。`,
    hint: '例：--promise 3天',
  }),
  'complaint.before-opened': ({ id, on, opened }) => ({
    message: `投诉 ${id} 是 ${opened} 提的，${on} 还没有这件事。`,
    hint: `全部：regulars complaint show ${id}`,
  }),
  'complaint.resolved': ({ id, on }) => ({
    message: `投诉 ${id} 在 ${on} 已了结。`,
    hint: `回访：regulars complaint step ${id} 6   又有事：regulars help complaint open`,
  }),
  'complaint.no-steps': ({ id }) => ({
    message: `${id} 是建议，不走六步。`,
    hint: `有了回音：regulars complaint resolve ${id}`,
  }),
  'occasion.not-found': {
    several: (who, text) => `${who} 有几个纪念日都含“${text}”。`,
    none: (who, text) => `${who} 没有纪念日“${text}”。`,
    add: '记一个：regulars help occasion add',
    known: (occasions) => `有这些：${occasions.join('、')}`,
  },
  'event.taken': ({ name, on }) => ({
    message: `已经有活动“${name}”，在 ${on}。`,
    hint: '全部：regulars event list',
  }),
  'event.not-found': {
    message: (asked) => `没有活动“${asked}”。`,
    none: '开一个：regulars help event open',
    all: '有哪些活动：regulars event list',
  },
  'event.to-come': ({ name, on }) => ({
    message: `“${name}”在 ${on}，还没到，没有人能来过。`,
    hint: '提前办了：--on 日子',
  }),
  'message.unknown-template': {
    message: (asked) => `没有“${asked}”这种消息。`,
    all: (known) => `有这些：${known.join('、')}   内容：regulars message`,
  },
  'message.unknown-field': {
    message: (template, asked) => `消息“${template}”里的 {${asked}} 没有可填的内容。`,
    fact: '{fact:项目}',
    known: (fields) => `可用：${fields.join(' ')}，也可写中文`,
  },
  'message.personal': {
    reasoned: (template) => `“${template}”只给有这个缘由的人：要一位一位写，不能发到群里。`,
    filled: (template, field) => `“${template}”里有 {${field}}：要一位一位写，不能发到群里。`,
    hint: (template) => `发给谁：regulars message ${template} --to due   或 --to 姓名、--tier A、--group 客群`,
  },
  'message.nobody-asked': ({ template, flag }) => ({
    message: `${flag} 要说清发给谁。`,
    hint: `例：regulars message ${quoted(template)} --to due ${flag}   --tier A,B   --to 姓名   --group 客群`,
  }),
  'message.no-event': ({ template }) => ({
    message: `“${template}”说的是活动。`,
    hint: '哪一场：--event 名称   有哪些：regulars event list',
  }),
  'message.event-over': ({ name, on }) => ({
    message: `“${name}”在 ${on}，已经过了。`,
    hint: '谁来了：regulars help event came   新开一场：regulars help event open',
  }),
  'message.festival-away': {
    unkept: (festival) => `店里不过“${festival}”。`,
    keep: '要过：regulars policy set festival.calendar chinese',
    away: (festival, on, days) => `“${festival}”在 ${on}：前 ${days} 天到后 3 天才发问候。`,
    earlier: (days) => `今天就要发：regulars policy set festival.days ${days}`,
    others: '现在有什么可发：regulars message',
  },
  'message.empty': ({ file }) => ({
    message: `${file} 里没有内容。`,
    hint: '第一行可写“主题：…”，下面是正文；{称呼} 会填上。',
  }),
  'want.not-found': {
    message: (name, id, text) => `${name} #${id} 没有在等“${text}”。`,
    note: (id, text) => `要记下来：regulars want ${id} "${text}"`,
    waits: (texts) => `在等的：${texts.join('、')}`,
  },
  'loss.never-bought': ({ id, name }) => ({
    message: `${name} #${id} 还没买过，谈不上流失。`,
    hint: `记一句备注：regulars help note`,
  }),
  'contact.not-found': ({ asked }) => ({ message: `没有联系 ${asked}。`, hint: '查联系的号：regulars contacts' }),
  'contact.no-amount': ({ id, command }) => ({
    message: `${command}：c${id} 是联系，没有金额。`,
    hint: `联系记错了：regulars void c${id}   查单号：regulars purchases`,
  }),
  'contact.already-void': ({ id }) => ({
    message: `联系 c${id} 已经作废了。`,
    hint: '作废错了，撤销那一次改动：regulars log',
  }),
}
