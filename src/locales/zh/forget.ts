import type { Words } from '../en.ts'

export const forget: Words['forget'] = {
  would: (who) => `将彻底删除 ${who} 的资料`,
  done: (id) => `已忘掉 #${id}：账本文件和日志里都没有这个人了。`,
  doneOnServer: (id: number) => `已忘掉 #${id}：账本的各张表里都没有他了。`,
  archives: '服务器自己留的日志、副本和归档，要等过期才会没有。',
  stays: (entries, contacts) => `账目 ${entries} 笔、联系 ${contacts} 次照样计数，不再有名字。`,
  balance: (balance) => `仍在总账里：${balance}`,
  complaints: (count) => `没了结的投诉、建议 ${count} 件随之了结。`,
  groups: (count) => `提到此人的客群删了 ${count} 个。`,
  elsewhere: (where) => `别处的文字里还提到，请自己改（regulars show、regulars edit）：${where}`,
  copies: '这些副本里还有，请删掉；从副本恢复后要再忘一次：',
  question: (who) => `彻底忘掉 ${who} 吗？不能撤销。`,
  questionBalance: (who, balance) => `彻底忘掉 ${who} 吗？还有${balance}。不能撤销。`,
  left: '没有删。',
}
