import { SingleBar } from 'cli-progress'
import type { Host, HostStream } from '../host.ts'
import type { Input } from '../io/openInput.ts'
import { countText } from './textTable.ts'

/** How far a run has come, on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (records: number, bytes: number) => void
  /** Wipes the bar from its line before something else is written there; the next look draws it again. */
  readonly clear: () => void
  readonly end: () => void
}

/** The bar would remember where it began, and at its end go back there and wipe what was written meanwhile. */
const REMEMBER_PLACE = '\u001b7'
const GO_BACK = '\u001b8'

function stayingPut(stream: HostStream): HostStream {
  const write = (text: string, done?: () => void): boolean =>
    text === REMEMBER_PLACE || text === GO_BACK || stream.write(text, done)
  return Object.create(stream, { write: { value: write } }) as HostStream
}

const WIPE = '\r\u001b[K'
const showNothing = () => {}

/** A bar over the bytes of a file, with the rate and the time left; of a stream, which has no known end, no bar. */
export function progressOn({ stderr, now, atInterrupt }: Host, { file }: Pick<Input, 'file'>): Progress {
  if (stderr.isTTY !== true) return { show: showNothing, clear: showNothing, end: showNothing }
  const bar = new SingleBar({
    stream: stayingPut(stderr),
    format: file?.isFile()
      ? '{bar} {percentage}% | {records} read | {rate} | {eta_formatted} left'
      : '{records} read | {rate}',
    barsize: 30,
    hideCursor: null,
    clearOnComplete: true,
    emptyOnZero: true,
    gracefulExit: false,
  })
  const startedAt = now()
  const end = () => bar.stop()
  // The bar has the terminal cut off its line where it is too long; left so, it would cut off everyone's.
  atInterrupt(end)
  bar.start(file?.size ?? 0, 0, { records: '0', rate: rateText(0, 0) })
  return {
    show: (records, bytes) =>
      bar.update(bytes, { records: countText(records), rate: rateText(records, now() - startedAt) }),
    clear: () => void stderr.write(WIPE),
    end,
  }
}

/** Records a second; nothing can be said before the clock has gone on. */
export const rateText = (records: number, milliseconds: number): string =>
  `${milliseconds > 0 ? countText(Math.round((1000 * records) / milliseconds)) : '-'}/s`
