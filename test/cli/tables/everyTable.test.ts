import { expect, test } from 'vitest'
import { casesOf, decideTables, folderOf, text } from './decideTables.ts'

test('every table, with the fields’ own names: the case it comes to', async () => {
  const folder = folderOf({
    'accounts.csv': text(
      'id,borrower,currency,timeZone,jurisdiction,area,actor,product,outstanding,principal,accruedInterest,charges,overdue,overdueSince,daysPastDue,instalment,period,remainingInstalments,annualRate,nextDueDay,creditLimit,opened,stage,limitationUntil,paymentProfile,asOf',
      'a-1,p-1,CNY,Asia/Shanghai,CN,d-1,agency,instalment,520000,496000,16000,8000,52000,2026-11-20,5,52000,month,10,0.18,2026-12-20,0,2025-03-01,open,2029-09-24,0012,2026-11-25T10:00:00+08:00',
    ),
    'repayments.csv': text(
      'id,number,due,amount,balance,behind,paidOn,paidAmount,paidPostedOn,paidReversedOn',
      'a-1,2,2026-11-20,52000,520000,1,,,,',
      'a-1,1,2026-10-20,52000,,,2026-10-22,10000,2026-10-23,2026-10-24',
    ),
    'payments.csv': text('id,number,on,amount,postedOn,reversedOn', 'a-1,1,2026-10-21,42000,2026-10-22,'),
    'contacts.csv': text(
      'id,at,channel,direction,party,outcome,promiseAmount,promiseBy,point,account,by,agent',
      'a-1,2026-11-22T10:00:00+08:00,call,outbound,borrower,promise,,,n1,,lender,human',
      'a-1,2026-11-21T10:00:00+08:00,call,,borrower,promise,52000,2026-11-30,,a-2,,',
    ),
    'promises.csv': text(
      'id,at,amount,by,channel,direction,party,outcome,agent',
      'a-1,2026-11-22T02:00:00Z,40000,2026-12-01,,,,,',
      'a-1,2026-11-23T10:00:00+08:00,5000,2026-12-01,messaging,inbound,borrower,partialPromise,',
      'a-1,2026-11-24T10:00:00+08:00,6000,2026-12-02,app,,,,automated',
    ),
    'contactPoints.csv': text(
      'id,key,channel,kind,status,party,timeZone',
      'a-1,n1,call,mobile,verified,borrower,Asia/Urumqi',
    ),
    'notices.csv': text('id,kind,at', 'a-1,visit,2026-11-23T09:00:00+08:00'),
    'budgets.csv': text(
      'id,income,essentialSpending,otherDebtPayments,dependants,evidence,on',
      'a-1,800000,520000,0,1,stated,2026-11-01',
    ),
    'circumstances.csv': text(
      'id,kind,since,until,evidence,recorded,driver',
      'a-1,vulnerable,2026-10-15,2027-01-15,stated,2026-10-20T00:00:00+08:00,lifeEvent',
    ),
    'arrangements.csv': text(
      'id,kind,from,until,instalment,status,recorded',
      'a-1,restructure,2026-01-01,2026-06-01,20000,kept,2025-12-31T09:00:00+08:00',
    ),
    'preferences.csv': text(
      'id,channelsOptedOut,language,visit,visitAppointmentFrom,visitAppointmentTo,visitAppointmentRecorded',
      'a-1,"sms, email",zh-CN,agreed,2026-11-27T14:00:00+08:00,2026-11-27T16:00:00+08:00,2026-11-20T16:00:00+08:00',
    ),
    'hours.csv': text(
      'id,kind,days,from,to',
      'a-1,contactHours,mon tue,18:00,20:00',
      'a-1,avoidHours,sun,00:00,24:00',
    ),
    'consents.csv': text('id,to,channel,at', 'a-1,frequency,call,2026-11-24T10:00:00+08:00'),
    'features.csv': text('id,name,number,text', 'a-1,score,612.5,', 'a-1,branch,,0012', 'a-1,unknown,,'),
  })
  expect(await casesOf(folder)).toEqual([
    {
      id: 'a-1',
      borrower: 'p-1',
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      area: 'd-1',
      actor: 'agency',
      loan: {
        product: 'instalment',
        outstanding: 520000,
        principal: 496000,
        accruedInterest: 16000,
        charges: 8000,
        overdue: 52000,
        overdueSince: '2026-11-20',
        daysPastDue: 5,
        instalment: 52000,
        period: 'month',
        remainingInstalments: 10,
        annualRate: 0.18,
        nextDueDay: '2026-12-20',
        creditLimit: 0,
        opened: '2025-03-01',
        stage: 'open',
        limitationUntil: '2029-09-24',
      },
      paymentProfile: '0012',
      repayments: [
        {
          due: '2026-10-20',
          amount: 52000,
          paid: [
            { on: '2026-10-21', amount: 42000, postedOn: '2026-10-22' },
            { on: '2026-10-22', amount: 10000, postedOn: '2026-10-23', reversedOn: '2026-10-24' },
          ],
        },
        { due: '2026-11-20', amount: 52000, balance: 520000, behind: 1 },
      ],
      contacts: [
        {
          at: '2026-11-21T10:00:00+08:00',
          channel: 'call',
          party: 'borrower',
          outcome: 'promise',
          promise: { amount: 52000, by: '2026-11-30' },
          account: 'a-2',
        },
        {
          at: '2026-11-22T10:00:00+08:00',
          channel: 'call',
          direction: 'outbound',
          party: 'borrower',
          outcome: 'promise',
          promise: { amount: 40000, by: '2026-12-01' },
          point: 'n1',
          by: 'lender',
          agent: 'human',
        },
        {
          at: '2026-11-23T10:00:00+08:00',
          channel: 'messaging',
          direction: 'inbound',
          party: 'borrower',
          outcome: 'partialPromise',
          promise: { amount: 5000, by: '2026-12-01' },
        },
        {
          at: '2026-11-24T10:00:00+08:00',
          channel: 'app',
          outcome: 'promise',
          promise: { amount: 6000, by: '2026-12-02' },
          agent: 'automated',
        },
      ],
      contactPoints: [
        {
          key: 'n1',
          channel: 'call',
          kind: 'mobile',
          status: 'verified',
          party: 'borrower',
          timeZone: 'Asia/Urumqi',
        },
      ],
      notices: [{ kind: 'visit', at: '2026-11-23T09:00:00+08:00' }],
      budget: {
        income: 800000,
        essentialSpending: 520000,
        otherDebtPayments: 0,
        dependants: 1,
        evidence: 'stated',
        on: '2026-11-01',
      },
      circumstances: [
        {
          kind: 'vulnerable',
          since: '2026-10-15',
          until: '2027-01-15',
          evidence: 'stated',
          recorded: '2026-10-20T00:00:00+08:00',
          driver: 'lifeEvent',
        },
      ],
      arrangements: [
        {
          kind: 'restructure',
          from: '2026-01-01',
          until: '2026-06-01',
          instalment: 20000,
          status: 'kept',
          recorded: '2025-12-31T09:00:00+08:00',
        },
      ],
      preferences: {
        channelsOptedOut: ['sms', 'email'],
        language: 'zh-CN',
        visit: 'agreed',
        visitAppointment: {
          from: '2026-11-27T14:00:00+08:00',
          to: '2026-11-27T16:00:00+08:00',
          recorded: '2026-11-20T16:00:00+08:00',
        },
        contactHours: [{ days: ['mon', 'tue'], from: '18:00', to: '20:00' }],
        avoidHours: [{ days: ['sun'], from: '00:00', to: '24:00' }],
        consents: [{ to: 'frequency', channel: 'call', at: '2026-11-24T10:00:00+08:00' }],
      },
      features: { score: 612.5, branch: '0012', unknown: null },
      metadata: { asOf: '2026-11-25T10:00:00+08:00' },
    },
  ])
  const { status, rejects } = await decideTables(folder, '--as-of', 'record')
  expect([status, rejects]).toEqual([0, []])
})
