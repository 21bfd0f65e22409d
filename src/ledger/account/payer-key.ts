/**
 * What a payer calls themselves, from the key they are kept by (`wechat:春风十里`, `alipay:陈静/chen***@163.com`); null where
 * it is only a number.
 */
export function nameInKey(key: string): string | null {
  const called = key
    .slice(key.indexOf(':') + 1)
    .split(/[/(（]/u, 1)[0]
    ?.trim()
  return !called || isNumber(called) ? null : called
}

/** An id of a service, a phone, an account: nothing a person is called. */
function isNumber(text: string): boolean {
  return /^[\d*+-]+$/.test(text) || text.includes('@') || (/^[\w-]{12,}$/.test(text) && /\d/.test(text))
}
