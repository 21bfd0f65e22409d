/**
 * The closed sets of SPEC 1, each value with the Chinese it is also read by: on the command line and in imported files.
 */
export const vocabulary = {
  tier: { A: [], B: [], C: [], D: [] },
  stage: {
    prospect: ['没买过'],
    exploring: ['新客'],
    forming: ['回头客'],
    stable: ['常客'],
    declining: ['来得少了'],
    lost: ['流失'],
  },
  /** Of RFM, by the names of the R package; the apostrophe as keyboards write it, too. */
  segment: {
    Champions: ['头等客'],
    'Potential Loyalist': ['有望老主顾', 'potential loyalists'],
    'Loyal Customers': ['老主顾', 'loyal'],
    Promising: ['有苗头'],
    'New Customers': ['新面孔', 'new'],
    "Can't Lose Them": ['丢不得', 'can’t lose them', 'cant lose them'],
    'At Risk': ['快留不住'],
    'Need Attention': ['该上心'],
    'About To Sleep': ['快淡了'],
    Lost: ['走远了'],
    Others: ['其他'],
  },
  quadrant: {
    gold: ['黄金客', '黄金', '黄金客户'],
    meteor: ['流星客', '流星', '流星客户'],
    'small-star': ['小星客', '小星', '小星星', '小星客户', 'small star'],
    burden: ['负担客', '负担', '负担客户'],
  },
  reason: {
    promise: ['约好回话'],
    complaint: ['投诉跟进'],
    unhappy: ['不满意'],
    birthday: ['生日'],
    welcome: ['新客问候'],
    thanks: ['谢谢惠顾'],
    'after-sale': ['用得怎样'],
    occasion: ['纪念日'],
    interested: ['有意向'],
    restock: ['该补货了'],
    wanted: ['想要的到了'],
    'welcome-back': ['欢迎回来'],
    slipping: ['很久没来'],
    debt: ['欠款未清'],
    festival: ['节日'],
    cadence: ['该联系了'],
    survey: ['问问满意度'],
    points: ['积分快到期'],
    coupon: ['券快到期'],
  },
  outcome: {
    reached: [
      ...['联系上了', '接通', '已接通', '已接', '已联系', '已回复', '已到访', 'answered', 'connected'],
      ...['erreicht', 'gesprochen', 'joint', 'contactado', '通話済み', '対応済み'],
    ],
    sent: ['已发', '已发送', '发送成功', '已送达', 'delivered', 'gesendet', 'envoyé', 'enviado', '送信済み'],
    'no-answer': [
      '没接',
      '未接',
      '未接通',
      '无人接听',
      '占线',
      '忙线',
      '忙',
      '关机',
      '拒接',
      'no answer',
      'missed',
      'busy',
      'voicemail',
      ...[
        'nicht erreicht',
        'keine antwort',
        'besetzt',
        'pas de réponse',
        'injoignable',
        'sin respuesta',
        '不在',
        '応答なし',
      ],
    ],
    'wants-reply': ['等我回话', 'rückruf erbeten', 'rückruf', 'à rappeler', '折り返し希望'],
    interested: ['有意向', 'interessiert', 'intéressé', 'interesado', '関心あり'],
    declined: ['不想被打扰', 'kein interesse', 'abgelehnt', 'pas intéressé', 'no interesado'],
  },
  channel: {
    call: ['电话', 'phone', 'telefon', 'anruf', 'téléphone', 'appel', 'teléfono', 'llamada', '電話'],
    wechat: ['微信'],
    sms: ['短信'],
    email: ['邮件', 'e-mail', 'mail', 'courriel', 'correo', 'メール'],
    letter: ['信件', 'brief', 'courrier', 'carta', '手紙'],
    visit: ['上门', 'besuch', 'visite', 'visita', '訪問'],
    shop: ['到店'],
    event: ['活动'],
    other: ['其他'],
  },
  role: { decides: ['决策', '拍板'], uses: ['使用'], pays: ['付款'], inside: ['内线'] },
  /** How closely the shop keeps in touch, the loosest first: each has the reasons of those before it. */
  relation: {
    basic: ['基本型', '基本'],
    reactive: ['被动型', '被动', '反应型'],
    accountable: ['负责型', '负责'],
    proactive: ['主动型', '主动', '能动型'],
    partner: ['伙伴型', '伙伴'],
  },
  kind: {
    person: ['个人', '个人客户', 'individual', 'private', 'personal', 'consumer'],
    firm: [
      '单位',
      '公司',
      '企业',
      '企业客户',
      '公司客户',
      '单位客户',
      'company',
      'business',
      'organisation',
      'organization',
      'corporate',
    ],
    reseller: ['经销', '经销商', '分销商', 'dealer', 'distributor', 'wholesale'],
    staff: ['员工', '内部', 'employee'],
  },
  style: {
    analytical: ['分析型', '分析'],
    driver: ['主观型', '主观'],
    expressive: ['情感型', '情感'],
    amiable: ['随和型', '随和'],
  },
  cause: {
    price: ['价格', '嫌贵', '太贵'],
    moved: ['搬走了', '搬走'],
    service: ['服务'],
    rival: ['去了别家', '别家', '同行'],
    'need-gone': ['用不着了', '不需要了'],
    unknown: ['不知道'],
  },
  aspect: {
    goods: ['商品', '货品', '产品', '质量', '商品质量', '产品质量', 'product', 'products', 'quality'],
    service: ['服务', '服务态度', '态度'],
    delivery: ['送货', '配送', '物流', '交货', 'shipping'],
    price: ['价格', '价钱', '性价比'],
    place: ['店面', '环境', '地点', '购物环境', '店堂'],
  },
  satisfaction: {
    'very-dissatisfied': ['很不满意'],
    dissatisfied: ['不满意'],
    satisfied: ['满意'],
    'highly-satisfied': ['很满意'],
  },
  matter: { complaint: ['投诉'], suggestion: ['建议'] },
  severity: { minor: ['轻微', '小事'], moderate: ['一般'], serious: ['严重'] },
  remedy: {
    apology: ['道歉', '赔礼'],
    repair: ['修理', '维修'],
    exchange: ['换货', '换'],
    refund: ['退款', '退钱'],
    compensation: ['赔偿', '补偿'],
    coupon: ['送券', '券'],
  },
  /** Festivals the shop knows by themselves. */
  festivalName: {
    'spring-festival': ['春节', '过年', 'spring festival', 'chinese new year'],
    'dragon-boat': ['端午', '端午节', 'dragon boat festival'],
    'mid-autumn': ['中秋', '中秋节', 'mid-autumn festival'],
    'new-year': ['元旦', '新年', 'new year', "new year's day"],
  },
  /** Messages that are about no reason and no festival. */
  message: {
    greeting: ['问候'],
    'new-arrival': ['新品', '新到', 'new arrival', 'new-arrivals'],
    invitation: ['邀请', '请帖', 'invite'],
    risen: ['升级', '升为 A', 'promoted'],
  },
  every: { year: ['每年', '年', 'yearly', 'annually'], quarter: ['每季', '每季度', '季', '季度', 'quarterly'] },
  direction: { in: ['来', '客户来'], out: ['去', '我方去'] },
} as const satisfies Record<string, Record<string, readonly string[]>>

/** The words of each set. */
export type Vocabulary = { readonly [Kind in keyof typeof vocabulary]: readonly (keyof (typeof vocabulary)[Kind])[] }

/** What a typed word means in a set, in either language and any case; null when it means nothing there. */
export function meaning<Kind extends keyof Vocabulary>(kind: Kind, typed: string): Vocabulary[Kind][number] | null {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  const entries = Object.entries<readonly string[]>(vocabulary[kind])
  const found = entries.find(([word, chinese]) => word.toLowerCase() === plain || chinese.includes(plain))
  return (found?.[0] ?? null) as Vocabulary[Kind][number] | null
}

/** The words of one set, in the order they are written in. */
function wordsOf<Kind extends keyof Vocabulary>(kind: Kind): Vocabulary[Kind] {
  return Object.keys(vocabulary[kind]) as unknown as Vocabulary[Kind]
}

export const tiers = wordsOf('tier')
export type Tier = (typeof tiers)[number]

export const stages = wordsOf('stage')
export type Stage = (typeof stages)[number]

/** The segments of RFM, as they are tried; `Others` is who fits none. */
export const segments = wordsOf('segment')
export type Segment = (typeof segments)[number]

export const quadrants = wordsOf('quadrant')
export type Quadrant = (typeof quadrants)[number]

export const roles = wordsOf('role')
export type Role = (typeof roles)[number]

export const styles = wordsOf('style')
export type Style = (typeof styles)[number]

export const channels = wordsOf('channel')
export type Channel = (typeof channels)[number]

export const relations = wordsOf('relation')
export type Relation = (typeof relations)[number]

export const festivals = wordsOf('festivalName')
export type FestivalName = (typeof festivals)[number]

export const messageNames = wordsOf('message')
export type MessageName = (typeof messageNames)[number]

export type Every = Vocabulary['every'][number]

export const outcomes = wordsOf('outcome')
export const causes = wordsOf('cause')
export type Cause = (typeof causes)[number]

export const satisfactions = wordsOf('satisfaction')
export type Satisfaction = (typeof satisfactions)[number]

/** The closed sets around complaints: what was said, how serious it is, how it was settled. */
export type Matter = Vocabulary['matter'][number]
export const severities = wordsOf('severity')
export type Severity = (typeof severities)[number]
export const remedies = wordsOf('remedy')
export type Remedy = (typeof remedies)[number]

const walkIns = ['walk-in', 'walkin', '散客']

/** Whether a typed word means nobody in particular. */
export function isWalkIn(typed: string): boolean {
  return walkIns.includes(typed.normalize('NFKC').trim().toLowerCase())
}

/** The languages there are words in, by their codes, and what else is typed for each. */
const languageNames = {
  en: ['en', 'english', '英文', '英语'],
  zh: ['zh', 'chinese', '中文', '汉语'],
} as const
export type Language = keyof typeof languageNames
export const languages = Object.keys(languageNames) as Language[]

/** Whether a text is the code of a language there are words in. */
export function isLanguage(text: string | null | undefined): text is Language {
  return text !== null && text !== undefined && Object.hasOwn(languageNames, text)
}

/** A language by its code or its name, in either language; null when it is none the program speaks. */
export function languageNamed(typed: string): Language | null {
  const plain = typed.normalize('NFKC').trim().toLowerCase()
  return languages.find((code) => languageNames[code].some((name) => name === plain)) ?? null
}
