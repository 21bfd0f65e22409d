/** Currencies as files write them. */
const written: Readonly<Record<string, string>> = {
  人民币: 'CNY',
  人民幣: 'CNY',
  RMB: 'CNY',
  元: 'CNY',
  CNH: 'CNY',
  '€': 'EUR',
  EURO: 'EUR',
  US$: 'USD',
  '£': 'GBP',
  HK$: 'HKD',
  NT$: 'TWD',
  港币: 'HKD',
  美元: 'USD',
  欧元: 'EUR',
  日元: 'JPY',
  日本円: 'JPY',
  円: 'JPY',
  ZŁ: 'PLN',
}

/** The code of a currency as a cell writes it (ISO 4217); any other text as it stands, in capitals. */
export function currencyCode(text: string): string {
  const plain = text.normalize('NFKC').trim().toUpperCase()
  return written[plain] ?? /\(([A-Z]{3})\)|^([A-Z]{3})\b/.exec(plain)?.slice(1).find(Boolean) ?? plain
}

/** Currencies of shops: of others the code may be a word, ALL, CUP and TOP among them. */
const common = new Set(
  (
    'CNY USD EUR GBP JPY HKD TWD SGD AUD CAD NZD CHF KRW INR THB MYR IDR PHP VND MOP SEK NOK DKK PLN CZK HUF RUB ' +
    'BRL MXN ZAR AED SAR ILS'
  ).split(' '),
)

/** Whether a cell is a currency and nothing else. */
export function isCurrencyCell(text: string): boolean {
  return text.length <= 12 && !/\d/.test(text) && common.has(currencyCode(text))
}
