import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

export const data: Words['data'] = {
  founded: {
    ledger: (path) => `新账本：${path}`,
    ledgerOf: (shop, path) => `新账本（${shop}）：${path}`,
    settings: (currency, region, timezone) => `货币 ${currency}，电话按 ${region}，日子按 ${timezone}`,
    margin: (settings, percent) => `${settings}，毛利率 ${percent} %`,
  },
  ask: { name: '店名叫什么？', currency: '用什么货币？', timezone: '按哪个时区算日子？' },
  rights: '另外两种角色的权限（在 psql 里，先 create role keeper; create role till;），再把人加进角色：',
  changeable: '以后都可以改：regulars policy show shop',
  begin: [
    '下一步：',
    '  regulars add 王小明 --phone 13800138000   第一位客户',
    '  regulars import customers 会员.csv        或者把会员表导进来',
    '  regulars buy 王小明 128 竹叶青            记一笔消费',
    '  regulars due                              今天该联系谁',
    '  regulars schedule                         每天早上自动列出，晚上自动备份',
  ],
  /** The same where phones are written otherwise. */
  beginHere: [
    '下一步：',
    '  regulars add 王小明                       第一位客户',
    '  regulars import customers 会员.csv        或者把会员表导进来',
    '  regulars buy 王小明 128 竹叶青            记一笔消费',
    '  regulars due                              今天该联系谁',
    '  regulars schedule                         每天早上自动列出，晚上自动备份',
  ],
  ledgers: {
    heads: ['账本', '店名', '上次备份'],
    never: '没有',
    none: '这个数据库里还没有账本。建一个：regulars init',
    more: '用其中一本：regulars --db "postgres://主机/数据库?ledger=账本名" due   起个店名：regulars help config set',
  },
  config: {
    origin: {
      flag: '命令行',
      environment: '环境变量 REGULARS_…',
      config: '这个文件',
      ledger: '账本',
      locale: '电脑的语言',
      system: '登录名',
      default: '默认位置',
    },
    kept: (file) => `放在 ${file}；选项和 REGULARS_… 优先。要改：regulars config set lang zh`,
    set: (key, value) => `以后 ${key} 是 ${value}。取消：regulars config unset ${key}`,
    unset: (key) => `${key} 不再设定。`,
  },
  schedule: { morning: '每天早上排等级，列出该联系谁', backup: '每天晚上备份，留最近 14 份' },
  completion: {
    installed: (places) => `已放进 ${places}，新开的终端里就能用。`,
    wouldInstall: (places) => `将放进 ${places}。`,
  },
  scheduled: {
    installed: (at) => `以后每天自动运行（${at}）：`,
    wouldInstall: (at) => `将每天自动运行（${at}）：`,
    removed: (at) => `不再自动运行，已从 ${at} 去掉。`,
    wouldRemove: (at) => `将从 ${at} 去掉。`,
    nothing: '这本账没有装过自动运行。',
    listIn: (path) => `每天早上的名单在 ${path}`,
    byMail: '名单由 cron 发邮件，要这台电脑能发邮件；不能就用：regulars schedule systemd --install',
    back: '停掉：regulars schedule --remove',
  },
  howToSchedule: {
    cron: '用法：crontab -e，粘贴进去；打印的内容 cron 会寄给你。别的系统：regulars schedule systemd、launchd 或 windows',
    systemd: '用法：各段放进所写的文件，再输入每段最后一行。',
    launchd: '用法：各段放进所写的文件，再输入每段最后一行。',
    windows: '用法：各段按所写的文件名保存（Unicode 编码），再输入每段最后一行；或者：regulars schedule --install',
  },
  demo: {
    lookAnywhere: (customers, purchases) =>
      `样板茶铺：客户 ${grouped(customers)} 位，18 个月消费 ${grouped(purchases)} 笔，放在一个新的临时文件夹里`,
    look: (customers, purchases) =>
      `样板茶铺：客户 ${grouped(customers)} 位，18 个月消费 ${grouped(purchases)} 笔，放在`,
    typed: (line) => `\n$ ${line}`,
    next: (path) => [
      '',
      '接着逛：',
      `  export REGULARS_DB=${path}`,
      '  regulars                      今天早上一眼看完',
      '  regulars show 1               一位客户的全部情况',
      '  regulars done 1 -n "周五来"   记下联系的结果',
      '  regulars buy 1 128 竹叶青     记一笔消费；记错了 regulars undo',
      '建自己的账本：unset REGULARS_DB; regulars init --name 茶铺',
    ],
  },
}
