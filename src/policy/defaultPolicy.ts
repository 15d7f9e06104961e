import type { Policy } from '../input/policy.ts'
import { HOUSE_RULES } from './packs/house.ts'

/**
 * The built-in policy. Its effects, cures, recoveries and completions are priors: figures to start from, taken from
 * published results where there are any, to be replaced by what the lender measures.
 */
export const DEFAULT_POLICY: Policy = {
  id: 'default',
  version: '1.0.0',
  language: 'en',
  packs: 'byJurisdiction',
  house: { tighten: false, rules: HOUSE_RULES },
  // A nightly job decides again after a day; a decision should not outlive the facts it was made on.
  horizonHours: 24,
  // Notice must be given and a free day found: ten days leave room for both and for a weekend.
  visitHorizonDays: 10,
  // Two weeks: long enough for a dispute desk to answer, short enough not to forget anyone.
  holdReviewDays: 14,
  impliedDays: {
    // A reported hardship is taken as true for a quarter, the span of most payment holidays.
    hardshipDeclared: 90,
    // Vulnerability seldom passes in months; a year until someone asks again.
    vulnerable: 365,
    // Complaint procedures commonly ask for an answer within about a month.
    complaint: 30,
    // Half a year before anyone is sent to a door where someone was hostile.
    hostile: 180,
  },
  holidays: {},
  // Even steps of one fifth: bands are names for people, nothing is decided on them.
  bands: [0.8, 0.6, 0.4, 0.2],
  promise: {
    // Bank transfers started on the promised day arrive within two.
    toleranceDays: 2,
    // Nine tenths: a shortfall of small change or a fee is no broken promise.
    toleranceShare: 0.9,
    // One payday is always nearer than a month; half is what changes something.
    longestDays: 31,
    leastShare: 0.5,
    // About half of promises are kept in the trade's rules of thumb; with the weight of four, two kept of two is not yet certainty.
    priorShare: 0.5,
    priorWeight: 4,
  },
  capacity: {
    // The weaker the evidence, the more is left untouched, so that the plan survives a wrong figure.
    margin: { documented: 0.1, stated: 0.2, estimated: 0.3 },
    // Half a year, the age at which statements of means are usually asked for again.
    staleDays: 180,
    // Able means able to catch up as well: at a tenth of the arrears a period it takes under a year.
    arrearsShare: 0.1,
    // A floor under what a budget may claim to live on; where there is none, the stated spending stands.
    livingMinimum: { CNY: { adult: 100000, dependant: 50000 } },
  },
  visit: {
    // Two months old and two months' worth: before that most are still reached another way.
    fromDays: 61,
    instalments: 2,
    // Half of visits meet somebody, and a third of those agree: six times the cost breaks even, ten leave room for error.
    stakeToCost: 10,
    // Five tries over three weeks in two parts of the day: who is away or at work is reached by one of them.
    attempts: 5,
    spanDays: 21,
    dayParts: 2,
    withinDays: 60,
    letterFirst: true,
    // A fortnight to say no or to choose a day; silence beyond it is no consent.
    answerDays: 14,
    // A visit is no habit: what one did not bring a second will not.
    most: 1,
    // Nobody should wait at home for half a day.
    slotHours: 2,
    // Where a visit by an agency, or by anybody, is felt as a threat unless it was agreed on.
    onlyAgreed: [{ jurisdiction: 'GB' }, { jurisdiction: 'US', actor: 'agency' }],
    // A year before anyone is sent to a door where someone was hostile.
    hostileDays: 365,
  },
  effects: [
    {
      action: 'reminder',
      when: { purpose: 'preDue' },
      persuades: 0.03,
      decay: 0.5,
      why: 'raised payments on time by 7–9 % of their level; most would pay anyway',
      source: 'Cadena & Schoar 2011',
    },
    {
      action: 'reminder',
      when: { purpose: ['findOut', 'offerPlan'] },
      persuades: 0.06,
      decay: 0.5,
      why: 'a letter that invites contact brings more plans; prior',
      source: 'Dewies et al. 2022',
    },
    {
      action: 'reminder',
      when: { purpose: 'locate' },
      persuades: 0.02,
      decay: 0.3,
      why: 'fewer answer; prior',
    },
    {
      action: 'reminder',
      when: {},
      persuades: 0.04,
      decay: 0.6,
      why: 'a reminder 30 days overdue added 2.4 points; six in ten are read',
      source: 'Campbell, Grant & Thorp 2022',
    },
    {
      action: 'call',
      when: { purpose: ['findOut', 'offerPlan'] },
      persuades: 0.34,
      decay: 0.6,
      why: 'a conversation added 34 points, whatever the age of the debt',
      source: 'Laudenbach, Pirschel & Siegel',
    },
    { action: 'call', when: { purpose: 'locate' }, persuades: 0.03, decay: 0.3, why: 'fewer answer; prior' },
    {
      action: 'call',
      when: { daysPastDueUpTo: 7 },
      persuades: 0.1,
      decay: 0.5,
      why: 'most have only forgotten: a call does little more than a message; prior',
    },
    {
      action: 'call',
      when: { bucket: '1-30' },
      persuades: 0.2,
      decay: 0.6,
      why: 'most of those reached would pay by themselves; prior',
    },
    {
      action: 'call',
      when: {},
      persuades: 0.34,
      decay: 0.6,
      why: 'a conversation added 34 points; on old debts 0.32 to 0.50 with no fall by age',
      source: 'Laudenbach, Pirschel & Siegel',
    },
    {
      action: 'visit',
      when: {},
      persuades: 0.33,
      decay: 0.4,
      why: 'a third of those met agree on something and keep to it; prior',
    },
  ],
  reach: {
    reminder: {
      mean: 0.3,
      weight: 6,
      byBucket: { '0': 0.7, '1-30': 0.6, '31-60': 0.45, '61-90': 0.3, '91-180': 0.2, '181+': 0.12 },
      why: 'fewer read what comes the older the debt; prior',
    },
    call: {
      mean: 0.059,
      weight: 5.2,
      byBucket: { '0': 0.14, '1-30': 0.12, '31-60': 0.1, '61-90': 0.08, '91-180': 0.07 },
      why: 'of 113,229 purchased debts: 0.059 a call, worth 5.2 attempts; younger arrears answer more often, about one in eight to ten (prior)',
    },
    visit: { mean: 0.5, weight: 4, why: 'half of visits meet somebody; prior' },
  },
  stake: {
    // About a thousand pounds: up to there the rest counts in full, beyond it what is paid grows more slowly.
    unit: {
      CNY: 900000,
      TWD: 4000000,
      USD: 125000,
      GBP: 100000,
      EUR: 115000,
      AUD: 190000,
      INR: 10500000,
      NGN: 190000000,
      PHP: 7200000,
      IDR: 2050000000,
      MXN: 2300000,
      VND: 32000000,
    },
    // Money paid on old debts grows like their balance to the power 0.55.
    power: 0.55,
  },
  // About ten pounds: less than what asking for it costs and hurts.
  materiality: {
    CNY: 9000,
    TWD: 40000,
    USD: 1250,
    GBP: 1000,
    EUR: 1150,
    AUD: 1900,
    INR: 105000,
    NGN: 1900000,
    PHP: 72000,
    IDR: 20500000,
    MXN: 23000,
    VND: 320000,
  },
  // A month, as the score and the cure rates say it; and those who pay anyway come last.
  gain: { horizonDays: 30, headroom: 1 },
  // Help presupposes contact: a message within a fortnight, a try at a conversation within six weeks, whatever it is worth.
  help: { messageBy: 14, talkBy: 45 },
  // Harsh words cool in days; after a threat a month of letters lets both sides rest.
  care: { swearingDays: 3, threatDays: 30 },
  // Eight over six weeks: holidays and a lost telephone are over by then.
  lost: { attempts: 8, weeks: 6 },
  // A minute of a collector, a visit of two with travel, a message: rough labour and postage prices, to be replaced.
  unitCosts: {
    CNY: { minute: 100, visit: 8000, message: 5 },
    TWD: { minute: 600, visit: 60000, message: 100 },
    USD: { minute: 60, visit: 9000, message: 2 },
    GBP: { minute: 50, visit: 8000, message: 3 },
    EUR: { minute: 55, visit: 8000, message: 5 },
    AUD: { minute: 80, visit: 12000, message: 5 },
    INR: { minute: 400, visit: 40000, message: 20 },
    NGN: { minute: 5000, visit: 500000, message: 400 },
    PHP: { minute: 300, visit: 40000, message: 50 },
    IDR: { minute: 80000, visit: 10000000, message: 40000 },
    MXN: { minute: 250, visit: 30000, message: 80 },
    VND: { minute: 1500, visit: 150000, message: 500 },
  },
  // Six minutes with wrap-up; a plan takes a budget and an agreement, a pause the reason and the review.
  minutes: { call: 6, restructure: 25, hardshipPause: 20 },
  cure: [
    { bucket: '0', rate: 0.97, why: 'nearly all stay so for a month; prior' },
    {
      bucket: '1-30',
      rate: 0.8,
      why: '5 % of card accounts roll on, part of the rest stays; prior',
    },
    { bucket: '31-60', rate: 0.45, why: '30 % roll on, as many stay; prior' },
    { bucket: '61-90', rate: 0.25, why: '59 % roll on; prior' },
    { bucket: '91-180', rate: 0.1, why: '67 % roll on; prior' },
    {
      bucket: '181+',
      rate: 0.03,
      why: 'of old debts 12.7 % of clients never reached paid anything; prior',
    },
  ],
  // Someone who cannot pay does not cure by being left alone.
  cureGiven: { able: 1, unknown: 1, stretched: 0.5, unable: 0.2 },
  recovery: [
    { bucket: '0', share: 0.7, why: 'prior' },
    { bucket: '1-30', share: 0.6, why: 'prior' },
    { bucket: '31-60', share: 0.5, why: 'prior' },
    { bucket: '61-90', share: 0.35, why: 'prior' },
    { bucket: '91-180', share: 0.2, why: 'prior' },
    {
      bucket: '181+',
      share: 0.08,
      why: 'of old debts contacted three or more times 8.7–9.8 %',
    },
  ],
  completion: [
    {
      shareOfSustainableBelow: 0.8,
      rate: 0.7,
      why: 'a fifth is left for surprises; prior',
    },
    { shareOfSustainableBelow: 0.95, rate: 0.6, why: 'prior' },
    { rate: 0.5, why: 'at the edge of what can be paid; prior' },
  ],
  // Ten per cent a year: a lender's cost of money and risk, not the borrower's rate.
  discountRate: 0.1,
  // A week holds a pay day for those paid weekly, and is soon enough to follow up.
  askDays: 7,
  pace: {
    // Most who missed a day pay within weeks by themselves; after a month silence costs them more than a third attempt.
    perWeek: 2,
    perWeekLater: 3,
    // Two a week for a month: beyond it, contact is felt as pressure and brings complaints, not payments.
    per30Days: 8,
    // A message is read within days; a call that met nobody is tried at another hour before the week is over.
    message: 5,
    call: 2,
    // Whoever was talked with has heard it: a week to act on it. A visit weighs twice as much.
    conversation: 7,
    visit: 14,
    // A week to think an offer over, then once more in writing; what a month does not bring will not come.
    offer: 7,
    offerOpen: 30,
    // A plan without a due day is looked at once a month.
    plan: 30,
    // Four weeks to take a new budget and agree on what comes after.
    beforePauseEnds: 28,
    // Twelve that reached nobody say that the way is wrong, not the pace: fortnightly, then once a month.
    slowAfter: 12,
    slowDays: 14,
    slowestAfter: 18,
    slowestDays: 30,
    // Bank transfers take two days, so the third is the first on which somebody really is late; calls wait a week.
    fromDay: 3,
    callFromDay: 8,
    // A week: nobody in arrears is out of sight for longer.
    look: 7,
  },
  // Three days before the due day: time to move money, too late to forget again.
  preDueDays: 3,
  recentDays: {
    // Four weeks: "we spoke lately", within which an offer is a continuation and not a cold call.
    twoWayContact: 28,
    // A week for a payment to be found.
    claimedPaid: 7,
    // A quarter: how long asking for help stands while a hold lasts.
    asked: 90,
  },
  relief: {
    // The longest personalised instalment agreement Chinese card rules allow, and a sane bound elsewhere.
    maxInstalments: 60,
    // Two restructures within half a year hide a debt rather than mend it.
    minDaysBetween: 180,
    // A quarter, the usual payment holiday; then someone looks again.
    pauseMonths: 3,
    interestFreeze: true,
    // Nothing is forgiven without a person.
    authority: { forgiveShare: 0 },
  },
  experiments: [],
}
