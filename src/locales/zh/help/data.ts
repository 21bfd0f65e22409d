import type { Words } from '../../en.ts'

const importFlags = {
  '--from': '文件的格式，名字见 import formats；none 按普通表格读（不写就自己认）',
  '--dates': '看不出日月先后时：dmy 日在前，mdy 月在前',
  '--decimal': '看不出小数点时：comma 逗号，point 点',
  '--header-row': '表头在第几行（不写就自己认）',
  '--state': '状态词是什么意思：词=sale 销售、owed 赊账、refund 退款、skip 不要',
  '--all-states': '不认识的状态都当作销售',
  '--walk-in': '没有客户这一列：全是散客',
  '--refunds-alone': '账本里没有原单的退款，记作退货',
  '--as-of': '欠款、预存是哪一天的数（不写是今天）',
  '--map': '哪一列是什么：name=客户,phone=3',
  '--encoding': 'utf-8、utf-16、gbk、big5、shift-jis、euc-kr、windows-1250 到 1258（不写就自己认）',
  '--delimiter': 'comma、semicolon、tab 或 pipe（不写就自己认）',
  '--sheet': 'Excel 文件的哪张工作表，写名字或第几张（默认第一张）',
  '--on-match': '账本里已有的怎么办：update 更新、skip 跳过、reject 退回',
  '--keep-unknown': '没认出的列也留着，记作自定义资料',
  '--rejects': '退回的行写到这个文件',
  '--no-classify': '导完不排等级',
  '--same-phone': '一个号码可以有几个人（一家人）',
  '--aspects': '哪几列是问题：商品=质量如何,服务；方面=表头或第几列',
  '--scale': '数字的满分：5、10 或 100（默认自动认）',
  '--create-customers': '账本里没有的客户就新建',
}

const exportFlags = {
  '--out': '写到这个文件（只有自己能看），看扩展名定格式；已有的文件要 --yes 才盖掉',
  '--excel': '加个记号，Excel 打开中文不乱',
}

export const data: Words['help']['commands'] = {
  import: {
    does: '导入自己说得清是什么的文件：微信、支付宝账单，各平台的订单，客户名单，通讯录。',
    examples: [
      'regulars import 账单.xlsx',
      'regulars import 订单.csv --create-customers',
      'regulars import 旧账.csv --dates dmy --decimal comma --dry-run',
    ],
    flags: importFlags,
    more: `认得的格式：regulars import formats。自己的格式是账本旁边 formats 文件夹里的一个 JSON 文件。
一行是什么看状态词：销售、赊账、退款；没付款的、取消的、失败的略过并计数，合计行、表头和自己的支出也是。不认识的状态会点名，并告诉怎么说明：--state。用昵称或平台编号付款的先记作散客，名字留着。`,
  },
  'import customers': {
    does: '把客户名单导入账本：CSV、Excel 文件，或手机通讯录（vCard）；- 是标准输入。',
    examples: [
      'regulars import customers 会员.csv',
      'regulars import customers 会员.csv --map name=客户,tags=分组 --rejects 退回.csv',
      'regulars import customers 会员.xlsx --sheet 老客 --dry-run',
      'regulars import customers 通讯录.vcf --dry-run',
    ],
    flags: importFlags,
    more:
      '认得的列（中英文常用表头都行）：name（或 first_name last_name）called code kind phone email wechat company address birthday ' +
      'joined source referred_by tags notes style potential keeper owes credit balance visits_before spent_before ' +
      'last_purchase points tier wallet_share preferred_channel hours credit_limit do_not_contact consent archived；' +
      `fact:项目 是自己加的项目。
认人先看卡号，再看手机加姓名，再看姓名加生日。同一个文件导两次，第二次什么也不变。有行退回时退出码是 3。`,
  },
  'import purchases': {
    does: '把收银机的消费记录导入账本：CSV 或 Excel 文件；- 是标准输入。',
    examples: [
      'regulars import purchases 今天.csv --create-customers',
      'regulars import purchases 收银.csv --map customer=会员卡,on=时间,amount=实收',
      'regulars import purchases 今天.csv --rejects 退回.csv --quiet',
    ],
    flags: importFlags,
    more:
      '认得的列：customer（或 code phone name）on amount quantity unit_price cost unit_cost discount refunded item ref ' +
      `method paid due refund_of status direction note reason fault by。
单号、客户、日期都相同的几行是一张单；负数是退货；客户空着是散客；状态“作废”作废那张单。单号已在账本里而金额不同的会退回（--on-match update 换成新的）。开账（欠款、余额）那天以前没付的，` +
      '算在开账的数里，开账数相应减去，不重算。',
  },
  'import contacts': {
    does: '把联系记录（电话、拜访等）导入账本：CSV 或 Excel 文件；- 是标准输入。',
    examples: [
      'regulars import contacts 电话.csv',
      'regulars import contacts 电话.csv --map customer=姓名,on=时间,note=内容 --dry-run',
    ],
    flags: importFlags,
    more:
      '认得的列：customer（或 code phone name）on direction call_type channel outcome about note next campaign gift by。只有 ' +
      `customer 和 on 必须有：direction 不写是我方去，outcome 不写是联系上了（客户来的是等我回话），channel 不写按客户喜欢的方式。
about 没写缘由，就算把当天该联系的事都说到了。同一客户、日期、方式、方向的算同一次；同一个文件导两次，第二次什么也不变。账本里没有的客户会退回，加 --create-customers 就新建。`,
  },
  'import surveys': {
    does: '把满意度的回答导入账本：CSV 或 Excel 文件，比如问卷平台导出的；- 是标准输入。',
    examples: [
      'regulars import surveys 满意度.csv',
      'regulars import surveys 问卷.xlsx --map on=提交时间,phone=手机 --aspects 商品=5,服务=6 --scale 10',
    ],
    flags: importFlags,
    more:
      '认得的列：customer（或 code phone name）on aspect expected perceived comment by。客户、日期、perceived（评分）必须有；期望不写是 4 分。' +
      `一个问题一列的，用 --aspects 说明哪几列、问的什么；表头就叫商品、服务、送货、价格、店面的自己认得。
分数可以是 5 分、10 分、100 分制的数（看整列定，或用 --scale），也可以是 8/10、90%、星星、“满意”这样的词。同一客户、日期、方面的算同一个回答；同一个文件导两次，第二次什么也不变。` +
      '账本里没有的客户会退回，加 --create-customers 就新建。',
  },
  init: {
    does: '建一本账。',
    examples: [
      'regulars init --name 茶铺',
      'regulars init --name Teehaus --currency EUR --region DE --timezone Europe/Berlin',
      'regulars init --margin 40% --db 二店.db',
    ],
    flags: {
      '--name': '店名',
      '--currency': '货币，三个字母（默认是本地的）',
      '--region': '不带国家代码的电话按哪里读，两个字母（默认看系统的地区，再看时区）',
      '--timezone': '店里的一天从哪个时区算（默认 --region 的唯一时区，否则本机时区）',
      '--margin': '没写成本的消费，毛利率按多少算：40% 或 0.4（默认全算）',
    },
    more:
      '在终端里会问店名、货币、时区，回车就用括号里的。以后要改：regulars policy show shop。还没有客户和账目时，再 init 一次就重新定。没有账本时，add、import、restore ' +
      '会自己建。',
  },
  'import formats': {
    does: '列出自己认得的文件格式，和账本旁边你自己加的。',
    examples: ['regulars import formats', 'regulars import formats --json'],
  },
  'import all': {
    does: '把 export all 写的整本账导进一个空账本。',
    examples: [
      'regulars --db 新店.db import all 茶铺.jsonl',
      'regulars import all 茶铺.jsonl --dry-run',
      'age -d usb.age | regulars import all -',
    ],
    more: '客户、单、联系的号都不变，账本的名字、货币、日历里的编号也不变。每行都查，有一行不对就什么也不写。旧账本的改动记录不带过来。',
  },
  'payer list': {
    does: '还没指认的付款名（微信、支付宝这些平台上的名字或号）：来过几次、多少钱、可能是哪位客户。',
    examples: ['regulars payer list', 'regulars payer list --linked', 'regulars payer list --format csv'],
    flags: { '--linked': '看已经指认的，和指认带来的消费' },
    more: '按名字、称呼、拼音，还有同一天同金额的消费来猜。只猜不记，要 payer link 才算数。',
  },
  'payer link': {
    does: '指认一个付款名是哪位客户：以前和以后的消费都归这位。',
    examples: [
      'regulars payer link wechat:春风十里 12',
      'regulars payer link 春风十里 wangxiaoming',
      'regulars payer link openid:oUpF8uN95 13800138000 --dry-run',
    ],
    more: 'KEY 照 payer list 写；只有一个叫这名字的，平台可以不写。已经有主的消费不动。金额、日期、单号都不变；指认带来的消费不算新客问候，也不算谢谢惠顾。',
  },
  'payer unlink': {
    does: '取消指认：靠它来的消费退回散客。',
    examples: ['regulars payer unlink wechat:春风十里'],
    more: '账单上另外写了卡号或手机的消费，还是这位客户的。',
  },
  'export customers': {
    does: '导出全部客户：csv、tsv、json、jsonl 或 vcf（手机通讯录）。',
    examples: [
      'regulars export customers --out 客户.csv --excel',
      'regulars export customers --format vcf --out 客户.vcf',
      'regulars export customers --format jsonl | jq .name',
    ],
    flags: exportFlags,
    more:
      'CSV 可以用 import customers 再导回来（自己加的项目写作 fact:项目；等级只写手工定的；一家人合用手机的，导入时加 --same-phone）。表格软件会当公式的文字前面加一个 ' +
      "'，导入时去掉。\nowes、credit 是今天的欠款、预存；要连消费、还款一起搬，用 export all。",
  },
  'export purchases': {
    does: '导出全部消费和退款：csv、tsv、json 或 jsonl。',
    examples: ['regulars export purchases --out 消费.csv', 'regulars export purchases --format jsonl | jq -s length'],
    flags: exportFlags,
    more: '按记账先后。CSV 里退款是负数，作废的 status 是 void，退的消费没有单号就写 entry:12，import purchases 都认得。',
  },
  'export payments': {
    does: '导出全部还款、退回的预存和期初：csv、tsv、json 或 jsonl。',
    examples: ['regulars export payments --out 还款.csv'],
    flags: exportFlags,
  },
  'export contacts': {
    does: '导出全部联系记录：csv、tsv、json 或 jsonl。',
    examples: ['regulars export contacts --out 联系.csv'],
    flags: exportFlags,
  },
  'export balances': {
    does: '导出谁欠多少、欠了多久，谁有预存：csv、tsv、json 或 jsonl。',
    examples: ['regulars export balances --out 欠款.csv --excel'],
    flags: exportFlags,
  },
  'export due': {
    does: '导出全部该联系的客户：csv、tsv、json、jsonl 或 ics（日历）。',
    examples: ['regulars export due --days 14 --out 该联系.ics --yes', 'regulars export due --format csv --limit 12'],
    flags: { ...exportFlags, '--days': '往后看几天', '--limit': '最多几位（不写就是全部）' },
    more: '日历里每位客户一天；下次导出，日历把它挪到新的日子，不会多出一条。',
  },
  'export birthdays': {
    does: '导出快到的生日：csv、tsv、json、jsonl、ics（日历）或 vcf。',
    examples: ['regulars export birthdays --out 生日.ics', 'regulars export birthdays --days 30 --format csv'],
    flags: { ...exportFlags, '--days': '往后几天（默认 365，就是全部）' },
    more: '每位一次，是下一个生日，农历的也算好了。明年再导出，日历把它挪过去，不会多出一条。',
  },
  'export all': {
    does: '整本账导成一个文件（JSON Lines），import all 可以读进空账本。',
    examples: ['regulars export all --out 茶铺.jsonl', 'regulars export all | age -r KEY > usb.age'],
    flags: { '--out': exportFlags['--out'] },
    more: '除了改动记录，什么都在里面。账没变，文件就一个字节也不变。没有加密。',
  },
  undo: {
    does: '撤销自己最近的一次改动，或第 N 号改动（不管谁做的）。',
    examples: ['regulars undo', 'regulars undo 1204', 'regulars undo 7 --keep-edited --yes'],
    flags: { '--keep-edited': '撤销导入时，留下后来改过的行' },
    more: '先说是什么改动，再问一声；没人回答的地方要加 --yes。后面的改动用到了它就不撤，请先撤销后面的。init、backup、restore、forget、undo 不能撤销；classify 要写改动号才撤。',
  },
  log: {
    does: '账本上做过什么，新的在前。',
    examples: ['regulars log -l 20', 'regulars log --from 昨天', 'regulars log --json'],
    flags: { '--from': '从哪一天做的改动', '--to': '到哪一天做的改动' },
  },
  backup: {
    does: '备份账本到文件或文件夹（不用停下手里的活），并读回来核对。',
    examples: [
      'regulars backup',
      'regulars backup /media/usb/ --keep 8',
      'regulars backup 茶铺-2026.db',
      'regulars backup /media/usb/ --password-file ~/.regulars-password',
    ],
    flags: {
      '--keep': '文件夹里只留本账本最近几份，更早的删掉',
      '--password-file': '用这个文件第一行的密码给备份加密',
    },
    more:
      '写文件夹时，文件名带日期和时间；没有的文件夹不会自己建（U 盘插好了吗），单个文件要带 .db；不写就放到账本旁边的 backups。备份不加密；用 --password-file 才加密（scrypt、' +
      'AES-256-GCM），文件名以 .db.enc 结尾。',
  },
  restore: {
    does: '用备份换下账本；换下来的留在旁边。',
    examples: [
      'regulars restore /media/usb/regulars-2026-11-21-2130.db',
      'regulars restore 茶铺-2026.db --dry-run',
      'regulars restore 茶铺-2026.db --yes',
      'regulars restore regulars-2026-11-21-2130.db.enc --password-file ~/.regulars-password',
    ],
    flags: { '--password-file': '放加密备份密码的文件' },
    more: '先检查备份，说里面有什么，再问一声；没人回答的地方要加 --yes。',
  },
  doctor: {
    does: '检查账本：文件、账目、放的地方、等级和备份。',
    examples: ['regulars doctor', 'regulars doctor --migrate', 'regulars doctor --duplicates'],
    flags: {
      '--migrate': '先把旧版账本升级（会留一份）',
      '--data': '再看可疑的数据：没有电话、生日可疑、两年没动静',
      '--duplicates': '再看可能重复的客户：电话相同、姓名生日相同、去掉称呼同名、名字听起来一样',
    },
    more: '退出码 0：账本是好的。1：有要处理的。4：文件坏了。',
  },
  demo: {
    does: '一家样板茶铺，先逛逛看：120 位客户，18 个月的消费，今天该联系谁。',
    examples: ['regulars demo', 'regulars demo --lang en', 'regulars demo --db 试试.db'],
    more: '总是放在临时文件夹的新账本里（或空的 --db），不动你自己的账本。',
  },
  'config list': {
    does: '这台电脑上用的是什么（语言、账本、你的名字、各店），由谁定的。',
    examples: ['regulars config', 'regulars config list --json'],
  },
  'config get': { does: '看一项设定。', examples: ['regulars config get db'] },
  'config set': {
    does: '在这台电脑上设定语言（lang）、账本（db）、你的名字（user）或一家店的账本（shops.店名）。',
    examples: [
      'regulars config set lang zh',
      'regulars config set db ~/shop.db',
      'regulars config set user 小李',
      'regulars config set shops.北店 ~/north.db',
      'regulars due --shop 北店',
    ],
    more: 'config set lang zh 以后，help 也说中文；不设的话，都跟着账本；没有账本就跟着电脑。',
  },
  'config unset': { does: '取消一项设定。', examples: ['regulars config unset db'] },
  ledgers: {
    does: '服务器数据库里的账本：名字、店名、上次备份。',
    examples: [
      'regulars ledgers --db postgres://till3@db.example/regulars',
      'regulars ledgers --grants | psql regulars',
    ],
    flags: { '--grants': '地址所指账本里 keeper 和 till 两种角色的权限（SQL）' },
    more: '几台收银机共用客户时，账本放在 PostgreSQL 上：每个命令都写 --db postgres://用户@主机/数据库?ledger=账本名。',
  },
  schedule: {
    does: '每天自动排等级、列名单、备份：给出要粘贴的几行，或用 --install 装好。',
    examples: [
      'regulars schedule --install',
      'regulars schedule --install --mask',
      'regulars schedule',
      'regulars schedule systemd',
      'regulars schedule launchd',
      'regulars schedule windows',
    ],
    more: '不写 --install 就只打印，不改任何东西。程序和账本都写全路径：cron 不知道 PATH，也不知道你的设定。每家店（--shop）各装各的。',
    flags: { '--install': '装进这台电脑自己的定时任务', '--remove': '从定时任务里去掉' },
  },
  completion: {
    does: '让命令行能补全命令、选项、姓名、标签和客群。',
    examples: ['regulars completion --install', 'regulars completion zsh --install', 'regulars completion fish'],
    flags: { '--install': '放到 shell 会去找的地方' },
    more: '支持 bash、zsh、fish；不写就按现在用的。bash 要装有 bash-completion。',
  },
}
