import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.ts'
import { contact, minimalCase } from '../helpers/minimalCase.ts'
import { callers, capacity } from '../portfolio/given.ts'
import { fakeHost } from './fakeHost.ts'

const AS_OF = '2026-11-25T10:00:00+08:00'
let folder: string
const at = (name: string) => join(folder, name)
const written = (name: string): string => readFileSync(at(name), 'utf8')

async function arrears(...args: string[]) {
  const host = fakeHost()
  const status = await run(args, host)
  return { status, ...host.written }
}
const explained = (id: string, ...more: string[]) =>
  arrears('explain', at('cases.ndjson'), '--id', id, '--as-of', AS_OF, '--worklists', at('lists'), ...more)
/** What is said beyond the decision itself. */
async function placed(id: string, ...more: string[]): Promise<string[]> {
  const { out, err, status } = await explained(id, ...more)
  expect([status, err]).toEqual([0, ''])
  const [language, ...rest] = more
  const wording = language === '--language' ? [language, rest[0] as string] : []
  const alone = await arrears('explain', at('cases.ndjson'), '--id', id, '--as-of', AS_OF, ...wording)
  expect(out.startsWith(alone.out)).toBe(true)
  return out.slice(alone.out.length).trimEnd().split('\n')
}

// Three who owe the more the later they come, and messages for two; nobody whose arrears are a promise is contacted.
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'arrears-explain-'))
  const owing = (id: string, overdue: number, changes: object = {}) =>
    minimalCase({
      id,
      currency: 'CNY',
      timeZone: 'Asia/Shanghai',
      jurisdiction: 'CN',
      area: 'd-7',
      loan: { product: 'instalment', outstanding: 520000, overdue, daysPastDue: 5, instalment: 52000 },
      ...changes,
    })
  const promise = contact('2026-11-24T10:00:00+08:00', 'call', 'promise', {
    promise: { amount: 52000, by: '2026-11-28' },
  })
  const cases = [owing('a', 20000), owing('b', 40000), owing('c', 52000)]
  cases.push(owing('w', 52000, { contacts: [promise] }))
  writeFileSync(at('cases.ndjson'), cases.map((one) => `${JSON.stringify(one)}\n`).join(''))
  const messages = callers(2, { id: 'texts', unit: 'message', serves: [{ action: 'reminder' }] })
  const phones = callers(0)
  writeFileSync(at('capacity.json'), JSON.stringify(capacity([messages, phones])))
  const ended = [
    await arrears('decide', at('cases.ndjson'), '--as-of', AS_OF, '--slim', '--out', at('decisions.ndjson')),
    await arrears(
      'prioritise',
      at('decisions.ndjson'),
      '--capacity',
      at('capacity.json'),
      '--out',
      at('lists'),
    ),
  ]
  expect(ended.map(({ status, err }) => (status === 0 ? '' : err))).toEqual(['', ''])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('on a list: which, where on it, what a unit brings, what to do when, and why', async () => {
  const [first] = written('lists/001-texts-d-7.ndjson').split('\n')
  const { id, perUnit } = JSON.parse(first ?? '')
  expect(id).toBe('c')
  expect(await placed('c', '--language', 'en', '--capacity', at('capacity.json'))).toEqual([
    `In the plan: on the list of pool texts, area d-7, place 1 of 2. It should bring about ${(perUnit / 100).toFixed(2)} CNY a message.`,
    'Send the borrower a text message to remind them kindly of the overdue payment. When: between 10:00 and 22:00 on Wednesday 25 November.',
    'Why: This is what the decision recommends.',
  ])
})

test('without the capacity nobody knows what a unit is, and the language is the one asked for', async () => {
  expect(await placed('b', '--language', 'zh-CN')).toEqual([
    '计划中：在资源“texts”的名单上，区域d-7，第2位，共2位。',
    '给借款人发短信，友好提醒逾期的款项。时间：11月25日（星期三）10:00至22:00。',
    '原因：这就是决定所建议的做法。',
  ])
})

test('left: that, and why', async () => {
  expect(await placed('a', '--language', 'en')).toEqual([
    'In the plan: on no list.',
    'Why: Pool texts is not enough for a reminder here as well: it is used where it brings more.',
  ])
  expect(await placed('w', '--language', 'en')).toEqual([
    'In the plan: on no list.',
    'Why: The decision itself says why.',
  ])
})

describe('ends with 2 and one line', () => {
  const told = async (expected: RegExp, id: string, ...more: string[]) => {
    const { status, out, err } = await explained(id, ...more)
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(expected)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  }
  test('for the borrower', () => told(/not for --audience borrower/, 'a', '--audience', 'borrower'))
  test('when there is no plan', () =>
    told(/no plan is there, for it has no left/, 'a', '--worklists', folder))
  test('when there is no folder', () =>
    told(/cannot read --worklists .*ENOENT/, 'a', '--worklists', at('none')))
  test('with a capacity of another plan', async () => {
    writeFileSync(at('other.json'), JSON.stringify(capacity([])))
    await told(/--capacity has no pool texts/, 'c', '--capacity', at('other.json'))
  })
  test('with a capacity and no plan', async () => {
    const args = ['--id', 'a', '--as-of', AS_OF, '--capacity', at('capacity.json')]
    expect(await arrears('explain', at('cases.ndjson'), ...args)).toMatchObject({ status: 2, out: '' })
  })
  test('when the case is in no file of the plan', async () => {
    writeFileSync(
      at('cases.ndjson'),
      `${written('cases.ndjson')}${JSON.stringify(minimalCase({ id: 'late' }))}\n`,
    )
    await told(/no account with this id in the plan in /, 'late')
  })
  test('when it stands in a list of an earlier plan too', async () => {
    copyFileSync(at('lists/001-texts-d-7.ndjson'), at('lists/009-old.ndjson'))
    await told(/stands in both 001-texts-d-7\.ndjson and 009-old\.ndjson/, 'c')
    rmSync(at('lists/009-old.ndjson'))
  })
})
