import { describe, expect, test } from 'vitest'
import { explain } from '../../src/entry/explain.ts'
import type { Decision, Reason } from '../../src/explain/decision.ts'
import { en } from '../../src/locale/en.ts'
import { zhCN } from '../../src/locale/zh-CN.ts'
import { ACTION_ORDER } from '../../src/words/actions.ts'
import { bannedFor, faultsOf } from '../locale/laws.ts'
import { CASES, decided } from './cases.ts'
import { action, decisionOf } from './choice.ts'

const languages = ['en', 'zh-CN'] as const
const audiences = ['collector', 'borrower', 'compliance'] as const
const names = Object.keys(CASES)

describe('decisions by way of the whole pipeline', () => {
  // To be read, as one who calls and as one who is called: a change of a text is a change of these files.
  test.each(languages.flatMap((language) => audiences.map((audience) => [audience, language] as const)))(
    'read for the %s in %s as they were approved',
    async (audience, language) => {
      const page = names.map(
        (name) => `== ${name}\n${explain(decided(name), { language, audience }).join('\n')}\n`,
      )
      await expect(page.join('\n')).toMatchFileSnapshot(`./explained.${audience}.${language}.txt`)
    },
  )

  test('cover every kind of action', () => {
    expect(new Set(names.map((name) => decided(name).action.kind))).toEqual(new Set(ACTION_ORDER))
  })
})

describe('the borrower', () => {
  test.each(['has died', 'not the borrower', 'asked us to stop'])('is not written to: %s', (name) => {
    for (const language of languages)
      expect(explain(decided(name), { language, audience: 'borrower' })).toEqual([])
  })

  test.each(['a dispute', 'asked for hardship help', 'an adviser at work'])(
    'is not asked for money under a hold: %s',
    (name) => {
      const text = explain(decided(name), { language: 'en', audience: 'borrower' }).join(' ')
      expect(text).toContain('We are not asking you for payments at the moment.')
      expect(text).not.toMatch(/please pay|is past its due day/i)
    },
  )

  test('is not written to under a hold that nobody knows', () => {
    const held = decisionOf({
      holds: [{ kind: 'unheardOf' as 'dispute', allows: ['relief'], evidence: [] }],
      action: { ...decisionOf().action, kind: 'wait' },
    })
    expect(explain(held, { audience: 'borrower' })).toEqual([])
  })

  test('reads nothing of another person who is spoken with', () => {
    const { action: call } = decisionOf()
    const text = explain(decisionOf({ action: { ...call, to: 'guarantor' } }), { audience: 'borrower' }).join(
      ' ',
    )
    expect(text).not.toMatch(/guarantor|call/)
    expect(text).toContain('1,040.00 CNY of your loan is past its due day.')
  })

  test('can say no to a visit', () => {
    const visit = explain(decided('an appointment'), { language: 'en', audience: 'borrower' }).join(' ')
    expect(visit).toContain('You can say no')
    expect(visit).toContain('This is the appointment you made with us.')
  })
})

describe('compliance', () => {
  const text = (name: string) => explain(decided(name), { language: 'en', audience: 'compliance' })

  test('reads every rule that stopped or put something off, with pack, id, source and force', () => {
    const decision = decided('evenings only, no texts')
    const rules = [
      ...decision.reasons,
      ...decision.alternatives.flatMap(({ because }) => [...because]),
    ].flatMap(({ rule }) => (rule === undefined ? [] : [rule]))
    expect(rules.length).toBeGreaterThan(0)
    const lines = text('evenings only, no texts')
    for (const { pack, id, source } of rules)
      expect(lines.some((line) => line.includes(`${pack}/${id} (`) && line.includes(source))).toBe(true)
  })

  test('reads holds, versions, what was allowed and that priors are priors', () => {
    const lines = text('a dispute')
    expect(lines[0]).toMatch(/^Contact is on hold: the debt is disputed\. Still possible: /)
    expect(lines.at(-1)).toBe(
      `Engine ${decided('a dispute').versions.engine}, policy ${decided('a dispute').versions.policy}, model ${decided('a dispute').versions.model}.`,
    )
    expect(lines).toContain('Allowed and suitable: Waiting.')
    expect(lines.join(' ')).toContain('priors, set by hand')
    expect(text('nothing special')).toContain('No hold on contact is in force.')
  })
})

describe.each(['collector', 'compliance'] as const)('a hold is said to the %s first', (audience) => {
  const read = (changes: Partial<Decision>) => explain(decisionOf(changes), { audience })
  test('whatever else decides the action, with its end and what it leaves possible', () => {
    const holds: Decision['holds'] = [
      { kind: 'moratorium', until: '2027-01-08', allows: ['ownPause', 'toRepresentative'], evidence: [] },
      { kind: 'deceased', allows: ['estate'], evidence: [] },
      { kind: 'minor', allows: [], evidence: [] },
    ]
    expect(read({ holds }).slice(0, 3)).toEqual([
      'Contact is on hold until 8 January 2027: a debt moratorium. Still possible: granting a payment pause without contact, speaking with the representative.',
      'Contact is on hold: the borrower has died. Still possible: writing to the estate.',
      'Contact is on hold: the borrower is under age. It leaves nothing possible.',
    ])
  })
  test('and none is said where none is in force', () => {
    expect(read({})[0]).toMatch(/^Call the borrower/)
  })
})

describe('the collector', () => {
  test('reads what to do, when, what to ask for, why, why not, and when to look again', () => {
    expect(explain(decisionOf())).toEqual([
      'Call the borrower to ask for the overdue payment. Ask for 520.00 CNY by 29 November 2026.',
      'When: between 18:00 and 20:00 on Wednesday 25 November.',
      'Why: 1,040.00 CNY is overdue, the oldest part for 62 days. Of everything that may be done now, this should bring most: about 81.20 CNY more than waiting.',
      'Score 471, band D: about 34% likely to go well within 30 days.',
      'Also possible: a reminder. It should bring 72.20 CNY less than the chosen step.',
      // What the call brings more than waiting stands in its own reason.
      'Also possible: waiting.',
      'Not possible now: a visit. Gentler contact comes first: so far 1 of 5 attempts, over 3 of 21 days, in 1 of 2 parts of the day.',
      'Not the right step now: a payment pause. No temporary difficulty is known for which a payment pause would help.',
      'Not the right step now: a new payment plan. The payments need no change.',
      'Look again on 2 December 2026. Do not do this if one of these comes first: a payment, a promise to pay, a message or call from the borrower, a hold on contact. This is valid until 02:00 on Thursday 26 November 2026.',
    ])
  })

  test('reads once what several kinds have in common', () => {
    const because = [action('rule.hold', { hold: 'dispute' })]
    const until = '2026-12-01T08:00:00+08:00'
    const decision = decisionOf({
      alternatives: [
        { kind: 'call', status: 'blocked', until, because },
        { kind: 'reminder', status: 'blocked', until, because },
        { kind: 'visit', status: 'blocked', because },
      ],
    })
    expect(explain(decision).filter((line) => line.startsWith('Not possible'))).toEqual([
      'Not possible now: a call, a reminder. Contact is on hold: the debt is disputed. It becomes possible at 08:00 on Tuesday 1 December 2026.',
      'Not possible now: a visit. Contact is on hold: the debt is disputed.',
    ])
  })
})

describe('a language', () => {
  test('is a value, or the code of one that was imported', () => {
    const decision = decisionOf()
    expect(explain(decision, { language: zhCN })).toEqual(explain(decision, { language: 'zh-CN' }))
    expect(explain(decision, { language: { ...en, space: '|' } })[0]).toContain('.|')
  })

  test('that was not imported is refused with what to import', () => {
    expect(() => explain(decisionOf(), { language: 'fr' })).toThrow(/import 'arrears\/locale\/fr' once/)
  })
})

describe('options', () => {
  test('default to the collector and the decision’s own language, else English', () => {
    const decision = decisionOf({ language: 'zh-CN' })
    expect(explain(decision)).toEqual(explain(decision, { language: 'zh-CN', audience: 'collector' }))
    for (const language of ['fr', 'zh', 'constructor', 'toString'])
      expect(explain(decisionOf({ language }))).toEqual(explain(decisionOf(), { language: 'en' }))
  })

  test.each([
    { language: 'fr' },
    { language: 'constructor' },
    { language: null },
    { language: {} },
    { audience: 'lawyer' },
    { audience: 'toString' },
  ])('that do not exist are refused: %j', (options) => {
    const wrong = options as unknown as Parameters<typeof explain>[1]
    expect(() => explain(decisionOf(), wrong)).toThrow(expect.objectContaining({ code: 'option.unknown' }))
  })
})

test('a decision of a later version is told as far as it is known', () => {
  const later = {
    ...decisionOf(),
    reasons: [
      { ...action('arrears.none'), code: 'tomorrow.reason' } as unknown as Reason,
      action('arrears.none'),
    ],
    action: { ...decisionOf().action, channel: 'hologram', purpose: 'cheer', referTo: 'moon' },
  } as unknown as Decision
  for (const language of languages)
    for (const audience of audiences)
      for (const text of explain(later, { language, audience }))
        expect([text, faultsOf(text)]).toEqual([text, []])
  expect(explain(later).find((line) => line.startsWith('Why'))).toBe('Why: Nothing is overdue.')
})

test('banned words are looked for in what was rendered', () => {
  const collector = explain(decided('hostile once'), { language: 'en' }).join(' ')
  expect(bannedFor('en', collector)).toBeDefined()
})
