/** Begins a line that sums up what stands above it, in a cell of its own. */
const total = new RegExp(
  `^(?:${[
    '合\\s*[计計]|[总總]\\s*[计計]|小\\s*[计計]|共\\s*[计計]|累\\s*[计計]|平\\s*均值?',
    '(?:本[页頁月日]|[当當]日|日|月)\\s*(?:合|小|[总總])?[计計]',
    '[总總]?(?:人|[笔筆]|[单單]|件|[条條]|行|[会會][员員]|客[户戶]|[记記][录錄]|[户戶])[数數]|[总總](?:和|[数數]|[额額])|[汇匯][总總]|平均[数數]',
    '(?:(?:grand|daily|weekly|monthly|page|report|overall)[\\s-]*)?totals?|sub[\\s-]*totals?|sum|average|avg',
    'summen?|gesamt(?:summen?)?|zwischensumme|endsumme|(?:tages|monats|kassen)(?:summe|umsatz)|übertrag|durchschnitt',
    'total\\s*g[ée]n[ée]ral|totaux|sous[\\s-]*total|moyenne|suma|totale?s|total\\s*general|promedio|somma',
    'total[ei]|totale\\s*generale|totais|total\\s*geral|totaal|totalen|subtotaal',
    '(?:合|[总總])[计計]?金[额額]|金[额額][合总總][计計]|本[页頁]共[计計]|[日班][结結]|承前[页頁]|[过過]次[页頁]|(?:ページ|頁)計',
    '(?:seiten|brutto|netto)summe|gesamtbetrag|(?:montant|importe)\\s+total|sum\\s+total|overall|à\\s+reporter',
    'total\\s+(?:part[iz]\\p{L}+|amount|sales|ht|ttc|net|gross)|suma\\s+parcial|report\\s+à\\s+nouveau',
    '(?:carried|brought|balance)\\s+(?:forward|over)|all\\s+(?:customers|clients|orders)|(?:全部|所有)(?:客[户戶]|[会會][员員])',
    'razem|ogółem|łącznie|celkem|итоги?|итого|всего|подытог|総計|総合計|計|합\\s*계|총\\s*계|소\\s*계|총합',
  ].join('|')})(?:\\s*[:：(（].*)?$`,
  'iu',
)
const sumWord =
  '(?:sub|sous|grand)?[\\s-]*(?:tot(?:als?|ale?s?|aux|aal)|sum|(?:zwischen)?summe|suma|somma|übertrag|итого|всего)'
const joining = '(?:(?:of|for|on|this|the|de|la|der|della|van|auf|по)\\s+){0,2}'
const pageWord = '(?:page|sheet|seite|blatt|pagina|página|strony|странице|листу)'
/** A sum of one page: Sum of page 1, Sous-total page 1, Seite 2 Summe, Page total. */
const pageTotal = new RegExp(
  `^(?:${sumWord}\\s+${joining}${pageWord}|${pageWord}\\s*(?:\\d+\\s*)?${sumWord})\\s*\\d*[:：]?$`,
  'iu',
)
/** Begins the label of a sum that says what it is of: Total CB, 合计（现金）, Summe Karte. */
const label = new RegExp(
  `^(?:${[
    '(?:grand|sub|sous|net|daily)?[\\s-]*tot(?:als?|ale?s?|aux|aal)',
    '(?:zwischen|tages|end|gesamt)?summe|suma|somma|razem',
    'итого|всего|合\\s*[计計]|[总總総]\\s*[计計]|小\\s*[计計]',
  ].join('|')})(?![\\p{L}\\p{N}])`,
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
  '^(?:共|总共|總共|合计|总计|共计|合計|總計|共計|total|count|anzahl|nombre|número|liczba|aantal|件数|人数|количество)' +
    String.raw`\s*[:：]?\s*\d[\d,]*\s*(?:笔|条|行|人|位|单|个|件|张|名|rows?|` +
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
  `^(?:${[
    '#.*|[-=_*—]{4,}.*|\\*{2,}.*|以下(?:空白|无正文)|(?:注|备注|说明)\\s*[:：].*',
    '(?:制表|制单|打印|导出|审核|经办|核对|填表)(?:人|时间|日期)?\\s*[:：].*',
    '(?:seller|shop|store|merchant)\\s*(?:id|name)?\\s*[:：].*|(?:\\d+\\s*,?\\s*)?record\\(?s?\\)?\\s+downloaded\\b.*',
    'end\\s*of\\s*(?:report|file|list)\\b.*',
    // Saturday, November 21, 2026 10:00 AM GMT-05:00: when a report was made.
    '(?:mon|tues|wednes|thurs|fri|satur|sun)day,\\s*[a-z]{3,9}\\.?\\s+\\d{1,2},\\s*\\d{4}\\b.*',
    '(?:(?:report|file)\\s+)?(?:printed|generated|exported|created|downloaded)(?:\\s*(?:(?:on|by|at)\\b|:)|\\s+\\d).*',
    '(?:stand|erstellt|gedruckt|exportiert)(?:\\s+(?:am|von))?\\s*[:\\d].*',
    '(?:édité|imprimé|généré|exporté)e?\\s+(?:le|par)\\b.*|(?:generado|impreso|exportado)\\s+(?:el|por)\\b.*',
    '(?:出力|作成|印刷)(?:日時?|者)\\s*[:：].*',
  ].join('|')})$`,
  'iu',
)

/** Whether a cell says that its row is the sum of others. */
export function isTotal(text: string): boolean {
  return text.length <= 60 && (total.test(text) || totalOf.test(text) || pageTotal.test(text) || count.test(text))
}

/** Whether a cell of a row that can be nothing else begins as the label of a sum does. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 60 && label.test(text)
}

/** Whether a cell where a name should be says how many there are: 3 人, 2 members, 共 12 位. */
export function isCount(text: string): boolean {
  return /^(?:共\s*)?\d[\d,]*\s*\p{L}{0,12}$/u.test(text)
}

/** Whether a cell that stands alone in its row is no row of a list. */
export function isFooter(text: string): boolean {
  return page.test(text) || footer.test(text)
}

const begins = new RegExp(
  '^(?:[合总總総小共累汇匯本当當日月平人笔筆单單件条條行会會客记記户戶計총소합班承过過頁ペ金全所àstgzивпкüł]|' +
    'av|al|an|aa|ba|bl|br|ca|nom|núm|li|co|da|we|im|mo|ne|pa|pá|re|ra|ov|og|du|pr|ce|en|ka)',
  'iu',
)

/** Whether a cell can be a total at all: asked of every row, so it looks at its first characters and its last. */
export function mayBeTotal(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  // 计 計, l, a colon.
  if (last === 0x8ba1 || last === 0x8a08 || last === 0x6c || last === 0x4c || last === 0x3a || last === 0xff1a)
    return true
  return begins.test(text)
}

/** Whether a cell that has others beside it can be written under a list: a label with a colon in it. */
export function mayBeFooter(text: string): boolean {
  return text.includes('：') || text.includes(':')
}
