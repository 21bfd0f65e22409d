import type { Faults } from '../../ledger/errors.ts'
import type { importErrors as english } from '../en/import.ts'
import type { Words } from '../en.ts'
import { grouped } from '../figure.ts'

/** 各列在文件里没有表头时的叫法。 */
const columnWords: Record<string, string> = {
  name: '姓名',
  called: '称呼',
  code: '卡号',
  kind: '类别',
  phone: '手机',
  email: '邮箱',
  wechat: '微信',
  company: '单位',
  address: '地址',
  birthday: '生日',
  joined: '入会日期',
  source: '来源',
  referred_by: '介绍人',
  tags: '标签',
  notes: '备注',
  style: '性格',
  potential: '潜力',
  keeper: '负责人',
  owes: '欠款',
  credit: '预存',
  visits_before: '消费次数',
  spent_before: '累计消费',
  last_purchase: '上次消费',
  points: '积分',
  tier: '等级',
  wallet_share: '份额',
  preferred_channel: '偏好方式',
  hours: '方便时间',
  credit_limit: '赊账额度',
  do_not_contact: '勿扰',
  consent: '联系许可',
  archived: '归档',
  customer: '客户',
  on: '日期',
  amount: '金额',
  cost: '成本',
  discount: '优惠',
  item: '商品',
  ref: '单号',
  method: '支付方式',
  paid: '已付',
  due: '到期日',
  refund_of: '原单号',
  status: '状态',
  reason: '退货原因',
  fault: '责任',
  direction: '方向',
  channel: '方式',
  outcome: '结果',
  about: '缘由',
  note: '备注',
  next: '下次联系',
  campaign: '活动',
  gift: '礼品',
  by: '经手人',
  first_name: '名',
  last_name: '姓',
  balance: '余额',
  quantity: '数量',
  unit_price: '单价',
  unit_cost: '单位成本',
  refunded: '退款金额',
  call_type: '通话类型',
  email_address: '邮箱',
  list: '原价',
  payer: '付款名',
  payer_name: '付款名',
  time: '时间',
}

const oldKinds = {
  xls: '旧版 Excel 格式（.xls）',
  xlsb: '二进制工作簿（.xlsb）',
  ods: ' LibreOffice 表格（.ods）',
  numbers: ' Numbers 表格',
  html: '叫作工作簿的网页',
  xml: '叫作工作簿的 XML',
  mht: '叫作工作簿的网页存档',
}

const rowLimits: Record<Faults['roster.too-large']['limit'], (most: string) => string> = {
  row: (most) => `一行超过 ${most} 个字`,
  cell: (most) => `一格超过 ${most} 个字`,
  cells: (most) => `一行超过 ${most} 格`,
  card: (most) => `一张名片超过 ${most} 个字`,
}

const workbookLimits: Record<Faults['roster.large-workbook']['limit'], (most: string) => string> = {
  files: (most) => `里面的文件超过 ${most} 个`,
  megabytes: (most) => `解开超过 ${most} MB`,
  ratio: (most) => `里面有文件解开后是原来的 ${most} 倍以上`,
  listMegabytes: (most) => `工作表清单超过 ${most} MB`,
  formatMegabytes: (most) => `数字格式超过 ${most} MB`,
  textMegabytes: (most) => `文字超过 ${most} MB`,
  rows: (most) => `行号超过 ${most}`,
  columns: (most) => `列数超过 ${most}`,
  cells: (most) => `格子超过 ${most} 个`,
  cellLength: (most) => `有格子超过 ${most} 个字`,
  merged: (most) => `合并的格子超过 ${most} 处`,
}

/** 文件或某一行有什么毛病。 */
export const importErrors: typeof english = {
  'roster.rejects-taken': ({ path }) => ({
    message: `${path} 已经有了，里面不是退回的行，没有动它。`,
    hint: '换个名字：--rejects 文件',
  }),
  'roster.missing': ({ file }) => ({
    message: `没有这个文件：${file}。`,
    hint: '名字写对了吗，是在这个文件夹里吗？不然写完整路径：/home/me/文件',
  }),
  'roster.unreadable': {
    folder: (file) => `${file} 是文件夹，请写明里面的文件。`,
    refused: (file) => `${file} 不让读：看看是谁的文件。`,
  },
  'roster.empty': ({ file }) => ({ message: `${file} 是空的。` }),
  'roster.nul': ({ file, line }) => ({
    message: `${file} 第 ${line} 行有零字节：文件坏了，或不是文本。`,
    hint: '什么也没导入。请另存为“CSV UTF-8”再来。',
  }),
  'roster.broken-quote': ({ file, line }) => ({
    message: `${file} 第 ${line} 行引号没有成对，分不清格子到哪里为止。`,
    hint: '什么也没导入。引号里的引号要写两个："5""管"',
  }),
  'roster.undecodable': ({ file, encoding }) => ({
    message: `${file} 不全是 ${encoding} 编码。`,
    hint: '什么也没导入。换个编码：--encoding gb18030、big5、utf-16、utf-8、windows-1252',
  }),
  'roster.changed': ({ file }) => ({
    message: `${file} 在读的时候被改了。`,
    hint: '什么也没导入。同样的命令再做一遍。',
  }),
  'roster.broken-card': ({ file, line }) => ({
    message: `${file} 第 ${line} 行：有张名片没有结尾，或名片外面有别的东西，文件坏了或不完整。`,
    hint: '什么也没导入。请重新导出通讯录。',
  }),
  'roster.broken-workbook': ({ file }) => ({
    message: `${file} 不是能读的 Excel 文件：坏了，或不完整。`,
    hint: '什么也没导入。请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”。',
  }),
  'roster.old-workbook': {
    message: (file, kind) => `${file} 是${oldKinds[kind]}，读不了。`,
    excel: '什么也没导入。请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”。',
    numbers: '什么也没导入。请用 Numbers 打开，导出为 .xlsx 或“CSV UTF-8”。',
  },
  'roster.protected': ({ file }) => ({
    message: `${file} 设了密码。`,
    hint: '什么也没导入。请用 Excel 打开，去掉密码（文件、信息、保护工作簿）再保存。',
  }),
  'roster.zipped': {
    open: (file, inside) => `${file} 是压缩包，不是 Excel 文件。里面有：${inside.join('、')}。`,
    encrypted: (file, inside) => `${file} 是带密码的压缩包，不是 Excel 文件。里面有：${inside.join('、')}。`,
    hint: '什么也没导入。请先解压，再导入里面的文件。',
  },
  'roster.endless': ({ most }) => ({
    message: `送进来的超过 ${most.toLocaleString('en')} MB，管道或设备最多读这么多：什么都没有记。`,
    hint: '分成几个文件再读。',
  }),
  'roster.too-large': ({ file, line, limit, most }) => ({
    message: `${file} 第 ${line} 行：${rowLimits[limit](most.toLocaleString('en'))}。`,
    hint: '什么也没导入。也许上面少了引号，或格子用别的符号隔开：--delimiter',
  }),
  'roster.large-workbook': ({ file, limit, most }) => ({
    message: `${file} 超出了 Excel 文件的限度：${workbookLimits[limit](most.toLocaleString('en'))}。`,
    hint: '什么也没导入。请把行复制到新的工作簿，或把工作表另存为“CSV UTF-8”。',
  }),
  'roster.no-sheet': {
    none: (file) => `--sheet：${file} 不是 Excel 文件，没有工作表。`,
    message: (file, asked) => `${file} 里没有工作表“${asked}”。`,
    sheets: (numbered) => `有：${numbered.join('、')}`,
  },
  'roster.no-columns': {
    missing: (file, columns, headers) =>
      `${file} 里找不到这些列：${columns.map((column) => columnWords[column] ?? column).join('、')}。` +
      `文件里有：${headers.join('、')}。`,
    unheaded: (file, cells) => `${file} 没有认得出的表头。第一行是：${cells.join('、')}。`,
    pair: (column) => `${column}=列名`,
    map: (pairs) => `请指明：--map ${pairs}（写表头或第几列）`,
    mapOrAspects: (pairs) => `请指明：--map ${pairs}（写表头或第几列）   一个问题一列的：--aspects 表头,表头`,
    mapByNumber: (pairs) => `请写明第几列是什么：--map ${pairs}`,
    mapOrEncoding: (pairs) =>
      '是乱码：--encoding shift-jis（或 gb18030、big5、euc-kr、windows-1252……）   ' +
      `不是乱码就写明第几列是什么：--map ${pairs}`,
  },
  'roster.bad-map': {
    noPair: (asked) => ({
      message: `--map：“${asked}”要写成 列=表头。`,
      hint: '写表头或第几列：--map name=客户,phone=3',
    }),
    noColumn: (asked, known) => ({ message: `--map：没有“${asked}”这一列。`, hint: `有：${known.join('、')}` }),
  },
  'roster.bad-aspects': ({ asked, known }) => ({
    message: `--aspects：没有“${asked}”这一列。`,
    hint: `有：${known.join('、')}`,
  }),
  'roster.open-scale': {
    message: (file, most, high, low) =>
      `${file}：${high.join('、')}打到 ${most} 分，${low.join('、')}没有，看不出满分是几分。`,
    hint: (most, low) => `什么也没导入。都是满分 ${most}：--scale ${most}   不是的分开导：--aspects ${low} --scale 5`,
  },
  'row.scale': ({ headings, scale }) => ({
    message: `${headings.join('、')}按满分 ${scale} 分算（不是就写 --scale 5）`,
  }),
  'row.unknown-state': {
    message: (heading, word, typed) =>
      `${heading}“${word}”不认识，请说明：--state ${typed}=sale（销售）、owed（赊账）、refund（退款）或 skip（不要）`,
  },
  'row.currency': ({ currency, ledger }) => ({ message: `币种是 ${currency}，账本是 ${ledger}` }),
  'row.part-unknown': ({ word }) => ({ message: `“${word}”没写退了多少` }),
  'row.contradicts': ({ by, given, mark }) => ({
    message: `${columnWords[mark] ?? mark}是 ${by.name} #${by.id} 的，姓名却写着 ${given}`,
  }),
  'row.disagrees': ({ amount, expected }, voice) => ({
    message: `金额 ${voice.money(amount)} 和其他列对不上（应是 ${voice.money(expected)}）；用 --map amount=列名 指明以哪列为准`,
  }),
  'row.spreadsheet': () => ({ message: 'Excel 改坏了这个编号，请把该列设成文本再导出' }),
  'row.uncalculated': ({ text }) => ({ message: `公式还没有算出结果：${text}。请用 Excel 打开、保存后再导入` }),
  'row.sheet-error': ({ text }) => ({ message: `表格里是错误值：${text}` }),
  'row.too-old': ({ day }) => ({ message: `${day} 早于 1970 年` }),
  'row.fees': ({ heading, rows, sum }, voice) => ({
    message: `${heading}：${grouped(rows)} 行共 ${voice.money(sum)}，不导入：不是销售，也不是进货成本`,
  }),
  'row.transfer': ({ word }) => ({ message: `${word}：当作销售收下` }),
  'row.claim-open': ({ word }) => ({ message: `“${word}”：售后还没完，先当作销售` }),
  'row.refund-stuck': ({ ref }) => ({ message: `${ref} 的退款没有到账，请到支付平台处理` }),
  'row.disputed': ({ ref }) => ({ message: `${ref} 有争议，先当作销售` }),
  'row.refund-day': ({ day }) => ({ message: `文件里没写退款日，记在销售当天 ${day}` }),
  'row.refund-whole': ({ amount }, voice) => ({ message: `文件里没写退多少，按全额 ${voice.money(amount)}` }),
  'row.refund-alone': ({ ref }) => ({ message: `退款 ${ref} 在账本里没有对应的销售：记作退货` }),
  'row.converted': ({ currency }) => ({ message: `原币种是 ${currency}，按平台折算后的金额记` }),
  'row.empty-state': ({ heading }) => ({ message: `${heading}是空的：当作销售` }),
  'row.unread-state': ({ heading, word }) => ({
    message: `${heading}写着“${word}”，而这一列没有读：当作销售（要读它：--map status=列名）`,
  }),
  'row.rewarded': ({ id, name }) => ({ message: `${name} #${id} 得了介绍奖励` }),
  'row.reward-over': ({ id, name, code }) => ({ message: `该给 ${name} #${id} 介绍奖励券 ${code}，可是券过期了` }),
  'row.stranger': ({ text }) => ({
    message: `${text}只是称呼，可能是任何人：记作散客并留下这个名字，等你指认（payer list）`,
  }),
  'row.masked-phone': ({ text }) => ({ message: `${text} 打了星号：不作号码，记入备注` }),
  'row.masked-name': ({ text }) => ({ message: `${text} 打了星号，或是平台给的编号，不是姓名` }),
  'row.name-is-number': ({ text }) => ({ message: `姓名只是个号码：${text}` }),
  'row.alike-elsewhere': ({ day, amount, id }, voice) => ({
    message: `${day} 的 ${voice.money(amount)} 和另一平台的单 ${id} 一样：请看是不是同一笔`,
  }),
  'row.known-amount': ({ ref, amount, stands, id }, voice) => ({
    message: `${ref} 账本里是 ${voice.money(stands)}（单 ${id}），这里是 ${voice.money(amount)}；没有动它（要换成新的：--on-match update）`,
  }),
  'row.total-agrees': ({ rows, sum }, voice) => ({
    message: `和文件自己写的一致：${grouped(rows)} 行 ${voice.money(sum)}`,
  }),
  'row.total-differs': ({ stated, statedSum, rows, sum }, voice) => ({
    message: `文件自己写着 ${grouped(stated)} 行 ${voice.money(statedSum)}，读到的是 ${grouped(rows)} 行 ${voice.money(sum)}`,
  }),
  'row.payer-namesake': ({ name, id }) => ({ message: `付款名“${name}”和 #${id} 同名：先记作散客，等你指认` }),
  'row.short-credit': ({ customers, sum, some }, voice) => ({
    message:
      `${grouped(customers)} 位用余额付款，账本里没有那么多余额：差的 ${voice.money(sum)} 记作欠款` +
      `（${some.map(({ id, name }) => `${name} #${id}`).join('、')}）；先补上预存：pay 姓名 金额，或导入客户时带“余额”一列`,
  }),
  'row.titled': ({ titled, bare }) => ({
    message: `${titled.name} #${titled.id} 和 ${bare.name} #${bare.id} 可能是同一位：merge ${titled.id} --into ${bare.id}`,
  }),
  'row.left-owing': ({ amount }, voice) => ({
    message: `实收比应收少：差的 ${voice.money(amount)} 记作欠款（不要这样：--map paid=）`,
  }),
  'row.all-walk-in': () => ({
    message: '没有一列是客户：全部记作散客（--walk-in 表示就是这样；--map customer=列名 可指明）',
  }),
  'row.unknown-customer': ({ asked }) => ({
    message: `账本里没有 ${asked}：记作散客并留下付款名（要新建客户：--create-customers）`,
  }),
  'row.remark': ({ zh }) => ({ message: zh }),
  'day.mixed': ({ text }) => ({ message: `“${text}”可以是两个日子，这一列两种写法都有。` }),
  'money.mixed': ({ text }) => ({ message: `“${text}”可以是两个数，这一列两种小数写法都有。` }),
  'roster.open-money': ({ file, heading, line, text, point, comma }, voice) => ({
    message:
      `${file} 第 ${line} 行 ${heading}：“${text}”可以是 ${voice.money(point)}，也可以是 ${voice.money(comma)}，` +
      '这一列看不出是哪种。',
    hint: '什么也没导入。请说明：--decimal point（点是小数点）或 --decimal comma（逗号是小数点）',
  }),
  'roster.open-days': ({ file, heading, line, text, dmy, mdy }) => ({
    message: `${file} 第 ${line} 行 ${heading}：“${text}”可以是 ${dmy}，也可以是 ${mdy}，这一列看不出是哪种。`,
    hint: '什么也没导入。请说明：--dates dmy（日在前）或 --dates mdy（月在前）',
  }),
  'roster.open-discount': ({ heading, text, percent }) => ({
    message: `${heading} 列：“${text}”可以是减这么多钱，也可以是打折（付 ${percent}%），没有金额列说明是哪种。`,
    hint: `什么也没导入。减的是钱：--map discount=${heading}；是打折：写成 ${text}折，或把列名改为 折扣率`,
  }),
  'roster.several-formats': ({ file, names }) => ({
    message: `${file} 可能是：${names.join('、')}。什么也没导入。`,
    hint: `请指明：--from ${names[0]}，或 --from none`,
  }),
  'roster.refused': ({ file, title, instead }) => ({
    message: `${file} 是${title.zh}：${instead.zh}。`,
    hint: '什么也没导入。如果不是：--from none',
  }),
  'roster.not-of-format': ({ file, title, missing }) => ({
    message: `${file} 不是${title.zh}：缺 ${missing.join('、')}。`,
    hint: '什么也没导入。不写 --from 时由文件自己说明',
  }),
  'roster.unknown-format': ({ asked, known }) => ({
    message: `--from：没有格式 ${asked}。`,
    hint: `有：none、${known.join('、')}`,
  }),
  'roster.other-kind': ({ file, title, kind }) => ({
    message: `${file} 是${title.zh}，要用 import ${kind}。`,
    hint: `regulars import ${kind} ${file}   如果不是：--from none`,
  }),
  'roster.unclear-kind': {
    message: (file, cells) => `${file} 看不出是什么。第一行是：${cells.join('、')}。`,
    hint: 'regulars import customers（客户）、import purchases（消费）或 import contacts（联系）',
  },
  'roster.bad-format': ({ file, problem }) => ({
    message: `${file} 不是格式：${problem}。`,
    hint: 'regulars help formats',
  }),
  'roster.no-header-row': ({ file, row }) => ({
    message: `--header-row：${file} 靠前没有第 ${row} 行，或那行是空的。`,
  }),
  'row.bad-yes': ({ text }) => ({ message: `“${text}”看不懂，请写“是”或“否”` }),
  'row.missing': ({ column }) => ({ message: `没写${columnWords[column] ?? column}` }),
  'row.too-many-cells': ({ cells, headers }) => ({
    message: `有 ${cells} 格，表头只有 ${headers} 格；格子里有分隔符的要加引号（"1,200.00"、"解放路 3 号,9 室"）`,
  }),
  'row.twins': {
    code: (lines, names) =>
      `第 ${lines.join('、')} 行卡号相同、姓名不同：${names.join('/')}；一张卡只能是一位客户，请各用各的卡号`,
    phone: (lines, names) =>
      `第 ${lines.join('、')} 行手机相同、姓名不同：${names.join('/')}；是一家人请加 --same-phone，或各给一个卡号`,
  },
  'row.nothing': ({ rows, words }) => ({
    message: `${grouped(rows)} 行是${words.map((word) => `“${word}”`).join('')}：按空白导入`,
  }),
  'row.both-ways': {
    message: (owes, credit, taken) => `又欠 ${owes} 又预存 ${credit}：记作${taken}`,
    settled: '两清',
  },
  'row.archived-owes': ({ balance }, voice) => ({ message: `还${voice.balance(balance)}：先不归档，结清再归档` }),
  'row.other-way': ({ balance }, voice) => ({ message: `是负数：记作${voice.balance(balance)}` }),
  'row.one-name': {
    row: (name, line) => `第 ${line} 行的“${name}”不是这个：当作同一位，以这行为准；是两个人请各给电话或卡号`,
    customer: (name, id) => `“${name}” #${id} 原来不是这个：当作同一位，以这行为准；是两个人请各给电话或卡号`,
  },
  'row.phone-in-use': {
    row: (phone, name) => `${phone} 是 ${name}的号码；是一家人请加 --same-phone，或给个卡号`,
    customer: (phone, name, id) => `${phone} 是 ${name} #${id} 的号码；是一家人请加 --same-phone，或给个卡号`,
  },
  'row.several': ({ ids }) => ({ message: `对得上好几位：${ids.map((id) => `#${id}`).join('、')}；请用卡号分清` }),
  'row.matches': ({ id }) => ({ message: `账本里已经有了：${id}（--on-match reject）` }),
  'row.future': ({ day, today }) => ({ message: `${day} 还没到（今天 ${today}），照样收下` }),
  'row.second-phone': ({ phones }) => ({ message: `不止一个号码，${phones.join('、')} 记入备注` }),
  'row.phone-words': ({ text }) => ({ message: `不只是号码，“${text}”原样记入备注` }),
  'row.referrer-round': ({ text }) => ({ message: `介绍人“${text}”本来就是这位介绍来的，没有填` }),
  'row.referrer': ({ text }) => ({ message: `介绍人“${text}”找不到或不止一位，没有填` }),
  'row.points-open': ({ id, asked, stands }) => ({
    message: `#${id} 已经有积分账（${stands}），${asked} 没有记`,
  }),
  'row.account-open': {
    message: (id, stands, asked) => `#${id} 已经有账（${stands}），${asked} 没有记`,
  },
  'row.account-before': ({ id, opened, balance, unpaid }, voice) => ({
    message: `没付的 ${voice.money(unpaid)} 照记；#${id} 在 ${opened} 开账时已${voice.balance(balance)}，如果那里面就有这一笔，现在重了`,
  }),
  'row.account-holds': ({ id, opened, balance, unpaid }, voice) => ({
    message: `没付的 ${voice.money(unpaid)} 算在 #${id} ${opened} 开账的数（${voice.balance(balance)}）里，开账数减去这一笔，不重算`,
  }),
  'row.other-amount': ({ ref, amount, stands, id }, voice) => ({
    message: `单号 ${ref} 账本里是 ${voice.money(stands)}（单 ${id}），这里是 ${voice.money(amount)}；要换成新的：--on-match update`,
  }),
  'row.other-part': ({ ref, line }) => ({ message: `同一张单 ${ref} 的第 ${line} 行收不下，整张退回` }),
  'row.no-purchase': ({ ref }) => ({ message: `这位客户没有单号 ${ref} 的消费` }),
  'row.has-refunds': ({ ref, id }) => ({ message: `单号 ${ref}（单 ${id}）有退款，请先一起作废` }),
  'row.return-too-much': ({ ref, left }, voice) => ({ message: `单号 ${ref} 只剩 ${voice.money(left)} 可退` }),
  'phone.spreadsheet': () => ({ message: 'Excel 改坏了号码，请把该列设成文本再导出' }),
}

const delimiters: Record<string, string> = { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线' }

export const importing: Words['importing'] = {
  stdin: '标准输入',
  written: {
    text: ({ encoding, delimiter }) => `${encoding.toUpperCase()}，${delimiters[delimiter ?? ''] ?? delimiter}`,
    cards: ({ encoding }) => `vCard 通讯录，${encoding.toUpperCase()}`,
    workbook: ({ sheet }) => `Excel 工作表“${sheet}”`,
  },
  about: (what, said) => `${what}：${said}`,
  headed: '首行是表头',
  unheaded: '没有表头',
  rows: (rows) => `${grouped(rows)} 行`,
  guessed: (encoding, texts) =>
    `编码是猜的：${encoding}，读出来是${texts.map((text) => `“${text}”`).join('')}（不对就写：--encoding 编码）`,
  sheetsLeft: (sheets) => `没有读的工作表：${sheets.map((sheet) => `“${sheet}”`).join('')}（要读：--sheet 名字）`,
  columns: '列',
  meanings: {
    credit: '预存 credit（店里欠客户）',
    owes: '欠款 owes（客户欠店里）',
    balance: 'balance（大于 0：客户欠店里）',
    points: 'points',
    list: '原价（不是实付）',
    payer: '付款名（留着，等你指认）',
    more: '备注',
  },
  ownKey: (key) => `自定义资料“${key}”`,
  quoted: (texts) => texts.map((text) => `“${text}”`).join(''),
  keptAsFacts: '记作自定义资料',
  notImported: '不导入',
  unknownHead: '没认出',
  unknownHint: (header) => `（要导入：--map notes=${header}，全要：--keep-unknown）`,
  firstRows: (rows) => `前 ${grouped(rows)} 行`,
  place: (number) => `第 ${number} 列`,
  column: (column) => columnWords[column] ?? column,
  withHint: (message, hint) => `${message}${hint.replace(/ {2,}/g, '，')}`,
  resultHead: '结果',
  ends: {
    created: (rows) => `新增 ${rows}`,
    updated: (rows) => `更新 ${rows}`,
    unchanged: (rows) => `不变 ${rows}`,
    skipped: (rows) => `略过 ${rows}`,
    rejected: (rows) => `退回 ${rows}`,
  },
  sum: (added, rows) => `（${added} = ${rows}）`,
  skippedHead: '略过',
  skipReason: {
    'own-spending': '自己的支出，不是销售',
    'own-spending-back': '自己的支出退回',
    'own-money': '自己的钱转来转去',
    gift: '红包赠送',
    'shared-bill': '群收款',
    'sent-back': '对方已退还',
    closed: '交易关闭，没有付款',
    'not-paid': '还没付款',
    cancelled: '已取消',
    failed: '失败',
    'refunded-in-full': '已全额退款',
    'gift-card': '卖出的礼品卡，还不是销售',
    voided: '已作废',
    'nothing-sold': '没有卖出东西',
    'not-a-sale': '不是销售',
    'no-name': '没有姓名',
    total: '合计行',
    'header-again': '重复的表头',
    footer: '表尾说明',
  },
  formatHead: '格式',
  readAs: (title, name) => `按${title}读（${name}；不是的话 --from 名字 或 --from none）`,
  looksLike: (title, missing) => `像是${title}，但缺 ${missing.join('、')}：按普通表格读`,
  unnamed: (place, example) => `第 ${place} 列（${example}……）没有表头：不导入`,
  otherColumns: (number) => `其余 ${number} 列不导入`,
  unknownState: (heading, word, rows, typed) => `${heading}“${word}”：${rows}；--state ${typed}=sale|owed|refund|skip`,
  unknownWord: (heading, word, rows) => `${heading}“${word}”（${grouped(rows)} 行）`,
  stateMeanings: ['销售', '赊账', '退款', '不要'],
  whatState: (heading, word, rows) =>
    `${heading}“${word}”（${grouped(rows)} 行）：1 销售，2 赊账，3 退款，4 不要，回车：退回：`,
  line: (line) => `第 ${line} 行`,
  lines: (lines) => `第 ${lines.join('、')} 行`,
  moreRows: (rows) => `；同样原因还有 ${grouped(rows)} 行`,
  moreRowsAs: (rows, some) => `；同样原因还有 ${grouped(rows)} 行：${some.join('、')}`,
  andSoOn: '……',
  someRejected: (file, rejected, rows, reasons) =>
    `${file}：${grouped(rows)} 行里退回 ${grouped(rejected)} 行：${reasons.join('；')}`,
  rejectedOn: (message, line) => `${message}（第 ${line} 行）`,
  rejectedFrom: (message, rows, line) => `${message}（${grouped(rows)} 行，头一行是第 ${line} 行）`,
  furtherReasons: (rows) => `另有 ${grouped(rows)} 行是别的原因`,
  allRejected: '全部退回，什么也没导入。',
  notations: {
    comma: '逗号是小数点（1.234,56）',
    mixed: '两种写法都有',
    dmy: '日在前',
    mdy: '月在前',
    ymd: '两位数的年在前',
  },
  readHead: '读法',
  agrees: (rows, sum) => `和文件自己的合计一致：${grouped(rows)} 行 ${sum}`,
  rejectedHead: '退回',
  warningHead: '提醒',
  whose: (who) => who,
  more: (number) => `另有 ${grouped(number)} 行`,
  moreIn: (number, where) => `另有 ${grouped(number)} 行，${where}`,
  rejectsIn: (file) => `导入后见 ${file}`,
  noRows: '文件里没有数据行，没有可导入的。',
  nothingToAsk: '没有新东西：账本里都有了。',
  ask: '现在导入吗？',
  unclear: {
    column: (file) => `${file}：有必需的列没认出来。各列是什么？回车：不导入这一列。`,
    header: (file) => `${file}：没有认得出的表头。各列是什么？回车：不导入这一列。`,
  },
  numbered: (place) => `第 ${place} 列`,
  called: (header) => `“${header}”`,
  whatIs: (column, stands) => `${column}（${stands}）是几号？`,
  empty: '空',
  asked: (column) =>
    ({ credit: '预存（店里欠客户）', owes: '欠款（客户欠店里）' })[column] ?? columnWords[column] ?? column,
  nextTime: (map) => `下次可以直接写：--map ${map}`,
  interrupted: '已中断：什么也没导入，账本和原来一样。要导入就把同样的命令再做一遍。',
  declined: '什么也没导入。',
  otherwise: '预览之后账本变了：以下面的数字为准。',
  done: (ends) => `已导入：${ends}。`,
  nothingNew: (ends) => `没有新东西：${ends}。`,
  inFile: (said, file) => `${said}（${file}）`,
  gap: '',
  classified: '等级已排好。',
  undo: (change) => `撤销：regulars undo ${change}`,
  createHint: '账本里没有的客户要一起新建：--create-customers',
  rejectsHint: '要把退回的行存成文件：--rejects 文件',
  rejectsName: (stem) => `${stem}.退回.csv`,
  progress: (rows, rate) => `${grouped(rows)} 行，每秒 ${rate} 行`,
  progressTo: (rows, rate, left) => `${grouped(rows)} 行，每秒 ${rate} 行，还要 ${left} 秒`,
}
