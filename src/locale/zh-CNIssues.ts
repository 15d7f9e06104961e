import type { IssueTexts } from './issueTexts.ts'

/** What issues say in Chinese, to those who mend the data. What came is shown as it was written. */

interface Told {
  readonly expected: string
  readonly got: string
}

/** What the value that came is, where it is not shown. */
const GOT: Readonly<Record<string, string>> = {
  nothing: '空缺',
  null: 'null',
  'a list': '列表',
  'an object': '对象',
  'a string': '文本',
  'a number': '数字',
  'a boolean': '真假值',
  'a function': '函数',
  'a symbol': '符号',
  'a bigint': '大整数',
  'a value that throws when read': '读取时抛出异常的值',
  'an object that is no plain data': '不是纯数据的对象',
  'a list or object inside itself': '包含自身的列表或对象',
  none: '没有',
  both: '两者都有',
  more: '更多',
  categories: '类别',
  'something else': '其他内容',
  'another one': '又有一行',
  'one again': '又出现一次',
  'one that stands already': '此前已有的编号',
  'one with them': '含有这些字符',
  'a row that is torn': '不完整的一行',
  'deeper nesting': '更深的嵌套',
  'bytes that are none': '不是 UTF-8 的字节',
  'a list without a length': '没有长度的列表',
}

/** As `GOT`, of what has figures or names in it. */
const GOT_LIKE: readonly Like[] = [
  [/^the number (\S+)$/, ([number]) => `数字 ${number}`],
  [/^the key (".*")$/, ([key]) => `键名 ${key}`],
  [/^(\d+) of them$/, ([count]) => `${count} 行`],
  [/^(\d+) or more$/, ([count]) => `${count} 或更多`],
]

/** What was expected, where the code alone does not say it. */
const EXPECTED: Readonly<Record<string, string>> = {
  'a string': '文本',
  'a number': '数字',
  'true or false': 'true 或 false',
  'a list': '列表',
  'an object': '对象',
  'a number, a string or null': '数字、文本或 null',
  'plain JSON data': '纯 JSON 数据',
  text: '文本',
  words: '文本',
  'a number or a text': '数字或文本，二者取一',
  'a country such as "CN", or one with its subdivision such as "US-MA"':
    '国家代码（如 "CN"），或国家加地区代码（如 "US-MA"）',
  'a language tag such as "en" or "zh-CN"': '语言标签，如 "en"、"zh-CN"',
  'a time of day from "00:00" to "23:59"': '"00:00" 至 "23:59" 的时刻',
  'a time of day from "00:00" to "24:00"': '"00:00" 至 "24:00" 的时刻',
  'at most 1000 marks of 0–9, "-" and "?"': '至多 1000 个由 0–9、"-"、"?" 组成的标记',
  'no day before the payment': '不早于付款日的日期',
  'no day before that of the contact': '不早于联系当日的日期',
  'no day before since': '不早于 since 的日期',
  'no day before from': '不早于 from 的日期',
  'no day before effectiveFrom': '不早于 effectiveFrom 的日期',
  'an instant after from': '晚于 from 的时间',
  'a time of day after from': '晚于 from 的时刻',
  'a number below the one before': '小于前一个数的数',
  'a number above the one before': '大于前一个数的数',
  'a number not below the one before': '不小于前一个数的数',
  'a bound above the one before': '大于前一个界限的界限',
  'the instalment of a restructure': '重组后的每期金额',
  'how many days a consent lifts the rule': '同意可解除该规则的天数',
  'hours, or the circumstances it is closed during': '开放时段，或关闭期间的情形',
  'a bound in every row but the last': '除最后一行外，每行都要有界限',
  'at least one row': '至少一行',
  'four numbers': '四个数',
  'the id of an account': '账户编号',
  'an account with this id': '有此编号的账户',
  'the name of a characteristic': '特征名称',
  'no bound in the last row': '最后一行不设界限',
  'categories only': '只列类别',
  'a driver with the kind "vulnerable" only': '只有 "vulnerable" 一类才写 driver',
  'a column or a value, not both': '列与固定值二者取一',
  'quotes that open and close with a cell': '引号随单元格开合',
  'bins of numbers for this feature': '该特征应按数值分箱',
  'a feature that has a direction': '有方向的特征',
  '"none" with bins of categories': '类别分箱的方向应为 "none"',
  'the id of a pool of the capacity': '资源文件中某项资源的编号',
  'no field of this name': '',
  'another key': '其他键名',
  'every category in one bin': '每个类别只在一个分箱中',
  'the instant to decide as of, such as "2026-11-25T02:00:00+08:00"':
    '决策时点，如 "2026-11-25T02:00:00+08:00"',
  'a column: rows of one id are one account': '只能写列名，编号相同的各行属于同一账户',
  'YYYY, MM and DD once each (or YY, M, D), such as DD/MM/YYYY or D.M.YYYY':
    'YYYY、MM、DD 各出现一次（也可写作 YY、M、D），如 DD/MM/YYYY、D.M.YYYY',
  'YYYY, MM, DD, HH and mm once each (or YY, M, D, H), and maybe ss, such as YYYYMMDD HH:mm:ss or D/M/YYYY H:mm':
    'YYYY、MM、DD、HH、mm 各出现一次（也可写作 YY、M、D、H），可带 ss，如 YYYYMMDD HH:mm:ss、D/M/YYYY H:mm',
  'a whole number of minor units, or a mapping that says the unit is major':
    '以最小货币单位（如分）计的整数；如以元等主单位计，请在映射中写明单位',
  'an id without control characters and U+FFFD': '不含控制字符和 U+FFFD 的编号',
  'a row without the control characters U+001E and U+001F': '不含控制字符 U+001E、U+001F 的一行',
  'one row of repayments with this day due': '恰有一行到期日相同的还款记录',
  'one row of repayments with this number': '恰有一行期号相同的还款记录',
  'a contact at this instant with the outcome promise or partialPromise, and no terms yet':
    '同一时刻、结果为 promise 或 partialPromise 且尚无承诺内容的一次联系',
  'what a decision has, whole or slim': '决策应有的内容，完整或精简均可',
  'one of contactHours, avoidHours, agreedHours as the kind': 'contactHours、avoidHours、agreedHours 之一',
}

type Like = readonly [pattern: RegExp, say: (parts: readonly string[]) => string]

/** As `EXPECTED`, of what has figures or names in it. */
const EXPECTED_LIKE: readonly Like[] = [
  [/^one of (.+)$/, ([words = '']) => ` ${oneOf(words)} 之一`],
  [/^("[^"]*")$/, ([word]) => ` ${word}`],
  [/^at least (\d+) items?$/, ([count]) => `至少 ${count} 项`],
  [/^("up"|"down") for this feature$/, ([direction]) => `该特征的方向 ${direction}`],
  [/^points that never go against ("up"|"down")$/, ([direction]) => `与方向 ${direction} 不相违的分值`],
  [/^as many numbers as in (\w)$/, ([axis]) => `与 ${axis} 个数相同的数`],
  [/^a price for the pool (".*")$/, ([pool]) => `资源 ${pool} 的价格`],
  [/^a field of (\w+)$/, ([table]) => `${table} 表没有这个字段`],
  [/^no (\w+) for this field$/, ([setting]) => `该字段没有 ${setting} 这项设置`],
  [/^an amount with at most (\d+) decimals$/, ([count]) => `至多 ${count} 位小数的金额`],
  [/^(\d+) cells, as in the first row$/, ([count]) => `与首行相同的 ${count} 个单元格`],
]

/** What the first pattern that fits says; undefined where none does. */
function likely(all: readonly Like[], text: string): string | undefined {
  for (const [pattern, say] of all) {
    const parts = pattern.exec(text)
    if (parts !== null) return say(parts.slice(1))
  }
  return undefined
}

/** Where a phrase has no words of its own, the code says enough. */
const wanted = ({ expected }: Told): string => {
  const known = EXPECTED[expected] ?? likely(EXPECTED_LIKE, expected) ?? ''
  return known === '' ? '' : `，应为${known}`
}
const came = ({ got }: Told): string => GOT[got] ?? likely(GOT_LIKE, got) ?? got
const actual = (told: Told): string => `，实际为 ${came(told)}`.replace(/为 (?=[\u4e00-\u9fff])/, '为')
const oneOf = (allowed: string): string => allowed.replaceAll(', ', '、')

/** '缺少必填内容，应为数字，实际为空缺。' */
const sentence =
  (what: string) =>
  (told: Told): string =>
    `${what}${wanted(told)}${actual(told)}。`

export const zhCNIssues: IssueTexts = {
  'type.wrong': sentence('类型不符'),
  'field.missing': (told) => `缺少必填内容${wanted(told)}。`,
  'field.unknown': (told) => `此处不应有这一项${wanted(told).replace('，应为', '：')}${actual(told)}。`,
  'key.forbidden': () => '不允许使用键名 "__proto__"。',
  'string.tooShort': ({ minimum }) => `文本过短：至少 ${minimum} 个字符。`,
  'string.tooLong': ({ maximum, got }) => `文本过长：至多 ${maximum} 个字符，实际 ${got} 个。`,
  'string.pattern': sentence('格式不符'),
  'number.notInteger': (told) => `${wanted(told).slice(1) || '应为整数'}${actual(told)}。`,
  'number.outOfRange': (told) => `数值超出范围${rangeOf(told)}${actual(told)}。`,
  'value.unknown': (told) =>
    told.allowed === undefined
      ? `取值无效${wanted(told)}${actual(told)}。`
      : `取值无效，应为 ${oneOf(told.allowed)} 之一${actual(told)}。`,
  'list.tooLong': ({ maximum, more }) => {
    if (more !== undefined) return `问题过多：只列出前 ${maximum} 条，此外至少还有 ${more} 条。`
    return maximum === undefined ? '数据过多，超出一条记录的上限。' : `项目过多：至多 ${maximum} 项。`
  },
  'nesting.tooDeep': ({ got }) =>
    got === 'a list or object inside itself' ? '列表或对象不能包含自身。' : '嵌套过深：至多 32 层。',
  'date.invalid': (told) =>
    `日期无效：应为 1990 年至 2100 年间真实存在的日期，写作 YYYY-MM-DD${actual(told)}。`,
  'instant.invalid': (told) =>
    `时间无效：应写作 2026-11-25T02:00:00+08:00，带时区偏移，在 1990 年至 2100 年间${actual(told)}。`,
  'timeZone.unknown': (told) => `时区名称无效：应如 "Asia/Shanghai"${actual(told)}。`,
  'currency.unknown': (told) => `币种代码无效：应为 ISO 4217 代码，如 "CNY"${actual(told)}。`,
  'order.reversed': sentence('先后或大小次序颠倒'),
  'time.afterAsOf': (told) => `晚于决策时点 asOf${actual(told)}。`,
  'age.missing': () => '有逾期金额时，须给出 daysPastDue 或 overdueSince。',
  'age.differs': (told) =>
    told.expected.startsWith('0 days')
      ? `没有逾期金额时，逾期天数应为 0${actual(told)}。`
      : `逾期天数与 overdueSince 至 asOf 当日的天数不一致${actual(told)}。`,
  'money.exceeds': (told) => `逾期金额不得超过未偿余额${actual(told)}。`,
  'money.composition': ({ got }) =>
    got === 'only some'
      ? '本金、应计利息和费用须同时给出，或都不给出。'
      : '本金、应计利息与费用之和应等于未偿余额。',
  'promise.missing': () => '这一联系结果须附上还款承诺的金额和日期。',
  'promise.unexpected': () => '这一联系结果不应附有还款承诺。',
  'id.duplicate': (told) => `重复：每项须各不相同${actual(told)}。`,
  'json.invalid': () => '这一行不是一个 JSON 对象。',
  'encoding.invalid': () => '编码无效：应为 UTF-8。',
  'line.tooLong': ({ max }) => (max === undefined ? '这一行过长。' : `这一行过长：至多 ${max} 字节。`),
  'row.invalid': sentence('表格中的这一行无效'),
  'row.unmatched': (told) =>
    `找不到与这一行对应的内容${wanted(told).replace('应为', '需要')}${actual(told)}。`,
}

function rangeOf({ expected, minimum, maximum }: Told & { minimum?: number; maximum?: number }): string {
  if (expected.startsWith('a number above')) return `：须大于 ${minimum}`
  if (expected.startsWith('a number below')) return `：须小于 ${maximum}`
  if (minimum !== undefined) return `：不得小于 ${minimum}`
  if (maximum !== undefined) return `：不得大于 ${maximum}`
  return expected === 'shares that add up to 1' ? '：各份额之和应为 1' : ''
}
