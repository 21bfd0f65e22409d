/** What tills and shop systems write for nobody in particular, folded: blanks, dashes and case make no difference. */
const nobody = new Set(
  (
    'mr mrs ms walkin walkincustomer walkinguest walkinclient cash cashcustomer cashsale cashsales cashclient guest ' +
    'guestcustomer guestcheckout anonymous anonymouscustomer ' +
    'unknown unknowncustomer nocustomer none pos poscustomer counter countersale countersales retailcustomer ' +
    'generalcustomer defaultcustomer default ' +
    'diverse barkunde thekenkunde einmalkunde privatkunde clientcomptoir comptoir clientdivers clientanonyme passage ' +
    'clientedemostrador mostrador ventamostrador ventasmostrador clientecontado clientescontado contado ' +
    'clientesvarios clienteocasional consumidorfinal publicogeneral publicoengeneral consumidornaoidentificado ' +
    'clienteoccasionale clientealbanco passant contanteklant klientdetaliczny klientindywidualny paragon ' +
    'розничныйпокупатель розничныйклиент частноелицо физическоелицо гость 一般 一般客 一般のお客様 ゲスト 非会員 店頭 店頭客 비회원 일반고객 ' +
    'onlinecustomer publico clientegenerico clientdepassage laufkunde barverkauf ' +
    '先生 女士 小姐 太太 散客 门店散客 零散客户 零散顾客 散户 普通散客 现金客户 现金散客 零售客户 零售散客 普通顾客 普通客户 匿名 匿名用户 匿名客户 匿名顾客 匿名买家 路人 过路客 门市客户 门市散客 ' +
    '无名 无名氏 游客 访客 非会员 默认客户 默认会员 散客会员 门店顾客 临时客户 到店客户 現金客戶 零售客戶 匿名用戶 門店散客 非會員'
  ).split(' '),
)

/** Whether a name is nobody in particular. */
export function isNobodysName(name: string): boolean {
  if (name.length > 40) return false
  return nobody.has(
    name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[\s\-_.·()]+/g, '')
      .normalize('NFD')
      .replace(/(?<=[a-z])\p{M}/gu, '')
      .normalize('NFC'),
  )
}

/** A family's name, or none, and how one speaks to a stranger: 张先生, 欧阳女士. */
const strangers = /^\p{Script=Han}{1,2}\s*(?:先生|女士|小姐|太太)$/u

/** Whether a name is no more than how one speaks to somebody: it may be anybody's. */
export function isAddressOnly(name: string): boolean {
  return name.length <= 8 && strangers.test(name)
}
