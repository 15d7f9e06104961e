import type { CoolOffRule } from '../input/rulePack.ts'
import { CHANNELS } from '../kernel/contactOutcome.ts'
import { type BoundRule, daysInForce } from './boundRules.ts'
import type { Cap } from './caps.ts'
import { channelBit, MARK } from './contactMarks.ts'
import { consentSeconds, coversChannel } from './hoursRules.ts'

const STARTED_BY_US = {
  attempt: MARK.attempt,
  contactMade: MARK.attempt | MARK.contactMade,
  conversation: MARK.attempt | MARK.conversation,
} as const
const STARTED_BY_ANYBODY = {
  attempt: MARK.anyContact,
  contactMade: MARK.anyContactMade,
  conversation: MARK.anyConversation,
} as const

/** The cool-off rules, made ready: a cap of one, which may count what the borrower began. */
export const coolOffCaps = (bound: readonly BoundRule<CoolOffRule>[]): readonly Cap[] =>
  bound.map((each) => {
    const { rule, ref } = each
    const channels = CHANNELS.filter((channel) => coversChannel(rule.channels, channel))
    const starts = (rule.inboundStarts ? STARTED_BY_ANYBODY : STARTED_BY_US)[rule.after]
    return {
      kind: 'coolOff',
      channels: channels.reduce((bits, channel) => bits | channelBit(channel), 0),
      marks: starts | (rule.over === 'borrower' ? 0 : MARK.own),
      except: undefined,
      max: 1,
      window: rule.window,
      perPoint: false,
      consentTo: 'coolOff',
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
