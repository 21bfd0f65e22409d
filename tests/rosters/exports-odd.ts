import type { Export } from './exports.ts'

const lines = (...all: string[]) => `${all.join('\n')}\n`

/** Files in units of their own, accounts of banks, and lists in which a row is not one sale. */
export const exportsOdd: readonly Export[] = [
  {
    name: 'Sparkasse, CAMT',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      'Auftragskonto;Buchungstag;Valutadatum;Buchungstext;Verwendungszweck;Glaeubiger ID;Mandatsreferenz;' +
        'Kundenreferenz (End-to-End);Sammlerreferenz;Lastschrift Ursprungsbetrag;' +
        'Auslagenersatz Ruecklastschrift;Beguenstigter/Zahlungspflichtiger;Kontonummer/IBAN;' +
        'BIC (SWIFT-Code);Betrag;Waehrung;Info',
      'DE12;02.11.26;02.11.26;GUTSCHR. UEBERWEISUNG;Rechnung 1001;;;;;;;Anna Meier;DE99;XXX;119,00;EUR' +
        ';Umsatz gebucht',
      'DE12;03.11.26;03.11.26;DAUERAUFTRAG;Miete;;;;;;;Haus GmbH;DE98;XXX;-900,00;EUR;Umsatz gebucht',
      'DE12;04.11.26;04.11.26;FOLGELASTSCHRIFT;Strom;;;;;;;Stadtwerke;DE97;XXX;-88,20;EUR;' + 'Umsatz gebucht',
    ),
    becomes: ['sale 2026-11-02 Anna Meier 119.00', 'person Anna Meier', 'left out own-spending 2 -988.20'],
  },
  {
    name: 'Chase, an account',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #',
      'CREDIT,11/02/2026,SQUARE INC SQ261102,204.50,ACH_CREDIT,1204.50,',
      'DEBIT,11/13/2026,RENT LLC,-900.00,ACH_DEBIT,304.50,',
    ),
    becomes: ['sale 2026-11-02 204.50', 'left out own-spending 1 -900.00', 'warned row.all-walk-in'],
  },
  {
    name: 'appointments',
    shop: 'gb',
    kind: 'purchases',
    text: lines(
      'Ref #,Appointment date,Client,Service,Staff,Price,Status',
      'A1,2026-11-01,Ann Lee,Cut,Bo,30.00,Completed',
      'A2,2026-11-02,Cy Oss,Colour,Bo,80.00,No Show',
      'A3,2026-11-03,Ann Lee,Cut,Bo,30.00,Cancelled',
      'A4,2026-12-20,Ann Lee,Cut,Bo,30.00,Booked',
      'A5,2026-11-05,Di Poe,Cut,Bo,30.00,Confirmed',
      'A6,2026-11-06,Di Poe,Cut,Bo,30.00,Arrived',
    ),
    becomes: [
      'sale 2026-11-01 A1 Ann Lee 30.00',
      'sale 2026-11-06 A6 Di Poe 30.00',
      'person Ann Lee',
      'person Di Poe',
      'left out not-a-sale 2 110.00',
      'left out cancelled 1 30.00',
      'rejected 6 row.unknown-state',
    ],
  },
  {
    name: 'eBay auf Deutsch',
    shop: 'de',
    kind: 'purchases',
    text: lines(
      '\ufeff',
      'Verkaufsprotokollnummer;Bestellnummer;Nutzername des Käufers;Name des Käufers;E-Mail des Käufers;' +
        'Versand nach Name;Versand nach Telefon;Versand nach Ort;Versand nach PLZ;Artikelnummer;' +
        'Artikelbezeichnung;Anzahl;Verkauft für;Verpackung und Versand;Gesamtbetrag;Zahlungsmethode;' +
        'Verkauft am;Zahlungsdatum',
      '1;23-12345-12345;annl;Anna Meier;abc@members.ebay.com;Anna Meier;+49 30 1234567;Berlin;10115;1100;' +
        'Teekanne;1;112,00 €;4,99 €;116,99 €;PayPal;10-Dez-25;10-Dez-25',
      '2;23-12345-12346;bodam;Bo Damm;def@members.ebay.com;Bo Damm;;Hamburg;20095;1101;Tasse;2;10,00 €' +
        ';4,99 €;24,99 €;PayPal;11-Dez-25;',
    ),
    becomes: [
      'sale 2025-12-10 23-12345-12345 Anna Meier 116.99',
      'person Anna Meier abc@members.ebay.com',
      'left out not-paid 1 24.99',
    ],
  },
  {
    name: 'BASE の注文',
    shop: 'jp',
    kind: 'purchases',
    text: lines(
      '注文ID,注文日時,氏(請求先),名(請求先),郵便番号(請求先),都道府県(請求先),住所(請求先),電話番号(請求先),メールアドレス(請求先),氏(配送先),名(配送先),備考,商品名' +
        ',バリエーション,価格,税率,数量,合計金額,送料,支払い方法,代引き手数料,発送状況,商品ID,種類ID,購入元,配送日,配送時間帯,注文メモ,調整金額',
      'AAA111,2026-11-01 10:00:00,山田,太郎,1000001,東京都,千代田区1-1,09012345678,taro@example.jp,山田,太郎,,お茶,,1200,' +
        '8,2,2900,500,クレジットカード決済,0,発送済み,1,1,shop,,,,0',
      'BBB222,2026-11-02 10:00:00,佐藤,花子,1000001,東京都,千代田区1-2,0312345678,hana@example.jp,佐藤,花子,,茶碗,,3500' +
        ',10,1,4000,500,クレジットカード決済,0,キャンセル,2,2,shop,,,,0',
      'CCC333,2026-11-03 10:00:00,鈴木,一郎,1000001,東京都,千代田区1-3,0312345679,ichi@example.jp,鈴木,一郎,,茶碗,,3500' +
        ',10,1,4000,500,銀行振込決済,0,入金待ち,2,2,shop,,,,0',
    ),
    becomes: [
      'sale 2026-11-01 AAA111 山田太郎 2900',
      'person 山田太郎 +819012345678',
      'left out not-paid 1 4000',
      'left out cancelled 1 4000',
    ],
  },
  {
    name: 'QuickBooks, transactions',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'Corner Tea',
      'Transaction List by Date',
      'November 2026',
      '',
      'Date,Transaction type,Num,Posting (Y/N),Name,Memo/Description,Account name,Split account name,A' + 'mount',
      '11/15/2026,Invoice,1001,Yes,Ann Lee,,Accounts Receivable (A/R),Sales,120.00',
      '11/03/2026,Payment,,Yes,Ann Lee,,Undeposited Funds,Accounts Receivable (A/R),120.00',
      '11/04/2026,Sales Receipt,1002,Yes,Bo Dam,,Undeposited Funds,Sales,40.00',
      '11/05/2026,Bill,,Yes,Tea Importers,,Accounts Payable (A/P),Cost of Goods Sold,300.00',
      '11/06/2026,Expense,,Yes,Shell,,Checking,Fuel,-35.00',
      '11/07/2026,Credit Memo,1003,Yes,Ann Lee,,Accounts Receivable (A/R),Sales,-20.00',
      '11/08/2026,Deposit,,Yes,,,Checking,Undeposited Funds,160.00',
      '11/09/2026,Estimate,55,No,Cy Oss,,Accounts Receivable (A/R),Sales,500.00',
      'TOTAL,,,,,,,,"$1,185.00"',
    ),
    becomes: [
      'sale 2026-11-15 1001 Ann Lee 120.00',
      'sale 2026-11-04 1002 Bo Dam 40.00',
      'refund 2026-11-07 1003 Ann Lee -20.00',
      'person Ann Lee',
      'person Bo Dam',
      'left out not-a-sale 2 620.00',
      'left out own-spending 2 265.00',
      'left out own-money 1 160.00',
      'left out total 1 1185.00',
    ],
  },
  {
    name: '对公账户流水',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '交易日期,摘要,对方户名,对方账号,借方发生额,贷方发生额,余额,用途',
      '2026-11-01,货款,绿叶酒楼,6222***1234,,1200.00,11200.00,茶叶款',
      '2026-11-02,付款,茶厂,6222***1235,3000.00,,8200.00,进货',
      '2026-11-03,手续费,,,5.00,,8195.00,网银手续费',
    ),
    becomes: ['sale 2026-11-01 绿叶酒楼 1200.00', 'person 绿叶酒楼', 'left out own-spending 2 -3005.00'],
  },
  {
    name: '银行流水，收支两列，有结息',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '记账日,交易日期,交易时间,支出,收入,账户余额,币种,摘要,对方账号,对方户名,交易地点',
      '20261101,20261101,10:00:00,0.00,200.00,1200.00,人民币,转账存入,6217***1111,李娜,',
      '20261102,20261102,10:00:00,99.00,0.00,1101.00,人民币,消费,,美团,',
      '20261103,20261103,10:00:00,0.00,2.13,1103.13,人民币,结息,,,',
    ),
    becomes: [
      'sale 2026-11-01 李娜 200.00',
      'person 李娜',
      'left out own-spending 1 -99.00',
      'left out own-money 1 2.13',
    ],
  },
  {
    name: '银行流水，金额带符号',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '交易时间,交易金额,账户余额,对方户名,摘要',
      '2026-11-01 10:00:00,+200.00,1200.00,李娜,转账',
      '2026-11-02 10:00:00,-99.00,1101.00,供电公司,代扣',
      '2026-11-03 10:00:00,300.00,1401.00,王芳,转账',
    ),
    becomes: [
      'sale 2026-11-01 李娜 200.00',
      'sale 2026-11-03 王芳 300.00',
      'person 李娜',
      'person 王芳',
      'left out own-spending 1 -99.00',
    ],
  },
  {
    name: '云闪付商户流水',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '序号,清算日期,交易时间,商户编号,商户名称,终端编号,交易类型,交易卡号,交易金额(元),商户手续费(元),入账金额(元),系统参考号,订单号',
      '1,2026-11-02,2026-11-01 10:00:00,898,街角茶,001,二维码消费,6222**1234,50.00,0.19,49.81,ref1,O1',
      '2,2026-11-02,2026-11-01 11:00:00,898,街角茶,001,消费,6222**1235,30.00,0.18,29.82,ref2,O2',
      '3,2026-11-03,2026-11-02 11:00:00,898,街角茶,001,联机退货,6222**1235,-30.00,-0.18,-29.82,ref3,O3',
      '总计,,,,,,,,50.00,0.19,49.81,,',
    ),
    becomes: [
      'sale 2026-11-01 O1 50.00',
      'sale 2026-11-01 O2 30.00',
      'refund 2026-11-02 O3 -30.00',
      'left out total 1 50.00',
      'warned row.all-walk-in',
    ],
  },
  {
    name: '进销存单据',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '单据日期,单据编号,往来单位,经手人,仓库,摘要,金额,已收金额,未收金额,单据类型',
      '2026-11-01,XS-001,绿叶酒楼,小王,主仓,茶叶,1200.00,1000.00,200.00,销售单',
      '2026-11-02,XS-002,零售客户,小王,主仓,,88.00,88.00,0.00,销售单',
      '2026-11-03,XT-001,绿叶酒楼,小王,主仓,,-100.00,0,0,销售退货单',
      '2026-11-04,JH-001,茶厂,小王,主仓,,3000.00,3000.00,0,进货单',
    ),
    becomes: [
      'sale 2026-11-01 XS-001 绿叶酒楼 1200.00 paid 1000.00',
      'sale 2026-11-02 XS-002 88.00',
      'refund 2026-11-03 XT-001 绿叶酒楼 -100.00',
      'person 绿叶酒楼',
      'left out own-spending 1 3000.00',
    ],
  },
  {
    name: '客户对账单',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '日期,单号,摘要,销售金额,收款金额,欠款余额',
      '期初,,,,,500.00',
      '2026-11-01,XS1,龙井,300.00,,800.00',
      '2026-11-05,SK1,收款,,600.00,200.00',
      '合计,,,300.00,600.00,200.00',
    ),
    becomes: [
      'sale 2026-11-01 XS1 300.00',
      'left out total 1 300.00',
      'rejected 2 day.unreadable',
      'rejected 4 row.missing',
      'warned row.all-walk-in',
    ],
  },
  {
    name: '左右两栏的名单',
    shop: 'cn',
    kind: 'customers',
    text: lines('姓名,电话,,姓名,电话', '李姐,13800138000,,王哥,13900139000', '赵总,13700137000,,陈姨,13600136000'),
    becomes: ['refused roster.two-lists'],
  },
  {
    name: '是否付款，写成别的话',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '序号,日期,客户姓名,商品,数量(斤),单价(元/斤),金额(元),是否付款,付款方式',
      '1,2026-11-01,李姐,龙井,2,50,100,是,微信',
      '2,2026-11-02,王哥,普洱,1,120,120,否,',
      '3,2026-11-03,赵总,茶饼,0.5,200,100,已付,现金',
      '4,2026-11-03,陈姨,茶饼,1,200,200,欠,',
    ),
    becomes: [
      'sale 2026-11-01 李姐 100.00',
      'sale 2026-11-03 赵总 100.00',
      'sale 2026-11-03 陈姨 200.00 paid 0.00',
      'person 李姐',
      'person 赵总',
      'person 陈姨',
      'left out not-paid 1 120.00',
    ],
  },
  {
    name: '金额以万元计',
    shop: 'cn',
    kind: 'purchases',
    text: lines('日期,客户,金额(万元)', '2026-11-01,李姐,1.2', '2026-11-02,王哥,0.5'),
    becomes: ['sale 2026-11-01 李姐 12000.00', 'sale 2026-11-02 王哥 5000.00', 'person 李姐', 'person 王哥'],
  },
  {
    name: '标题下写着单位',
    shop: 'cn',
    kind: 'purchases',
    text: lines('销售台账,,', '单位：万元,,', '日期,客户,金额', '2026-11-01,李姐,1.2', '2026-11-02,王哥,0.5'),
    becomes: ['sale 2026-11-01 李姐 12000.00', 'sale 2026-11-02 王哥 5000.00', 'person 李姐', 'person 王哥'],
  },
  {
    name: '金额以分计',
    shop: 'cn',
    kind: 'purchases',
    text: lines('订单号,支付时间,客户,支付金额(分)', '1,2026-11-01,李姐,4900', '2,2026-11-02,王哥,1250'),
    becomes: ['sale 2026-11-01 1 李姐 49.00', 'sale 2026-11-02 2 王哥 12.50', 'person 李姐', 'person 王哥'],
  },
  {
    name: 'amounts in cents',
    shop: 'us',
    kind: 'purchases',
    text: lines(
      'id,created_at,customer_name,amount_cents,status',
      '1,2026-11-01,Ann,4900,paid',
      '2,2026-11-02,Bo,1250,paid',
    ),
    becomes: ['sale 2026-11-01 Ann 49.00', 'sale 2026-11-02 Bo 12.50', 'person Ann', 'person Bo'],
  },
  {
    name: 'Kundenkartei, Name und Vorname in einer Spalte',
    shop: 'de',
    kind: 'customers',
    text: lines(
      'Name, Vorname;Tel.;Geb.;Str.;PLZ Ort;Bemerkung;offen',
      'Meier, Anna;0171-1234567;5.6.70;Hauptstr. 5;01067 Dresden;mag Tee;12,50',
      'Müller, Jürgen (Stammkunde);030/123456;12.3.;;;;',
    ),
    becomes: ['person Meier, Anna +491711234567', 'person Müller, Jürgen (Stammkunde) +4930123456'],
  },
  {
    name: '预约表',
    shop: 'cn',
    kind: 'purchases',
    text: lines(
      '预约日期,姓名,电话,项目,价格,状态',
      '2026-11-01,李姐,13800138000,洗剪吹,88,已到店',
      '2026-11-02,王哥,13900139000,护理,200,爽约',
      '2026-11-03,赵总,13700137000,烫发,300,已取消',
      '2026-12-20,陈姨,13600136000,烫发,300,已预约',
    ),
    becomes: [
      'sale 2026-11-01 李姐 88.00',
      'person 李姐 +8613800138000',
      'left out not-a-sale 2 500.00',
      'left out cancelled 1 300.00',
    ],
  },
  {
    name: '蝦皮訂單',
    shop: 'tw',
    kind: 'purchases',
    text: lines(
      '訂單編號,訂單狀態,不成立原因,退貨 / 退款狀態,買家帳號,訂單成立日期,商品總價,買家支付運費,蝦皮補助運費,退貨運費,買家總支付金額,蝦皮補貼金額,蝦幣折抵,銀行信用卡活動折抵,賣場優惠券,' +
        '賣家蝦幣回饋券,優惠券,成交手續費,其他服務費,金流與系統處理費,分期付款期數,商品名稱,商品ID,商品選項名稱,商品原價,商品活動價格,主商品貨號,商品選項貨號,數量,促銷組合指標,' +
        '蝦皮促銷組合折扣,收件地址,收件者電話,縣市,鄉鎮市區,郵遞區號,收件者姓名,寄送方式,出貨方式,備貨時間,付款方式,最晚出貨日期,包裹查詢號碼,買家付款時間,實際出貨時間,訂單完成時間,' +
        '買家備註,備註',
      '2611010A,完成,,,annlee,2026-11-01 10:00,500,60,0,0,560,0,0,0,0,0,0,28,0,11,,烏龍茶,1,,300,300,T1,T1,' +
        '1,,0,台北市***,****78,台北市,大安區,106,王*明,7-ELEVEN,自行寄送,2,信用卡,,,2026-11-01 10:05,,2026-11-05 10:00,,',
      '2611010A,完成,,,annlee,2026-11-01 10:00,500,60,0,0,560,0,0,0,0,0,0,28,0,11,,茶杯,2,,100,100,C1,C1,2' +
        ',,0,台北市***,****78,台北市,大安區,106,王*明,7-ELEVEN,自行寄送,2,信用卡,,,2026-11-01 10:05,,2026-11-05 10:00,,',
      '2611020B,不成立,買家取消,,bodam,2026-11-02 10:00,300,60,0,0,360,0,0,0,0,0,0,0,0,0,,烏龍茶,1,,300,300,T1,T1,' +
        '1,,0,***,****79,台中市,西區,403,李*華,全家,自行寄送,2,貨到付款,,,-,,,,',
      '2611030C,完成,,已退款,cyoss,2026-11-03 10:00,300,60,0,0,360,0,0,0,0,0,0,15,0,7,,烏龍茶,1,,300,300,T1,T1' +
        ',1,,0,***,****80,台中市,西區,403,張*,全家,自行寄送,2,信用卡,,,2026-11-03 10:05,,2026-11-08 10:00,,',
      '2611040D,待出貨,,,dipoe,2026-11-04 10:00,300,60,0,0,360,0,0,0,0,0,0,15,0,7,,烏龍茶,1,,300,300,T1,T1,1' +
        ',,0,***,****81,台中市,西區,403,陳*,全家,自行寄送,2,信用卡,,,2026-11-04 10:05,,,,',
    ),
    becomes: [
      'sale 2026-11-01 2611010A 560.00',
      'sale 2026-11-03 2611030C 360.00',
      'sale 2026-11-04 2611040D 360.00',
      'refund 2026-11-03 of 2611030C -360.00',
      'left out closed 1 360.00',
      'warned row.refund-day 5',
    ],
  },
  {
    name: 'Xero, contacts',
    shop: 'au',
    kind: 'customers',
    text: lines(
      '*ContactName,AccountNumber,EmailAddress,FirstName,LastName,POAttentionTo,POAddressLine1,POCity,' +
        'PORegion,POPostalCode,POCountry,PhoneNumber,FaxNumber,MobileNumber,DDINumber,SkypeName,' +
        'BankAccountName,TaxNumber,AccountsReceivableTaxCodeName,Website,Discount,CompanyNumber,' +
        'DueDateBillDay,DueDateBillTerm,DueDateSalesDay,DueDateSalesTerm',
      'Ann Lee,A100,ann@example.com,Ann,Lee,,1 Main St,Sydney,NSW,2000,Australia,02 9123 4567,,' +
        '0412 345 678,,,,,,,,,,,,',
      'Corner Deli,A101,deli@example.com,,,,2 Main St,Sydney,NSW,2000,Australia,02 9123 4568,,,,,,,,,,' + ',,,,',
    ),
    becomes: [
      'person Ann Lee +61412345678 ann@example.com',
      'person Corner Deli +61291234568 deli@example.com',
      'warned row.second-phone 2',
    ],
  },
  {
    name: 'QuickBooks, customers',
    shop: 'us',
    kind: 'customers',
    text: lines(
      'Corner Tea',
      'Customer Contact List',
      '',
      'Customer full name,Phone numbers,Email,Full name,Bill address,Ship address',
      'Ann Lee,Phone:(212) 555-0101 Mobile:(212) 555-0102,ann@example.com,Ann Lee,1 Main St Springfiel' + 'd IL 62701,',
      'Corner Deli,Phone:(212) 555-0103,deli@example.com,Joe Deli,2 Main St Springfield IL 62701,',
      '',
      '"Saturday, November 21, 2026 10:00 AM GMT-05:00"',
    ),
    becomes: ['person Ann Lee ann@example.com', 'person Corner Deli deli@example.com', 'left out footer 1'],
  },
  {
    name: '收银系统的会员',
    shop: 'cn',
    kind: 'customers',
    text: lines(
      '会员卡号,会员姓名,手机号,性别,生日,会员等级,注册时间,注册门店,储值余额,本金余额,赠送余额,积分余额,累计消费金额(元),累计消费次数,最近一次消费时间,标签',
      '8001,李娜,13800138000,女,1990-05-06,金卡,2024-01-02 10:00:00,街角店,120.00,100.00,20.00,350,2800.00,23,' +
        '2026-10-01 12:00:00,爱喝龙井|靠窗',
      '8002,王芳,139****9000,女,--,普通,2024-02-02 10:00:00,街角店,0.00,0.00,0.00,0,0.00,0,--,',
    ),
    becomes: [
      'person 李娜 +8613800138000 1990-05-06',
      'person 王芳',
      'warned row.masked-phone 3',
      'warned row.nothing 3',
      'warned row.nothing 3',
    ],
  },
]
