import type { Faults } from '../../../ledger/errors.ts'
import type { importFileErrors as english } from '../../en/errors/import-file.ts'
import { columnWords } from '../import-columns.ts'

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

/** 要导入的文件有什么毛病。 */
export const importFileErrors: typeof english = {
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
  'roster.two-lists': ({ file, left, right }) => ({
    message: `${file} 里左右并排两份名单，表头一样：一行里是两条。`,
    hint: `什么也没导入。分两次导入：先 --map ${left.join(',')}，再 --map ${right.join(',')}`,
  }),
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
  'roster.open-discount': {
    message: (heading, text, percent) =>
      `${heading} 列：“${text}”可以是减这么多钱，也可以是打折（付 ${percent}%），没有金额列说明是哪种。`,
    hint: (typed, text) => `什么也没导入。减的是钱：--map ${typed}；是打折：写成 ${text}折，或把列名改为 折扣率`,
  },
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
  'roster.other-kind': {
    message: (file, title, kind) => `${file} 是${title.zh}，要用 import ${kind}。`,
    hint: (kind, typed) => `regulars import ${kind} ${typed}   如果不是：--from none`,
  },
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
}
