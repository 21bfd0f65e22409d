import type { CommandHelp } from '../../command-help.ts'
import { details } from './details.ts'

/** What narrows a list, and a saved group. */
export const sifting = {
  '--tier': '只要这几等：A,B',
  '--stage': '只要这几种：常客,来得少了',
  '--segment': '只要 RFM 的这几类：丢不得,快留不住',
  '--quadrant': '只要这几类：黄金客,流星客,小星客,负担客（看贡献和忠诚）',
  '--tag': '有这个标签；写几个就要都有',
  '--source': '这样来的',
  '--keeper': '这个人照看的',
  '--owes': '欠着钱的',
  '--bought': '买过叫这个的东西',
  '--born': '这几年出生的：1960..1969',
  '--not-since': '买过，但这天以后没来过',
  '--where': '记着这一项的：爱好=下棋；只写 爱好 就是有就行',
  '--archived': '收起的也要',
}

export const customers: Record<string, CommandHelp> = {
  statement: {
    does: '一位客户的账：上期余额、每一笔、每笔之后的余额。',
    examples: ['regulars statement wxm', 'regulars statement 12 --from 2026-01-01', 'regulars statement wxm --short'],
    flags: { '--from': '从哪一天（默认本月 1 日）', '--short': '一句话，贴到微信里' },
  },
  balances: {
    does: '谁欠多少、欠了多久，谁有预存。',
    examples: ['regulars balances', 'regulars balances --json', 'regulars balances --format csv'],
    more: '归档的客户也在里面：钱还是要算的。账龄从买的那天算起。',
  },
  purchases: {
    does: '消费记录，新的在前：一位客户的、散客的，或全部。',
    examples: [
      'regulars purchases wxm',
      'regulars purchases --on 昨天',
      'regulars purchases --from 2026-11-01 --format csv',
    ],
    flags: { '--on': '只看这一天', '--limit': '只列最新几条' },
  },
  contacts: {
    does: '联系记录，新的在前：一位客户的，或全部。',
    examples: ['regulars contacts wxm', 'regulars contacts --from 2026-11-01'],
    flags: { '--on': '只看这一天', '--limit': '只列最新几条' },
  },
  void: {
    does: '作废：记录留着、标上作废，哪里都不再算它。',
    examples: ['regulars void 812', 'regulars void 812 813 --reason 记重了', 'regulars void c31'],
    flags: { '--reason': '为什么' },
    more: '数字是单号，c31 是联系。有退款的消费要和退款一起作废：都写上。',
  },
  fix: {
    does: '改金额：按新金额重记一笔，旧的作废，算一个改动。',
    examples: ['regulars fix 812 108'],
    more: '原来付清的还是付清，赊账的还是赊账。有退款的消费不能这样改。',
  },
  list: {
    does: '客户名单：全部，或样样都合的。',
    examples: [
      'regulars list',
      'regulars list --tier A,B --owes --sort balance',
      'regulars list --tag 老茶客 --not-since 2026-08-01',
      'regulars list --born 1960..1969 --where 爱好=下棋',
      'regulars list --format tsv --columns id,name,phone --no-header',
    ],
    flags: {
      ...sifting,
      '--sort':
        '按 id、name、code、tier、stage、joined、bought、contacted、purchases、spent、profit、balance、potential 或 share ' +
        '排；-spent 倒过来',
    },
  },
  edit: {
    does: '改客户资料。值写空就是去掉。',
    examples: [
      'regulars edit 12 --phone 13900139000',
      'regulars edit 王小明 --birthday 农历四月十八 --set 口味=清淡',
      "regulars edit 12 --wechat ''",
    ],
    flags: {
      ...details,
      '--joined': '什么时候成为客户',
      '--note': '整个换掉备注；添一句用 regulars note',
      '--no-do-not-contact': '又可以联系了',
    },
  },
  tag: {
    does: '给客户加标签、去标签。',
    examples: ['regulars tag 12 +老茶客 -新客', 'regulars tag 王小明 +竹叶青'],
  },
  note: {
    does: '在客户备注里添一句，记上今天的日期。',
    examples: ['regulars note 12 女儿回国了', 'regulars note 王小明 "喜欢明前茶"'],
  },
  archive: {
    does: '收起一位客户：名单、该联系、报表里都不再出现。欠着钱不能收。',
    examples: ['regulars archive 12', 'regulars list --archived'],
  },
  merge: {
    does: '两位其实是同一位：把第一位的一切并到第二位，留下第二位。',
    examples: ['regulars merge 301 --into 12', 'regulars merge 301 12 --dry-run', 'regulars doctor --duplicates'],
    flags: { '--into': '留下的那位（也可以写成第二个词）' },
    more:
      '先给你看怎么并，再问一声；姓名不同就问两声。姓名和资料以第二位为准，缺的从第一位补，不同的记进备注。' +
      '第一位的编号和卡号以后都指第二位。regulars undo 可以撤销。',
  },
  forget: {
    does: '彻底忘掉一位客户：姓名、电话、备注都不留；买过的钱照样计数。',
    examples: ['regulars forget 12 --dry-run', 'regulars forget 12'],
    more:
      '不能撤销，以前对此人的改动也不能再撤销。账本和旁边的文件会重写一遍；备份会列出来，由你删。' +
      '这时有别的程序在读账本，就以 1 退出，以后 regulars doctor 会补做。',
  },
  handover: {
    does: '把一个人照看的客户都交给另一个人，并说先安抚谁。',
    examples: ['regulars handover 小李 小陈 --dry-run', 'regulars handover 小李 小陈', 'regulars list --keeper 小陈'],
  },
  unarchive: { does: '把收起的客户放回来。', examples: ['regulars unarchive 12'] },
  lost: {
    does: '记下一位客户为什么不来了。熟客程度还是按来的节奏算。',
    examples: ['regulars lost 12 --why 价格 -n 隔壁便宜', 'regulars lost 王小明 --why 搬走了'],
    flags: { '--why': '价格、搬走了、服务、去了别家、用不着了、不知道' },
    more: '最后记的那条算数；再来买就算回来了。不写 --why，原来的原因不变。都有谁、为什么：regulars report losses',
  },
  'person add': {
    does: '记下单位客户那边的一位：谁拍板、谁用、谁付款、谁是内线。',
    examples: [
      'regulars person add 12 张经理 --role 决策 --phone 13800138000',
      'regulars person add 绿叶公司 李会计 --role 付款 --style 分析型',
    ],
    flags: {
      '--role': '决策、使用、付款或内线',
      '--phone': '本国号码，或带 + 国家代码',
      '--birthday': '1988-05-06、05-06、农历四月十八',
      '--style': '分析型、主观型、情感型或随和型（怎么认：regulars help styles）',
    },
  },
  'person list': {
    does: '单位客户那边有哪些人。',
    examples: ['regulars person list 12', 'regulars person list 绿叶公司 --json'],
  },
  'person remove': { does: '去掉单位客户那边的一位。', examples: ['regulars person remove 12 张经理'] },
  'group save': {
    does: '把 list 的筛选存成一个客群；哪些人合，每次现算。',
    examples: [
      'regulars group save 好久没来 --tag 老茶客 --not-since 90天前',
      'regulars group save 街坊 --source 路过 --tier A,B --replace',
      'regulars list --group 好久没来',
    ],
    flags: {
      ...sifting,
      '--not-since': '买过，但这天以后没来过；写 90天前 就天天往后推',
      '--replace': '换掉同名的客群',
    },
    more: 'list、due 和各种报表都认 --group 名字，再加别的选项就筛得更细。存的时候写 --group，是在那个客群现在的筛选上再加。',
  },
  'group show': {
    does: '一个客群：怎么筛的，今天几位。',
    examples: ['regulars group show 好久没来', 'regulars list --group 好久没来'],
  },
  'group list': {
    does: '存下来的客群：各是哪些人，今天几位。',
    examples: ['regulars group list', 'regulars group list --json'],
  },
  'group delete': {
    does: '删掉一个客群。客户都还在。',
    examples: ['regulars group delete 好久没来'],
  },
}
