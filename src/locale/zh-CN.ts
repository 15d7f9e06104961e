import type { ReasonParams } from '../explain/reasonCodes.ts'
import type { Language, WallDay } from './language.ts'
import { meanText, signed } from './language.ts'
import { register } from './register.ts'
import { zhCNIssues } from './zh-CNIssues.ts'
import { zhCNPlaces } from './zh-CNPlaces.ts'

const dayOfYear = ({ month, day, weekday }: WallDay): string =>
  `${month}月${day}日（星期${'一二三四五六日'[weekday]}）`

const per = ({ window, days }: Partial<ReasonParams['rule.frequency']>): string =>
  window === 'week' ? '每周' : window === 'month' ? '每月' : days === 1 ? '每天' : '{days}天内'

/** What the built-in models say the score is of; a lender's own event is told as the lender wrote it. */
const EVENTS: Readonly<Record<string, string>> = {
  'no default within 30 days': '30天内不违约',
  'current within 30 days': '30天内恢复正常还款',
}

const rule = '规则{pack}/{id}（{force:force}；{source}）'

/** 简体中文：信息清楚，语气平和。对工作人员称“借款人”，对借款人称“您”。 */
export const zhCN: Language = {
  code: 'zh-CN',
  issues: zhCNIssues,
  space: '',
  comma: '、',
  forms: {
    day: ({ year, month, day }) => `${year}年${month}月${day}日`,
    moment: (day, clock) => `${day.year}年${dayOfYear(day)}${clock}`,
    hours: (day, from, to) =>
      from === '00:00' && to === '24:00' ? `${dayOfYear(day)}全天` : `${dayOfYear(day)}${from}至${to}`,
    stretch: (from, fromClock, to, toClock) => `${dayOfYear(from)}${fromClock}至${dayOfYear(to)}${toClock}`,
    money: (amount, currency) => (currency === 'CNY' ? `${amount}元` : `${amount} ${currency}`),
    chance: (p) => (p < 0.01 ? '不到1%' : p > 0.99 ? '超过99%' : `约${Math.round(p * 100)}%`),
  },
  texts: {
    ...zhCNPlaces,

    'value.highest': '在目前能做的选择里，预计这一步效果最好，比等待约多收回{value:money}。',
    'value.lower': '预计收回的金额比所选做法少{by:money}。',
    'value.equal': '预计收回的金额不会更多，而所选做法更温和。',
    'value.negative': '预计花费比收回的还多。',
    'cost.unknown': '策略里没有{currency}的成本，因此成本按零计算，也不安排上门。',
    'promise.open': '借款人已承诺最晚{by:day}还{amount:money}，期限未到。',
    'promise.broken': ({ count }) => [
      count === 1
        ? '借款人承诺最晚{by:day}还{amount:money}，没有兑现。'
        : '自上次还款以来有{count}次承诺没有兑现，最近一次是最晚{by:day}还{amount:money}。',
      count === 1 ? '借款人承诺还款，没有兑现。' : '自上次还款以来有{count}次承诺没有兑现。',
      '借款人承诺还款，没有兑现。',
    ],
    'commitment.open': '在{nextOn:day}之前先等待：{kind:commitment}。',
    'arrears.early': '逾期未满{fromDay}天，暂不联系。',
    'arrears.trifle': '逾期{overdue:money}，金额过小，不单独催收，并入下一期。',
    'habit.payday': '借款人习惯在{on:day}前后还款，该日未过。',
    'help.due': '逾期{days}天之内，应已向借款人主动提供帮助。',
    'contact.messageFirst': '本次逾期尚未发过消息，应先发消息。',
    'call.hostile': '此前有过激言行，{days}天内不致电。',
    'call.early': '逾期未满{fromDay}天，暂不致电。',
    'pause.ending': '暂缓还款安排将于{until:day}到期，之后如何还款尚未商定。',
    'arrangement.running': '已约定的{kind:arrangement}正在执行。',
    'arrangement.missed': '按已约定的{kind:arrangement}应还{due:money}，实还{paid:money}。',
    'payment.claimed': '借款人称已还款，留{days}天核实到账情况。',
    'arrears.none': '目前没有逾期。',
    'arrears.since': '逾期{overdue:money}，最早一笔已逾期{days}天。',
    'preDue.notNeeded': '到期前不需要提醒。',
    'preDue.near': '借款人常常晚还，下一笔将于{dueOn:day}到期。',
    'capacity.unable': '从收支看，目前没有余钱还这笔款。',
    'capacity.stretched': '从收支看，每期只能拿出{sustainable:money}，而每期需要{needed:money}。',
    'capacity.able': '从收支看，每期能拿出{sustainable:money}，每期需要{needed:money}，还得起。',
    'capacity.unknown': '没有近期的收支情况，不清楚借款人能还多少。',
    'hardship.known': '借款人遇到了困难：{kind:circumstance}。',
    'relief.suitable': '{kind:kind}更合适，现在就可以做。',
    'relief.needsContact': '减轻还款压力的方案可能合适，但近{days}天没有真正联系上，先沟通。',
    'relief.ownPause': ['因{kind:circumstance}，可以主动给予。', '可以主动给予，不必等借款人提出。'],
    'information.gap': '{sign:sign}，先了解情况，再谈还款。',
    'contact.gentleFirst':
      '应先用更温和的方式联系：目前联系{done}次（需{needed}次），跨{span}天（需{spanNeeded}天），分布在{parts}个时段（需{partsNeeded}个）。',
    'visit.tooEarly': '逾期满{fromDays}天且拖欠达{instalments}期月供后，才考虑上门。',
    'visit.once': '本次逾期已上门一次，不再上门。',
    'visit.onlyAgreed': '在当地，未经借款人同意不上门。',
    'visit.noAnswer': '已询问是否方便上门，借款人{days}天内没有答复；沉默不代表同意。',
    'visit.later': '最早{on:day}才能上门，而今天可以采取更温和的做法。',
    'visit.askFirst': '应先询问借款人是否方便、何时方便上门。',
    'visit.noSlot': '最早可上门的那天，白天已没有合适的两小时时段。',
    'contact.triedGently': '已用更温和的方式在{days}天里联系{attempts}次，都没有回应。',
    'contact.callbackAsked': '借款人要求我们回电。',
    'visit.vulnerable': '借款人需要特别关照，不安排上门。',
    'visit.hardship': '借款人遇到困难、可能还不起，不安排上门。',
    'visit.appointment': '借款人已预约上门。',
    'visit.stakeTooSmall': '涉及金额太小，不值得专程上门。',
    'safety.hostile': '曾发生冲突，为了员工安全，此后{days}天内不安排上门。',
    'borrower.untraceable': '目前不知道怎样联系得上借款人。',
    'wait.nothingBetter': '目前能做的，预计都不如等待。',
    'wait.allBlocked': '有用的做法目前都不允许。',
    'experiment.arm': '实验{experiment}的{arm}组不采用这种做法。',
    'data.differs': '还款记录推算的逾期金额与贷款上的相差{by:size}，以贷款上的为准。',
    'rule.hours': '只能在规定的时段内联系。',
    'rule.frequency': (p) => [
      `通过{channel:how}联系已到上限：${per(p)}{max}次。`,
      `联系已到上限：${per(p)}{max}次。`,
      '联系次数已到上限。',
    ],
    'rule.coolOff': ['离上次通过{channel:how}联系太近，{days}天内不再联系。', '离上次联系太近。'],
    'rule.hold': [
      '暂停联系至{until:day}：{hold:circumstance}。',
      '暂停联系：{hold:circumstance}。',
      '暂停联系。',
    ],
    'rule.visit': ({ because }) =>
      because === 'notice'
        ? '上门须提前通知。'
        : because === 'consent'
          ? '上门须先征得借款人同意。'
          : ['这种情况不上门：{because:circumstance}。', '不符合上门的条件。'],
    'rule.thirdParty': '不得就此事联系借款人以外的人。',
    'rule.optOut': '借款人不接受通过{channel:how}联系。',
    'wish.hours': '借款人对联系的时段有要求。',
    'wish.visitRefused': '借款人不接受上门。',
    'contact.noPoint': ({ to, at, channel }) =>
      to === 'representative'
        ? '没有{to:whom}可用的{channel:how}联系方式。'
        : at === 'work'
          ? '只登记了单位的{channel:how}联系方式，而借款人不希望在单位被联系。'
          : channel === 'visit'
            ? '没有登记借款人的住址，无法上门。'
            : '没有登记可用的{channel:how}联系方式。',
    'data.jurisdictionUnknown': [
      '没有适用于{jurisdiction}的规则，只用了内部规则。',
      '记录没有写明所在地区，只用了内部规则。',
    ],
    'plan.notNeeded': '还款安排不需要调整。',
    'plan.budgetUnknown': '没有近期的收支情况，先了解借款人能还多少。',
    'plan.notAffordable': ({ sustainable }) =>
      sustainable === 0
        ? '即使分{maxInstalments}期，每期也要{needed:money}，而目前没有余钱。'
        : '即使分{maxInstalments}期，每期也要{needed:money}，而每期只能拿出{sustainable:money}。',
    'plan.nothingToRepay': '已没有欠款。',
    'plan.tooSoon': '上一次还款计划从{since:day}开始，两次之间须隔{days}天。',
    'plan.arrangementRunning': '已约定的{kind:arrangement}正在执行。',
    'plan.refusedBefore': '每期{instalment:money}的计划之前没有谈成，此后情况没有变化。',
    'plan.pausedBefore': '这次困难以来已暂缓还款{count}次，应先了解借款人的近况。',
    'plan.noTemporaryCause': '目前没有了解到需要暂缓还款的困难。',
    'plan.canPay': '每期还能拿出{sustainable:money}，分期比暂缓更合适。',
    'plan.notViable': '这笔金额排不出可行的计划。',
    'plan.fits': '每期{instalment:money}，在每期能拿出的{sustainable:money}之内。',
    'plan.pauseFits': ({ kind }) =>
      kind === undefined || kind === 'overIndebted'
        ? '暂缓还款可以留出时间咨询债务问题。'
        : '因{kind:circumstance}，暂缓还款可以帮借款人渡过难关。',

    'history.daysPastDue': ({ days }) => (days === 0 ? '目前没有逾期。' : '最早一笔欠款已逾期{days}天。'),
    'history.periodsBehind': '目前欠{periods}期。',
    'history.overdueShare': '欠款{outstanding:money}中，有{overdue:money}逾期。',
    'history.worstBehind': ({ periods }) =>
      periods === 0 ? '最近{of}期没有欠过期。' : '最近{of}期最多时欠{periods}期。',
    'history.shareLate': ({ late }) =>
      late === 0 ? '最近{of}期都按时还款。' : '最近{of}期中有{late}期没有按时还款。',
    'history.sumBehind': ({ sum, of }) => `最近{of}期平均欠${meanText(sum, of)}期。`,
    'history.sinceLate': ({ late, periods }) =>
      late === true && periods === 0
        ? '最近一期没有按时还。'
        : late === true
          ? '上次晚还之后，已按时还了{periods}期。'
          : '最近{periods}期都按时还款。',
    'history.periodsKnown': ({ periods }) => (periods === 0 ? '没有还款记录。' : '还款记录有{periods}期。'),
    'history.paidShare': '最近{of}期应还{due:money}，实还{paid:money}。',
    'history.zeroPayments': ({ none }) =>
      none === 0 ? '最近{of}期每期都有还款。' : '最近{of}期中有{none}期分文未还。',
    'history.daysLateLast': '最近一期晚了{days}天。',
    'history.daysLate': ({ days, mean }) => {
      const usually = mean === true ? '平均' : '通常'
      if (Number(days) === 0) return `${usually}在到期当日还款。`
      return Number(days) < 0 ? `${usually}提前${-Number(days)}天还款。` : `${usually}晚{days}天还款。`
    },
    'history.early': '最近{of}期中有{early}期提前还款。',
    'history.utilisation': '信用额度{limit:money}，已用{outstanding:money}。',
    'history.utilisationMean': '最近{of}期账单余额平均占信用额度的{share:percent}。',
    'history.utilisationTrend': ({ change }) => `信用额度使用比例比以前变化${signed(change)}个百分点。`,
    'history.paidToBalance': '最近{of}期账单平均还了{share:percent}。',
    'history.leastPaidToBalance': '最近{of}期账单中，还得最少的一期还了{share:percent}。',
    'history.paidToLimit': '最近{of}期平均每期还款相当于信用额度的{share:percent}。',
    'history.noPayments': '最近{of}期中有{none}期没有任何还款。',
    'history.inactive': '最近{of}期账单中有{inactive}期余额为零。',
    'history.rightParty': '{tried}次电话或上门中，有{met}次联系上本人。',
    'history.failures': ({ count }) =>
      count === 0 ? '近来的电话和上门没有落空。' : '最近{count}次电话或上门没有联系上。',
    'history.unknown': '尚不清楚：{feature:feature}。',
    'features.own': '机构自有指标{feature:feature}为{value}。',

    'do.wait': '先等待，暂时不要联系借款人。',
    'do.reminder': '给{to:whom}{channel:message}，{purpose:aim}。',
    'do.call': '给{to:whom}打电话，{purpose:aim}。',
    'do.visit': '上门拜访{to:whom}，{purpose:aim}。',
    'do.restructure': '通过{channel:how}联系{to:whom}，商量新的还款计划。',
    'do.hardshipPause': '通过{channel:how}联系{to:whom}，提出暂缓还款。',
    'do.ownPause': '直接给予暂缓还款，不必先联系借款人。',
    'do.window': '时间：{window:span}。',
    'do.best': '{at:clock}以后更容易联系上。',
    'do.point': '使用联系方式“{point}”。',
    'do.ask': '请对方最晚{by:day}还{amount:money}。',
    'do.coming': '金额{amount:money}，{by:day}到期。',
    'do.approval': '须经人工审批后才能执行。',
    'care.hostile': '请注意：此前有过激言行。下次由资深同事联系，如有威胁即结束通话。',
    'care.vulnerable': [
      '请注意：借款人处境脆弱（{driver:driver}）。请放慢节奏，用简单的话，并书面确认商定的内容。',
      '请注意：借款人处境脆弱。请放慢节奏，用简单的话，并书面确认商定的内容。',
    ],
    'care.economicAbuse':
      '请注意：借款人的钱被他人控制。只用标明安全的联系方式，在他人可能听到或看到的地方不提金额。',
    'care.adviser': '请注意：债务顾问正在帮助借款人。请与顾问配合，不要另作推荐。',
    'care.represented': '请注意：借款人有代理人。请与代理人沟通。',
    'care.language': '请注意：借款人使用的语言是{language}。',
    'state.contactLost': '已失联：数周内多次联系都没有找到人。请另找联系途径。',
    'state.cannotPay': '借款人无力还款：收支已无余额，再催也不会改变。',
    'state.willNotPay': '借款人有能力而拒绝还款，需要有人决定下一步。',
    'state.strangersNumber': '该号码属于他人，核实之前不要使用。',
    'state.optedOut': '借款人拒绝了所有可用的联系方式，只能发送法律要求的通知。',
    'state.unanswered': '借款人的申请或投诉已过答复期限，请书面答复。',
    'do.toFindOut': '请了解并记录：{gaps:gap}。',
    'do.refer': ({ referTo, whenHeard }) =>
      referTo === 'debtAdviser'
        ? `${whenHeard === true ? '借款人联系我们时，' : ''}请向借款人介绍{referTo:referral}。`
        : '请转交{referTo:referral}。',
    'do.review': '{on:day}再看。',
    'do.cancel': '如果先出现以下情况，就不再执行：{cancelOn:event}。',
    'do.sooner': '如果出现以下情况，就提前再看：{cancelOn:event}。',
    'do.valid': '本建议有效至{until:moment}。',
    'before.visit.notice': ['先通知对方上门的安排，最晚{by:day}发出。', '先通知对方上门的安排。'],
    'before.visit.agencyDetails': ['先告知受托机构的信息，最晚{by:day}发出。', '先告知受托机构的信息。'],
    'before.visit.consent': '先征得对方同意再上门。',
    'before.visit.consentToEnter': '进门前须征得对方同意。',
    'before.visit.staff': '至少{staff}人同行。',
    'before.visit.placeOfChoice': '见面地点由借款人选。',
    'plan.instalments': '{period:period}还{instalment:money}，共{count}期，首期{first:day}，末期{end:day}。',
    'plan.last': '最后一期{amount:money}。',
    'plan.total': ({ interest }) =>
      interest === 0 ? '合计{total:money}，不含利息。' : '合计{total:money}，其中利息{interest:money}。',
    'plan.measures': '调整内容：{measures:measure}。',
    'plan.pause': '{from:day}至{until:day}暂缓还款。',
    'plan.frozen': '期间不计利息。',
    'plan.accrues': '期间利息照常计算。',
    'plan.token': '期间每期只需还{amount:money}。',
    'plan.evidence': '之后需要的证明：{kinds:circumstance}。',
    'plan.talk': '最晚{on:day}再沟通一次。',
    'hold.leaves': '仍可以：{leaves:leaves}。',
    'hold.leavesNothing': '不得采取任何行动。',
    'lead.why': '原因：',
    'lead.timing': '时间依据：',
    'lead.mainly': '影响最大的是：',
    'lead.remarks': '请核对：',
    score: '评分{points}（{band}级），{days}天内顺利还款的可能性{chance:chance}。',
    capacity: ({ verdict }) =>
      verdict === 'unable'
        ? '还款能力（依据{basis:basis}）：目前没有余钱。'
        : '还款能力（依据{basis:basis}）：每期约{sustainable:money}，{verdict:verdict}。',
    'other.eligible': '也可以：{kinds:kind}。',
    'other.blocked': '目前不能：{kinds:kind}。',
    'other.unsuitable': '目前不合适：{kinds:kind}。',
    'other.until': '最早{at:since}可以进行。',

    'check.allowed': '允许且合适的做法：',
    'check.option': ({ kind }) => [
      kind === 'call' || kind === 'visit'
        ? '{kind:kind}（对象为{to:whom}，{window:span}）。'
        : '{kind:kind}（{channel:how}，对象为{to:whom}，{window:span}）。',
      '{kind:kind}。',
    ],
    'check.stopped': [`${rule}禁止：{kinds:kind}。`, `${rule}适用。`],
    'check.delayed': [`${rule}限定了时间：{kinds:kind}。`, `${rule}适用。`],
    'check.noRule': '没有规则阻止或推迟任何做法。',
    'check.noHold': '没有生效中的联系限制。',
    'check.score': ({ event = '' }) =>
      `评分{points}（基准{base}）：“${EVENTS[event] ?? '{event}'}”的可能性{chance:chance}（预测期{days}天）。`,
    'check.missing': '尚不清楚：{features:feature}。',
    'check.priors': '{of}项特征中，有{count}项的分值是人工设定的先验值，不是用数据拟合的。',
    'check.allPriors': '所有特征的分值都是人工设定的先验值，不是用数据拟合的。',
    'check.effects': '各种做法的预期效果来自策略中的数值；内置的数值是先验值，未经本机构实测。',
    'check.experiment': '实验{id}，{arm}组，抽中概率{share:percent}。',
    'check.versions': '引擎{engine}，策略{policy}，模型{model}。',

    'you.due': '您的贷款有{overdue:money}已过还款日，尚未还清。',
    'you.ask': '请您最晚于{by:day}还款{amount:money}。如已还款，请忽略。',
    'you.coming': '您的下一笔还款{amount:money}将于{by:day}到期。',
    'you.findOut': '我们想了解您最近的情况，看看能帮上什么。',
    'you.offerPlan': '我们想和您商量怎样减轻还款负担，或者暂缓还款。',
    'you.call': '我们打算在{window:span}给您打电话。',
    'you.visit':
      '我们希望在{window:span}上门与您见面。您可以拒绝，也可以另选时间或地点；未经您同意，我们不会进门。',
    'you.reach': '请告诉我们怎样联系您最方便。',
    'you.plan': '我们可以为您调整还款计划。',
    'you.pause': '我们可以为您安排暂缓还款。',
    'you.ownPause': '我们为您安排暂缓还款，您不用申请。',
    'you.noPressure': '您不必马上还款，也不必马上做决定。',
    'you.wait': '我们暂时没有联系您的安排。',
    'you.onHold': '目前我们不会请您还款。',
    'you.checking': '您反映的情况，我们正在核实。',
    'you.representative': '我们会与为您代理或提供咨询的人沟通。',
    'you.hardshipTeam': '我们有专门的同事，帮助遇到困难的客户。',
    'you.debtAdviser': '您也可以咨询独立的债务顾问，有些地方是免费的。',
    'you.contact': '如果您希望换个时间或方式，或者不希望我们这样联系您，请告诉我们，我们会照办。',
    'you.tell': '如果情况有误或有变化，请告诉我们。',
    'you.help': '如果还款有困难，请尽早告诉我们，我们一起想办法。',
    'you.person': '您可以请我们说明这样安排的原因，也可以要求由人工重新考虑。',
    'you.promise.open': '您说过最晚{by:day}还{amount:money}，谢谢您。',
    'you.promise.broken': [
      '您说过最晚{by:day}还的{amount:money}，我们还没有足额收到。',
      '您说过要还的款项，我们还没有足额收到。',
    ],
    'you.arrangement.running': '我们与您约定的{kind:arrangement}继续有效。',
    'you.arrangement.missed': '按约定应还的款项，我们还没有收到。',
    'you.payment.claimed': '您说已经还款，我们正在查询，请给我们{days}天时间。',
    'you.arrears.none': '您目前没有逾期款项。',
    'you.capacity.unable': '从我们了解的收支情况看，您目前没有余钱还这笔款。',
    'you.capacity.stretched': '从我们了解的收支情况看，按原来的金额还款，您的压力太大。',
    'you.hardship.known': '我们知道您最近遇到了困难。',
    'you.plan.fits': '每期{instalment:money}，应当在您负担得起的范围内。',
    'you.plan.pauseFits': ({ kind }) =>
      kind === undefined || kind === 'overIndebted'
        ? '您可以利用这段时间咨询债务问题。'
        : '希望这段时间能帮您渡过难关。',
    'you.contact.callbackAsked': '您曾请我们给您回电。',
    'you.visit.appointment': '这是您与我们约好的时间。',
  },
  words: {
    kind: {
      wait: '等待',
      reminder: '发送提醒',
      hardshipPause: '暂缓还款',
      restructure: '调整还款计划',
      call: '电话联系',
      visit: '上门拜访',
    },
    aim: {
      preDue: '提醒即将到期的还款',
      remind: '友好提醒逾期的款项',
      demand: '请对方归还逾期款项',
      findOut: '了解对方的情况，看看能帮上什么',
      followUpPromise: '跟进之前的还款承诺',
      offerPlan: '商量减轻还款负担或暂缓还款',
      arrangeVisit: '约定上门的时间',
      locate: '确认怎样联系得上本人',
    },
    message: {
      sms: '发短信',
      app: '发App消息',
      messaging: '发聊天消息',
      email: '发电子邮件',
      socialMedia: '发社交媒体私信',
      letter: '寄信',
      call: '留言',
      visit: '留便条',
    },
    how: {
      sms: '短信',
      app: 'App消息',
      messaging: '聊天消息',
      email: '电子邮件',
      socialMedia: '社交媒体私信',
      letter: '信函',
      call: '电话',
      visit: '上门拜访',
    },
    whom: {
      borrower: '借款人',
      coBorrower: '共同借款人',
      guarantor: '担保人',
      representative: '借款人的代理人',
      estate: '遗产管理人',
    },
    circumstance: {
      deceased: '借款人已去世',
      insolvency: '破产程序',
      dispute: '对债务有争议',
      represented: '借款人有代理人',
      adviserEngaged: '债务顾问已介入',
      ceaseRequest: '借款人要求停止联系',
      moratorium: '债务宽限期',
      mentalHealthCrisis: '正在接受危机治疗',
      complaint: '投诉处理中',
      fraudClaim: '借款人称被人冒名或诈骗',
      notTheBorrower: '联系到的不是借款人',
      litigation: '诉讼中',
      hardshipApplication: '已申请困难帮助',
      minor: '借款人未成年',
      limitedCapacity: '借款人可能无法独立作决定',
      jobLoss: '失业',
      incomeDrop: '收入下降',
      illness: '生病',
      bereavement: '亲人去世',
      disaster: '受灾',
      separation: '分居或离婚',
      caring: '需要照顾家人',
      militaryService: '服兵役',
      overIndebted: '负债过重',
      imprisoned: '在服刑',
      hardshipDeclared: '经济困难',
      vulnerable: '借款人需要特别关照',
      economicAbuse: '遭受经济控制',
      untraceable: '联系不上借款人',
      hostile: '曾发生冲突',
      workplaceContactBanned: '不得联系其工作单位',
      timeBarred: '债务已过追索时效',
    },
    arrangement: { restructure: '还款计划', hardshipPause: '暂缓还款安排', settlement: '结清方案' },
    gap: {
      budget: '收入和支出',
      cause: '发生了什么',
      expectedEnd: '预计何时结束',
      payday: '何时有收入',
      anotherNumber: '其他联系方式',
      whetherVisitSuits: '是否方便、何时方便上门',
      whoElseIsLiable: '还有谁负有还款责任',
    },
    driver: {
      health: '健康原因',
      lifeEvent: '生活变故',
      resilience: '缺少积蓄或依靠',
      capability: '理财或语言能力有限',
    },
    commitment: {
      contact: '上次联系之后还需留出时间',
      ask: '约定的还款期限未到',
      promise: '承诺已兑现，承诺日未过',
      offer: '方案待借款人答复',
      plan: '还款计划正在执行',
      pause: '暂缓还款安排正在执行',
      application: '救助申请正在处理',
      complaint: '投诉正在处理',
      dispute: '争议正在处理',
      claim: '正在核实还款',
      callback: '借款人要求回电',
      hold: '联系限制生效中',
    },
    sign: {
      silentPayer: '一向按时还款的借款人忽然停止还款，也没有音信',
      partialPayments: '最近只还了一部分',
      technicalFailures: '扣款因技术原因失败',
      hardshipKnown: '有遇到困难的迹象',
      vulnerable: '借款人需要特别关照',
    },
    referral: {
      hardshipTeam: '困难帮扶团队',
      disputes: '争议处理人员',
      estate: '遗产事务人员',
      legal: '法务人员',
      debtAdviser: '独立的债务顾问',
      tracing: '失联修复人员',
      safety: '员工安全负责人',
      complaints: '投诉处理人员',
    },
    basis: {
      documented: '有凭证的收支',
      stated: '借款人自述的收支',
      estimated: '估算的收支',
      inferred: '以往还款',
      unknown: '尚无资料',
    },
    verdict: {
      able: '够还',
      stretched: '不够还',
      unable: '没有余钱',
      unknown: '不清楚够不够',
    },
    leaves: {
      relief: '提供帮助',
      ownPause: '不联系而直接暂缓还款',
      toRepresentative: '联系其代理人',
      estate: '联系遗产管理人',
    },
    measure: { termExtension: '延长期限', interestFreeze: '停计利息' },
    period: { week: '每周', fortnight: '每两周', month: '每月' },
    event: { payment: '还款', promise: '承诺还款', inbound: '借款人主动联系', hold: '需要暂停联系' },
    force: {
      statute: '法律',
      rule: '法规',
      presumption: '可推翻的推定',
      guideline: '指引',
      standard: '推荐性标准',
      selfRegulatory: '行业自律',
      house: '内部规则',
    },
    feature: {
      daysPastDue: '逾期天数',
      periodsBehind: '欠期数',
      overdueShare: '逾期占比',
      worstBehind: '最多欠期数',
      shareLate: '晚还次数',
      sumBehind: '平均欠期数',
      periodsSinceLate: '上次晚还以来的期数',
      periodsKnown: '还款历史长度',
      paidShare: '还款比例',
      zeroPayShare: '分文未还的次数',
      daysLateLast: '最近一期晚还天数',
      daysLateMedian: '通常晚还天数',
      daysLateMean: '平均晚还天数',
      earlyShare: '提前还款次数',
      utilisation: '额度使用比例',
      utilisationMean: '平均额度使用比例',
      utilisationTrend: '额度使用趋势',
      paidToBalance: '账单还款比例',
      leastPaidToBalance: '账单最低还款比例',
      paidToLimit: '还款与额度之比',
      noPaymentShare: '没有任何还款的期数',
      inactiveShare: '余额为零的次数',
      rightPartyRate: '联系上本人的比例',
      consecutiveFailures: '连续未联系上的次数',
    },
  },
}

register(zhCN)
