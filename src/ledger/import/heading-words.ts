/**
 * The columns an import knows, by the names `--map` and the JSON use, and the English and Chinese headings each is
 * recognised by. Chinese is folded to simplified first.
 */
export const headingWords = {
  customers: {
    name:
      'name customerfullname fullname customername customer client contactname displayname clientname 姓名 名字 名称 ' +
      '客户 客户名 客人 客人姓名 群昵称 群名片 ' +
      '客户名称 客户姓名 顾客 顾客姓名 会员 会员姓名 会员名 会员名称 联系人 收货人',
    first_name: 'first firstname givenname forename vorname prénom prenom',
    last_name: 'last lastname surname familyname nachname nomdefamille',
    called: 'called salutation nickname 称呼 尊称 昵称 微信昵称 微信名 微信名称',
    code:
      'code accountnumber card cardno cardnumber customercode customerno customerid clientid memberid ' +
      'membercode memberno ' +
      'membernumber membershipno 卡号 编号 编码 客户编号 客户编码 客户号 会员号 会员卡号 会员编号 会员卡',
    kind: 'kind customertype 类别 客户类别 客户类型',
    phone:
      '客户手机 客户手机号 客户电话 会员手机号 顾客手机 顾客手机号 telephonemobile phone phonenumber phoneno mobile mobilephone mobileno ' +
      'mobilenumber cell cellphone telephone tel ' +
      'telephonenumber landline homephone workphone businessphone 手机 手机号 手机号码 电话 电话号码 联系电话 联系手机 联系方式 移动电话 会员手机 ' +
      '会员电话 固定电话 固话 座机 电话1 手机1 联系人电话 联系人手机 公司电话 phone1 primaryphone 家庭电话 办公电话 备用电话',
    email: 'email emailaddress mail 邮箱 电子邮箱 邮件 电子邮件',
    wechat: 'wechat wechatid weixin wx 微信 微信号',
    company:
      'businessname companyname organizationname company organisation organization employer firm 单位 公司 公司名称 ' +
      '工作单位 单位名称',
    address:
      'poaddressline1 billaddress billingaddress streetaddress address1 addressline1 address homeaddress street ' +
      '地址 住址 家庭住址 联系地址 收货地址 详细地址',
    birthday: 'birthday birthdate dateofbirth dob bday 生日 出生日期 出生年月日 会员生日',
    joined:
      'timestamp submittedat customersince datecreated dateadded clientsince 提交时间 提交答卷时间 填写时间 成为会员时间 joined ' +
      'joinedon joindate membersince registered registeredon registrationdate created createdat 入会日期 入会时间 ' +
      '加入日期 注册日期 注册时间 开卡日期 开卡时间 办卡日期 办卡时间 建档日期 创建时间',
    source: 'source channel origin 来源 客户来源 会员来源 渠道',
    referred_by: 'referredby referrer introducedby 介绍人 推荐人',
    tags: 'tags tag labels label groups 标签 客户标签 会员标签',
    notes: 'notes note remarks remark comment comments memo 备注 说明 备忘 客户备注',
    style: 'style 性格',
    potential: 'potential 潜力',
    keeper: 'keeper salesperson accountmanager owner 负责人 跟进人 专属导购 导购 客户经理 业务员 店员',
    balance: 'balance',
    owes:
      '应收账款 应收账款余额 应收帐款 outstandingbalance 应收余额 期末应收 owes owed debt debit receivable amountdue balancedue ' +
      'outstanding 欠款 应收 赊账 欠账 应收款 欠款金额 挂账 赊欠',
    credit:
      'storecredit storecreditbalance accountcredit creditbalance walletbalance credit prepaid deposit ' +
      'storedvalue 余额 预存 储值 预存款 储值余额 卡余额 账户余额 会员余额 充值余额 卡内余额 剩余金额',
    visits_before:
      'visitsbefore visits totalvisits visitcount numberofvisits totalorders paymentcount orders ' +
      'ordercount purchasecount 消费次数 到店次数 购买次数 来店次数 累计次数 累计消费次数',
    spent_before:
      'spentbefore spent totalspend totalspent lifetimespend lifetimespent lifetimevalue ' +
      '累计消费 消费总额 总消费 累计金额 消费金额 累计消费金额 消费总金额 已消费',
    last_purchase:
      '最近消费日 上次消费日 最后消费日 lastpurchase lastpurchaseon lastpurchasedate lastvisit ' +
      'lastvisitdate lastorder lastorderdate 上次消费 最近消费 最后消费 上次消费日期 ' +
      '最近消费日期 最后消费日期 上次消费时间 ' +
      '最近消费时间 最后消费时间 最近一次消费时间 最近到店',
    points:
      'points pointsbalance pointbalance currentpoints availablepoints loyaltypoints rewardpoints bonuspoints ' +
      '红利点数 紅利點數 红利积分 积分 剩余积分 可用积分 会员积分 积分余额',
    tier: 'tier grade level class membershiplevel 等级 级别 会员等级 客户等级 会员级别 卡类型 卡种',
    wallet_share: 'walletshare shareofwallet 钱包份额 采购份额',
    preferred_channel: 'preferredchannel preferredcontact 偏好方式 联系偏好 首选联系方式',
    hours: 'hours contacthours besttime 方便时间 方便联系时间 联系时段',
    credit_limit: 'creditlimit 赊账额度 信用额度 授信额度 欠款上限',
    do_not_contact: 'donotcontact dnc 勿扰 免打扰 不联系 谢绝联系',
    consent: 'consent consents 同意的方式 联系许可',
    archived: 'archived 归档 已归档',
  },
  purchases: {
    customer:
      'customer client buyer member payer counterparty 客户 顾客 会员 客人 预约人 买家 交易对方 付款方 付款人 购买方 客户方',
    code:
      'code card cardno cardnumber customercode customerno customerid membercode memberno membernumber ' +
      'membershipno 卡号 客户编号 客户编码 客户号 会员号 会员卡号 会员编号 会员卡',
    phone:
      'clientphone clientmobile clientphonenumber buyerphone customerphone contactphone ' +
      'billingphone shippingphone recipientphone 会员手机号 客户手机 客户手机号 客户电话 ' +
      '顾客手机 顾客手机号 买家手机 买家手机号 买家电话 预留手机号 下单手机号 收件人手机 收件人手机号 收件人电话 收件者电话 收货人手机 收货人手机号 收货人电话 phone phonenumber ' +
      'phoneno ' +
      'mobile mobilephone mobileno cell telephone tel 手机 手机号 手机号码 电话 电话号码 联系电话 会员手机 会员电话',
    name:
      'buyername clientname contactname membername billingname billtoname guestname recipientname shippingname ' +
      'shiptoname ' +
      '买家姓名 顾客名 会员昵称 对方户名 对方名称 对方账户名称 交易对手 往来单位 客户昵称 收件人 收件人姓名 收件者姓名 收货人 收货人姓名 name fullname customername 姓名 名字 ' +
      '客户名 ' +
      '客户名称 客户姓名 顾客姓名 会员姓名 会员名',
    email: 'email emailaddress customeremail buyeremail clientemail contactemail billingemail 买家邮箱 客户邮箱 邮箱',
    on:
      'appointmentdate scheduledon scheduleddate bookingdate servicedate dateofservice visitdate buchungstag ' +
      '到店日期 到店时间 服务日期 posteddate postingdate created createdat createdon createddate createdutc ' +
      'datecreated dateadded dateplaced saletime saledatetime ' +
      'paymentdate paymenttime paidat paidon datepaid paiddate transactioncreationdate dateofsale closedat 付款时间 ' +
      '付款日期 支付时间 支付日期 支付完成时间 订单付款时间 订单创建时间 订单成立日期 订单支付时间 预约日期 预约时间 记账日 创建时间 创建日期 成交时间 核销时间 验证时间 验券时间 收款时间 收款日期 ' +
      '入账时间 记账日期 单据时间 营业日期 ' +
      '完成时间 订单完成时间 交易完成时间 on date day purchasedate purchasedon orderdate saledate invoicedate transactiondate ' +
      'datetime time ' +
      'timestamp 日期 时间 消费日期 消费时间 销售日期 销售时间 交易日期 交易时间 下单时间 下单日期 订单日期 订单时间 购买日期 购买时间 单据日期 开单日期 结账时间 收银时间',
    amount:
      'gross grossamount grosstransactionamount ordertotalamount orderamount totalsales invoicetotal ' +
      'invoiceamount grandtotalpurchased 订单总金额 订单总额 订单实付金额 订单实付 订单实收 订单实收金额 订单应付金额 订单应收金额 用户实付 用户实付金额 用户支付金额 ' +
      '支付金额 买家总支付金额 应收订单金额 卖价 销售价 收入金额 折后金额 折后价 成交总额 销售总额 营业额 应收合计 实收合计 amount total totalamount totalprice ' +
      'netsales ' +
      'revenue sum ' +
      'grandtotal ordertotal totalcollected amountdue ' +
      'netamount 金额 消费金额 实收 实收金额 实付 实付金额 实付款 实收款 合计 合计金额 总额 总金额 总价 应收 应收金额 应付 应付金额 销售金额 销售额 订单金额 交易金额 成交金额 成交价 收款金额',
    quantity:
      'lineitemquantity itemquantity 销量 份数 quantity qty count units 数量 件数 商品数量 购买数量 销售数量 订购数量',
    unit_price:
      'lineitemprice unitamount unitprice price priceeach itemprice 单价 价格 售价 零售价 商品单价 商品活动价格 销售单价',
    cost: 'cost costofgoods totalcost 成本 成本金额 总成本',
    unit_cost: 'unitcost costprice costperunit 成本价 进价 进货价 单位成本 成本单价',
    discount:
      '折扣率 折率 会员折扣率 discountrate discount% discountpercent rabatt% remise% 抹零 抹零金额 cartdiscountamount ' +
      'totaldiscount totaldiscounts discounttotal 商家优惠 商家优惠金额 店铺优惠 总优惠 优惠合计 折扣额 优惠总额 discount ' +
      'discounts discountamount 折扣 优惠 优惠金额 折扣金额 立减 折让 折让金额',
    refunded:
      '退货金额 退货额 退货 refundstotal refundtotal totalrefund orderrefundamount 退款总额 退款合计 refunded refundedamount ' +
      'amountrefunded refundamount refund refunds totalrefunded refundedtotal 退款 已退款 退款金额 ' +
      '已退款金额 已退金额 退款额',
    item:
      'service services treatment itemname itemtitle itemdescription lineitemname productservice ' +
      'servicename 项目名称 商品标题 宝贝标题 服务项目 菜品 菜品名称 套餐 ' +
      '套餐名称 商品信息 item items product products productname goods description article sku 物品 商品 商品名称 商品名 品名 货品 产品 ' +
      '产品名称 项目 ' +
      '明细 消费项目 内容',
    ref:
      'apptref appointmentref bookingref bookingid invno check checkno ' +
      'orderref saleno salenumber saleid salesrecordnumber amazonorderid receiptid billno ' +
      'billnumber checknumber ' +
      'paymentid num docno 主订单编号 账单号 账单编号 小票编号 交易流水号 流水单号 消费单号 券号 券码 商户订单号 ref reference receipt receiptno ' +
      'receiptnumber order orderno ordernumber orderid invoice invoiceno ' +
      'invoicenumber invoiceid transactionid ticket ticketno 单号 小票号 小票 订单号 订单编号 流水号 交易号 交易单号 交易订单号 票号 收据号 单据号 单据编号 ' +
      '销售单号 发票号',
    method:
      'paymentmode paymenttype tendertype modeofpayment method payment paymentmethod paidby 支付方式 付款方式 收款方式 结算方式 支付',
    paid: 'invoiceamountpaid paid amountpaid paidamount 已付 已付金额 已收 付款金额 已收金额',
    due: 'due dueon duedate 到期日 应付日期 付款期限 还款日期 约定还款',
    refund_of:
      '原流水号 原交易号 原交易流水号 原单据号 原交易单号 originalreceipt originalreceiptnumber originaltransactionid ' +
      'originaltransaction originalinvoice refundof returnof originalref originalorder 原单号 原单 原订单号 原小票号 退货原单',
    status:
      'result paymentstate orderpaymentstate orderstate invoicestatus salestatus ' +
      'lineitemstatus 券状态 发票状态 结账状态 到店情况 到店状态 ' +
      'status state orderstatus paymentstatus financialstatus transactionstatus 状态 单据状态 订单状态 当前状态 交易状态 支付状态 付款状态 ' +
      '退款状态 收款状态',
    direction:
      'crdr drcr debitcredit creditdebit ' +
      'kind linetype rowtype saletype 交易类别 业务类别 操作类型 记录类型 消费类型 direction inout incomeexpense type ' +
      'transactiontype eventtype receipttype recordtype 收/支 收支 收支类型 收支方向 交易类型 ' +
      '业务类型 单据类型 类型',
    note: 'note notes remark remarks comment comments memo 备注 说明 单据备注 订单备注',
    reason: 'reason returnreason refundreason 退货原因 退款原因',
    fault: 'fault 责任 责任方',
    by: 'staff staffname teammember employee employeename server user 店员 营业员 by enteredby cashier 收银员 经手人 操作员',
  },
  contacts: {
    customer: 'customer client member 客户 顾客 会员 联系人 联系对象',
    code:
      'code card cardno cardnumber customercode customerno customerid membercode memberno membernumber 卡号 客户编号 ' +
      '客户编码 客户号 会员号 会员卡号 会员编号 会员卡',
    phone:
      'number dialednumber callednumber 电话 号码 对方号码 对方电话 phone phonenumber phoneno mobile mobilephone mobileno ' +
      'cell telephone tel 手机 手机号 手机号码 电话号码 ' +
      '联系电话 会员手机 会员电话',
    name: 'name fullname customername 姓名 名字 客户名 客户名称 客户姓名 顾客姓名 会员姓名 会员名',
    on:
      'calltime callstart starttime 回访日 通话日期 on date day contactdate contactedon contacted calldate datetime ' +
      'time timestamp 日期 时间 联系日期 联系时间 跟进日期 跟进时间 ' +
      '回访日期 回访时间 拜访日期 拜访时间 沟通日期 沟通时间 通话时间',
    direction: 'direction inout 方向 来去 呼叫方向',
    channel: 'channel medium method type contacttype 方式 联系方式 跟进方式 沟通方式 回访方式 渠道 途径',
    call_type: 'calltype callkind 通话类型 呼叫类型 来电类型',
    outcome: 'outcome result status 结果 通话结果 通话状态 接听状态 联系结果 跟进结果 回访结果 沟通结果',
    about: 'about reason reasons subject topic 缘由 关于 事由 原因 联系原因',
    note:
      'note notes remark remarks comment comments content summary memo 备注 说明 内容 联系内容 跟进内容 沟通内容 ' +
      '回访内容 记录 客户反馈 反馈 跟进记录 沟通记录',
    next:
      'next nexton nextdate nextcontact nextcall followup followupon nextfollowup 下次 下次联系 下次联系日期 下次联系时间 下次跟进 ' +
      '下次跟进日期 下次跟进时间 下次回访 下次回访时间 约定日期 约好回话',
    campaign: 'campaign 活动名称 营销活动',
    gift: 'gift 礼品 礼物 赠品',
    by: 'by enteredby 跟进人 回访人 记录人 操作人 经办人',
  },
  surveys: {
    customer: 'customer client member respondent 客户 顾客 会员 答卷人 填写人 填答者',
    code:
      'code card cardno cardnumber customercode customerno customerid membercode memberno membernumber 卡号 客户编号 ' +
      '客户编码 客户号 会员号 会员卡号 会员编号 会员卡',
    phone:
      'phone phonenumber phoneno mobile mobilephone mobileno cell telephone tel 手机 手机号 手机号码 电话 电话号码 联系电话 会员手机 会员电话 ' +
      '您的手机 您的手机号',
    name: 'name fullname customername yourname 姓名 名字 客户名 客户名称 客户姓名 顾客姓名 会员姓名 会员名 您的姓名',
    on:
      'on date day datetime time timestamp submitted submittedon submittedat submitdate submissiondate completed ' +
      'completedat 日期 时间 提交时间 提交日期 提交答卷时间 答题时间 填写时间 填写日期 评价时间 评价日期 调查日期 回访日期 回访时间',
    aspect: 'aspect question topic 方面 项目 评价项目 问题',
    expected: 'expected expectation 期望 期望分 期望值 期望得分',
    perceived:
      'perceived satisfaction rating score stars answer 满意度 评分 打分 得分 分数 星级 评价 总体评价 总体满意度 实际 实际感受 实际得分',
    comment:
      'comment comments note notes remark remarks feedback review 备注 意见 建议 评语 评论 评价内容 意见建议 留言',
    by: 'by enteredby askedby 回访人 调查人 记录人 操作人',
  },
} as const satisfies Record<string, Record<string, string>>
