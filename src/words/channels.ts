/** Kinds of contact point. */
export const POINT_KINDS = ['mobile', 'home', 'work', 'email', 'address', 'app'] as const
export type PointKind = (typeof POINT_KINDS)[number]

/**
 * The channels of contact: one row says everything that is true of a channel everywhere. A new channel is a row here;
 * the compiler then asks for its words in `locale/`. Bits, orders and groups are derived from the rows.
 */
export interface ChannelMeaning {
  /** `message`: electronic writing; `letter`: paper; `voice` and `faceToFace` are live. */
  readonly form: 'message' | 'letter' | 'voice' | 'faceToFace'
  /** It comes at its hour and may disturb, so that the borrower's own hours bind it; else it waits to be read. */
  readonly disturbs: boolean
  /** Counts as a reminder where a rule counts reminders. */
  readonly isReminder: boolean
  /** Needs what a visit needs: notice, consent, staff, an appointment or travel. */
  readonly isVisit: boolean
  /** The action that contact by it is. */
  readonly action: 'reminder' | 'call' | 'visit'
  /** Kinds of contact point that serve it, besides a point listed as its own. */
  readonly servedBy: readonly PointKind[]
  /**
   * When it can be used without a contact point: `noneListed` where the record lists no points at all, `area` where it
   * names the borrower's district, `never` where an account must be known first.
   */
  readonly withoutPoint: 'noneListed' | 'area' | 'never'
  /** Its place among the channels for agreeing on relief, best first; a channel without one is not used for it. */
  readonly reliefPlace?: number
}

/** Messages stand in the order a lender would try them where nothing is known: quick and personal first, paper last. */
export const CHANNEL_TABLE = {
  sms: {
    form: 'message',
    disturbs: true,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    servedBy: ['mobile'],
    withoutPoint: 'noneListed',
    reliefPlace: 6,
  },
  app: {
    form: 'message',
    disturbs: true,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    servedBy: ['app'],
    withoutPoint: 'noneListed',
    reliefPlace: 3,
  },
  messaging: {
    form: 'message',
    disturbs: true,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    servedBy: [],
    withoutPoint: 'noneListed',
    reliefPlace: 2,
  },
  email: {
    form: 'message',
    disturbs: false,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    servedBy: ['email'],
    withoutPoint: 'noneListed',
    reliefPlace: 4,
  },
  socialMedia: {
    form: 'message',
    disturbs: true,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    // Nobody's account may be guessed: a message to another person's would tell them of the debt.
    servedBy: [],
    withoutPoint: 'never',
    reliefPlace: 7,
  },
  letter: {
    form: 'letter',
    disturbs: false,
    isReminder: true,
    isVisit: false,
    action: 'reminder',
    servedBy: ['address'],
    withoutPoint: 'noneListed',
    reliefPlace: 5,
  },
  call: {
    form: 'voice',
    disturbs: true,
    isReminder: true,
    isVisit: false,
    action: 'call',
    servedBy: ['mobile'],
    withoutPoint: 'noneListed',
    // A plan is best agreed in conversation; in writing where that is closed.
    reliefPlace: 1,
  },
  visit: {
    form: 'faceToFace',
    disturbs: true,
    isReminder: false,
    isVisit: true,
    action: 'visit',
    servedBy: ['address'],
    withoutPoint: 'area',
  },
} as const satisfies Record<string, ChannelMeaning>

export type Channel = keyof typeof CHANNEL_TABLE

/** All channels, in the order of the table. */
export const CHANNELS = Object.keys(CHANNEL_TABLE) as readonly Channel[]

export const isChannel = (word: string): word is Channel => Object.hasOwn(CHANNEL_TABLE, word)

/** What is true of a channel. `meaningOf('call').form` is 'voice'. */
export const meaningOf = (channel: Channel): ChannelMeaning => CHANNEL_TABLE[channel]

/** The channels of which something is true, in the order of the table. */
export const channelsWhere = (holds: (meaning: ChannelMeaning) => boolean): readonly Channel[] =>
  CHANNELS.filter((channel) => holds(meaningOf(channel)))

/** A table with one entry a channel. `byChannel(() => 0).sms` is 0. */
export function byChannel<T>(make: (channel: Channel, place: number) => T): Readonly<Record<Channel, T>> {
  const table = {} as Record<Channel, T>
  CHANNELS.forEach((channel, place) => {
    table[channel] = make(channel, place)
  })
  return table
}

const BITS = byChannel((_, place) => 1 << place)
/** The bit of a channel: 1 shifted by its place in the table. */
export const channelBit = (channel: Channel): number => BITS[channel]

/** The bits of several channels. */
export const channelBits = (channels: readonly Channel[]): number =>
  channels.reduce((bits, channel) => bits | channelBit(channel), 0)

const LIVE = byChannel((channel) => {
  const { form } = meaningOf(channel)
  return form === 'voice' || form === 'faceToFace'
})
/** By voice or face to face. */
export const isLive = (channel: Channel): boolean => LIVE[channel]

/**
 * Words for groups of channels, as rules name them: a new channel is under the rules of its groups from the first day.
 */
const GROUPS = {
  '*': CHANNELS,
  /** Electronic writing. */
  messages: channelsWhere(({ form }) => form === 'message'),
  /** Electronic writing and letters. */
  written: channelsWhere(({ form }) => form === 'message' || form === 'letter'),
  /** By voice or face to face. */
  live: CHANNELS.filter(isLive),
  /** All that comes at its hour: not what waits to be read. */
  disturbing: channelsWhere(({ disturbs }) => disturbs),
} as const satisfies Record<string, readonly Channel[]>

export type ChannelGroup = keyof typeof GROUPS
/** How a rule names channels: one by one, or a group of them. */
export type ChannelWord = Channel | ChannelGroup
export const CHANNEL_WORDS: readonly ChannelWord[] = [
  ...CHANNELS,
  ...(Object.keys(GROUPS) as readonly ChannelGroup[]),
]

/** The channels of a group, in the order of the table. `channelsOf('live')` is ['call', 'visit']. */
const channelsOf = (group: ChannelGroup): readonly Channel[] => GROUPS[group]

const isGroup = (word: ChannelWord): word is ChannelGroup => Object.hasOwn(GROUPS, word)

/** Whether a rule's words for channels take in this one; no list takes in all. */
export const coversChannel = (words: readonly ChannelWord[] | undefined, channel: Channel): boolean =>
  words === undefined ||
  words.some((word) => (isGroup(word) ? channelsOf(word).includes(channel) : word === channel))
