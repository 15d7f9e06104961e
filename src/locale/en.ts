import type { ReasonParams } from '../explain/reasonCodes.ts'
import { enIssues } from './enIssues.ts'
import { enPlaces } from './enPlaces.ts'
import type { Language, WallDay } from './language.ts'
import { meanText, signed } from './language.ts'

const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ')
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

const dayOfYear = ({ day, month }: WallDay): string => `${day} ${MONTHS[month - 1]}`
const weekday = (day: WallDay): string => `${WEEKDAYS[day.weekday]} ${dayOfYear(day)}`

/** How often a cap allows something. */
const per = ({ window, days }: Partial<ReasonParams['rule.frequency']>): string =>
  window === 'week'
    ? 'a week'
    : window === 'month'
      ? 'a month'
      : days === 1
        ? 'a day'
        : 'in {days|# day|# days}'

const rule = 'rule {pack}/{id} ({force:force}; {source})'

/** English: to the point, and kind. "The borrower" for the lender's people, "you" for the borrower. */
export const en: Language = {
  code: 'en',
  issues: enIssues,
  space: ' ',
  comma: ', ',
  forms: {
    day: (day) => `${dayOfYear(day)} ${day.year}`,
    moment: (day, clock) => `${clock} on ${weekday(day)} ${day.year}`,
    hours: (day, from, to) =>
      from === '00:00' && to === '24:00'
        ? `at any time on ${weekday(day)}`
        : `between ${from} and ${to === '24:00' ? 'midnight' : to} on ${weekday(day)}`,
    stretch: (from, fromClock, to, toClock) =>
      `from ${fromClock} on ${weekday(from)} to ${toClock} on ${weekday(to)}`,
    money: (amount, currency) => `${amount} ${currency}`,
    chance: (p) => (p < 0.01 ? 'less than 1%' : p > 0.99 ? 'more than 99%' : `about ${Math.round(p * 100)}%`),
  },
  texts: {
    ...enPlaces,

    'value.highest':
      'Of everything that may be done now, this should bring most: about {value:money} more than waiting.',
    'value.lower': 'It should bring {by:money} less than the chosen step.',
    'value.equal': 'It should bring no more, and the chosen step is gentler.',
    'value.negative': 'It should cost more than it brings.',
    'cost.unknown': 'The policy has no costs for {currency}, so costs count as nothing and no visit is made.',
    'promise.open': 'The borrower has promised to pay {amount:money} by {by:day}, and there is still time.',
    'promise.broken': ({ count }) => [
      count === 1
        ? 'The promise to pay {amount:money} by {by:day} was not kept.'
        : '{count} promises were not kept since the last payment; the newest was {amount:money} by {by:day}.',
      count === 1
        ? 'A promise to pay was not kept.'
        : '{count} promises were not kept since the last payment.',
      'A promise to pay was not kept.',
    ],
    'commitment.open': 'Until {nextOn:day} we wait: {kind:commitment}.',
    'arrears.early': 'It is too early for contact: that begins on day {fromDay} past due.',
    'arrears.trifle': '{overdue:money} is too little to ask for: it is carried to the next due day.',
    'habit.payday': 'The borrower usually pays late, about {on:day}, and that day has not passed.',
    'help.due': 'By day {days} past due everybody in arrears has had an offer of help.',
    'contact.messageFirst': 'The first word in these arrears is a message, and none was sent yet.',
    'call.hostile': 'There was hostility: nobody is called for {days|# day|# days} after it.',
    'call.early': 'It is too early for a call: calls begin on day {fromDay} past due.',
    'pause.ending': 'The payment pause ends on {until:day}, and what comes after it is still to be agreed.',
    'arrangement.running': 'An agreed {kind:arrangement} is in force.',
    'arrangement.missed': 'Of {due:money} due under the agreed {kind:arrangement}, {paid:money} was paid.',
    'payment.claimed':
      'The borrower says it has been paid; allow {days|# day|# days} for the payment to be found.',
    'arrears.none': 'Nothing is overdue.',
    'arrears.since': '{overdue:money} is overdue, the oldest part for {days|# day|# days}.',
    'preDue.notNeeded': 'No reminder is needed before the due day.',
    'preDue.near': 'Payments often come late, and the next one is due on {dueOn:day}.',
    'capacity.unable': 'The budget leaves nothing for this loan at present.',
    'capacity.stretched': 'The budget leaves {sustainable:money} a payment; {needed:money} would be needed.',
    'capacity.able':
      'The budget leaves {sustainable:money} a payment, and {needed:money} is needed: it can be paid.',
    'capacity.unknown': 'There is no recent budget, so it is not known what the borrower can pay.',
    'hardship.known': 'The borrower is in difficulty: {kind:circumstance}.',
    'relief.suitable': '{kind:kind} fits better and is possible now.',
    'relief.needsContact':
      'Help with the payments may fit, but there was no two-way contact in the last {days|# day|# days}: talk first.',
    'relief.ownPause': [
      'The lender may grant it without an application because of this: {kind:circumstance}.',
      'The lender may grant it without an application.',
    ],
    'information.gap': '{sign:sign}: find out what has happened before asking for money.',
    'contact.gentleFirst':
      'Gentler contact comes first: so far {done} of {needed} attempts, over {span} of {spanNeeded} days, in {parts} of {partsNeeded} parts of the day.',
    'visit.tooEarly':
      'A visit is made from day {fromDays} past due, and for arrears of {instalments} monthly instalments or more.',
    'visit.once': 'These arrears had a visit; there is no other.',
    'visit.onlyAgreed': 'Here a visit is made only where the borrower agreed to one.',
    'visit.noAnswer':
      'Asked whether a visit suits, the borrower did not answer within {days} days: silence is no consent.',
    'visit.later': 'It could be made on {on:day} at the earliest, and something gentler can be done today.',
    'visit.askFirst': 'First ask the borrower whether and when a visit suits.',
    'visit.noSlot': 'On the first possible day there are no two hours of daylight left for a visit.',
    'contact.triedGently':
      '{attempts|# gentler attempt|# gentler attempts} on {days|# day|# days} brought no answer.',
    'contact.callbackAsked': 'The borrower asked for a call.',
    'visit.vulnerable': 'A vulnerable borrower is not visited.',
    'visit.hardship': 'A borrower in difficulty who may not be able to pay is not visited.',
    'visit.appointment': 'The borrower made an appointment for it.',
    'visit.stakeTooSmall': 'The amount is too small to pay for the travel.',
    'safety.hostile':
      'There was hostility: for staff safety no visit is made for {days|# day|# days} after it.',
    'borrower.untraceable': 'It is not known at present where the borrower can be reached.',
    'wait.nothingBetter': 'Nothing that may be done now should bring more than waiting.',
    'wait.allBlocked': 'Nothing that would help is allowed at present.',
    'experiment.arm': 'Arm {arm} of experiment {experiment} leaves it out.',
    'data.differs':
      'The overdue amount that follows from the repayments differs by {by:size} from the one on the loan; the one on the loan was used.',
    'rule.hours': 'Contact is only allowed within set hours.',
    'rule.frequency': (p) => [
      `The limit on contact {channel:how} is reached: {max} ${per(p)}.`,
      `The limit on contact is reached: {max} ${per(p)}.`,
      'The limit on contact is reached.',
    ],
    'rule.coolOff': [
      'It is too soon after the last contact {channel:how}: {days|# day|# days} must pass first.',
      'It is too soon after the last contact.',
    ],
    'rule.hold': [
      'Contact is on hold until {until:day}: {hold:circumstance}.',
      'Contact is on hold: {hold:circumstance}.',
      'Contact is on hold.',
    ],
    'rule.visit': ({ because }) =>
      because === 'notice'
        ? 'Notice of a visit must be given in time.'
        : because === 'consent'
          ? 'The borrower must agree to a visit first.'
          : [
              'No visit in this situation: {because:circumstance}.',
              'The conditions for a visit are not met.',
            ],
    'rule.thirdParty': 'Only the borrower may be contacted about this.',
    'rule.optOut': 'The borrower does not want to be contacted {channel:how}.',
    'wish.hours': 'The borrower asked for contact at certain hours.',
    'wish.visitRefused': 'The borrower does not want visits.',
    'contact.noPoint': ({ to, at }) =>
      to === 'representative'
        ? 'There is no contact point on file to reach {to:whom} {channel:how}.'
        : at === 'work'
          ? 'The only contact point on file {channel:how} is at work, and contact there is not wanted.'
          : 'There is no contact point on file to reach the borrower {channel:how}.',
    'data.jurisdictionUnknown': [
      'No rules are known for {jurisdiction}: only the house rules were applied.',
      'The record names no jurisdiction: only the house rules were applied.',
    ],
    'plan.notNeeded': 'The payments need no change.',
    'plan.budgetUnknown': 'There is no recent budget; find out first what the borrower can pay.',
    'plan.notAffordable': ({ sustainable }) =>
      sustainable === 0
        ? 'Even with {maxInstalments} instalments, each would be {needed:money}; the budget leaves nothing.'
        : 'Even with {maxInstalments} instalments, each would be {needed:money}; the budget leaves {sustainable:money}.',
    'plan.nothingToRepay': 'Nothing is owed.',
    'plan.tooSoon':
      'The last plan began on {since:day}; there must be {days|# day|# days} between two plans.',
    'plan.arrangementRunning': 'An agreed {kind:arrangement} is in force.',
    'plan.refusedBefore':
      'A plan of {instalment:money} was not agreed before, and nothing has changed since.',
    'plan.pausedBefore':
      'Since this began {count|# payment pause was|# payment pauses were} granted: first find out how the borrower is doing.',
    'plan.noTemporaryCause': 'No temporary difficulty is known for which a payment pause would help.',
    'plan.canPay':
      'The budget leaves {sustainable:money} a payment, so a payment plan fits better than a payment pause.',
    'plan.notViable': 'No plan is possible for this amount.',
    'plan.fits': 'Instalments of {instalment:money} fit a budget that leaves {sustainable:money}.',
    'plan.pauseFits': ({ kind }) =>
      kind === undefined || kind === 'overIndebted'
        ? 'A payment pause gives time for debt advice.'
        : 'A payment pause gives time to get through this: {kind:circumstance}.',

    'history.daysPastDue': ({ days }) =>
      days === 0 ? 'Nothing is overdue.' : 'The oldest unpaid amount is {days|# day|# days} late.',
    'history.periodsBehind': 'The account is {periods|# payment|# payments} behind.',
    'history.overdueShare': '{overdue:money} of the {outstanding:money} owed is overdue.',
    'history.worstBehind': ({ periods }) =>
      periods === 0
        ? 'Never behind over the last {of|due day|# due days}.'
        : 'At worst {periods|# payment|# payments} behind over the last {of|due day|# due days}.',
    'history.shareLate': ({ late }) =>
      late === 0
        ? 'None of the last {of} payments came late.'
        : '{late} of the last {of} payments came late.',
    'history.sumBehind': ({ sum, of }) =>
      `On average ${meanText(sum, of)} payments behind over the last {of|due day|# due days}.`,
    'history.sinceLate': ({ late, periods }) =>
      late === true && periods === 0
        ? 'The newest payment did not come on time.'
        : late === true
          ? '{periods|# payment|# payments} on time since the last late one.'
          : '{periods|# payment|# payments} on time, none late.',
    'history.periodsKnown': ({ periods }) =>
      periods === 0 ? 'No payment history is known.' : 'The record holds {periods|# payment|# payments}.',
    'history.paidShare': 'Of {due:money} due with the last {of|payment|# payments}, {paid:money} was paid.',
    'history.zeroPayments': ({ none }) =>
      none === 0
        ? 'Something was paid on every recent due day.'
        : 'Due days without any payment: {none} of the last {of}.',
    'history.daysLateLast': 'The newest payment is {days|# day|# days} late.',
    'history.daysLate': ({ days, mean }) => {
      const usually = mean === true ? 'On average' : 'Usually'
      if (Number(days) === 0) return `${usually} payments come on their due day.`
      return Number(days) < 0
        ? `${usually} payments come ${-Number(days)} ${days === -1 ? 'day' : 'days'} early.`
        : `${usually} payments come {days|# day|# days} late.`
    },
    'history.early': 'Payments before their due day: {early} of the last {of}.',
    'history.utilisation': '{outstanding:money} of a credit limit of {limit:money} is in use.',
    'history.utilisationMean':
      'On average {share:percent} of the credit limit was in use over the last {of|statement|# statements}.',
    'history.utilisationTrend': ({ change }) =>
      `Credit in use, against earlier statements: ${signed(change)} percentage points.`,
    'history.paidToBalance':
      'On average {share:percent} of the balance was paid over the last {of|statement|# statements}.',
    'history.leastPaidToBalance':
      'The least that was paid of a balance over the last {of|statement|# statements}: {share:percent}.',
    'history.paidToLimit':
      'On average {share:percent} of the credit limit was paid over the last {of|due day|# due days}.',
    'history.noPayments': 'Due days without any payment: {none} of the last {of}.',
    'history.inactive': 'Statements without a balance: {inactive} of the last {of}.',
    'history.rightParty': 'Calls and visits that met the borrower: {met} of {tried}.',
    'history.failures': ({ count }) =>
      count === 0
        ? 'No call or visit is unanswered at present.'
        : 'The last {count|call or visit|# calls and visits} did not reach the borrower.',
    'history.unknown': 'Not known: {feature:feature}.',
    'features.own': 'The lender’s own figure {feature:feature} is {value}.',

    'do.wait': 'Wait: do not contact the borrower for now.',
    'do.reminder': 'Send {to:whom} {channel:message} {purpose:aim}.',
    'do.call': 'Call {to:whom} {purpose:aim}.',
    'do.visit': 'Visit {to:whom} {purpose:aim}.',
    'do.restructure': 'Offer {to:whom} a new payment plan, {channel:how}.',
    'do.hardshipPause': 'Offer {to:whom} a payment pause, {channel:how}.',
    'do.ownPause': 'Grant a payment pause now; it needs no contact first.',
    'do.window': 'When: {window:span}.',
    'do.best': 'An answer is more likely from {at:clock} on.',
    'do.point': 'Use the contact point “{point}”.',
    'do.ask': 'Ask for {amount:money} by {by:day}.',
    'do.coming': 'It is {amount:money}, due on {by:day}.',
    'do.approval': 'A person must approve this before it is done.',
    'care.hostile':
      'Care: there was hostility. A senior colleague makes the next contact, and ends it if there are threats.',
    'care.vulnerable': [
      'Care: the borrower is vulnerable ({driver:driver}). Take time, use plain words, and confirm in writing what was agreed.',
      'Care: the borrower is vulnerable. Take time, use plain words, and confirm in writing what was agreed.',
    ],
    'care.economicAbuse':
      'Care: another person controls the borrower’s money. Use only contact points marked as safe, and name no amount where others may hear or read it.',
    'care.adviser':
      'Care: a debt adviser is helping the borrower. Work with the adviser, and do not offer other advice.',
    'care.represented': 'Care: the borrower has a representative. Speak with the representative.',
    'care.language': 'Care: the borrower’s language is {language}.',
    'state.contactLost':
      'Contact is lost: many attempts over weeks reached nobody. Look for another way to reach the borrower.',
    'state.cannotPay':
      'The borrower cannot pay: the budget leaves nothing. More requests will not change that.',
    'state.willNotPay': 'The borrower could pay and refuses. Somebody has to decide what comes next.',
    'state.strangersNumber': 'The number belongs to another person. Do not use it until it is verified.',
    'state.optedOut':
      'The borrower wants none of the contact we can make. Only what the law asks us to send may be sent.',
    'state.unanswered': 'The borrower asked for an answer, and its day is past. Answer in writing.',
    'do.toFindOut': 'Find out and write down: {gaps:gap}.',
    'do.refer': ({ referTo, whenHeard }) =>
      referTo === 'debtAdviser'
        ? whenHeard === true
          ? 'When the borrower gets in touch, tell them about {referTo:referral}.'
          : 'Tell the borrower about {referTo:referral}.'
        : 'Pass the case on to {referTo:referral}.',
    'do.review': 'Look again on {on:day}.',
    'do.cancel': 'Do not do this if one of these comes first: {cancelOn:event}.',
    'do.sooner': 'Look sooner if one of these comes: {cancelOn:event}.',
    'do.valid': 'This is valid until {until:moment}.',
    'before.visit.notice': [
      'First give notice of the visit, by {by:day}.',
      'First give notice of the visit.',
    ],
    'before.visit.agencyDetails': [
      'First send the details of the agency, by {by:day}.',
      'First send the details of the agency.',
    ],
    'before.visit.consent': 'First ask whether the borrower agrees to a visit.',
    'before.visit.consentToEnter': 'Ask at the door before going in.',
    'before.visit.staff': 'Go with {staff} people or more.',
    'before.visit.placeOfChoice': 'Let the borrower choose where to meet.',
    'plan.instalments': ({ count }) =>
      `{count} {period:period} ${count === 1 ? 'payment' : 'payments'} of {instalment:money}, from {first:day} to {end:day}.`,
    'plan.last': 'The last one is {amount:money}.',
    'plan.total': ({ interest }) =>
      interest === 0
        ? 'That is {total:money} in total, without interest.'
        : 'That is {total:money} in total, with {interest:money} of interest.',
    'plan.measures': 'What changes: {measures:measure}.',
    'plan.pause': 'Payment pause from {from:day} to {until:day}.',
    'plan.frozen': 'No interest is charged in that time.',
    'plan.accrues': 'Interest is charged as usual in that time.',
    'plan.token': 'Only {amount:money} a payment is due in that time.',
    'plan.evidence': 'Evidence that will be needed: {kinds:circumstance}.',
    'plan.talk': 'Talk again by {on:day}.',
    'hold.leaves': 'Still possible: {leaves:leaves}.',
    'hold.leavesNothing': 'It leaves nothing possible.',
    'lead.why': 'Why:',
    'lead.timing': 'Why at that time:',
    'lead.mainly': 'What matters most:',
    'lead.remarks': 'Please check:',
    score: 'Score {points}, band {band}: {chance:chance} likely to go well within {days|# day|# days}.',
    capacity: ({ verdict }) =>
      verdict === 'unable'
        ? 'Capacity to pay, from {basis:basis}: nothing is left for this loan.'
        : 'Capacity to pay, from {basis:basis}: about {sustainable:money} a payment, {verdict:verdict}.',
    'other.eligible': 'Also possible: {kinds:kind}.',
    'other.blocked': 'Not possible now: {kinds:kind}.',
    'other.unsuitable': 'Not the right step now: {kinds:kind}.',
    'other.until': 'It becomes possible at {at:since}.',

    'check.allowed': 'Allowed and suitable:',
    'check.option': ({ kind }) => [
      kind === 'call' || kind === 'visit'
        ? '{kind:kind} to {to:whom}, {window:span}.'
        : '{kind:kind} {channel:how}, to {to:whom}, {window:span}.',
      '{kind:kind}.',
    ],
    'check.stopped': [`${rule} stops: {kinds:kind}.`, `${rule} applies.`],
    'check.delayed': [`${rule} sets the time of: {kinds:kind}.`, `${rule} applies.`],
    'check.noRule': 'No rule stopped or delayed anything.',
    'check.noHold': 'No hold on contact is in force.',
    'check.score':
      'Score {points} (from {base}): {chance:chance} for “{event}” (looking {days|# day|# days} ahead).',
    'check.missing': 'Not known: {features:feature}.',
    'check.priors':
      'The points of {count} of {of} characteristics are priors, set by hand and not fitted to data.',
    'check.allPriors': 'The points of all characteristics are priors, set by hand and not fitted to data.',
    'check.effects':
      'What a step should bring rests on figures of the policy; those built in are priors, not measured here.',
    'check.experiment': 'Experiment {id}, arm {arm}, drawn with a probability of {share:percent}.',
    'check.versions': 'Engine {engine}, policy {policy}, model {model}.',

    'you.due': '{overdue:money} of your loan is past its due day.',
    'you.ask': 'Please pay {amount:money} by {by:day}. If you have just paid, please ignore this.',
    'you.coming': 'Your next payment of {amount:money} is due on {by:day}.',
    'you.findOut': 'We would like to hear how you are doing and what would help.',
    'you.offerPlan': 'We would like to talk with you about easier payments, or a payment pause.',
    'you.call': 'We plan to call you {window:span}.',
    'you.visit':
      'We would like to visit you {window:span}. You can say no, or choose another time or place; we come in only if you agree.',
    'you.reach': 'Please tell us how best to reach you.',
    'you.plan': 'We can offer you a new payment plan.',
    'you.pause': 'We can offer you a payment pause.',
    'you.ownPause': 'We are giving you a payment pause; you do not need to apply.',
    'you.noPressure': 'You do not have to pay or decide anything right away.',
    'you.wait': 'We do not plan to contact you for now.',
    'you.onHold': 'We are not asking you for payments at the moment.',
    'you.checking': 'We are looking into what you told us.',
    'you.representative': 'We will talk with the person who speaks or advises for you.',
    'you.hardshipTeam': 'We have colleagues who help customers through hard times.',
    'you.debtAdviser': 'Independent debt advice can also help; in many places it is free.',
    'you.contact':
      'If another time or way suits you better, or you do not want to hear from us like this, please tell us and we will do as you ask.',
    'you.tell': 'If something here is wrong or has changed, please tell us.',
    'you.help': 'If paying is difficult, tell us early, and we will look for a way together.',
    'you.person': 'You can ask us how we decided this, and ask for a person to look at it again.',
    'you.promise.open': 'You told us you will pay {amount:money} by {by:day}. Thank you.',
    'you.promise.broken': [
      'The {amount:money} you told us about for {by:day} has not reached us in full.',
      'What you told us you would pay has not reached us in full.',
    ],
    'you.arrangement.running': 'The {kind:arrangement} we agreed with you continues as agreed.',
    'you.arrangement.missed': 'A payment under our arrangement has not reached us yet.',
    'you.payment.claimed':
      'You told us you have paid. We are looking for the payment; please give us {days|# day|# days}.',
    'you.arrears.none': 'You have no overdue payments.',
    'you.capacity.unable':
      'From what we know of your budget, there is nothing left for this loan at present.',
    'you.capacity.stretched':
      'From what we know of your budget, the payments as they are ask too much of you.',
    'you.hardship.known': 'We know that things are difficult for you at the moment.',
    'you.plan.fits': 'Payments of {instalment:money} should be within what you can afford.',
    'you.plan.pauseFits': ({ kind }) =>
      kind === undefined || kind === 'overIndebted'
        ? 'The pause gives you time to get advice on your debts.'
        : 'The pause gives you time to get through this.',
    'you.contact.callbackAsked': 'You asked us to call you.',
    'you.visit.appointment': 'This is the appointment you made with us.',
  },
  words: {
    kind: {
      wait: 'waiting',
      reminder: 'a reminder',
      hardshipPause: 'a payment pause',
      restructure: 'a new payment plan',
      call: 'a call',
      visit: 'a visit',
    },
    aim: {
      preDue: 'to remind them of the next payment',
      remind: 'to remind them kindly of the overdue payment',
      demand: 'to ask for the overdue payment',
      findOut: 'to find out how they are doing and what would help',
      followUpPromise: 'to follow up on their promise to pay',
      offerPlan: 'to offer easier payments or a payment pause',
      arrangeVisit: 'to arrange a visit',
      locate: 'to find out how to reach them',
    },
    message: {
      sms: 'a text message',
      app: 'a message in the app',
      messaging: 'a chat message',
      email: 'an email',
      socialMedia: 'a private message on social media',
      letter: 'a letter',
      call: 'a voice message',
      visit: 'a note',
    },
    how: {
      sms: 'by text message',
      app: 'in the app',
      messaging: 'by chat message',
      email: 'by email',
      socialMedia: 'by private message on social media',
      letter: 'by letter',
      call: 'by phone',
      visit: 'in person',
    },
    whom: {
      borrower: 'the borrower',
      coBorrower: 'the co-borrower',
      guarantor: 'the guarantor',
      representative: 'the borrower’s representative',
      estate: 'the estate',
    },
    circumstance: {
      deceased: 'the borrower has died',
      insolvency: 'insolvency proceedings',
      dispute: 'the debt is disputed',
      represented: 'another person represents the borrower',
      adviserEngaged: 'a debt adviser helps the borrower',
      ceaseRequest: 'the borrower asked us to stop',
      moratorium: 'a debt moratorium',
      mentalHealthCrisis: 'crisis treatment',
      complaint: 'an open complaint',
      fraudClaim: 'the borrower reports fraud',
      notTheBorrower: 'this is not the borrower',
      litigation: 'court proceedings',
      hardshipApplication: 'an application for help',
      minor: 'the borrower is under age',
      limitedCapacity: 'the borrower may not be able to decide alone',
      jobLoss: 'job loss',
      incomeDrop: 'a drop in income',
      illness: 'illness',
      bereavement: 'a death in the family',
      disaster: 'a disaster',
      separation: 'a separation',
      caring: 'caring for another person',
      militaryService: 'military service',
      overIndebted: 'more debts than can be paid',
      imprisoned: 'imprisonment',
      hardshipDeclared: 'money difficulties',
      vulnerable: 'the borrower is vulnerable',
      economicAbuse: 'economic abuse',
      untraceable: 'the borrower cannot be found',
      hostile: 'earlier hostility',
      workplaceContactBanned: 'no contact at work',
      timeBarred: 'the debt can no longer be enforced',
    },
    arrangement: { restructure: 'payment plan', hardshipPause: 'payment pause', settlement: 'settlement' },
    gap: {
      budget: 'income and spending',
      cause: 'what happened',
      expectedEnd: 'when it is expected to end',
      payday: 'when money comes in',
      anotherNumber: 'another way to reach them',
      whetherVisitSuits: 'whether and when a visit suits',
      whoElseIsLiable: 'who else is liable',
    },
    driver: {
      health: 'health',
      lifeEvent: 'an event in life',
      resilience: 'little to fall back on',
      capability: 'trouble with money matters or with the language',
    },
    commitment: {
      contact: 'the last contact needs time to work',
      ask: 'the time given to pay is not over',
      promise: 'a promise was kept, and its day is not over',
      offer: 'an offer is open',
      plan: 'a payment plan is running',
      pause: 'a payment pause is running',
      application: 'an application for help is being looked at',
      complaint: 'a complaint is being looked at',
      dispute: 'a dispute is being looked at',
      claim: 'a payment is being looked for',
      callback: 'the borrower asked for a call',
      hold: 'a hold is in force',
    },
    sign: {
      silentPayer: 'a borrower who paid well has stopped without saying why',
      partialPayments: 'payments come in part',
      technicalFailures: 'payments failed for technical reasons',
      hardshipKnown: 'there are signs of difficulty',
      vulnerable: 'the borrower is vulnerable',
    },
    referral: {
      hardshipTeam: 'the hardship team',
      disputes: 'the disputes desk',
      estate: 'the estates desk',
      legal: 'the legal desk',
      debtAdviser: 'independent debt advice',
      tracing: 'the tracing desk',
      safety: 'the people responsible for staff safety',
      complaints: 'the complaints desk',
    },
    basis: {
      documented: 'a documented budget',
      stated: 'the budget the borrower stated',
      estimated: 'an estimated budget',
      inferred: 'past payments',
      unknown: 'nothing known',
    },
    verdict: {
      able: 'enough for what is due',
      stretched: 'less than what is due',
      unable: 'nothing is left',
      unknown: 'it is not known whether that is enough',
    },
    leaves: {
      relief: 'offering help',
      ownPause: 'granting a payment pause without contact',
      toRepresentative: 'speaking with the representative',
      estate: 'writing to the estate',
    },
    measure: { termExtension: 'a longer term', interestFreeze: 'no further interest' },
    period: { week: 'weekly', fortnight: 'fortnightly', month: 'monthly' },
    event: {
      payment: 'a payment',
      promise: 'a promise to pay',
      inbound: 'a message or call from the borrower',
      hold: 'a hold on contact',
    },
    force: {
      statute: 'statute',
      rule: 'binding rule',
      presumption: 'rebuttable presumption',
      guideline: 'guideline',
      standard: 'standard',
      selfRegulatory: 'self-regulation',
      house: 'house rule',
    },
    feature: {
      daysPastDue: 'days past due',
      periodsBehind: 'payments behind',
      overdueShare: 'the share overdue',
      worstBehind: 'how far behind at worst',
      shareLate: 'how many payments were late',
      sumBehind: 'payments behind on average',
      periodsSinceLate: 'payments since the last late one',
      periodsKnown: 'the length of the history',
      paidShare: 'the share of payments made',
      zeroPayShare: 'how often nothing was paid',
      daysLateLast: 'how late the newest payment is',
      daysLateMedian: 'how late payments usually are',
      daysLateMean: 'how late payments are on average',
      earlyShare: 'how often payments come early',
      utilisation: 'the credit in use',
      utilisationMean: 'the credit in use on average',
      utilisationTrend: 'the trend of the credit in use',
      paidToBalance: 'the share of statements paid',
      leastPaidToBalance: 'the least paid of a statement',
      paidToLimit: 'payments against the credit limit',
      noPaymentShare: 'how often no payment came',
      inactiveShare: 'how often nothing was owed',
      rightPartyRate: 'how often the borrower is met',
      consecutiveFailures: 'calls and visits that did not reach the borrower',
    },
  },
}
