import { format as alibabaOrders } from './alibaba-orders.ts'
import { format as alipayAccount } from './alipay-account.ts'
import { format as alipayMerchant } from './alipay-merchant.ts'
import { format as alipayPersonal } from './alipay-personal.ts'
import { format as alipaySummary } from './alipay-summary.ts'
import { format as alipayWeb } from './alipay-web.ts'
import { format as amazonOrders } from './amazon-orders.ts'
import { format as amazonTransactions } from './amazon-transactions.ts'
import { format as douyinOrders } from './douyin-orders.ts'
import { format as etsyDeposits } from './etsy-deposits.ts'
import { format as googleContacts } from './google-contacts.ts'
import { format as googleContactsOld } from './google-contacts-old.ts'
import { format as jdBuyer } from './jd-buyer.ts'
import { format as jdOrders } from './jd-orders.ts'
import { format as lazadaOrders } from './lazada-orders.ts'
import { format as loyverseCustomers } from './loyverse-customers.ts'
import { format as loyverseItems } from './loyverse-items.ts'
import { format as loyverseReceipts } from './loyverse-receipts.ts'
import { format as meituanBuyer } from './meituan-buyer.ts'
import { format as meituanTakeaway } from './meituan-takeaway.ts'
import { format as outlookContacts } from './outlook-contacts.ts'
import { format as paypalActivity } from './paypal-activity.ts'
import { format as paypalActivityDe } from './paypal-activity-de.ts'
import { format as paypalActivityFr } from './paypal-activity-fr.ts'
import { format as pinduoduoOrders } from './pinduoduo-orders.ts'
import type { FileFormat } from './schema.ts'
import { format as shopifyCustomers } from './shopify-customers.ts'
import { format as shopifyOrders } from './shopify-orders.ts'
import { format as shopifyPayouts } from './shopify-payouts.ts'
import { format as squareCustomers } from './square-customers.ts'
import { format as squareItems } from './square-items.ts'
import { format as squareTransactions } from './square-transactions.ts'
import { format as stripePayments } from './stripe-payments.ts'
import { format as stripePayouts } from './stripe-payouts.ts'
import { format as taobaoItems } from './taobao-items.ts'
import { format as taobaoOrders } from './taobao-orders.ts'
import { format as tiktokOrders } from './tiktok-orders.ts'
import { format as toastOrders } from './toast-orders.ts'
import { format as venmoStatement } from './venmo-statement.ts'
import { format as wechatFundBill } from './wechat-fund-bill.ts'
import { format as wechatMerchant } from './wechat-merchant.ts'
import { format as wechatPersonal } from './wechat-personal.ts'
import { format as wechatShopOrders } from './wechat-shop-orders.ts'
import { format as wooCustomers } from './woo-customers.ts'
import { format as wooOrders } from './woo-orders.ts'
import { format as wooPluginOrders } from './woo-plugin-orders.ts'
import { format as youzanCustomers } from './youzan-customers.ts'
import { format as youzanOrders } from './youzan-orders.ts'

/** The formats the program knows by itself, in the order `import formats` lists them. */
export const formats: readonly FileFormat[] = [
  wechatPersonal,
  wechatMerchant,
  wechatFundBill,
  alipayPersonal,
  alipayWeb,
  alipayMerchant,
  alipaySummary,
  alipayAccount,
  meituanTakeaway,
  meituanBuyer,
  taobaoOrders,
  taobaoItems,
  alibabaOrders,
  jdOrders,
  jdBuyer,
  pinduoduoOrders,
  douyinOrders,
  wechatShopOrders,
  youzanOrders,
  youzanCustomers,
  squareCustomers,
  squareTransactions,
  squareItems,
  shopifyOrders,
  shopifyPayouts,
  shopifyCustomers,
  wooOrders,
  wooPluginOrders,
  wooCustomers,
  loyverseReceipts,
  loyverseItems,
  loyverseCustomers,
  stripePayments,
  stripePayouts,
  paypalActivity,
  paypalActivityDe,
  paypalActivityFr,
  amazonOrders,
  amazonTransactions,
  toastOrders,
  tiktokOrders,
  lazadaOrders,
  venmoStatement,
  etsyDeposits,
  googleContacts,
  googleContactsOld,
  outlookContacts,
]
