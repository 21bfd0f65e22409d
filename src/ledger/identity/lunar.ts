import { type Day, daySerial, serial } from '../day.ts'

/** A month of the lunar calendar: 1-12, `leap` for the one that is put in after the month of its number. */
export interface LunarMonth {
  readonly year: number
  readonly month: number
  readonly leap: boolean
  /** Its first day, as a serial of day.ts, and its length: 29 or 30 days. */
  readonly first: number
  readonly length: number
}

const firstYear = 1800
const newYear1800 = serial('1800-01-25')

/**
 * The lunar years 1800-2300, four base-36 digits each: the leap month (0: none) x 2^13, and a bit for each of its
 * months in order, 1 where it has 30 days. Written out by tyme4ts, which the tests hold it against: the library itself
 * takes as long to load as two bare starts of Node, and the morning's list asks for a handful of days.
 */
const years =
  '0re50252015g0fc902x514sq01aj02lj0xg601uj02560nh001g401fp0h3f0237163v00x901v10rje02ay02as0ocl02md1dhx0239010t0xpp' +
  '024502p60v5002w41qoa02mi023a1646012202510tsa01g202w50n62011n1ac7023v01220xud02ax01g20ujp02791jrf01u5023x1ch6014k' +
  '02ax11ea02oi02lh0o5p01ue1i9h025201ck0yax02x502vm0rvq010n1t9301uj028q16fo01g401ft102b0237010r0l0b01v11ai202p602as' +
  '10zt02mh02390tgr010t023x0gve02p617s402w402mi0xp1023b011y0l2t02511j2q01g202w5100a018r023f0thy012i028p0h8y01g217ad' +
  '027902170zor00j1012j0ew902p51e3602vm02lh10st021i00ja0tkl01ck02w90ioi02vm14iu010r021j0zau028q01ck0lvt01ft1cpf0237' +
  '010r13yz023x012i0uol02as02890hw302391cfh0112023x0zvu014i02p10oqy02mi1gnp023b011y141h025101ci0s6d02w5018q0lg7023f' +
  '1cgq012i0295107m028i02790tor02171inf00j1012l146h02p502oi0v1h02lh1wel021i00ja131x01cl02w911n602vm02li0l06021j1iom' +
  '00nu01cl103t01ft01ar0tgr010r021n0guy012i1dn902as028910ur0239010t0re502451p62015e02p117pm02mi02hh0tgu011y02450gxe' +
  '01ci14th01et018r0y3b02i301220l3q0295224y028i0279174b021700x70wnv014d02960i1e02oi1e0502lh021h0zot00xi014l0lnu02x5' +
  '1klu02vm02li13yu021j00ye0qmt01g501ft0lub01ar1cff010r021n0ztm012i02910tvu028a1jth0239010t14190245014a0rl102p102mi' +
  '0olx02hi1d8u011y02450zw201ci02w50s3u01aj1h1z00x70123142e029601g20tut0285022z0gpn00x71a3f014d02ay110202oi02lh0uh7' +
  '021h1oz100xi01bp14mi02x502vm0v1i02lm021i0n1y011y1adx028l01fu0yhf01at010r0rbr023f21qy012i029116iy028a026t0zsb011p' +
  '023x0gve014a1ajp02p102mi11cl02l201u60re5025221tg01ci02w514sq01aj02l30xg601uj02560nh001g41cud0285022z163v00x901uz' +
  '0riy02p61wlw02oy02md176d0239010t0xpp024502p60otg02w21e1202mi023a1646012202510tsa01g202w50f9m011n140n023v01220xqt' +
  '029101g20o8502791dfv01u5023x165m014k02ax0uoi02oi1qn902li01ue15m5025201ck0rzd02x502vm0lk6010n1aaf01uj0256104401g4' +
  '01ft0tqr02371p2j010t01v11ai202p602as10zt02mh02390n57010t1god024502p611gk02w402mi0uj9023a21py0122025116fm01g202w5' +
  '100a018r023b0n6e01221ahh02ax01g217ad027902170zob00j1012j08kp02p51e1e02oi02lh10st021i00j90n8t01ck1h9l02x502vm14iu' +
  '010n021j0sza028q01ck0fjd01ft16dv0237010r0xnf0225012i0od102as1dmx02mh0239163x010u023x0tii014i02p10ife'

const lastYear = firstYear + years.length / 4 - 1

const known = new Map<number, readonly LunarMonth[]>()
const newYears = [newYear1800]

let library: typeof import('tyme4ts') | null = null

/**
 * Loads the library for days about which the table says nothing; to be awaited once before the others are asked about
 * such a day.
 */
export async function readyLunar(day: Day): Promise<void> {
  const year = Number(day.slice(0, 4))
  if (year <= firstYear + 1 || year >= lastYear - 1) library ??= await import('tyme4ts')
}

/** The months of a lunar year in order. */
export function lunarYear(year: number): readonly LunarMonth[] {
  let months = known.get(year)
  if (!months) {
    months = monthsOf(year)
    known.set(year, months)
  }
  return months
}

function monthsOf(year: number): LunarMonth[] {
  if (year < firstYear || year > lastYear) return beyondTable(year)
  const { leap, bits } = codeOf(year)
  let first = newYearOf(year)
  return Array.from({ length: leap === 0 ? 12 : 13 }, (_, at) => {
    const inLeap = leap !== 0 && at === leap
    const month = {
      year,
      month: leap !== 0 && at >= leap ? at : at + 1,
      leap: inLeap,
      first,
      length: 29 + ((bits >> at) & 1),
    }
    first += month.length
    return month
  })
}

function beyondTable(year: number): LunarMonth[] {
  if (!library) throw new Error(`readyLunar() was not awaited before the year ${year}`)
  const { LunarMonth: Month, LunarYear: Year } = library
  const leap = Year.fromYear(year).getLeapMonth()
  return Array.from({ length: 12 }, (_, at) => at + 1)
    .flatMap((month) => (month === leap ? [month, -month] : [month]))
    .map((month) => {
      const found = Month.fromYm(year, month)
      const solar = found.getFirstJulianDay().getSolarDay()
      const first = serial(
        [String(solar.getYear()).padStart(4, '0'), two(solar.getMonth()), two(solar.getDay())].join('-'),
      )
      return { year, month: Math.abs(month), leap: month < 0, first, length: found.getDayCount() }
    })
}

const two = (number: number) => String(number).padStart(2, '0')

function codeOf(year: number): { leap: number; bits: number } {
  const code = Number.parseInt(years.slice((year - firstYear) * 4, (year - firstYear) * 4 + 4), 36)
  return { leap: code >> 13, bits: code & 0x1fff }
}

function newYearOf(year: number): number {
  for (let at = newYears.length; at <= year - firstYear; at++) {
    const { leap, bits } = codeOf(firstYear + at - 1)
    const long = bits.toString(2).replaceAll('0', '').length
    newYears.push((newYears[at - 1] ?? 0) + 29 * (leap === 0 ? 12 : 13) + long)
  }
  return newYears[year - firstYear] ?? newYear1800
}

/**
 * The day on which a lunar month and day is kept in a lunar year: in the plain month where it lacks the leap one, on
 * the 29th where there is no 30th.
 */
export function lunarDayIn(year: number, month: number, day: number, leap: boolean): Day {
  const months = lunarYear(year)
  const found =
    (leap && months.find((one) => one.leap && one.month === month)) ||
    months.find((one) => !one.leap && one.month === month)
  if (!found) throw new RangeError(`no lunar month ${month}`)
  return daySerial(found.first + Math.min(day, found.length) - 1)
}

/** The lunar month and day of a day. */
export function lunarOf(day: Day): { readonly month: number; readonly leap: boolean; readonly day: number } {
  const wanted = serial(day)
  const year = Number(day.slice(0, 4))
  const month = [...lunarYear(year - 1), ...lunarYear(year)].findLast(({ first }) => first <= wanted)
  if (!month) throw new RangeError(`no lunar month of ${day}`)
  return { month: month.month, leap: month.leap, day: wanted - month.first + 1 }
}
