import type { importErrors as english } from '../en/import.ts'
import type { Words } from '../en.ts'

const numbered = (cells: readonly string[]) => cells.map((cell, at) => `${at + 1} ${cell || '-'}`).join('、')

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
}

const named = (file: string) => (file === '-' ? '标准输入' : file)

/** 文件或某一行有什么毛病。 */
export const importErrors: typeof english = {
  'roster.rejects-taken': ({ path }) => ({ message: `${path} 已经有了，里面不是退回的行，没有动它。`, hint: '换个名字：--rejects 文件' }),
  'roster.missing': ({ file }) => ({ message: `没有这个文件：${named(file)}。` }),
  'roster.unreadable': ({ file, folder }) =>
    folder ? { message: `${named(file)} 是文件夹，请写明里面的文件。` } : { message: `${named(file)} 不让读：看看是谁的文件。` },
  'roster.empty': ({ file }) => ({ message: `${named(file)} 是空的。` }),
  'roster.nul': ({ file, line }) => ({
    message: `${named(file)} 第 ${line} 行有零字节：文件坏了，或不是文本。`,
    hint: '什么也没导入。请另存为“CSV UTF-8”再来。',
  }),
  'roster.broken-quote': ({ file, line }) => ({
    message: `${named(file)} 第 ${line} 行引号没有成对，分不清格子到哪里为止。`,
    hint: '什么也没导入。引号里的引号要写两个："5""管"',
  }),
  'roster.undecodable': ({ file, encoding }) => ({
    message: `${named(file)} 不全是 ${encoding} 编码。`,
    hint: '什么也没导入。换个编码：--encoding gb18030、big5、utf-16、utf-8',
  }),
  'roster.changed': ({ file }) => ({ message: `${named(file)} 在读的时候被改了。`, hint: '什么也没导入。同样的命令再做一遍。' }),
  'roster.broken-card': ({ file, line }) => ({
    message: `${named(file)} 第 ${line} 行：有张名片没有结尾，或名片外面有别的东西，文件坏了或不完整。`,
    hint: '什么也没导入。请重新导出通讯录。',
  }),
  'roster.broken-workbook': ({ file }) => ({
    message: `${named(file)} 不是能读的 Excel 文件：坏了，或设了密码。`,
    hint: '什么也没导入。请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”。',
  }),
  'roster.old-workbook': ({ file }) => ({
    message: `${named(file)} 是旧版 Excel 格式（.xls）。`,
    hint: '什么也没导入。请用 Excel 打开，另存为 .xlsx 或“CSV UTF-8”。',
  }),
  'roster.large-workbook': ({ file, most }) => ({
    message: `${named(file)} 解开超过 ${most} MB，Excel 文件读不了这么大的。`,
    hint: '什么也没导入。请另存为“CSV UTF-8”，多大都行。',
  }),
  'roster.no-sheet': ({ file, asked, sheets }) =>
    sheets.length === 0
      ? { message: `--sheet：${named(file)} 不是 Excel 文件，没有工作表。` }
      : { message: `${named(file)} 里没有工作表“${asked}”。`, hint: `有：${sheets.map((sheet, at) => `${at + 1} ${sheet}`).join('、')}` },
  'roster.no-columns': ({ file, missing, headers, headed, guess }) => ({
    message: headed
      ? `${named(file)} 里找不到这些列：${missing.map((column) => columnWords[column] ?? column).join('、')}。文件里有：${numbered(headers)}。`
      : `${named(file)} 没有认得出的表头。第一行是：${numbered(headers)}。`,
    hint: headed
      ? `请指明：--map ${missing.map((column) => `${column}=列名`).join(',')}（写表头或第几列）`
      : `请写明第几列是什么：--map ${guess.map(({ column, at }) => `${column}=${at}`).join(',')}`,
  }),
  'roster.bad-map': ({ asked, known }) =>
    known.length === 0
      ? { message: `--map：“${asked}”要写成 列=表头。`, hint: '写表头或第几列：--map name=客户,phone=3' }
      : { message: `--map：没有“${asked}”这一列。`, hint: `有：${known.join('、')}` },
  'row.bad-yes': ({ text }) => ({ message: `“${text}”看不懂，请写“是”或“否”` }),
  'row.missing': ({ column }) => ({ message: `没写${columnWords[column] ?? column}` }),
  'row.too-many-cells': ({ cells, headers }) => ({ message: `有 ${cells} 格，表头只有 ${headers} 格；带逗号的金额（1,200.00）要加引号` }),
  'row.twins': ({ lines, names, by }) => ({
    message: `第 ${lines.join('、')} 行${by === 'code' ? '卡号' : '手机'}相同、姓名不同：${names.join('/')}；${
      by === 'code' ? '一张卡只能是一位客户，请各用各的卡号' : '是一家人请加 --same-phone，或各给一个卡号'
    }`,
  }),
  'row.nothing': ({ rows, words }) => ({ message: `${rows} 行是${words.map((word) => `“${word}”`).join('')}：按空白导入` }),
  'row.both-ways': ({ owes, credit, balance }, voice) => ({
    message: `又欠 ${voice.money(owes)} 又预存 ${voice.money(credit)}：记作${voice.balance(balance) || '两清'}`,
  }),
  'row.archived-owes': ({ balance }, voice) => ({ message: `还${voice.balance(balance)}：先不归档，结清再归档` }),
  'row.other-way': ({ balance }, voice) => ({ message: `是负数：记作${voice.balance(balance)}` }),
  'row.phone-in-use': ({ phone, by }, voice) => ({
    message: `${voice.phone(phone)} 是 ${by.name}${by.id ? ` #${by.id} ` : ''}的号码；是一家人请加 --same-phone，或给个卡号`,
  }),
  'row.several': ({ ids }) => ({ message: `对得上好几位：${ids.map((id) => `#${id}`).join('、')}；请用卡号分清` }),
  'row.matches': ({ id }) => ({ message: `账本里已经有了：${id}（--on-match reject）` }),
  'row.future': ({ day, today }) => ({ message: `${day} 还没到（今天 ${today}），照样收下` }),
  'row.second-phone': ({ phones }) => ({ message: `不止一个号码，${phones.join('、')} 记入备注` }),
  'row.phone-words': ({ text }) => ({ message: `不只是号码，“${text}”原样记入备注` }),
  'row.referrer': ({ text }) => ({ message: `介绍人“${text}”找不到或不止一位，没有填` }),
  'row.account-open': ({ id, asked, stands }, voice) => ({
    message: `#${id} 已经有账（${voice.balance(stands) || voice.money('0')}），${voice.balance(asked) || voice.money('0')} 没有记`,
  }),
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
  file: (file, written, headed, rows) => `${file}：${written}，${headed === null ? '' : headed ? '首行是表头，' : '没有表头，'}${rows} 行`,
  detected: (file, written) => `${file}：${written}`,
  sheetsLeft: (sheets) => `没有读的工作表：${sheets.map((sheet) => `“${sheet}”`).join('')}（要读：--sheet 名字）`,
  columns: '列',
  means: (column) =>
    ({ credit: '预存 credit（店里欠客户）', owes: '欠款 owes（客户欠店里）', points: 'points（先记作自定义资料）' })[column] ??
    (column.startsWith('fact:') ? `自定义资料“${column.slice(5)}”` : column),
  unknown: (headers, kept) => `${headers.map((header) => `“${header}”`).join('')}：${kept ? '记作自定义资料' : '不导入'}`,
  unknownHead: '没认出',
  unknownHint: (header) => `（要导入：--map notes=${/\s/.test(header) ? `"${header}"` : header}，全要：--keep-unknown）`,
  firstRows: (rows) => `前 ${rows} 行`,
  place: (number) => `第 ${number} 列`,
  column: (column) => columnWords[column] ?? column,
  ofColumn: (column, message) => `${column}：${message}`,
  withHint: (message, hint) => `${message}${hint.replace(/ {2,}/g, '，')}`,
  resultHead: '结果',
  result: ({ created, updated, unchanged, rejected }, rows) =>
    `新增 ${created}   更新 ${updated}   不变 ${unchanged}   退回 ${rejected}   （${created}+${updated}+${unchanged}+${rejected} = ${rows}）`,
  rejectedHead: '退回',
  warningHead: '提醒',
  fault: (line, field, value, message) => `第 ${line} 行${field ? ` ${field}` : ''}${value && !message.includes(value) ? ` “${value}”` : ''}：${message}`,
  more: (number) => `另有 ${number} 行`,
  moreIn: (number, where) => `另有 ${number} 行，${where}`,
  rejectsIn: (file) => `导入后见 ${file}`,
  noRows: '文件里没有数据行，没有可导入的。',
  nothingToAsk: '没有新东西：账本里都有了。',
  ask: '现在导入吗？',
  unclear: (file, headed) => `${named(file)}：${headed ? '有必需的列没认出来' : '没有认得出的表头'}。各列是什么？回车：不导入这一列。`,
  whatIs: (column, examples) => `${/^\d+$/.test(column) ? `第 ${column} 列` : `“${column}”`}（${examples.join('、') || '空'}）是几号？`,
  asked: (column) => ({ credit: '预存（店里欠客户）', owes: '欠款（客户欠店里）' })[column] ?? columnWords[column] ?? column,
  nextTime: (map) => `下次可以直接写：--map ${map}`,
  interrupted: '已中断：什么也没导入，账本和原来一样。要导入就把同样的命令再做一遍。',
  declined: '什么也没导入。',
  otherwise: '预览之后账本变了：以下面的数字为准。',
  done: ({ created, updated, unchanged, rejected }, rejects) =>
    `已导入：新增 ${created}，更新 ${updated}，不变 ${unchanged}，退回 ${rejected}${rejected > 0 && rejects ? `（${rejects}）` : ''}。`,
  nothingNew: ({ unchanged, rejected }, rejects) => `没有新东西：不变 ${unchanged}，退回 ${rejected}${rejected > 0 && rejects ? `（${rejects}）` : ''}。`,
  gap: '',
  classified: '等级已排好。',
  undo: (change) => `撤销：regulars undo ${change}`,
  createHint: '账本里没有的客户要一起新建：--create-customers',
  rejectsHint: '要把退回的行存成文件：--rejects 文件',
  rejectsName: (stem) => `${stem}.退回.csv`,
  progress: (rows, rate, left) => `${rows} 行，每秒 ${rate} 行${left === null ? '' : `，还要 ${left} 秒`}`,
}
