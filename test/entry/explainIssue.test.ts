import { describe, expect, test } from 'vitest'
import { createContext, explainIssue, type Issue, parseCase } from '../../src/entry/index.ts'
import { en } from '../../src/locale/en.ts'
import { zhCN } from '../../src/locale/zh-CN.ts'
import { type Change, changed } from '../input/exampleCase.ts'

const context = createContext({ asOf: '2026-11-25T02:00:00+08:00' })
const issuesOf = (...changes: Change[]): readonly Issue[] => {
  const parsed = parseCase(changed(...changes), context)
  return parsed.ok ? [] : parsed.issues
}
const FAULTS: readonly (readonly [pointer: string, value: unknown, chinese: string])[] = [
  ['/id', undefined, '缺少必填内容，应为文本。'],
  ['/loan/instalment', '45', '类型不符，应为数字，实际为 "45"。'],
  ['/budget', null, '类型不符，应为对象，实际为 null。'],
  ['/contacts', {}, '类型不符，应为列表，实际为对象。'],
  ['/disptue', 1, '此处不应有这一项，实际为 "disptue"。'],
  ['/loan/outstanding', 520000.5, '应为整数，实际为 520000.5。'],
  ['/loan/instalment', -1, '数值超出范围：不得小于 0，实际为 -1。'],
  ['/loan/annualRate', 101, '数值超出范围：不得大于 100，实际为 101。'],
  ['/budget/evidence', 'seen', '取值无效，应为 "documented"、"stated"、"estimated" 之一，实际为 "seen"。'],
  ['/area', 'x'.repeat(1001), '文本过长：至多 1000 个字符，实际 1001 个。'],
  ['/area', '', '文本过短：至少 1 个字符。'],
  ['/notices', Array(1001).fill(0), '项目过多：至多 1000 项。'],
  ['/jurisdiction', 'cn', '格式不符，应为国家代码（如 "CN"），或国家加地区代码（如 "US-MA"），实际为 "cn"。'],
  [
    '/loan/opened',
    '2026-02-30',
    '日期无效：应为 1990 年至 2100 年间真实存在的日期，写作 YYYY-MM-DD，实际为 "2026-02-30"。',
  ],
  [
    '/circumstances/0/until',
    '2026-10-14',
    '先后或大小次序颠倒，应为不早于 since 的日期，实际为 "2026-10-14"。',
  ],
  ['/loan/overdue', 520001, '逾期金额不得超过未偿余额，实际为 520001。'],
  ['/loan/charges', undefined, '本金、应计利息和费用须同时给出，或都不给出。'],
  ['/contacts/0/promise', undefined, '这一联系结果须附上还款承诺的金额和日期。'],
  ['/budget/on', '2026-11-26', '晚于决策时点 asOf，实际为 "2026-11-26"。'],
  ['/metadata/f', () => 1, '类型不符，应为纯 JSON 数据，实际为函数。'],
]

describe('an issue is told in Chinese', () => {
  test.each(FAULTS)('%s', (pointer, value, chinese) => {
    expect(issuesOf([pointer, value]).map((issue) => explainIssue(issue, { language: zhCN }))).toEqual([
      chinese,
    ])
  })
})

test('in English it is the message, and JSON makes no difference', () => {
  for (const [pointer, value] of FAULTS)
    for (const issue of issuesOf([pointer, value])) {
      expect(explainIssue(issue, { language: en })).toBe(issue.message)
      expect(explainIssue(JSON.parse(JSON.stringify(issue)), { language: 'en' })).toBe(issue.message)
    }
})

test('every code has a sentence in both, without a figure that is missing', () => {
  expect(Object.keys(zhCN.issues).sort()).toEqual(Object.keys(en.issues).sort())
  for (const say of Object.values(zhCN.issues)) {
    const told = (say as (params: unknown) => string)({ expected: 'x', got: 'y', minimum: 1, maximum: 2 })
    expect(told).toMatch(/[\u4e00-\u9fff].*。$/)
    expect(told).not.toMatch(/undefined|NaN/)
  }
})

test('a language that was not imported is a mistake of the programmer', () => {
  const [issue] = issuesOf(['/id', 5])
  expect(() => explainIssue(issue as Issue, { language: 'tlh' })).toThrow(
    expect.objectContaining({ code: 'option.unknown' }),
  )
})
