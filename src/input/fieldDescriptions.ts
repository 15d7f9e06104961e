import type { JsonSchemaName } from './jsonSchema.ts'

/**
 * What fields mean, by the pointers to their schemas. Written by `npm run schemas` from the documentation of
 * the types: never edit by hand.
 */
export const FIELD_DESCRIPTIONS: Readonly<Record<JsonSchemaName, Readonly<Record<string, string>>>> = {
  case: {
    '/properties/id': 'The account, pseudonymous, 1–128 characters, unique in a file.',
    '/properties/borrower': 'The person; default: `id`. Caps that protect a person count over this.',
    '/properties/currency': 'ISO 4217 code.',
    '/properties/timeZone': 'IANA zone where the borrower is.',
    '/properties/jurisdiction':
      'ISO 3166-1 alpha-2, optionally with a subdivision: `US-MA`. Without one, `house` rules alone apply.',
    '/properties/area': 'Opaque district key for planning visits.',
    '/properties/actor':
      'Who collects: the lender in its own name (default) or an agency for or after someone else.',
    '/properties/loan/properties/outstanding':
      'Payoff today: principal + accrued interest + charges, no unearned interest.',
    '/properties/loan/properties/principal':
      'These three are given together or not at all, and add up to `outstanding`.',
    '/properties/loan/properties/overdue': 'The part past due; 0 = not in arrears.',
    '/properties/loan/properties/overdueSince':
      'Due day of the oldest unpaid amount. Needed, or `daysPastDue`, when `overdue` > 0.',
    '/properties/loan/properties/daysPastDue':
      'Its age in days on the day of `asOf`: 1 on the day after it fell due.',
    '/properties/loan/properties/instalment':
      'The contractual periodic payment; of a revolving loan the minimum payment.',
    '/properties/loan/properties/period': 'Default `month`.',
    '/properties/loan/properties/annualRate': 'Yearly fraction: 0.18 is 18 %.',
    '/properties/loan/properties/stage': 'Default `open`.',
    '/properties/loan/properties/limitationUntil':
      'Last day on which the debt can be enforced at law, if known.',
    '/properties/repayments': 'What fell due and what was paid against it, any order. At most 2,000.',
    '/properties/repayments/items/properties/amount': '0 is legal: nothing fell due.',
    '/properties/repayments/items/properties/paid/items/properties/postedOn':
      'When the lender knew of it; default: `on`.',
    '/properties/repayments/items/properties/paid/items/properties/reversedOn':
      'When it was taken back; from that day on it never happened.',
    '/properties/repayments/items/properties/balance': 'Statement balance (revolving).',
    '/properties/repayments/items/properties/behind':
      "The lender's own count of periods behind at that time; wins over what is derived.",
    '/properties/paymentProfile':
      'One mark per period before the first repayment row, oldest first: `0` on time, `1`–`8` that many periods behind, `9` worse, `-` nothing due, `?` unknown.',
    '/properties/contacts':
      "The contact record, any order, of this account and (with `account`) of the borrower's others. At most 20,000.",
    '/properties/contacts/items/properties/direction': 'Default `outbound`.',
    '/properties/contacts/items/properties/party': 'Default `unknown`.',
    '/properties/contacts/items/properties/promise':
      'Required with outcome `promise` or `partialPromise`, an issue with any other.',
    '/properties/contacts/items/properties/point': 'Key of the contact point used.',
    '/properties/contacts/items/properties/account': "Default: this account's `id`.",
    '/properties/contacts/items/properties/by': "Default: this case's `actor`.",
    '/properties/contacts/items/properties/agent': 'Default `human`.',
    '/properties/contacts/items/properties/purpose':
      "What the contact was for: of an outbound one the decision's `action.purpose`, copied.",
    '/properties/contacts/items/properties/ask':
      "What it asked for: the decision's `action.ask`, copied. Without it a message asked for payment within `askDays`.",
    '/properties/contacts/items/properties/proposed':
      'The plan or pause it proposed: of an outbound contact what was offered, of an inbound one what the borrower offers. With outcome `refused` it is the shape that was refused.',
    '/properties/contactPoints':
      'What can be used to reach a person. Absent or empty: every channel is assumed reachable, a visit only with an `area`. At most 100.',
    '/properties/contactPoints/items/properties/status': 'Default `unverified`.',
    '/properties/contactPoints/items/properties/party': 'Whose it is; default `borrower`.',
    '/properties/contactPoints/items/properties/timeZone':
      "Where this point is, when that is not the borrower's zone.",
    '/properties/budget/properties/otherDebtPayments': 'Default 0.',
    '/properties/budget/properties/dependants': 'Default 0.',
    '/properties/budget/properties/on': 'The day it describes; default: the day of `asOf`.',
    '/properties/circumstances': 'Facts that change what may or should be done. At most 500.',
    '/properties/circumstances/items/properties/since': 'Default: the day it was recorded, else always.',
    '/properties/circumstances/items/properties/until':
      'Inclusive. Without it a hold stands until replaced (adviserEngaged 30, moratorium 60 days from `since`).',
    '/properties/circumstances/items/properties/recorded':
      'When the lender learned of it; default: always known.',
    '/properties/circumstances/items/properties/driver': 'Of `vulnerable` only: one word, no health details.',
    '/properties/preferences/properties/language': 'BCP 47; texts exist for `en` and `zh-CN`.',
    '/properties/preferences/properties/contactHours': 'Only then.',
    '/properties/preferences/properties/agreedHours': 'Express agreement to hours a rule closes.',
    '/properties/preferences/properties/consents':
      'Prior consent; lifts only rules with a `consent` override, for as long as the rule says.',
    '/properties/preferences/properties/consents/items/properties/channel': 'Default: every channel.',
    '/properties/preferences/properties/visit': 'Absent = unknown.',
    '/properties/preferences/properties/visitAppointment/properties/recorded':
      'When it was made; default: before everything in the record.',
    '/properties/arrangements/items/properties/instalment': 'Required for a restructure.',
    '/properties/arrangements/items/properties/recorded':
      'When the lender recorded it; default: always known.',
    '/properties/features':
      "A lender's own characteristics, read only by models that declare them. At most 1,000; numbers from -10¹⁵ to 10¹⁵.",
    '/properties/metadata': 'Never read by the library.',
  },
  decision: {
    '/properties/id': 'The account and the person, as the record names them.',
    '/properties/asOf': 'The instant this was decided for.',
    '/properties/currency': 'ISO 4217.',
    '/properties/area': 'District key for planning visits, where the record has one.',
    '/properties/language': "BCP 47: the borrower's, else the policy's.",
    '/properties/outstanding': 'What is owed today, and the part of it past due.',
    '/properties/daysPastDue':
      '1 on the day after the oldest unpaid amount fell due; 0 when nothing is overdue.',
    '/properties/score/properties/basePoints':
      'Points of someone whose characteristics add nothing: `scale.basePoints` + intercept.',
    '/properties/score/properties/probability': "Of the model's event, always the good one, to 6 decimals.",
    '/properties/score/properties/band': 'A (likeliest to repay) to E.',
    '/properties/score/properties/contributions/items/properties/bin':
      '`[0.34, 0.67)`, `missing`, or the categories.',
    '/properties/score/properties/contributions/items/properties/pointsLost':
      'Against the best bin of this characteristic; 0 or more.',
    '/properties/score/properties/missing': "Characteristics without a value, in the model's order.",
    '/properties/score/properties/notApplicable':
      'Of those, the ones a loan of this kind cannot have: it has no statements or credit limit. They are no reasons.',
    '/properties/profile':
      '0–1 each, null when unknown: what the borrower can pay, does of what they can, and how they are reached.',
    '/properties/capacity': 'What the borrower can pay a loan period; amounts are null when unknown.',
    '/properties/capacity/properties/surplus':
      'Minor units a loan period; null when unknown. May be negative.',
    '/properties/capacity/properties/sustainablePayment': '0 or more; null when unknown.',
    '/properties/holds':
      'Holds in force, strictest first, whatever else decides the action; empty where none is.',
    '/properties/holds/items/properties/since': 'The first day it has held, where the record says.',
    '/properties/holds/items/properties/until':
      'The last day it holds, any tail included, where that is known.',
    '/properties/holds/items/properties/rule':
      'The rule behind it, where one of a pack or of the house says so.',
    '/properties/holds/items/properties/allows': 'What it leaves possible.',
    '/properties/care': 'What calls for care in every contact, the gravest first; empty where nothing does.',
    '/properties/state':
      'Where the borrower has come to that more of the same will not move; empty as long as there is more to try.',
    '/properties/commitments': 'What is under way, the earliest day first; empty where nothing is.',
    '/properties/commitments/items/properties/since': 'The day it began, where the record says.',
    '/properties/commitments/items/properties/nextOn': 'The day on which it is looked at again.',
    '/properties/action': 'The chosen action with everything needed to carry it out.',
    '/properties/action/properties/purpose': 'Absent for wait, and for a pause the lender grants on its own.',
    '/properties/action/properties/window/properties/from':
      "RFC 3339 in whole seconds with the borrower's offset, `[from, to)`.",
    '/properties/action/properties/gain': 'Of a contact, what its value is made of.',
    '/properties/action/properties/gain/properties/reach': 'Chance that it reaches this person, 0–1.',
    '/properties/action/properties/gain/properties/persuades':
      'What being reached adds to the chance of a cure, 0–1.',
    '/properties/action/properties/gain/properties/decay':
      'What is left of it after the conversations since the last payment.',
    '/properties/action/properties/gain/properties/stake': 'Minor units.',
    '/properties/action/properties/use': 'Absent for wait.',
    '/properties/action/properties/plan/oneOf/0/properties/repays':
      "Outstanding − forgiven = the schedule's principal.",
    '/properties/action/properties/plan/oneOf/0/properties/total': 'repays + interest',
    '/properties/action/properties/plan/oneOf/0/properties/shareOfSustainable':
      'instalment ÷ sustainable payment, to 6 decimals.',
    '/properties/action/properties/plan/oneOf/0/properties/presentValue': 'Minor units.',
    '/properties/action/properties/plan/oneOf/0/properties/completion': 'Chance of completion, a prior.',
    '/properties/action/properties/plan/oneOf/1/properties/until': 'Inclusive.',
    '/properties/action/properties/value':
      'Expected gain over waiting after cost, and the cost; minor units.',
    '/properties/action/properties/toFindOut': 'What the conversation should find out and the host record.',
    '/properties/alternatives':
      'All kinds, ranked, the chosen one first; every other says why it was not chosen.',
    '/properties/alternatives/items/properties/purpose':
      'Absent for wait, and for a pause the lender grants on its own.',
    '/properties/alternatives/items/properties/window/properties/from':
      "RFC 3339 in whole seconds with the borrower's offset, `[from, to)`.",
    '/properties/alternatives/items/properties/gain': 'Of a contact, what its value is made of.',
    '/properties/alternatives/items/properties/gain/properties/reach':
      'Chance that it reaches this person, 0–1.',
    '/properties/alternatives/items/properties/gain/properties/persuades':
      'What being reached adds to the chance of a cure, 0–1.',
    '/properties/alternatives/items/properties/gain/properties/decay':
      'What is left of it after the conversations since the last payment.',
    '/properties/alternatives/items/properties/gain/properties/stake': 'Minor units.',
    '/properties/alternatives/items/properties/use': 'Absent for wait.',
    '/properties/alternatives/items/properties/plan/oneOf/1/properties/until': 'Inclusive.',
    '/properties/alternatives/items/properties/value':
      'Expected gain over waiting after cost, and the cost; minor units.',
    '/properties/alternatives/items/properties/until':
      'Of a blocked one: the first instant at which it has a legal window, where it can be known.',
    '/properties/alternatives/items/properties/because':
      'At least one, but for the chosen one also what decided it.',
    '/properties/alternatives/items/properties/because/items/properties/points':
      'Of a score reason: the points this characteristic gave.',
    '/properties/reasons':
      'Why this action, then what weighs most in the score, then remarks on the data; each most important first. What the record contradicts itself in (`data.differs`) is never among the first four.',
    '/properties/reasons/items/properties/points': 'Of a score reason: the points this characteristic gave.',
    '/properties/experiment':
      'Of an experiment the arm drawn and its probability; id and arm `none`, probability 1 where none runs.',
    '/properties/versions': 'What to replay this decision with.',
  },
  policy: {
    '/properties/$schema': 'Where the JSON Schema of this file stands: for editors; nothing else reads it.',
    '/properties/language': 'Language of texts where the borrower states none.',
    '/properties/packs':
      "Packs added for every case, by id or whole; the case's own jurisdiction's always apply.",
    '/properties/house/properties/tighten':
      'Whether house rules apply beside the law even where it binds the same dimension.',
    '/properties/house/properties/rules/items/oneOf/0/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/0/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/0/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/0/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/0/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/0/properties/channels':
      'Channels or groups of them: `*`, `messages`, `written`, `live`, `disturbing`. Default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/0/properties/open/items/properties/from':
      '`HH:MM`, `[from, to)`; `to` may be `24:00`.',
    '/properties/house/properties/rules/items/oneOf/0/properties/holidays':
      "Whether the jurisdiction's holidays (`policy.holidays`) are closed; default open.",
    '/properties/house/properties/rules/items/oneOf/0/properties/pointKinds':
      'Only when the contact point used is of one of these kinds; default any.',
    '/properties/house/properties/rules/items/oneOf/0/properties/during':
      'Only while one of these circumstances is in force; default always. With `open: []`: closed for that time.',
    '/properties/house/properties/rules/items/oneOf/0/properties/overrides':
      '`agreement`: `preferences.agreedHours` reopen it; `consent`: a consent to `hours` lifts it for `consentDays`.',
    '/properties/house/properties/rules/items/oneOf/1/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/1/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/1/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/1/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/1/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/1/properties/exceptOutcomes':
      'Outcomes the source leaves uncounted, such as calls that never connected; default none.',
    '/properties/house/properties/rules/items/oneOf/1/properties/channels':
      'The channels counted together and capped together; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/1/properties/overrides':
      '`consent`: a consent to `frequency` lifts it for `consentDays`.',
    '/properties/house/properties/rules/items/oneOf/2/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/2/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/2/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/2/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/2/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/2/properties/channels':
      'The channels closed, and those whose events close them; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/2/properties/over': 'Default `account`.',
    '/properties/house/properties/rules/items/oneOf/2/properties/inboundStarts':
      'Whether what the borrower began starts it too; default false.',
    '/properties/house/properties/rules/items/oneOf/3/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/3/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/3/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/3/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/3/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/3/properties/allows':
      'What remains possible, at most what the table leaves; default what the table leaves.',
    '/properties/house/properties/rules/items/oneOf/3/properties/tailDays':
      'Days the hold outlasts the circumstance.',
    '/properties/house/properties/rules/items/oneOf/3/properties/answerDays':
      'Days within which the lender must answer: the latest `reviewOn`.',
    '/properties/house/properties/rules/items/oneOf/4/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/4/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/4/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/4/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/4/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/4/properties/staff':
      'People who must go together; default 1.',
    '/properties/house/properties/rules/items/oneOf/4/properties/noticeDays':
      'Whole days between the notice and the visit; default none needed.',
    '/properties/house/properties/rules/items/oneOf/4/properties/notice':
      'Which notice is meant; default `visit`.',
    '/properties/house/properties/rules/items/oneOf/4/properties/firstOnly':
      'Whether only the first visit needs the notice; default every visit.',
    '/properties/house/properties/rules/items/oneOf/4/properties/consent':
      '`toVisit`: agreed before the visit; `toEnter`: asked for at the door.',
    '/properties/house/properties/rules/items/oneOf/4/properties/notWhen':
      'Not while one of these circumstances holds (`hardship` = any of the hardship kinds).',
    '/properties/house/properties/rules/items/oneOf/4/properties/placeChosenUntilNoShows':
      "The place is the borrower's choice until this many visits in a row met nobody.",
    '/properties/house/properties/rules/items/oneOf/5/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/5/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/5/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/5/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/5/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/5/properties/only':
      'The only purpose it may have; `none`: never.',
    '/properties/house/properties/rules/items/oneOf/6/properties/binds': 'Whom it binds; default both.',
    '/properties/house/properties/rules/items/oneOf/6/properties/products': 'Which loans; default `["*"]`.',
    '/properties/house/properties/rules/items/oneOf/6/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/house/properties/rules/items/oneOf/6/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/house/properties/rules/items/oneOf/6/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/house/properties/rules/items/oneOf/6/properties/channels':
      'Channels or groups of them: `*`, `messages`, `written`, `live`, `disturbing`. Default `["*"]`.',
    '/properties/horizonHours': 'A contact counts as possible now if a legal window opens within this time.',
    '/properties/visitHorizonDays': 'The same for visits, so that notice can be given.',
    '/properties/holdReviewDays': 'Days to the next look at a hold without an end.',
    '/properties/impliedDays':
      "How long a circumstance lasts that only a contact's outcome tells of, in days.",
    '/properties/holidays': 'Public holidays by jurisdiction; the library ships none.',
    '/properties/bands': 'Lower ends of the probability bands A, B, C, D; below is E.',
    '/properties/promise/properties/toleranceDays': 'Days after the promised day that still count as kept.',
    '/properties/promise/properties/toleranceShare': 'Share of the promised amount that counts as kept.',
    '/properties/promise/properties/longestDays':
      'Longest time to the promised day, and least share of what is asked, that is waited for.',
    '/properties/promise/properties/priorShare':
      'Share of promises kept to expect before any is known, and its weight in promises.',
    '/properties/capacity/properties/staleDays': 'Age at which a budget is no longer used, in days.',
    '/properties/capacity/properties/arrearsShare':
      '`able` needs the instalment and this share of the arrears a period.',
    '/properties/capacity/properties/livingMinimum':
      'Least spending to leave a household a month, minor units by currency; none where absent.',
    '/properties/visit': '`days` and `channels` of older files are read and decide nothing.',
    '/properties/visit/properties/fromDays': "First day past due, and least overdue in months' instalments.",
    '/properties/visit/properties/stakeToCost': 'How many times its cost has to be at stake.',
    '/properties/visit/properties/attempts':
      'Least calls that reached nobody, over this many days, in this many parts of the day, within this many days.',
    '/properties/visit/properties/letterFirst': 'Whether a letter or an e-mail comes before it.',
    '/properties/visit/properties/answerDays':
      'Days after asking whether a visit suits within which one may be made; later silence is no consent.',
    '/properties/visit/properties/most': 'Most visits in one spell of arrears.',
    '/properties/visit/properties/slotHours': 'Length of a slot in daylight, where the borrower chose none.',
    '/properties/visit/properties/onlyAgreed': 'Where nobody is sent who was not asked to come.',
    '/properties/visit/properties/hostileDays': 'Days after hostility in which nobody is sent.',
    '/properties/effects/items/properties/when/properties/willingnessFrom':
      'Least willingness, contactability (profile, 0–1); a null in the profile fits no bound.',
    '/properties/effects/items/properties/when/properties/daysPastDueUpTo':
      'Highest days past due, inclusive.',
    '/properties/effects/items/properties/when/properties/outstandingFrom': 'Least outstanding, minor units.',
    '/properties/effects/items/properties/when/properties/features':
      "The lender's own features: a number at least this, a text just this.",
    '/properties/effects/items/properties/decay':
      'Factor on it for each conversation since the last payment.',
    '/properties/reach/properties/reminder/properties/weight': 'What it counts for, in attempts.',
    '/properties/reach/properties/reminder/properties/byBucket':
      'Means of their own by the age of the arrears; `mean` elsewhere.',
    '/properties/reach/properties/call/properties/weight': 'What it counts for, in attempts.',
    '/properties/reach/properties/call/properties/byBucket':
      'Means of their own by the age of the arrears; `mean` elsewhere.',
    '/properties/reach/properties/visit/properties/weight': 'What it counts for, in attempts.',
    '/properties/reach/properties/visit/properties/byBucket':
      'Means of their own by the age of the arrears; `mean` elsewhere.',
    '/properties/stake/properties/unit':
      'Minor units of each currency at which the curve takes the rest in full; without one it always does.',
    '/properties/stake/properties/power': 'From 0 to 1: how what is paid grows with what is owed.',
    '/properties/materiality':
      'Minor units of each currency below which nothing overdue is worth a contact; nor is a tenth of an instalment.',
    '/properties/gain/properties/horizonDays': 'Days within which a cure by themselves counts.',
    '/properties/gain/properties/headroom':
      '1: those who pay anyway come last; 0: gains do not depend on it.',
    '/properties/unitCosts': 'Minor units of each currency for a minute, a visit, a message.',
    '/properties/cure': 'Chance that arrears of this age are cured when nothing special is done.',
    '/properties/recovery': 'Share of the balance still recovered once the account rolls.',
    '/properties/completion':
      'Chance that a plan is completed, by its share of the sustainable payment. First row that fits; the last has no bound.',
    '/properties/discountRate': 'Yearly rate at which money later is worth less.',
    '/properties/askDays': 'Longest time given to pay what is asked, in days.',
    '/properties/pace/properties/perWeek':
      'Most attempts in seven days during the first month past due, and after it; and in thirty days.',
    '/properties/pace/properties/message':
      'Days from a message, a call that met nobody, a conversation without a result and a visit to the next attempt.',
    '/properties/pace/properties/offer': 'Days until an offer is followed up, and until it lapses.',
    '/properties/pace/properties/plan': 'Longest time between two looks at a running plan.',
    '/properties/pace/properties/beforePauseEnds':
      'What comes after a pause is talked about so many days before its end, at most half its length.',
    '/properties/pace/properties/slowAfter':
      'After so many attempts that reached nobody, days between two of them; and after still more.',
    '/properties/pace/properties/fromDay': 'First day past due with a contact, and with a call.',
    '/properties/pace/properties/look':
      'Longest time between two looks at an account that nobody is in touch with.',
    '/properties/reviewDays': 'Of older files: read, but the pace decides what these days did.',
    '/properties/preDueDays':
      'Days before the next due day within which a reminder may go to those usually late.',
    '/properties/recentDays/properties/twoWayContact':
      'A two-way contact that makes an offer of relief possible.',
    '/properties/recentDays/properties/claimedPaid': 'A claim to have paid, until it should be traceable.',
    '/properties/recentDays/properties/asked':
      'An inbound contact that counts as asking for relief under a hold.',
    '/properties/relief/properties/minDaysBetween': 'Least days between two restructures.',
    '/properties/relief/properties/pauseMonths': 'Longest pause.',
    '/properties/relief/properties/interestFreeze':
      'Whether interest stops under a plan where the borrower cannot carry it.',
    '/properties/experiments/items/properties/arms/items/properties/share': 'Shares of all arms add up to 1.',
    '/properties/experiments/items/properties/arms/items/properties/only':
      'Kinds of action this arm may use; default all. `wait` is always among them.',
  },
  pack: {
    '/properties/$schema': 'Where the JSON Schema of this file stands: for editors; nothing else reads it.',
    '/properties/jurisdictions':
      'ISO 3166-1 alpha-2, optionally with a subdivision. Empty: applies only where a policy names the pack.',
    '/properties/rules/items/oneOf/0/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/0/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/0/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/0/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/0/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/0/properties/channels':
      'Channels or groups of them: `*`, `messages`, `written`, `live`, `disturbing`. Default `["*"]`.',
    '/properties/rules/items/oneOf/0/properties/open/items/properties/from':
      '`HH:MM`, `[from, to)`; `to` may be `24:00`.',
    '/properties/rules/items/oneOf/0/properties/holidays':
      "Whether the jurisdiction's holidays (`policy.holidays`) are closed; default open.",
    '/properties/rules/items/oneOf/0/properties/pointKinds':
      'Only when the contact point used is of one of these kinds; default any.',
    '/properties/rules/items/oneOf/0/properties/during':
      'Only while one of these circumstances is in force; default always. With `open: []`: closed for that time.',
    '/properties/rules/items/oneOf/0/properties/overrides':
      '`agreement`: `preferences.agreedHours` reopen it; `consent`: a consent to `hours` lifts it for `consentDays`.',
    '/properties/rules/items/oneOf/1/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/1/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/1/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/1/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/1/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/1/properties/exceptOutcomes':
      'Outcomes the source leaves uncounted, such as calls that never connected; default none.',
    '/properties/rules/items/oneOf/1/properties/channels':
      'The channels counted together and capped together; default `["*"]`.',
    '/properties/rules/items/oneOf/1/properties/overrides':
      '`consent`: a consent to `frequency` lifts it for `consentDays`.',
    '/properties/rules/items/oneOf/2/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/2/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/2/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/2/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/2/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/2/properties/channels':
      'The channels closed, and those whose events close them; default `["*"]`.',
    '/properties/rules/items/oneOf/2/properties/over': 'Default `account`.',
    '/properties/rules/items/oneOf/2/properties/inboundStarts':
      'Whether what the borrower began starts it too; default false.',
    '/properties/rules/items/oneOf/3/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/3/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/3/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/3/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/3/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/3/properties/allows':
      'What remains possible, at most what the table leaves; default what the table leaves.',
    '/properties/rules/items/oneOf/3/properties/tailDays': 'Days the hold outlasts the circumstance.',
    '/properties/rules/items/oneOf/3/properties/answerDays':
      'Days within which the lender must answer: the latest `reviewOn`.',
    '/properties/rules/items/oneOf/4/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/4/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/4/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/4/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/4/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/4/properties/staff': 'People who must go together; default 1.',
    '/properties/rules/items/oneOf/4/properties/noticeDays':
      'Whole days between the notice and the visit; default none needed.',
    '/properties/rules/items/oneOf/4/properties/notice': 'Which notice is meant; default `visit`.',
    '/properties/rules/items/oneOf/4/properties/firstOnly':
      'Whether only the first visit needs the notice; default every visit.',
    '/properties/rules/items/oneOf/4/properties/consent':
      '`toVisit`: agreed before the visit; `toEnter`: asked for at the door.',
    '/properties/rules/items/oneOf/4/properties/notWhen':
      'Not while one of these circumstances holds (`hardship` = any of the hardship kinds).',
    '/properties/rules/items/oneOf/4/properties/placeChosenUntilNoShows':
      "The place is the borrower's choice until this many visits in a row met nobody.",
    '/properties/rules/items/oneOf/5/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/5/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/5/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/5/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/5/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/5/properties/only': 'The only purpose it may have; `none`: never.',
    '/properties/rules/items/oneOf/6/properties/binds': 'Whom it binds; default both.',
    '/properties/rules/items/oneOf/6/properties/products': 'Which loans; default `["*"]`.',
    '/properties/rules/items/oneOf/6/properties/checked':
      "Whether the wording was seen in the source's own text, or in a secondary one; `none` for house rules.",
    '/properties/rules/items/oneOf/6/properties/effectiveFrom':
      'First and last day in force, inclusive; default always.',
    '/properties/rules/items/oneOf/6/properties/why':
      'Why the figure is what it is, where the source does not say (house rules).',
    '/properties/rules/items/oneOf/6/properties/channels':
      'Channels or groups of them: `*`, `messages`, `written`, `live`, `disturbing`. Default `["*"]`.',
  },
  capacity: {
    '/properties/$schema': 'Where the JSON Schema of this file stands: for editors; nothing else reads it.',
    '/properties/day': 'The first planned day.',
    '/properties/days': 'How many days are planned; each pool has its amount on each of them. Default 1.',
    '/properties/rates': 'Capacity currency per unit of another, both in major units.',
    '/properties/pools/items/properties/available': 'What there is of it on each planned day, or on its own.',
    '/properties/pools/items/properties/serves/items/properties/use':
      "Taken each time, in the pool's unit; default: what the decision says, and of money its cost.",
    '/properties/pools/items/properties/areas': 'Districts served; `"*"` is all. Default all.',
    '/properties/pools/items/properties/day':
      'The day it is for, where it is for one: it serves what may be done on that day, planned for others or not.',
    '/properties/floors':
      "Share of the borrowers of every bucket, and of every area, who are served from a pool first, as far as the pools reach: the best of them, so that nobody's arrears are too small or too far away for ever. Default none.",
  },
  mapping: {
    '/properties/$schema': 'Where the JSON Schema of this file stands: for editors; nothing else reads it.',
    '/properties/money':
      'The unit of amounts without one of their own; default `minor`: `104000` is 1,040.00 CNY.',
    '/properties/zone': "The zone of times without an offset; default: the account's own.",
    '/properties/delimiter': 'What stands between the cells of a CSV file; default a comma.',
    '/properties/decimal': 'What stands before the decimals of a number; default a point.',
    '/properties/nulls': 'Cells that say nothing, besides empty ones: `NULL`, `\\N`, `n/a`.',
    '/properties/tables/properties/accounts/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/accounts/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/accounts/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/accounts/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/repayments/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/repayments/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/repayments/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/repayments/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/payments/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/payments/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/payments/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/payments/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/contacts/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/contacts/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/contacts/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/contacts/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/promises/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/promises/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/promises/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/promises/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/contactPoints/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/contactPoints/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/contactPoints/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/contactPoints/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/notices/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/notices/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/notices/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/notices/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/budgets/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/budgets/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/budgets/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/budgets/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/circumstances/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/circumstances/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/circumstances/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/circumstances/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/arrangements/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/arrangements/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/arrangements/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/arrangements/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/preferences/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/preferences/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/preferences/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/preferences/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/hours/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/hours/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/hours/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/hours/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/consents/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/consents/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/consents/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/consents/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/tables/properties/features/properties/file':
      'The file in the folder, or a folder there whose files are parts of the table.',
    '/properties/tables/properties/features/properties/columns':
      'By field: the column it stands in, or more about it.',
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/column':
      "Default: the field's own name.",
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/value':
      'The same for every row, instead of a column: written as a cell would be.',
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/unit':
      'Of an amount: `minor` or `major`; of a rate: `fraction` (default) or `percent`.',
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/format':
      'How a day or a time is written, and nothing else then: in YYYY MM DD HH mm ss, or YY and for one digit or two M D H, and what stands between: `DD/MM/YYYY HH:mm`, `D.M.YY`; or in the signs of date-fns: `dd-MMM-yy`, `yyyy年M月d日`.',
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/zone':
      'The zone of times without an offset in this column.',
    '/properties/tables/properties/features/properties/columns/additionalProperties/anyOf/1/properties/words':
      'Words of theirs, and ours for them. Others are taken as they stand.',
    '/properties/tables/properties/features/properties/ignore':
      'Columns that are not read; `*`: every column no field has.',
    '/properties/ignore': 'Files in the folder that are no table.',
  },
  model: {
    '/properties/event': 'The good event whose probability is given.',
    '/properties/scaleFree':
      'Whether multiplying all money by the same factor leaves every characteristic as it was.',
    '/properties/scale/properties/basePoints': 'Points at `baseOdds` (good to bad).',
    '/properties/scale/properties/baseOdds': 'From 10⁻⁹ to 10⁹.',
    '/properties/scale/properties/pointsToDoubleOdds': 'From 1 to 10,000.',
    '/properties/intercept': 'Points every case has on top of `scale.basePoints`.',
    '/properties/characteristics/items/properties/feature':
      "A name of the history table, or of the case's own `features`.",
    '/properties/characteristics/items/properties/direction':
      "`up`: more never costs points; `down`: more never earns any; `none`: categorical or the lender's own.",
    '/properties/characteristics/items/properties/group': 'One top reason a group.',
    '/properties/characteristics/items/properties/prior':
      'Whether these points were set by hand rather than fitted.',
    '/properties/characteristics/items/properties/bins/items/properties/prior':
      "These points were set by hand, though the characteristic's others were fitted: the data had no such values.",
    '/properties/characteristics/items/properties/missing/properties/kinds':
      "Of a lender's own characteristic: points where its value says why it is missing; `points` for the other reasons.",
    '/properties/base':
      'Mean probability by bucket on the data it was fitted on; a bucket without one is not shifted.',
    '/properties/card': 'Model card: data, metrics, limits.',
  },
}
