import type { importRowErrors as english } from '../../en/errors/import-row.ts'
import { grouped } from '../../figure.ts'
import { columnWords } from '../import-columns.ts'

/** 文件的某一行或整列有什么毛病。 */
export const importRowErrors: typeof english = {
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
  'row.unread-state': {
    message: (heading, word, typed) => `${heading}写着“${word}”，而这一列没有读：当作销售（要读它：--map ${typed}）`,
  },
  'row.unread-outcome': {
    message: (heading, word, typed) => `${heading}写着“${word}”，而这一列没有读（要读它：--map ${typed}）`,
  },
  'row.unread-owed': ({ heading }) => ({
    message: `${heading}没有读，写的也许不只是这一笔：一律当作已付清（--map paid=列名 指明每笔付了多少）`,
  }),
  'row.no-outcome': () => ({
    message: '没有一列写着联系结果：主动联系的一律当作联系上了，客户来的一律等回话（--map outcome=列名 指明是哪列）',
  }),
  'row.other-list': ({ headings, line }) => ({
    message: `${headings.join('、')} 起是另一张表，没有读（要读它：--header-row ${line}）`,
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
  'row.name-parts': {
    message: (name, found) => `姓名里还写着别的：按 ${[name, ...found].join('、')} 收下`,
    noted: (message, left) => `${message}；${left.join('、')} 放进备注`,
    left: (message, left) => `${message}；${left.join('、')} 没有收`,
  },
  'row.shared-card': ({ text, code }) => ({
    message: `“${text}”里的 ${code} 不一定是这一位自己的卡号：整格当作姓名`,
  }),
  'row.maybe-several': ({ name, people }) => ({
    message: `“${name}”像是 ${people.length} 个人：按一位客户收下；要分开就每人一行`,
  }),
  'row.several-people': {
    message: (name, people, typed) =>
      `“${name}”是 ${people.length} 个人：请在文件里写明是哪一位；就当一位客户：regulars add ${typed}`,
  },
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
  'row.no-purchase': {
    message: (ref) => `这位客户没有单号 ${ref} 的消费`,
    alone: (message) => `${message}；照退货记下：--refunds-alone`,
  },
  'row.has-refunds': ({ ref, id }) => ({ message: `单号 ${ref}（单 ${id}）有退款，请先一起作废` }),
  'row.return-too-much': ({ ref, left }, voice) => ({ message: `单号 ${ref} 只剩 ${voice.money(left)} 可退` }),
  'phone.spreadsheet': () => ({ message: 'Excel 改坏了号码，请把该列设成文本再导出' }),
}
