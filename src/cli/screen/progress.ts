import type { Stats } from 'node:fs'
import type { Host } from '../host.ts'
import { countText } from './textTable.ts'

/** How far a run has come, on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (records: number, bytes: number) => void
  /** Wipes the bar from its line before something else is written there; the next look draws it again. */
  readonly clear: () => void
  readonly end: () => void
}

const WIPE = '\r\u001b[K'
/** Too long a line is cut off by the terminal rather than wrapped, since only one line can be wiped. */
const CUT_LINES = '\u001b[?7l'
const WRAP_LINES = '\u001b[?7h'
/** Milliseconds between two looks. */
const EVERY = 100
const WIDTH = 30
const noProgress = () => {}

/** What there is to be done, where that is known: the bytes of a file, or as many of anything. */
export interface KnownSize {
  readonly file: Pick<Stats, 'isFile' | 'size'> | undefined
}

/** A bar over the bytes of a file, with the rate and the time left; of a stream, which has no known end, no bar. */
export function progressOn({ stderr, now, atInterrupt }: Host, { file }: KnownSize, done = 'read'): Progress {
  if (stderr.isTTY !== true) return { show: noProgress, clear: noProgress, end: noProgress }
  const size = file?.isFile() ? file.size : undefined
  const startedAt = now()
  let drawnAt = startedAt
  let isOver = false
  const draw = (records: number, bytes: number): void => {
    drawnAt = now()
    const parts = [`${countText(records)} ${done}`, rateText(records, drawnAt - startedAt)]
    if (size !== undefined) {
      const share = size > 0 ? Math.min(bytes / size, 1) : 0
      parts.unshift(`${barOf(share)} ${Math.floor(100 * share)}%`)
      parts.push(`${timeLeft(share, drawnAt - startedAt)} left`)
    }
    stderr.write(`${WIPE}${parts.join(' | ')}`)
  }
  const end = (): void => {
    if (isOver) return
    isOver = true
    stderr.write(`${WIPE}${WRAP_LINES}`)
  }
  // Left as it is, an interrupted terminal would go on cutting off all lines.
  atInterrupt(end)
  stderr.write(CUT_LINES)
  draw(0, 0)
  return {
    show: (records, bytes) => {
      if (!isOver && now() - drawnAt >= EVERY) draw(records, bytes)
    },
    clear: () => void stderr.write(WIPE),
    end,
  }
}

/** Records a second; nothing can be said before the clock has gone on. */
export const rateText = (records: number, milliseconds: number): string =>
  `${milliseconds > 0 ? countText(Math.round((1000 * records) / milliseconds)) : '-'}/s`

function barOf(share: number): string {
  const full = Math.round(WIDTH * share)
  return '='.repeat(full) + '-'.repeat(WIDTH - full)
}

/** What the rest takes if it goes on as it went: `7s`, `2m05s`, `1h02m`. */
function timeLeft(share: number, milliseconds: number): string {
  if (share === 0) return '-'
  const seconds = Math.ceil(((milliseconds / share) * (1 - share)) / 1000)
  const two = (n: number): string => String(n).padStart(2, '0')
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.floor(seconds / 60)
  return minutes < 60
    ? `${minutes}m${two(seconds % 60)}s`
    : `${Math.floor(minutes / 60)}h${two(minutes % 60)}m`
}
