import type { Words } from '../en.ts'

export const loss: Words['loss'] = {
  withNote: (cause, note) => `${cause}“${note}”`,
  noted: (who, cause) => `${who} 不来的原因：${cause}`,
  nameCause: (said) => `${said}（知道了再写：--why 价格）`,
  still: (stage) => `按来的节奏还是${stage}`,
  lastBought: (day) => `，上次 ${day} 来过`,
  lostFrom: (day) => `，${day} 起才算流失`,
  staysSo: '；熟客程度不因此改变',
  next: '还有谁不来了、为什么：regulars report losses',
  told: (cause, day) => `不来的原因：${cause}（${day} 记）`,
}
