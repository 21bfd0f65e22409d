/** A file as some service, till or person writes it: none of the formats the program knows by name. */
export interface Export {
  readonly name: string
  /** The shop it is brought to. */
  readonly shop: keyof typeof shops
  readonly kind: 'customers' | 'purchases' | 'contacts' | 'surveys'
  readonly text: string
  /** What an import with --create-customers makes of it, a line each (see becomes.ts). */
  readonly becomes: readonly string[]
}

export const shops = {
  cn: '--currency CNY --region CN --timezone Asia/Shanghai',
  de: '--currency EUR --region DE --timezone Europe/Berlin',
  fr: '--currency EUR --region FR --timezone Europe/Paris',
  es: '--currency EUR --region ES --timezone Europe/Madrid',
  pl: '--currency PLN --region PL --timezone Europe/Warsaw',
  it: '--currency EUR --region IT --timezone Europe/Rome',
  jp: '--currency JPY --region JP --timezone Asia/Tokyo',
  us: '--currency USD --region US --timezone America/New_York',
  gb: '--currency GBP --region GB --timezone Europe/London',
  ch: '--currency CHF --region CH --timezone Europe/Zurich',
  br: '--currency BRL --region BR --timezone America/Sao_Paulo',
  in: '--currency INR --region IN --timezone Asia/Kolkata',
  tw: '--currency TWD --region TW --timezone Asia/Taipei',
  au: '--currency AUD --region AU --timezone Australia/Sydney',
} as const

const lines = (...all: string[]) => `${all.join('\n')}\n`

export const exports: readonly Export[] = [
  {
    name: 'Stripe, balance history',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'id,Type,Source,Amount,Fee,Net,Currency,Created (UTC),Available On (UTC),Description,Customer Email',
      'txn_1,charge,ch_1,49.00,1.72,47.28,usd,2026-11-01 10:02,2026-11-03 00:00,Workshop,jo@example.com',
      'txn_2,refund,re_1,-49.00,0.00,-49.00,usd,2026-11-05 09:00,2026-11-07 00:00,REFUND FOR CHARGE,jo@example.com',
      'txn_3,payout,po_1,-47.28,0.00,-47.28,usd,2026-11-07 00:00,2026-11-09 00:00,STRIPE PAYOUT,',
      'txn_4,stripe_fee,fee_1,-2.00,0.00,-2.00,usd,2026-11-08 00:00,2026-11-08 00:00,Radar,',
      'txn_5,adjustment,dp_1,-30.00,15.00,-45.00,usd,2026-11-09 00:00,2026-11-09 00:00,Chargeback withdrawal,' +
        'kim@example.com',
      'txn_6,charge,ch_2,30.00,1.17,28.83,usd,2026-11-09 12:00,2026-11-11 00:00,Course,kim@example.com',
    ),
    becomes: [
      'sale 2026-11-01 jo@example.com 49.00',
      'refund 2026-11-05 jo@example.com -49.00',
      'sale 2026-11-09 kim@example.com 30.00',
      'person jo@example.com jo@example.com',
      'person kim@example.com kim@example.com',
      'left out own-spending 2 -49.28',
      'rejected 6 row.unknown-state',
    ],
  },
  {
    name: 'SumUp, transactions',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'Email,Date,Transaction ID,Transaction Type,Status,Card Type,Last 4 Digits,Process As,Total,Net,Subtotal,' +
        'Tip Amount,Tip,VAT,Fee,Payout,Payout Date,Payout ID,Description,Reference',
      'owner@example.com,2026-11-01 10:01:00,TAAA1,Sale,Successful,VISA,1234,,12.00,10.00,12.00,0.00,,2.00,0.20,' +
        '11.80,2026-11-03,P1,Tea,',
      'owner@example.com,2026-11-01 11:01:00,TAAA2,Sale,Failed,VISA,1234,,15.00,12.50,15.00,0.00,,2.50,0.00,0.00,' +
        ',,Pot,',
      'owner@example.com,2026-11-02 11:01:00,TAAA3,Refund,Successful,VISA,1234,,-12.00,-10.00,-12.00,0.00,,-2.00,' +
        '-0.20,-11.80,2026-11-04,P2,Tea,',
      'owner@example.com,2026-11-03 09:00:00,TAAA4,Cash,Paid,,,,8.50,7.08,8.50,0.00,,1.42,0.00,0.00,,,Cup,',
    ),
    becomes: [
      'sale 2026-11-01 TAAA1 12.00',
      'refund 2026-11-02 TAAA3 -12.00',
      'sale 2026-11-03 TAAA4 8.50',
      'left out failed 1 15.00',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'SumUp in German',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'E-Mail;Datum;Transaktions-ID;Zahlungsart;Status;Kartentyp;Letzte 4 ' +
        'Ziffern;Summe;Netto;Trinkgeld;MwSt.;Gebühr;Auszahlung;Beschreibung',
      'inhaber@example.de;01.11.2026 10:01;TBBB1;Umsatz;Erfolgreich;VISA;1234;12,00;10,08;0,00;1,92;0,20;11,80;Tee',
      'inhaber@example.de;02.11.2026 10:01;TBBB2;Umsatz;Fehlgeschlagen;VISA;1234;20,00;16,81;0,00;3,19;0,00;0,00;Kanne',
      'inhaber@example.de;03.11.2026 10:01;TBBB3;Rückerstattung;Erfolgreich;VISA;1234;-12,00;-10,08;0,00;-1,92;0,' +
        '00;-12,00;Tee',
    ),
    becomes: [
      'sale 2026-11-01 TBBB1 12.00',
      'refund 2026-11-03 TBBB3 -12.00',
      'left out failed 1 20.00',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'Zettle, raw sales',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'Corner Tea Ltd,,,,,,,,',
      'Sales report,1 Nov 2026 - 3 Nov 2026,,,,,,,',
      ',,,,,,,,',
      'Date,Time,Receipt number,VAT,Amount,Discount,Product name,Quantity,Staff',
      '2026-11-01,10:05,101,2.00,12.00,0.00,Tea,1,Ann',
      '2026-11-01,10:05,101,1.00,6.00,0.00,Cup,2,Ann',
      '2026-11-01,15:05,102,2.00,12.00,0.00,Tea,1,Ann',
      '2026-11-02,09:00,103,-2.00,-12.00,0.00,Tea,-1,Ann',
      'Total,,,3.00,18.00,0.00,,3,',
    ),
    becomes: [
      'sale 2026-11-01 101 18.00',
      'sale 2026-11-01 102 12.00',
      'refund 2026-11-02 103 -12.00',
      'left out total 1 18.00',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'Lightspeed, sales history with its lines and payments',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Receipt,Line Type,Customer Code,Customer Name,Note,Quantity,Subtotal,Sales Tax,Discount,Loyalty,' +
        'Total,Paid,Details,Register,User,Status,Sku',
      '2026-11-01 10:00:00,1001,Sale,C1,Ann Lee,,3,27.00,2.00,0.00,0.00,29.00,29.00,,Main,Bo,Closed,',
      '2026-11-01 10:00:00,1001,Sale Line,,,,1,9.00,0.67,0.00,0.00,9.67,,Tea,Main,Bo,,T1',
      '2026-11-01 10:00:00,1001,Sale Line,,,,2,18.00,1.33,0.00,0.00,19.33,,Cup,Main,Bo,,C1',
      '2026-11-01 10:00:00,1001,Payment,,,,,,,,,,29.00,Cash,Main,Bo,,',
      '2026-11-02 10:00:00,1002,Sale,,,,1,9.00,0.67,0.00,0.00,9.67,9.67,,Main,Bo,Closed,',
      '2026-11-02 10:00:00,1002,Sale Line,,,,1,9.00,0.67,0.00,0.00,9.67,,Tea,Main,Bo,,T1',
      '2026-11-02 10:00:00,1002,Payment,,,,,,,,,,9.67,Card,Main,Bo,,',
    ),
    becomes: [
      'rejected 2 row.unknown-state',
      'rejected 3 row.other-part',
      'rejected 4 row.other-part',
      'rejected 5 row.missing',
      'rejected 6 row.unknown-state',
      'rejected 7 row.other-part',
      'rejected 8 row.missing',
    ],
  },
  {
    name: 'Lightspeed, customers',
    shop: 'us',
    kind: 'customers',
    text: lines(
      'Customer ID,First Name,Last Name,Company,Title,Birthday,Address 1,City,State,Zip,Country,Email,Mobile,' +
        'Home,Work,Customer Type,Credit Limit,Date Created,Note',
      '1,Ann,Lee,,Ms,1985-12-13,1 Main St,Springfield,IL,62701,US,ann@example.com,(212) 555-0101,,,Retail,0.00,' +
        '2024-01-02,likes jasmine',
      '2,,,Corner Deli,,,2 Main St,Springfield,IL,62701,US,deli@example.com,,,(212) 555-0102,Wholesale,500.00,' +
        '2024-02-02,',
    ),
    becomes: [
      'person Ann Lee +12125550101 ann@example.com 1985-12-13',
      'reseller Corner Deli deli@example.com',
      'warned usage.bad-choice 2',
    ],
  },
  {
    name: 'Toast, order details',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Location,Order Id,Order #,Checks,Opened,# of Guests,Tab Names,Server,Table,Revenue Center,Dining Area,' +
        'Service,Dining Options,Discount Amount,Amount,Tax,Tip,Gratuity,Total,Voided,Paid,Closed,Duration (Opened ' +
        'to Paid),Order Source',
      'Main,4000001,1,1,11/15/26 6:01 PM,2,Lee,Bo,5,Floor,Patio,Dinner,Dine In,0.00,40.00,3.20,8.00,0.00,51.20,' +
        'false,11/15/26 7:00 PM,11/15/26 7:05 PM,0:59:00,In store',
      'Main,4000002,2,1,11/15/26 6:30 PM,1,,Bo,6,Floor,Patio,Dinner,Take Out,5.00,15.00,1.20,0.00,0.00,16.20,' +
        'false,11/15/26 6:40 PM,11/15/26 6:41 PM,0:10:00,Online',
      'Main,4000003,3,1,11/15/26 8:00 PM,1,,Bo,7,Floor,Patio,Dinner,Dine In,0.00,12.00,0.96,0.00,0.00,12.96,true,' +
        ',11/15/26 8:10 PM,,In store',
    ),
    becomes: [
      'read as toast-orders',
      'sale 2026-11-15 4000001 43.20',
      'sale 2026-11-15 4000002 16.20',
      'left out voided 1 12.96',
      'warned row.fees 2,3',
    ],
  },
  {
    name: 'Clover, payments',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Payment Date,Payment ID,Order ID,Order Date,Tender,Result,Customer Name,Amount,Tax Amount,Tip Amount,' +
        'Refund Amount,Card Brand,Card Number',
      '15-Nov-2026 10:00 AM EST,PAY1,ORD1,15-Nov-2026 09:59 AM EST,Credit Card,SUCCESS,Ann Lee,$21.60,$1.60,' +
        '$3.00,,VISA,XXXXXXXXXXXX1234',
      '15-Nov-2026 11:00 AM EST,PAY2,ORD2,15-Nov-2026 10:59 AM EST,Credit Card,FAIL,,$10.80,$0.80,$0.00,,VISA,' +
        'XXXXXXXXXXXX1235',
      '16-Nov-2026 11:00 AM EST,PAY3,ORD3,16-Nov-2026 10:59 AM EST,Cash,SUCCESS,,$5.40,$0.40,$0.00,$5.40,,',
      '16-Nov-2026 12:00 PM EST,PAY4,ORD4,16-Nov-2026 11:59 AM EST,Credit Card,VOIDED,,$7.00,$0.40,$0.00,,VISA,' +
        'XXXXXXXXXXXX1236',
    ),
    becomes: [
      'sale 2026-11-15 ORD1 Ann Lee 21.60',
      'sale 2026-11-16 ORD3 5.40',
      'refund 2026-11-16 of ORD3 -5.40',
      'void sale 2026-11-16 ORD4 7.00',
      'person Ann Lee',
      'left out failed 1 10.80',
      'warned row.refund-day 4',
    ],
  },
  {
    name: 'Clover, orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Order Date,Order ID,Order Number,Order Employee ID,Order Employee Name,Note,Currency,Tax Amount,Tip,' +
        'Service Charge,Discount,Order Total,Payments Total,Payment Note,Refunds Total,Manual Refunds Total,Tender,' +
        'Order Payment State',
      '15-Nov-2026 10:00 AM,ORD1,,E1,Bo,,USD,1.60,3.00,0.00,0.00,21.60,24.60,,0.00,0.00,Credit Card,Paid',
      '15-Nov-2026 11:00 AM,ORD2,,E1,Bo,,USD,0.80,0.00,0.00,0.00,10.80,0.00,,0.00,0.00,,Open',
      '16-Nov-2026 11:00 AM,ORD3,,E1,Bo,,USD,0.40,0.00,0.00,0.00,5.40,5.40,,5.40,0.00,Cash,Refunded',
    ),
    becomes: [
      'sale 2026-11-15 ORD1 21.60',
      'sale 2026-11-16 ORD3 5.40',
      'refund 2026-11-16 of ORD3 -5.40',
      'left out not-paid 1 10.80',
      'warned row.all-walk-in',
      'warned row.refund-day 4',
    ],
  },
  {
    name: 'Clover, customers',
    shop: 'us',
    kind: 'customers',
    text: lines(
      'Customer ID,First Name,Last Name,Business Name,Phone Number,Email Address,Address Line 1,City,State / ' +
        'Province,Postal / Zip Code,Marketing Allowed,Customer Since',
      'CU1,Ann,Lee,,2125550101,ann@example.com,1 Main St,Springfield,IL,62701,Yes,15-Jan-2024 10:00 AM EST',
      'CU2,,,Corner Deli,2125550102,,,,,,No,16-Jan-2024 10:00 AM EST',
    ),
    becomes: ['person Ann Lee +12125550101 ann@example.com', 'firm Corner Deli +12125550102'],
  },
  {
    name: 'Shopify, transactions of orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Order,Name,Kind,Gateway,Created At,Status,Amount,Currency,Card Type',
      '5001,#1050,authorization,shopify_payments,2026-11-01 10:00:00 -0500,success,49.00,USD,visa',
      '5001,#1050,capture,shopify_payments,2026-11-01 10:05:00 -0500,success,49.00,USD,visa',
      '5002,#1051,sale,paypal,2026-11-02 10:00:00 -0500,success,20.00,USD,',
      '5002,#1051,refund,paypal,2026-11-03 10:00:00 -0500,success,20.00,USD,',
      '5003,#1052,sale,shopify_payments,2026-11-04 10:00:00 -0500,failure,10.00,USD,visa',
      '5004,#1053,void,shopify_payments,2026-11-04 10:00:00 -0500,success,10.00,USD,visa',
    ),
    becomes: [
      'sale 2026-11-01 5001 49.00',
      'sale 2026-11-02 5002 20.00',
      'refund 2026-11-03 5002 -20.00',
      'void sale 2026-11-04 5004 10.00',
      'left out not-paid 1 49.00',
      'left out failed 1 10.00',
    ],
  },
  {
    name: 'Shopify, abandoned checkouts',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Name,Email,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Created ' +
        'at,Lineitem quantity,Lineitem name,Lineitem price,Billing Name,Billing Phone,Abandoned Checkout URL,' +
        'Recovery Status,Id',
      '#30001,ann@example.com,no,USD,40.00,5.00,0.00,45.00,,0.00,2026-11-01 10:00:00 -0500,1,Print,40.00,Ann Lee,' +
        '2125550101,https://shop.example/1,Not Recovered,90001',
      '#30002,bo@example.com,no,USD,20.00,5.00,0.00,25.00,,0.00,2026-11-02 10:00:00 -0500,1,Mug,20.00,Bo Dam,,' +
        'https://shop.example/2,Recovered,90002',
    ),
    becomes: ['left out closed 1 45.00', 'rejected 3 row.unknown-state'],
  },
  {
    name: 'WooCommerce without its Status column',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'Date,Order #,N. Revenue (formatted),Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,' +
        'Attribution',
      '2026-11-10 10:00:00,1201,"€1,299.00",Ada Example,new,1× Big Print,1,,1299,Direct',
      '2026-11-11 10:00:00,1202,€0.00,Bo Placeholder,returning,1× Mug,1,,0,Direct',
    ),
    becomes: [
      'read as woo-orders',
      'sale 2026-11-10 1201 Ada Example 1299.00',
      'person Ada Example',
      'left out nothing-sold 1 0.00',
      'warned row.remark',
    ],
  },
  {
    name: 'an order exporter for WooCommerce, a line an item',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'Order Number,Order Status,Order Date,Customer Note,First Name (Billing),Last Name (Billing),Company ' +
        '(Billing),Email (Billing),Phone (Billing),Payment Method Title,Cart Discount Amount,Order Subtotal Amount,' +
        'Order Shipping Amount,Order Refund Amount,Order Total Amount,SKU,Item #,Item Name,Quantity (- Refund),' +
        'Item Cost',
      '501,Completed,2026-11-01 10:00,,Ann,Lee,,ann@example.com,030 1234567,PayPal,0,50,5,0,55,T1,1,Tea,1,20',
      '501,Completed,2026-11-01 10:00,,Ann,Lee,,ann@example.com,030 1234567,PayPal,0,50,5,0,55,C1,2,Cup,2,15',
      '502,Cancelled,2026-11-02 10:00,,Bo,Dam,,bo@example.com,,PayPal,0,20,5,0,25,T1,1,Tea,1,20',
      '503,Refunded,2026-11-03 10:00,,Cy,Oss,,cy@example.com,,PayPal,0,20,5,25,25,T1,1,Tea,1,20',
    ),
    becomes: [
      'sale 2026-11-01 501 Ann Lee 55.00',
      'sale 2026-11-03 503 Cy Oss 25.00',
      'refund 2026-11-03 of 503 Cy Oss -25.00',
      'person Ann Lee +49301234567 ann@example.com',
      'person Cy Oss cy@example.com',
      'left out cancelled 1 25.00',
      'warned row.refund-day 5',
    ],
  },
  {
    name: 'Etsy, sold orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Sale Date,Order ID,Buyer User ID,Full Name,First Name,Last Name,Number of Items,Payment Method,Date ' +
        'Shipped,Street 1,Street 2,Ship City,Ship State,Ship Zipcode,Ship Country,Currency,Order Value,Coupon Code,' +
        'Coupon Details,Discount Amount,Shipping Discount,Shipping,Sales Tax,Order Total,Status,Card Processing ' +
        'Fees,Order Net,Adjusted Order Total,Adjusted Card Processing Fees,Adjusted Net Order Amount,Buyer,Order ' +
        'Type,Payment Type,SKU',
      '11/15/26,3001,annlee1,Ann Lee,Ann,Lee,1,Credit Card,11/16/26,1 Main St,,Springfield,IL,62701,United ' +
        'States,USD,40.00,,,0.00,0.00,5.00,3.00,48.00,,1.69,43.31,,,,Ann Lee (annlee1),online,online_cc,P1',
      '11/16/26,3002,bodam,Bo Dam,Bo,Dam,2,Credit Card,,2 Main St,,Springfield,IL,62701,United States,USD,20.00,' +
        'SALE,SALE - 10% off,2.00,0.00,5.00,1.00,24.00,,1.00,22.00,0.00,0.00,0.00,Bo Dam (bodam),online,online_cc,' +
        'M1',
    ),
    becomes: [
      'sale 2026-11-15 3001 Ann Lee 48.00',
      'sale 2026-11-16 3002 Bo Dam 24.00',
      'refund 2026-11-16 of 3002 Bo Dam -24.00',
      'person Ann Lee',
      'person Bo Dam',
      'warned row.empty-state 2,3',
      'warned row.refund-day 3',
    ],
  },
  {
    name: 'Etsy, sold items',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Sale Date,Item Name,Buyer,Quantity,Price,Coupon Code,Coupon Details,Discount Amount,Shipping Discount,' +
        'Order Shipping,Order Sales Tax,Item Total,Currency,Transaction ID,Listing ID,Date Paid,Date Shipped,Ship ' +
        'Name,Ship Address1,Ship City,Ship State,Ship Zipcode,Ship Country,Order ID,Variations,Order Type',
      '11/15/26,Print,Ann Lee (annlee1),1,40.00,,,0.00,0.00,5.00,3.00,40.00,USD,90001,70001,11/15/26,11/16/26,' +
        'Ann Lee,1 Main St,Springfield,IL,62701,United States,3001,,online',
      '11/15/26,Mug,Ann Lee (annlee1),2,10.00,,,0.00,0.00,5.00,3.00,20.00,USD,90002,70002,11/15/26,11/16/26,Ann ' +
        'Lee,1 Main St,Springfield,IL,62701,United States,3001,,online',
    ),
    becomes: ['sale 2026-11-15 3001 Ann Lee (annlee1) 60.00', 'person Ann Lee (annlee1)'],
  },
  {
    name: 'Etsy, statement of account',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Type,Title,Info,Currency,Amount,Fees & Taxes,Net,Tax Details',
      '"November 15, 2026",Sale,Payment for Order #3001,,USD,$48.00,--,$48.00,--',
      '"November 15, 2026",Fee,Transaction fee: Print,Order #3001,USD,--,-$2.60,-$2.60,--',
      '"November 16, 2026",Refund,Refund for Order #3001,,USD,-$48.00,--,-$48.00,--',
      '"November 17, 2026",Deposit,$40.00 sent to your bank account,,USD,--,--,--,--',
      '"November 18, 2026",Marketing,Etsy Ads,,USD,--,-$1.00,-$1.00,--',
    ),
    becomes: [
      'sale 2026-11-15 48.00',
      'refund 2026-11-16 -48.00',
      'left out own-spending 2',
      'left out own-money 1',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'eBay, orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      '"","","","","","","","","","","","","",""',
      '"Sales Record Number","Order Number","Buyer Username","Buyer Name","Buyer Email","Buyer Note","Item ' +
        'Title","Custom Label","Quantity","Sold For","Shipping And Handling","Total Price","Payment Method","Sale ' +
        'Date"',
      '"","","","","","","","","","","","","",""',
      '"101","03-10001-10001","annl_1","Ann Lee","abc@members.ebay.com","","Print","P1","1","$40.00","$5.00",' +
        '"$48.00","PayPal","Nov-15-26"',
      '"102","03-10002-10002","bodam","Bo Dam","def@members.ebay.com","","Mug","M1","2","$10.00","$5.00",' +
        '"$25.00","PayPal","Nov-16-26"',
      '"","","","","","","","","","","","","",""',
      '"2","record(s) downloaded,"," from ,Nov-01-26,00:00:00, to ,Nov-17-26,23:59:59"',
      '"Seller ID : corner-tea"',
    ),
    becomes: [
      'sale 2026-11-15 101 Ann Lee 48.00',
      'sale 2026-11-16 102 Bo Dam 25.00',
      'person Ann Lee abc@members.ebay.com',
      'person Bo Dam def@members.ebay.com',
      'left out footer 1',
      'rejected 7 row.missing',
    ],
  },
  {
    name: 'eBay, transaction report',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Transaction report',
      '',
      'Username,corner-tea',
      'Seller type,Business',
      'Date range,"Nov 1, 2026 - Nov 17, 2026"',
      '',
      'Transaction creation date,Type,Order number,Legacy order ID,Buyer username,Buyer name,Ship to city,Net ' +
        'amount,Payout currency,Payout date,Payout ID,Item ID,Transaction ID,Item title,Custom label,Quantity,Item ' +
        'subtotal,Shipping and handling,Final value fee - fixed,Gross transaction amount,Transaction currency,' +
        'Reference ID,Description',
      '"Nov 15, 2026",Order,03-1,1-1,annl_1,Ann Lee,Springfield,41.20,USD,"Nov 17, 2026",P1,I1,T1,Print,P1,1,40,' +
        '5,-0.3,45,USD,--,--',
      '"Nov 16, 2026",Refund,03-1,1-1,annl_1,Ann Lee,Springfield,-41.20,USD,"Nov 18, 2026",P2,I1,T2,Print,P1,1,' +
        '-40,-5,0.3,-45,USD,--,--',
      '"Nov 16, 2026",Shipping label,03-1,1-1,annl_1,Ann Lee,Springfield,-4.10,USD,"Nov 18, 2026",P2,--,T3,--,--,' +
        '--,--,--,--,-4.1,USD,--,USPS',
      '"Nov 17, 2026",Payout,--,--,--,--,--,-41.20,USD,"Nov 17, 2026",P1,--,--,--,--,--,--,--,--,-41.2,USD,--,--',
      '"Nov 17, 2026",Other fee,--,--,--,--,--,-7.00,USD,"Nov 18, 2026",P2,--,T4,--,--,--,--,--,--,-7,USD,--,Store fee',
    ),
    becomes: [
      'sale 2026-11-15 03-1 Ann Lee 45.00',
      'refund 2026-11-16 03-1 Ann Lee -45.00',
      'person Ann Lee',
      'left out own-spending 3 -52.30',
    ],
  },
  {
    name: 'Amazon, all orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'amazon-order-id\tmerchant-order-id\tpurchase-date\tlast-updated-date\torder-status\tfulfillment-channel\t' +
        'sales-channel\tproduct-name\tsku\tasin\titem-status\tquantity\tcurrency\titem-price\titem-tax\t' +
        'shipping-price\tship-city\tship-state',
      '111-1\t\t2026-11-15T10:00:00+00:00\t2026-11-16T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\tPrint\tP1\t' +
        'B001\tShipped\t1\tUSD\t40.00\t3.00\t5.00\tSPRINGFIELD\tIL',
      '111-1\t\t2026-11-15T10:00:00+00:00\t2026-11-16T10:00:00+00:00\tShipped\tMerchant\tAmazon.com\tMug\tM1\t' +
        'B002\tShipped\t2\tUSD\t20.00\t1.00\t0.00\tSPRINGFIELD\tIL',
      '111-2\t\t2026-11-16T10:00:00+00:00\t2026-11-16T10:00:00+00:00\tCancelled\tMerchant\tAmazon.com\tMug\tM1\t' +
        'B002\tCancelled\t0\tUSD\t\t\t\tSPRINGFIELD\tIL',
      '111-3\t\t2026-11-17T10:00:00+00:00\t2026-11-17T10:00:00+00:00\tPending\tMerchant\tAmazon.com\tMug\tM1\t' +
        'B002\tUnshipped\t1\tUSD\t10.00\t0.80\t0.00\tSPRINGFIELD\tIL',
    ),
    becomes: [
      'read as amazon-orders',
      'sale 2026-11-15 111-1 65.00',
      'left out cancelled 1',
      'left out not-paid 1 10.00',
      'warned row.remark',
    ],
  },
  {
    name: 'Amazon, date range report',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      '"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"',
      '"All amounts in USD, unless specified"',
      '"Definitions:"',
      '"Sales tax collected: Includes sales tax collected from buyers"',
      '"date/time","settlement id","type","order id","sku","description","quantity","marketplace","product ' +
        'sales","product sales tax","selling fees","fba fees","other transaction fees","other","total"',
      '"Nov 15, 2026 10:00:00 AM PST","1","Order","111-1","P1","Print","1","amazon.com","40.00","3.00","-6.00",' +
        '"-4.00","0","0","30.00"',
      '"Nov 16, 2026 10:00:00 AM PST","1","Refund","111-1","P1","Print","1","amazon.com","-40.00","-3.00","6.00",' +
        '"0","0","0","-37.00"',
      '"Nov 17, 2026 10:00:00 AM PST","1","Transfer","","","To account ending with: 123","","","0","0","0","0",' +
        '"0","-100.00","-100.00"',
      '"Nov 17, 2026 10:00:00 AM PST","1","Service Fee","","","Subscription","","amazon.com","0","0","0","0",' +
        '"-39.99","0","-39.99"',
    ),
    becomes: ['refused roster.no-columns'],
  },
  {
    name: '微店订单',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '订单编号,订单状态,下单时间,付款时间,商品名称,商品数量,商品单价,订单总金额,运费,优惠金额,订单实付金额,收件人姓名,收件人手机,收件地址,买家备注,退款状态,退款金额',
      '8001,已完成,2026-11-01 10:00:00,2026-11-01 10:01:00,明前龙井,1,118.00,118.00,0.00,10.00,108.00,马慧,13800000041,杭州,,,',
      '8002,已关闭,2026-11-01 11:00:00,,茶巾,1,35.00,35.00,0.00,0.00,35.00,周八,13800000042,杭州,,,',
      '8003,已完成,2026-11-02 11:00:00,2026-11-02 11:02:00,茶刀,1,35.00,35.00,0.00,0.00,35.00,李*,138****0043,杭州,,退款成功,35.00',
      '8004,待发货,2026-11-03 11:00:00,2026-11-03 11:02:00,茶刀,2,35.00,70.00,0.00,0.00,70.00,王芳,13800000044,杭州,,,',
    ),
    becomes: [
      'sale 2026-11-01 8001 马慧 108.00',
      'sale 2026-11-02 8003 35.00',
      'sale 2026-11-03 8004 王芳 70.00',
      'refund 2026-11-02 of 8003 -35.00',
      'person 马慧 +8613800000041',
      'person 王芳 +8613800000044',
      'left out closed 1 35.00',
      'warned row.refund-day 4',
    ],
  },
  {
    name: '美团团购核销明细',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '券号,项目名称,验证时间,验证门店,售价,商家优惠金额,平台优惠金额,结算价,顾客手机号,状态',
      '1234567890,双人下午茶,2026-11-15 14:00:00,春熙路店,128.00,10.00,5.00,110.00,138****0001,已验证',
      '1234567891,双人下午茶,2026-11-15 15:00:00,春熙路店,128.00,10.00,5.00,110.00,138****0002,已撤销',
      '合计,,,,256.00,20.00,10.00,220.00,,',
    ),
    becomes: ['sale 2026-11-15 1234567890 118.00', 'left out total 1', 'left out cancelled 1 118.00'],
  },
  {
    name: '饿了么账单',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '账单日期,分店ID,分店名称,订单编号,订单类型,订单创建时间,订单完成时间,菜价,商户活动补贴,平台服务费,结算金额',
      '2026-11-16,1,春熙路店,5000001,订单,2026-11-15 12:00,2026-11-15 12:40,42.00,3.00,6.00,33.00',
      '2026-11-16,1,春熙路店,5000002,补单,2026-11-15 12:30,2026-11-15 12:50,20.00,0.00,2.00,18.00',
      '2026-11-16,1,春熙路店,5000003,赔偿单,2026-11-15 13:00,2026-11-15 13:40,0.00,0.00,0.00,-15.00',
    ),
    becomes: ['refused roster.no-columns'],
  },
  {
    name: '抖音来客核销',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '券码,商品名称,核销时间,核销门店,订单号,订单实收,用户实付,商家优惠,平台优惠,商家应得,手机号,券状态',
      '9001,四人餐,2026-11-15 18:00:00,总店,D1,298.00,278.00,10.00,20.00,283.00,138****0001,已核销',
      '9002,四人餐,2026-11-15 19:00:00,总店,D2,298.00,278.00,10.00,20.00,283.00,139****0002,已退款',
    ),
    becomes: [
      'sale 2026-11-15 D1 298.00',
      'sale 2026-11-15 D2 298.00',
      'refund 2026-11-15 of D2 -298.00',
      'warned row.refund-day 3',
    ],
  },
  {
    name: '银豹销售流水',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '流水号,日期,类型,收银员,会员卡号,会员姓名,商品数量,总价,实收,优惠,利润,支付方式,是否作废',
      'S001,2026-11-15 10:00:00,销售,小李,V001,张三,2,60.00,55.00,5.00,20.00,微信,否',
      'S002,2026-11-15 10:30:00,销售,小李,,,1,20.00,20.00,0.00,8.00,现金,是',
      'S003,2026-11-15 11:00:00,退货,小李,V001,张三,1,-30.00,-30.00,0.00,-10.00,微信,否',
      'S004,2026-11-15 12:00:00,充值,小李,V001,张三,1,500.00,500.00,0.00,0.00,微信,否',
      '合计,,,,,,5,550.00,545.00,5.00,18.00,,',
    ),
    becomes: [
      'sale 2026-11-15 S001 张三 55.00',
      'refund 2026-11-15 S003 张三 -30.00',
      'void sale 2026-11-15 S002 20.00',
      'person 张三',
      'left out not-a-sale 1 500.00',
      'left out total 1 545.00',
    ],
  },
  {
    name: '客如云账单',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '营业日期,订单号,桌号,开台时间,结账时间,就餐人数,应收金额,优惠金额,实收金额,支付方式,订单状态,会员手机号',
      '2026-11-15,K001,A1,2026-11-15 11:30,2026-11-15 12:30,2,120.00,20.00,100.00,微信,已结账,13800000051',
      '2026-11-15,K002,A2,2026-11-15 11:40,,3,88.00,0.00,0.00,,已撤单,',
      '2026-11-15,K003,A3,2026-11-15 12:00,2026-11-15 13:00,2,60.00,0.00,60.00,现金,反结账,',
      '2026-11-15,K004,A4,2026-11-15 12:10,2026-11-15 13:10,2,66.00,0.00,66.00,挂账,已结账,13800000052',
    ),
    becomes: [
      'sale 2026-11-15 K001 13800000051 100.00',
      'sale 2026-11-15 K004 13800000052 66.00 paid 0.00',
      'person 13800000051 +8613800000051',
      'person 13800000052 +8613800000052',
      'left out cancelled 1',
      'rejected 4 row.unknown-state',
    ],
  },
  {
    name: '会员卡交易记录',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '交易时间,会员卡号,姓名,交易类型,交易金额,赠送金额,卡内余额,操作员',
      '2026-11-15 10:00:00,V001,张三,充值,500.00,50.00,550.00,小李',
      '2026-11-15 11:00:00,V001,张三,消费,60.00,0.00,490.00,小李',
      '2026-11-16 11:00:00,V001,张三,退卡,490.00,0.00,0.00,小李',
      '2026-11-16 12:00:00,V002,李四,开卡,0.00,0.00,0.00,小李',
    ),
    becomes: ['sale 2026-11-15 张三 60.00', 'person 张三', 'left out not-a-sale 3 990.00'],
  },
  {
    name: '工行流水',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '交易日期,摘要,收入金额,支出金额,余额,对方户名,对方账号',
      '2026-11-15,转账,1200.00,,5200.00,绿叶酒楼,6222********0001',
      '2026-11-16,消费,,300.00,4900.00,某茶厂,6222********0002',
    ),
    becomes: ['sale 2026-11-15 绿叶酒楼 1200.00', 'person 绿叶酒楼', 'left out own-spending 1 -300.00'],
  },
  {
    name: 'a statement of a bank',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'Date,Description,Amount,Balance',
      '2026-11-15,ANN LEE REF TEA,120.00,1120.00',
      '2026-11-16,RENT NOVEMBER,-800.00,320.00',
      '2026-11-17,CARD 1234 TEA SUPPLIER,-45.00,275.00',
    ),
    becomes: ['sale 2026-11-15 120.00', 'left out own-spending 2 -845.00', 'warned row.all-walk-in'],
  },
  {
    name: '日报表，按天小计',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '茶铺销售明细表',
      '日期：2026-11-01 至 2026-11-02',
      '日期,单号,会员,商品,数量,金额',
      '2026-11-01,1,张三,龙井,1,118.00',
      '2026-11-01,2,,茶巾,1,35.00',
      '小计,,,,2,153.00',
      '2026-11-02,3,张三,茶刀,1,35.00',
      '2026-11-02 小计,,,,1,35.00',
      '合计,,,,3,188.00',
      '制表人：小李,,,审核：,,',
    ),
    becomes: [
      'sale 2026-11-01 1 张三 118.00',
      'sale 2026-11-01 2 35.00',
      'sale 2026-11-02 3 张三 35.00',
      'person 张三',
      'left out total 3 376.00',
      'left out footer 1',
    ],
  },
  {
    name: '商品销售排行',
    shop: 'cn',
    kind: 'purchases',
    text: lines('商品名称,销售数量,销售金额,占比', '龙井,10,1180.00,80%', '茶巾,5,175.00,20%', '合计,15,1355.00,100%'),
    becomes: ['refused roster.no-columns'],
  },
  {
    name: '姓名是称呼和平台编号的订单',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,单号,客户,电话,金额',
      '2026-11-01,1,张先生,,30.00',
      '2026-11-01,2,用户12345678,,20.00',
      '2026-11-02,3,李女士,13800000061,50.00',
      '2026-11-02,4,微信用户,,12.00',
      '2026-11-02,5,王老师,,15.00',
      '2026-11-03,6,先生,,9.00',
      '2026-11-03,7,wxid_abc123def456,,8.00',
      '2026-11-03,8,Mr. Smith,,7.00',
    ),
    becomes: [
      'sale 2026-11-01 1 30.00',
      'sale 2026-11-01 2 20.00',
      'sale 2026-11-02 3 李女士 50.00',
      'sale 2026-11-02 4 12.00',
      'sale 2026-11-02 5 王老师 15.00',
      'sale 2026-11-03 6 9.00',
      'sale 2026-11-03 7 8.00',
      'sale 2026-11-03 8 Mr. Smith 7.00',
      'person 李女士 +8613800000061',
      'person 王老师',
      'person Mr. Smith',
      'warned row.stranger 2',
    ],
  },
  {
    name: '名单里的称呼',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '姓名,电话,备注',
      '张先生,13800000071,三楼',
      '李女士,,门口',
      '用户12345678,,',
      '王老师,13800000072,',
      '微信用户,13800000073,',
    ),
    becomes: [
      'person 张先生 +8613800000071',
      'person 李女士',
      'person 王老师 +8613800000072',
      'rejected 4 row.masked-name',
      'rejected 6 row.masked-name',
    ],
  },
  {
    name: 'Rechnungen',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'Rechnungsnummer;Rechnungsdatum;Kunde;Artikel;Betrag brutto;Status',
      'RE-1;01.11.2026;Jörg Müller;Tee;12,50;Bezahlt',
      'RE-2;02.11.2026;Käthe Groß;Kanne;1.234,50;Offen',
      'RE-3;03.11.2026;Jörg Müller;Tasse;7,00;Storniert',
      'RE-4;04.11.2026;Bean GmbH;Tee;20,00;Überfällig',
      'RE-5;05.11.2026;Bean GmbH;Tee;20,00;Entwurf',
      'RE-6;06.11.2026;Jörg Müller;Tee;10,00;Gutschrift',
      'Summe;;;;1.304,00;',
    ),
    becomes: [
      'sale 2026-11-01 RE-1 Jörg Müller 12.50',
      'sale 2026-11-06 RE-6 Jörg Müller 10.00',
      'refund 2026-11-06 of RE-6 Jörg Müller -10.00',
      'person Jörg Müller',
      'left out not-paid 3 1274.50',
      'left out total 1 1304.00',
      'left out cancelled 1 7.00',
      'warned row.refund-day 7',
    ],
  },
  {
    name: 'Kundenliste',
    shop: 'de',
    kind: 'customers',
    text: lines(
      'Kundennr.;Anrede;Vorname;Nachname;Firma;Straße;PLZ;Ort;Telefon;Mobil;E-Mail;Geburtstag;Bemerkung;Offener Betrag',
      'K1;Herr;Jörg;Müller;;Hauptstr. 1;10115;Berlin;030 1234567;0171 1234562;joerg@example.de;13.12.1985;mag ' +
        'Assam;12,50',
      'K2;;;;Bean GmbH;Nebenstr. 2;10115;Berlin;030 1234568;;bean@example.de;;;0,00',
    ),
    becomes: [
      'person Jörg Müller +491711234562 joerg@example.de 1985-12-13',
      'firm Bean GmbH +49301234568 bean@example.de',
      'warned row.second-phone 2',
    ],
  },
  {
    name: 'Kassenjournal',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'Datum;Uhrzeit;Bonnummer;Kassierer;Artikelbezeichnung;Menge;Einzelpreis;Gesamtpreis;Zahlart;Storno',
      '01.11.2026;10:05;1001;Anna;Tee;2;4,50;9,00;Bar;Nein',
      '01.11.2026;10:15;1002;Anna;Tee;1;4,50;4,50;EC-Karte;Ja',
      '01.11.2026;10:25;1003;Anna;Tasse;1;7,00;7,00;Bar;Nein',
      'Gesamt;;;;;4;;20,50;;',
    ),
    becomes: [
      'sale 2026-11-01 1001 9.00',
      'sale 2026-11-01 1003 7.00',
      'void sale 2026-11-01 1002 4.50',
      'left out total 1 20.50',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'PayPal auf Deutsch',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      '"Datum","Uhrzeit","Zeitzone","Name","Typ","Status","Währung","Brutto","Gebühr","Netto","Absender ' +
        'E-Mail-Adresse","Empfänger E-Mail-Adresse","Transaktionscode","Artikelbezeichnung","Zugehöriger ' +
        'Transaktionscode","Guthaben","Auswirkung auf Guthaben"',
      '"01.11.2026","10:00:00","CET","Jane Klient","Allgemeine Zahlung","Abgeschlossen","EUR","500,00","-12,80",' +
        '"487,20","jane@example.de","shop@example.de","DETX1","Teeset","","487,20","Haben"',
      '"02.11.2026","10:00:00","CET","Teehandel","Allgemeine Zahlung","Abgeschlossen","EUR","-80,00","0,00","-80,' +
        '00","shop@example.de","handel@example.de","DETX2","Ware","","407,20","Soll"',
      '"05.11.2026","10:00:00","CET","Jane Klient","Rückzahlung","Abgeschlossen","EUR","-20,00","0,50","-19,50",' +
        '"shop@example.de","jane@example.de","DETX3","","DETX1","387,70","Soll"',
      '"06.11.2026","10:00:00","CET","","Allgemeine Abbuchung","Abgeschlossen","EUR","-387,70","0,00","-387,70",' +
        '"shop@example.de","","DETX4","","","0,00","Soll"',
    ),
    becomes: [
      'read as paypal-activity-de',
      'sale 2026-11-01 DETX1 Jane Klient 500.00',
      'refund 2026-11-05 DETX3 Jane Klient -20.00',
      'person Jane Klient jane@example.de',
      'left out own-spending 1 -80.00',
      'left out own-money 1 -387.70',
      'warned row.fees 2,4',
    ],
  },
  {
    name: 'factures',
    shop: 'fr',
    kind: 'purchases',
    text: lines(
      'N° facture;Date;Client;Désignation;Quantité;Prix unitaire;Montant TTC;Statut',
      'F1;01/11/2026;Élodie Martin;Thé;2;6,25;12,50;Payée',
      'F2;15/11/2026;Luc Bernard;Théière;1;45,00;45,00;Impayée',
      'F3;16/11/2026;Élodie Martin;Tasse;1;7,00;7,00;Annulée',
      'F4;17/11/2026;Luc Bernard;Thé;1;9,00;9,00;Remboursée',
      'Total;;;;;;73,50;',
    ),
    becomes: [
      'sale 2026-11-01 F1 Élodie Martin 12.50',
      'sale 2026-11-17 F4 Luc Bernard 9.00',
      'refund 2026-11-17 of F4 Luc Bernard -9.00',
      'person Élodie Martin',
      'person Luc Bernard',
      'left out not-paid 1 45.00',
      'left out total 1 73.50',
      'left out cancelled 1 7.00',
      'warned row.refund-day 5',
    ],
  },
  {
    name: 'fichier clients',
    shop: 'fr',
    kind: 'customers',
    text: lines(
      'Nom;Prénom;Société;Téléphone;Portable;Courriel;Date de naissance;Adresse;Remarques',
      'Martin;Élodie;;01 42 68 53 00;06 12 34 56 78;elodie@example.fr;13/12/1985;1 rue de la Paix;aime le jasmin',
      'Bernard;Luc;Café Bernard;01 42 68 53 01;;luc@example.fr;;2 rue de la Paix;',
    ),
    becomes: [
      'person Élodie Martin +33612345678 elodie@example.fr 1985-12-13',
      'person Luc Bernard +33142685301 luc@example.fr',
      'warned row.second-phone 2',
    ],
  },
  {
    name: 'ventas',
    shop: 'es',
    kind: 'purchases',
    text: lines(
      'Nº factura;Fecha;Cliente;Concepto;Cantidad;Precio;Importe;Estado',
      'A1;01/11/2026;José Núñez;Té;2;6,25;12,50;Pagada',
      'A2;15/11/2026;Ana Gil;Tetera;1;45,00;45,00;Pendiente',
      'A3;16/11/2026;José Núñez;Taza;1;7,00;7,00;Anulada',
      'A4;17/11/2026;Ana Gil;Té;1;9,00;9,00;Devuelta',
    ),
    becomes: [
      'sale 2026-11-01 A1 José Núñez 12.50',
      'sale 2026-11-17 A4 Ana Gil 9.00',
      'refund 2026-11-17 of A4 Ana Gil -9.00',
      'person José Núñez',
      'person Ana Gil',
      'left out not-paid 1 45.00',
      'left out cancelled 1 7.00',
      'warned row.refund-day 5',
    ],
  },
  {
    name: 'clientes',
    shop: 'es',
    kind: 'customers',
    text: lines(
      'Código;Nombre;Apellidos;Teléfono;Móvil;Correo electrónico;Fecha de nacimiento;Dirección;Notas;Saldo pendiente',
      'C1;José;Núñez García;912345678;612345678;jose@example.es;13/12/1985;Calle Mayor 1;le gusta el jazmín;12,50',
      'C2;Ana;Gil;912345679;;ana@example.es;;Calle Mayor 2;;0,00',
    ),
    becomes: [
      'person José Núñez García +34612345678 jose@example.es 1985-12-13',
      'person Ana Gil +34912345679 ana@example.es',
      'warned row.second-phone 2',
    ],
  },
  {
    name: 'paragony',
    shop: 'pl',
    kind: 'purchases',
    text: lines(
      'Nr paragonu;Data;Klient;Towar;Ilość;Cena;Wartość brutto;Status',
      'P1;2026-11-01;Łucja Żak;Herbata;2;6,25;12,50;Zapłacone',
      'P2;2026-11-15;Jan Nowak;Czajnik;1;45,00;45,00;Nieopłacone',
      'P3;2026-11-16;Łucja Żak;Kubek;1;7,00;7,00;Anulowane',
      'P4;2026-11-17;Jan Nowak;Herbata;1;9,00;9,00;Zwrot',
      'Razem;;;;;;73,50;',
    ),
    becomes: [
      'sale 2026-11-01 P1 Łucja Żak 12.50',
      'sale 2026-11-17 P4 Jan Nowak 9.00',
      'refund 2026-11-17 of P4 Jan Nowak -9.00',
      'person Łucja Żak',
      'person Jan Nowak',
      'left out not-paid 1 45.00',
      'left out total 1 73.50',
      'left out cancelled 1 7.00',
      'warned row.refund-day 5',
    ],
  },
  {
    name: 'klienci',
    shop: 'pl',
    kind: 'customers',
    text: lines(
      'Imię;Nazwisko;Firma;Telefon;E-mail;Data urodzenia;Adres;Uwagi',
      'Łucja;Żak;;501 234 567;lucja@example.pl;1985-12-13;ul. Polna 1;lubi jaśmin',
      'Jan;Nowak;Nowak sp. z o.o.;501 234 568;;;ul. Polna 2;',
    ),
    becomes: ['person Łucja Żak +48501234567 lucja@example.pl 1985-12-13', 'person Jan Nowak +48501234568'],
  },
  {
    name: '売上伝票',
    shop: 'jp',
    kind: 'purchases',
    text: lines(
      '伝票番号,日付,顧客名,商品名,数量,単価,金額,状態',
      'D1,2026/11/01,山田太郎,煎茶,2,600,1200,支払済み',
      'D2,2026/11/15,佐藤花子,急須,1,4500,4500,未払い',
      'D3,2026/11/16,山田太郎,湯呑,1,700,700,キャンセル',
      'D4,2026/11/17,佐藤花子,煎茶,1,900,900,返金済み',
      '合計,,,,,,7300,',
    ),
    becomes: [
      'sale 2026-11-01 D1 山田太郎 1200',
      'sale 2026-11-17 D4 佐藤花子 900',
      'refund 2026-11-17 of D4 佐藤花子 -900',
      'person 山田太郎',
      'person 佐藤花子',
      'left out not-paid 1 4500',
      'left out total 1 7300',
      'left out cancelled 1 700',
      'warned row.refund-day 5',
    ],
  },
  {
    name: '顧客名簿',
    shop: 'jp',
    kind: 'customers',
    text: lines(
      '会員番号,氏名,フリガナ,電話番号,携帯電話,メールアドレス,住所,生年月日,備考',
      'M1,山田太郎,ヤマダタロウ,03-1234-5678,090-1234-5678,taro@example.jp,東京都千代田区1-1,1985年12月13日,煎茶が好き',
      'M2,佐藤花子,サトウハナコ,,080-1234-5678,,,,',
    ),
    becomes: [
      'person 山田太郎 +819012345678 taro@example.jp 1985-12-13',
      'person 佐藤花子 +818012345678',
      'warned row.second-phone 2',
    ],
  },
  {
    name: 'vendite',
    shop: 'it',
    kind: 'purchases',
    text: lines(
      'N. fattura;Data;Cliente;Articolo;Quantità;Prezzo;Importo;Stato',
      'I1;01/11/2026;Niccolò Rossi;Tè;2;6,25;12,50;Pagata',
      'I2;15/11/2026;Anna Bianchi;Teiera;1;45,00;45,00;Non pagata',
      'I3;16/11/2026;Anna Bianchi;Tazza;1;7,00;7,00;Annullata',
    ),
    becomes: [
      'sale 2026-11-01 I1 Niccolò Rossi 12.50',
      'person Niccolò Rossi',
      'left out not-paid 1 45.00',
      'left out cancelled 1 7.00',
    ],
  },
  {
    name: 'QuickBooks, sales by customer',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Corner Tea,,,,,,',
      'Sales by Customer Detail,,,,,,',
      '"November 1-17, 2026",,,,,,',
      ',Date,Transaction Type,Num,Product/Service,Qty,Amount',
      'Ann Lee,,,,,,',
      ',11/15/2026,Invoice,1001,Tea,2,25.00',
      ',11/16/2026,Sales Receipt,1002,Cup,1,7.00',
      'Total for Ann Lee,,,,,,$32.00',
      'Bo Dam,,,,,,',
      ',11/17/2026,Invoice,1003,Tea,1,12.50',
      'Total for Bo Dam,,,,,,$12.50',
      'TOTAL,,,,,,$44.50',
    ),
    becomes: [
      'sale 2026-11-15 1001 25.00',
      'sale 2026-11-16 1002 7.00',
      'sale 2026-11-17 1003 12.50',
      'left out total 3 89.00',
      'rejected 5 row.missing',
      'rejected 9 row.missing',
      'warned row.all-walk-in',
    ],
  },
  {
    name: 'Xero, invoices',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'ContactName,EmailAddress,InvoiceNumber,Reference,InvoiceDate,DueDate,Total,TaxTotal,InvoiceAmountPaid,' +
        'InvoiceAmountDue,InventoryItemCode,Description,Quantity,UnitAmount,LineAmount,Currency,Type,Status',
      'Ann Lee,ann@example.com,INV-1,,15/11/2026,29/11/2026,45.00,0.00,45.00,0.00,T1,Tea,2,12.50,25.00,GBP,Sales ' +
        'invoice,Paid',
      'Ann Lee,ann@example.com,INV-1,,15/11/2026,29/11/2026,45.00,0.00,45.00,0.00,C1,Cup,2,10.00,20.00,GBP,Sales ' +
        'invoice,Paid',
      'Bean Ltd,bean@example.com,INV-2,,16/11/2026,30/11/2026,20.00,0.00,0.00,20.00,T1,Tea,1,20.00,20.00,GBP,' +
        'Sales invoice,Awaiting Payment',
      'Bean Ltd,bean@example.com,INV-3,,16/11/2026,30/11/2026,20.00,0.00,0.00,0.00,T1,Tea,1,20.00,20.00,GBP,' +
        'Sales invoice,Voided',
    ),
    becomes: [
      'sale 2026-11-15 INV-1 Ann Lee 45.00',
      'void sale 2026-11-16 INV-3 Bean Ltd 20.00 paid 0.00',
      'person Ann Lee ann@example.com',
      'person Bean Ltd bean@example.com',
      'left out not-paid 1 20.00',
    ],
  },
  {
    name: 'Wix, orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Order number,Date created,Time,Total order quantity,Contact email,Note from customer,Item,Variant,SKU,Qty,' +
        'Quantity refunded,Price,Billing name,Billing phone,Payment status,Payment method,Coupon code,Shipping ' +
        'rate,Total tax,Total,Currency,Refunded amount,Net amount,Fulfillment status',
      '10001,"Nov 15, 2026",10:05:00 AM,3,ann@example.com,,Tea,,T1,2,0,12.50,Ann Lee,(212) 555-0101,Paid,Credit ' +
        'card,,5.00,0.00,40.00,USD,0.00,40.00,Fulfilled',
      '10001,"Nov 15, 2026",10:05:00 AM,3,ann@example.com,,Cup,,C1,1,0,10.00,Ann Lee,(212) 555-0101,Paid,Credit ' +
        'card,,5.00,0.00,40.00,USD,0.00,40.00,Fulfilled',
      '10002,"Nov 16, 2026",11:05:00 AM,1,bo@example.com,,Cup,,C1,1,1,10.00,Bo Dam,,Partially refunded,Credit ' +
        'card,,5.00,0.00,15.00,USD,10.00,5.00,Not fulfilled',
      '10003,"Nov 17, 2026",11:05:00 AM,1,cy@example.com,,Cup,,C1,1,0,10.00,Cy Oss,,Unpaid,Offline,,5.00,0.00,' +
        '15.00,USD,0.00,15.00,Not fulfilled',
    ),
    becomes: [
      'sale 2026-11-15 10001 Ann Lee 40.00',
      'sale 2026-11-16 10002 Bo Dam 15.00',
      'refund 2026-11-16 of 10002 Bo Dam -10.00',
      'person Ann Lee +12125550101 ann@example.com',
      'person Bo Dam bo@example.com',
      'left out not-paid 1 15.00',
      'warned row.refund-day 4',
    ],
  },
  {
    name: 'Magento, orders',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      '"ID","Purchase Point","Purchase Date","Bill-to Name","Ship-to Name","Grand Total (Base)","Grand Total ' +
        '(Purchased)","Status"',
      '"000000001","Main Website","2026-11-15 10:00:00","Ann Lee","Ann Lee","$48.00","$48.00","complete"',
      '"000000002","Main Website","2026-11-16 10:00:00","Bo Dam","Bo Dam","$25.00","$25.00","pending"',
      '"000000003","Main Website","2026-11-17 10:00:00","Cy Oss","Cy Oss","$25.00","$25.00","canceled"',
      '"000000004","Main Website","2026-11-17 11:00:00","Di Fox","Di Fox","$25.00","$25.00","holded"',
    ),
    becomes: [
      'sale 2026-11-15 Ann Lee 48.00',
      'person Ann Lee',
      'left out not-paid 2 50.00',
      'left out cancelled 1 25.00',
    ],
  },
  {
    name: 'Fresha, sales',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'Sale no.,Sale date,Client,Location,Status,Type,Item,Channel,Team member,Gross sales,Discounts,Refunds,Net ' +
        'sales,Tax,Total sales',
      '#1,2026-11-15,Ann Lee,Main,Completed,Service,Haircut,Online,Bo,40.00,0.00,0.00,40.00,0.00,40.00',
      '#1,2026-11-15,Ann Lee,Main,Completed,Product,Shampoo,Online,Bo,10.00,0.00,0.00,10.00,0.00,10.00',
      '#2,2026-11-16,Walk-In,Main,Completed,Service,Haircut,Offline,Bo,40.00,5.00,0.00,35.00,0.00,35.00',
      '#3,2026-11-16,Cy Oss,Main,Part-paid,Service,Colour,Offline,Bo,90.00,0.00,0.00,90.00,0.00,90.00',
      '#4,2026-11-17,Cy Oss,Main,Unpaid,Service,Colour,Offline,Bo,90.00,0.00,0.00,90.00,0.00,90.00',
      '#5,2026-11-17,Di Fox,Main,Completed,Gift card,Gift card,Offline,Bo,50.00,0.00,0.00,50.00,0.00,50.00',
    ),
    becomes: [
      'sale 2026-11-15 #1 Ann Lee 50.00',
      'sale 2026-11-16 #2 35.00',
      'person Ann Lee',
      'left out not-paid 1 90.00',
      'left out gift-card 1 50.00',
      'rejected 5 row.unknown-state',
    ],
  },
  {
    name: 'Numbers, a table as CSV with its name',
    shop: 'us',
    kind: 'customers',
    text:
      '\ufeffCustomers\r\nName,Phone,Notes,\r\nAnn Lee,(212) 555-0101,likes jasmine,\r\nBo Dam,(212) 555-0102,,\r\n' +
      ',,,\r\n',
    becomes: ['person Ann Lee +12125550101', 'person Bo Dam +12125550102'],
  },
  {
    name: 'Google Forms, a sign-up',
    shop: 'us',
    kind: 'customers',
    text: lines(
      'Timestamp,Your full name,Phone number,Email address,What are you interested in?,Any comments?',
      '11/15/2026 10:00:00,Ann Lee,(212) 555-0101,ann@example.com,"Tea, Cups",none',
      '11/16/2026 10:00:00,bo dam,212-555-0102,bo@example.com,Tea,',
    ),
    becomes: ['person Ann Lee +12125550101 ann@example.com', 'person bo dam +12125550102 bo@example.com'],
  },
  {
    name: 'Google Forms, a survey',
    shop: 'cn',
    kind: 'surveys',
    text: lines(
      'Timestamp,您的姓名,手机号,总体满意度,意见建议',
      '2026/11/15 10:00:00 AM GMT+8,王芳,13800000081,5,很好',
      '2026/11/16 10:00:00 AM GMT+8,李四,13800000082,2,太慢',
    ),
    becomes: ['rejected 2 customer.not-found', 'rejected 3 customer.not-found'],
  },
  {
    name: '问卷星，登记表',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '序号,提交答卷时间,所用时间,来源,来源详情,来自IP,1、您的姓名,2、您的手机号,3、您的生日,4、您喜欢的茶',
      '1,2026/11/15 10:00:00,30秒,微信,N/A,1.2.3.4(四川-成都),王芳,13800000091,1990-05-06,龙井',
      '2,2026/11/15 11:00:00,25秒,微信,N/A,1.2.3.5(四川-成都),李四,13800000092,,岩茶',
    ),
    becomes: ['person 王芳 +8613800000091 1990-05-06', 'person 李四 +8613800000092'],
  },
  {
    name: 'Outlook auf Deutsch',
    shop: 'de',
    kind: 'customers',
    text: lines(
      'Anrede,Vorname,Weitere Vornamen,Nachname,Suffix,Firma,Abteilung,Position,Straße geschäftlich,Ort ' +
        'geschäftlich,Postleitzahl geschäftlich,Straße privat,Ort privat,Telefon geschäftlich,Telefon (privat),' +
        'Mobiltelefon,E-Mail-Adresse,Geburtstag,Notizen,Kategorien',
      'Herr,Jörg,,Müller,,Bean GmbH,,,Hauptstr. 1,Berlin,10115,,,030 1234567,,0171 1234562,joerg@example.de,' +
        '13.12.1985,mag Assam,Stammkunde',
    ),
    becomes: ['person Jörg Müller +491711234562 joerg@example.de 1985-12-13', 'warned row.second-phone 2'],
  },
  {
    name: 'a mailing list of MailChimp',
    shop: 'us',
    kind: 'customers',
    text: lines(
      'Email Address,First Name,Last Name,Address,Phone Number,Birthday,TAGS,MEMBER_RATING,OPTIN_TIME,LAST_CHANGED',
      'ann@example.com,Ann,Lee,"1 Main St  Springfield  IL",(212) 555-0101,12/13,"""vip"",""tea""",4,2024-01-02 ' +
        '10:00:00,2026-01-02 10:00:00',
      'nobody@example.com,,,,,,,2,2024-01-02 10:00:00,2026-01-02 10:00:00',
    ),
    becomes: ['person Ann Lee +12125550101 ann@example.com 12-13', 'rejected 3 row.missing'],
  },
  {
    name: 'a call log of a phone',
    shop: 'cn',
    kind: 'contacts',
    text: lines(
      '姓名,号码,通话类型,通话时间,通话时长',
      '王芳,13800000031,呼出,2026-11-15 10:00:00,65',
      '王芳,13800000031,呼出,2026-11-16 10:00:00,0',
      '王芳,13800000031,未接来电,2026-11-17 10:00:00,0',
      '王芳,13800000031,拒接,2026-11-18 10:00:00,0',
    ),
    becomes: [
      'rejected 2 customer.not-found',
      'rejected 3 customer.not-found',
      'rejected 4 customer.not-found',
      'rejected 5 customer.not-found',
    ],
  },
  {
    name: 'a file of points',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '会员姓名,会员手机,剩余积分,累计消费,状态',
      '王芳,13800000031,120,1288.50,正常',
      '李四,13800000032,0,0,已注销',
      '合计：2人,,120,1288.50,',
    ),
    becomes: ['person 王芳 +8613800000031', 'person 李四 +8613800000032', 'left out total 1'],
  },
  {
    name: '是否付款',
    shop: 'cn',
    kind: 'purchases',
    text: lines('日期,单号,客户,金额,是否付款', '2026-11-01,1,张三,10,是', '2026-11-02,2,李四,20,否'),
    becomes: ['sale 2026-11-01 1 张三 10.00', 'person 张三', 'left out not-paid 1 20.00'],
  },
  {
    name: 'paid, yes or no',
    shop: 'us',
    kind: 'purchases',
    text: lines('Date,Invoice,Customer,Total,Paid', '2026-11-01,1,Ann,10,Yes', '2026-11-02,2,Bo,20,No'),
    becomes: ['sale 2026-11-01 1 Ann 10.00', 'person Ann', 'left out not-paid 1 20.00'],
  },
  {
    name: 'paid, a day or none',
    shop: 'us',
    kind: 'purchases',
    text: lines('Order Date,Order,Customer,Total,Paid', '2026-11-01,1,Ann,10,2026-11-03', '2026-11-02,2,Bo,20,'),
    becomes: ['sale 2026-11-01 1 Ann 10.00', 'person Ann', 'left out not-paid 1 20.00'],
  },
  {
    name: 'a refund that is positive',
    shop: 'us',
    kind: 'purchases',
    text: lines('Date,Receipt,Customer,Type,Amount', '2026-11-01,1,Ann,Sale,10', '2026-11-02,2,Ann,Refund,4'),
    becomes: ['sale 2026-11-01 1 Ann 10.00', 'refund 2026-11-02 2 Ann -4.00', 'person Ann'],
  },
  {
    name: '负数量',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,单号,客户,商品,数量,单价,金额',
      '2026-11-01,1,张三,茶,2,5,10',
      '2026-11-02,2,张三,茶,-1,5,-5',
      '2026-11-02,3,张三,茶,-1,5,5',
    ),
    becomes: [
      'sale 2026-11-01 1 张三 10.00',
      'refund 2026-11-02 2 张三 -5.00',
      'person 张三',
      'rejected 4 row.disagrees',
    ],
  },
  {
    name: '币种',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,客户,币种,金额',
      '2026-11-01,张三,人民币,10',
      '2026-11-02,李四,美元,20',
      '2026-11-02,王五,CNY,30',
    ),
    becomes: [
      'sale 2026-11-01 张三 10.00',
      'sale 2026-11-02 王五 30.00',
      'person 张三',
      'person 王五',
      'rejected 3 row.currency',
    ],
  },
  {
    name: 'minus behind and brackets',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Customer,Amount',
      '2026-11-01,Ann,12.00',
      '2026-11-02,Ann,5.00-',
      '2026-11-03,Ann,(3.00)',
      '2026-11-03,Bo,4.00 CR',
    ),
    becomes: [
      'sale 2026-11-01 Ann 12.00',
      'refund 2026-11-03 Ann -3.00',
      'person Ann',
      'rejected 3 money.unreadable',
      'rejected 5 money.unreadable',
    ],
  },
  {
    name: '两行表头',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '基本信息,,,消费信息,',
      '姓名,手机,生日,消费次数,累计消费',
      '王芳,13800000001,1990-05-06,3,300',
      '合计,,,3,300',
    ),
    becomes: ['person 王芳 +8613800000001 1990-05-06', 'left out total 1'],
  },
  {
    name: '合计在金额列前',
    shop: 'cn',
    kind: 'purchases',
    text: lines('日期,单号,客户,金额', '2026-11-01,1,张三,10', ',,合计,10', ',,,10'),
    becomes: ['sale 2026-11-01 1 张三 10.00', 'person 张三', 'left out total 1 10.00', 'rejected 4 row.missing'],
  },
  {
    name: '储值余额表',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '会员名称,会员卡号,手机,储值余额,赠送余额,状态',
      '张三,V1,13800000001,100.00,20.00,正常',
      '李四,V2,13800000002,0.00,0.00,挂失',
      '合计,,,100.00,20.00,',
    ),
    becomes: ['person 张三 +8613800000001', 'person 李四 +8613800000002', 'left out total 1'],
  },
  {
    name: '退货单独一列',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,单号,客户,销售金额,退货金额',
      '2026-11-01,1,张三,100,0',
      '2026-11-02,2,张三,50,50',
      '2026-11-03,3,张三,0,30',
    ),
    becomes: [
      'sale 2026-11-01 1 张三 100.00',
      'sale 2026-11-02 2 张三 50.00',
      'refund 2026-11-02 of 2 张三 -50.00',
      'person 张三',
      'rejected 4 row.return-too-much',
      'warned row.refund-day 3',
    ],
  },
  {
    name: '订单，售后状态',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '订单编号,下单时间,买家昵称,实付款,订单状态,售后状态',
      '1,2026-11-01 10:00,tea_lover,30,交易成功,退款成功',
      '2,2026-11-01 11:00,tb123456,20,交易成功,无售后',
      '3,2026-11-01 12:00,李*,20,交易成功,售后处理中',
    ),
    becomes: [
      'sale 2026-11-01 1 30.00',
      'sale 2026-11-01 2 20.00',
      'sale 2026-11-01 3 20.00',
      'refund 2026-11-01 of 1 -30.00',
      'warned row.all-walk-in',
      'warned row.refund-day 2',
      'warned row.claim-open 4',
    ],
  },
  {
    name: 'subtotals',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Customer,Amount',
      '2026-11-01,Ann,10',
      'Subtotal,,10',
      '2026-11-02,Bo,20',
      'Subtotal,,20',
      'Grand Total,,30',
    ),
    becomes: [
      'sale 2026-11-01 Ann 10.00',
      'sale 2026-11-02 Bo 20.00',
      'person Ann',
      'person Bo',
      'left out total 3 60.00',
    ],
  },
  {
    name: 'names that begin like totals',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Customer,Amount',
      '2026-11-01,Total Wine,10',
      '2026-11-02,Sum Li,20',
      '2026-11-03,Page Turner Books,5',
    ),
    becomes: [
      'sale 2026-11-01 Total Wine 10.00',
      'sale 2026-11-02 Sum Li 20.00',
      'sale 2026-11-03 Page Turner Books 5.00',
      'person Total Wine',
      'person Sum Li',
      'person Page Turner Books',
    ],
  },
  {
    name: '像合计的名称',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,客户,金额',
      '2026-11-01,共享茶室,10',
      '2026-11-02,总统酒店,20',
      '2026-11-03,小计划书店,5',
      '2026-11-03,日月潭,6',
    ),
    becomes: [
      'sale 2026-11-01 共享茶室 10.00',
      'sale 2026-11-02 总统酒店 20.00',
      'sale 2026-11-03 小计划书店 5.00',
      'sale 2026-11-03 日月潭 6.00',
      'person 共享茶室',
      'person 总统酒店',
      'person 小计划书店',
      'person 日月潭',
    ],
  },
  {
    name: '像合计的客户名单',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '客户,电话',
      '合计,',
      '张三,13800000001',
      '会计师小王,13800000002',
      '统计局,010-62345678',
      '李会计,13800000003',
    ),
    becomes: [
      'person 张三 +8613800000001',
      'person 会计师小王 +8613800000002',
      'person 统计局 +861062345678',
      'person 李会计 +8613800000003',
      'left out total 1',
    ],
  },
  {
    name: '双语表头',
    shop: 'cn',
    kind: 'purchases',
    text: lines('Date 日期,Customer 客户,Amount 金额', '2026-11-01,张三,10'),
    becomes: ['sale 2026-11-01 张三 10.00', 'person 张三'],
  },
  {
    name: '收货人',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '下单时间,订单号,收货人,联系电话,收货地址,实付',
      '2026-11-01 10:00,1,王女士,13800000001,杭州,10',
      '2026-11-01 11:00,2,王女士,13800000002,杭州,10',
      '2026-11-01 12:00,3,李先生,,杭州,10',
    ),
    becomes: [
      'sale 2026-11-01 1 王女士 10.00',
      'sale 2026-11-01 2 王女士 10.00',
      'sale 2026-11-01 3 10.00',
      'person 王女士 +8613800000001',
      'person 王女士 +8613800000002',
      'warned row.stranger 4',
    ],
  },
  {
    name: 'a sale and its void',
    shop: 'us',
    kind: 'purchases',
    text: lines('Date,Receipt,Customer,Total,Status', '2026-11-01,1,Ann,10,Completed', '2026-11-01,1,Ann,10,Voided'),
    becomes: ['void sale 2026-11-01 1 Ann 10.00', 'person Ann'],
  },
  {
    name: 'chargebacks and disputes',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Date,Order,Customer,Total,Status',
      '2026-11-01,1,Ann,10,Chargeback',
      '2026-11-01,2,Ann,10,Disputed',
      '2026-11-02,3,Bo,5,On the way',
    ),
    becomes: [
      'sale 2026-11-01 1 Ann 10.00',
      'sale 2026-11-01 2 Ann 10.00',
      'sale 2026-11-02 3 Bo 5.00',
      'refund 2026-11-01 of 1 Ann -10.00',
      'person Ann',
      'person Bo',
      'warned row.refund-day 2',
      'warned row.claim-open 3',
    ],
  },
  {
    name: 'a remark that says refunded',
    shop: 'us',
    kind: 'purchases',
    text: lines('Date,Order,Customer,Total,Remarks', '2026-11-01,1,Ann,10,refunded', '2026-11-02,2,Bo,5,'),
    becomes: [
      'sale 2026-11-01 1 Ann 10.00',
      'sale 2026-11-02 2 Bo 5.00',
      'person Ann',
      'person Bo',
      'warned row.unread-state 2',
    ],
  },
  {
    name: 'Excel 改坏的订单号',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '订单号,付款时间,买家,金额',
      "'2930679858170001,2026-11-01 10:00,张三,10",
      '2.93068E+15,2026-11-01 11:00,李四,20',
    ),
    becomes: ['sale 2026-11-01 2930679858170001 张三 10.00', 'person 张三', 'rejected 3 row.spreadsheet'],
  },
]
