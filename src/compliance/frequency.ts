import type { FrequencyRule } from '../input/rulePack.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import type { Cap } from './caps.ts'
import { channelBit, MARK } from './contactMarks.ts'
import { consentSeconds, coversChannel } from './hoursRules.ts'

/** The frequency rules, made ready. */
export const frequencyCaps = (bound: readonly BoundRule<FrequencyRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    const channels = CHANNELS.filter((channel) => coversChannel(rule.channels, channel))
    return {
      kind: 'frequency',
      channels: channels.reduce((bits, channel) => bits | channelBit(channel), 0),
      marks: MARK[rule.count] | MARK.attempt | (rule.over === 'account' ? MARK.own : 0),
      except: rule.exceptOutcomes,
      max: rule.max,
      window: rule.window,
      perPoint: rule.over === 'point',
      consentTo: 'frequency',
      consentSeconds: rule.overrides?.includes('consent') ? consentSeconds(rule.consentDays) : 0,
      closes: channels.flatMap((channel) =>
        daysInForce(each, bound, (other) => coversChannel(other.channels, channel)).map((days) => ({
          channel: CHANNELS.indexOf(channel),
          days,
        })),
      ),
      ref,
    }
  })
