import type { PlaceParams } from '../explain/placePhrases.ts'
import type { Texts } from './language.ts'
import { hardlyLess } from './language.ts'

/** 计划中位置的说明。 */
export const zhCNPlaces: Texts<PlaceParams> = {
  'choice.kept': '这就是决定所建议的做法。',
  'borrower.served': ['借款人的另一个账户{by}已有安排。', '借款人的另一个账户已有安排。'],
  'capacity.short': ({ asked }) => [
    asked === undefined
      ? '资源“{pool}”不够安排{kind:kind}，先用在效果更好的地方。'
      : '{kind:kind}要占用的资源“{pool}”，用在别处约值{asked:money}。',
    '资源不够，先用在效果更好的地方。',
  ],
  'capacity.tooSmall': ['仅这一次{kind:kind}，就超过资源“{pool}”的总量。', '仅这一次，就超过资源的总量。'],
  'capacity.notHere': [
    '有资源可以安排{kind:kind}，但不包括这种方式或这个区域。',
    '没有资源能用这种方式在这个区域安排。',
  ],
  'window.later': ['{kind:kind}最早{from:since}才能进行，晚于计划的日期。', '能进行的时间晚于计划的日期。'],
  'window.over': [
    '{kind:kind}只能在{to:moment}之前进行，这段时间没有安排人手。',
    '在能进行的时间里没有安排人手。',
  ],
  'value.notPositive': ['{kind:kind}预计收回的不比花费多。', '预计收回的不比花费多。'],
  'price.highest': [
    '按紧缺资源的价格计算，没有别的做法预计效果更好：扣除占用的资源，约多收回{net:money}。',
    '按紧缺资源的价格计算，没有别的做法预计效果更好。',
  ],
  'price.lower': ({ by }) => [
    hardlyLess(by)
      ? '按这样的价格，决定所建议的做法预计效果没有更好。'
      : '按这样的价格，决定所建议的做法预计效果少{by:money}。',
    '按这样的价格，决定所建议的做法预计效果没有更好。',
  ],
  'currency.noRate': ['资源文件里没有{currency}的汇率。', '资源文件里没有这种货币的汇率。'],

  'place.listed': ({ pool }) =>
    pool === 'unlimited'
      ? [
          '计划中：在不受资源限制的名单上，区域{area}，第{rank}位，共{of}位。',
          '计划中：在不受资源限制的名单上，第{rank}位，共{of}位。',
        ]
      : [
          '计划中：在资源“{pool}”的名单上，区域{area}，第{rank}位，共{of}位。',
          '计划中：在资源“{pool}”的名单上，第{rank}位，共{of}位。',
        ],
  'place.brings': ({ unit }) =>
    unit === 'minute'
      ? '预计每分钟约多收回{perUnit:money}。'
      : unit === 'visit'
        ? '预计每次上门约多收回{perUnit:money}。'
        : unit === 'message'
          ? '预计每条消息约多收回{perUnit:money}。'
          : unit === 'money'
            ? '预计每花费{one:money}约多收回{perUnit:money}。'
            : '预计约多收回{perUnit:money}。',
  'place.plan': '方案：每期{instalment:money}，共{count}期。',
  'place.left': '计划中：不在任何名单上。',
  'place.own': '原因见决定本身。',
}
