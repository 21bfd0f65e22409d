const months = ['', '正', '二', '三', '四', '五', '六', '七', '八', '九', '十', '冬', '腊']
const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** `lunar:1988-04-18` as 农历四月十八, `lunar:leap-06-01` as 农历闰六月初一. */
export function lunarDay(birthday: string): string {
  const [month, day] = [Number(birthday.slice(-5, -3)), Number(birthday.slice(-2))]
  return `农历${birthday.includes('leap-') ? '闰' : ''}${months[month] ?? month}月${dayName(day)}`
}

/** A birthday of either calendar as it was given: 1990年2月28日, 农历1988年四月十八, without the year where none is known. */
export function birthdayDate(birthday: string): string {
  const year = /^(?:lunar:)?(\d{4})-/.exec(birthday)?.[1]
  if (!birthday.startsWith('lunar:')) return `${year ? `${year}年` : ''}${solarDay(birthday)}`
  return year ? lunarDay(birthday).replace('农历', `农历${year}年`) : lunarDay(birthday)
}

const solarDay = (birthday: string) => `${Number(birthday.slice(-5, -3))}月${Number(birthday.slice(-2))}日`

function dayName(day: number): string {
  if (day <= 10) return `初${digits[day]}`
  if (day < 20) return `十${digits[day - 10]}`
  if (day === 20) return '二十'
  return day === 30 ? '三十' : `廿${digits[day - 20]}`
}
