import type { Host } from './host.ts'

const EVERY_MS = 200

/** A count of records on a terminal; nothing anywhere else. */
export interface Progress {
  readonly show: (read: number) => void
  /** Removes the count, before something else is written or at the end. */
  readonly clear: () => void
}

export function progressOn({ stderr, now }: Host): Progress {
  if (stderr.isTTY !== true) return { show: () => {}, clear: () => {} }
  let shownAt = Number.NEGATIVE_INFINITY
  let onScreen = false
  return {
    show(read) {
      const at = now()
      if (at - shownAt < EVERY_MS) return
      shownAt = at
      onScreen = true
      stderr.write(`\r${read} read`)
    },
    clear() {
      if (onScreen) stderr.write('\r\u001b[K')
      onScreen = false
    },
  }
}
