import { SingleBar } from 'cli-progress'
import type { Host } from './host.ts'
import type { Input } from './openInput.ts'

/** How far a run has come, on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (records: number, bytes: number) => void
  /** Wipes the bar from its line before something else is written there; the next look draws it again. */
  readonly clear: () => void
  readonly end: () => void
}

const WIPE = '\r\u001b[K'
const nothing = () => {}

/** A bar over the bytes of a file; of a stream, which has no known end, only the count of records. */
export function progressOn({ stderr }: Host, { file }: Pick<Input, 'file'>): Progress {
  if (stderr.isTTY !== true) return { show: nothing, clear: nothing, end: nothing }
  const bar = new SingleBar({
    stream: stderr,
    format: file?.isFile() ? '{bar} {percentage}% | {records} read | {eta_formatted} left' : '{records} read',
    barsize: 30,
    hideCursor: null,
    clearOnComplete: true,
    emptyOnZero: true,
    gracefulExit: false,
  })
  bar.start(file?.size ?? 0, 0, { records: 0 })
  return {
    show: (records, bytes) => bar.update(bytes, { records }),
    clear: () => void stderr.write(WIPE),
    end: () => bar.stop(),
  }
}
