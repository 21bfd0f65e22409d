import type { Words } from '../en.ts'

export const survey: Words['survey'] = {
  noted: (who, answer) => `${who}：${answer}`,
  answer: (perceived, expected) => `打 ${perceived} 分（满分 5），期望 ${expected} 分`,
  about: (aspect, answer) => `${aspect} ${answer}`,
  standing: (level, c, day) => `满意度 ${c}（${day}）：${level}`,
  callBack: (id) => `问问哪里没做好：regulars show ${id}   问过以后：regulars done ${id} --about 不满意 -n "……"`,
  next: '大家满意不满意：regulars report satisfaction',
}
