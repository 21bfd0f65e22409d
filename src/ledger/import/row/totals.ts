/** Begins a line that sums up what stands above it, in a cell of its own. */
const total = new RegExp(
  `^(?:${[
    '合\\s*计|总\\s*计|小\\s*计|共\\s*计|累\\s*计|总和|总数|总额|汇总|合計|總計|小計|共計|平\\s*均(?:值|数)?',
    '(?:本页|本月|本日|当日|日|月)\\s*(?:合|小|总)?计|(?:总)?(?:人数|笔数|单数|件数|条数|行数|会员数|客户数|记录数|户数)',
    '(?:(?:grand|daily|weekly|monthly|page|report|overall)[\\s-]*)?totals?|sub[\\s-]*totals?|sum|average|avg',
    'summe|gesamt(?:summe)?|zwischensumme|durchschnitt|total\\s*g[ée]n[ée]ral|moyenne|suma|promedio|somma|totale|' +
      'totaal',
    'razem|ogółem|łącznie|celkem|итого|всего',
  ].join('|')})(?:\\s*[:：(（].*)?$`,
  'iu',
)
/** A sum named by what it is of: 2026-11-02 小计, 张三 合计, Total for Ann Lee, Ann Lee Total. */
const totalOf = new RegExp(
  String.raw`^(?:.{1,40}?\s*(?:小\s*计|合\s*计|总\s*计|小計|合計|總計)|(?:sub)?totals?\s+(?:for|of)\s.{1,40}|` +
    String.raw`.{1,40}\s(?:sub)?totals?|(?:zwischen)?summe\s.{1,40})[:：]?$`,
  'iu',
)
/** A count of what stands above: 共 3 笔, Total: 12 rows, 3 records. */
const count = new RegExp(
  String.raw`^(?:共|总共|合计|总计|共计|total|count)\s*[:：]?\s*\d[\d,]*\s*(?:笔|条|行|人|位|单|个|件|张|名|rows?|` +
    String.raw`records?|items?|orders?|customers?|lines?)?(?:[\s,，、：:。.;；].*)?$`,
  'iu',
)
/** The number of a page. */
const page = new RegExp(
  String.raw`^(?:第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?|page\s*\d+(?:\s*(?:of|/)\s*\d+)?|` +
    String.raw`seite\s*\d+(?:\s*von\s*\d+)?|-\s*\d+\s*-)$`,
  'iu',
)
/** What is written under a list for people. */
const footer = new RegExp(
  String.raw`^(?:#.*|[-=_*—]{4,}.*|(?:制表|制单|打印|导出|审核|经办|核对|填表)(?:人|时间|日期)?\s*[:：].*|以下(?:空白|无正文)|` +
    String.raw`(?:注|备注|说明)\s*[:：].*|(?:seller|shop|store|merchant)\s*(?:id|name)?\s*[:：].*|` +
    String.raw`\d+\s*,?\s*record\(?s?\)?\s+downloaded\b.*|record\(?s?\)?\s+downloaded\b.*|` +
    String.raw`end\s*of\s*(?:report|file|list)\b.*|` +
    String.raw`(?:printed|generated|exported|created)\s*(?:on|by|at)\b.*|\*{2,}.*)$`,
  'iu',
)

/** Whether a cell says that its row is the sum of others. */
export function isTotal(text: string): boolean {
  return text.length <= 60 && (total.test(text) || totalOf.test(text) || count.test(text))
}

/** Whether a cell that stands alone in its row is no row of a list. */
export function isFooter(text: string): boolean {
  return page.test(text) || footer.test(text)
}

/** Whether a cell can be a total at all: asked of every row, so it looks at its first characters and its last. */
export function mayBeTotal(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  // 计 計, l, a colon.
  if (last === 0x8ba1 || last === 0x8a08 || last === 0x6c || last === 0x4c || last === 0x3a || last === 0xff1a)
    return true
  return /^(?:[合总總小共累汇本当日月平人笔单件条行会客记户stgzивł]|av|da|we|mo|pa|re|ra|ov|og|du|pr|ce)/iu.test(text)
}

/** Whether a cell that has others beside it can be written under a list: a label with a colon in it. */
export function mayBeFooter(text: string): boolean {
  return text.includes('：') || text.includes(':')
}
