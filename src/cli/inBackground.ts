/** Work that goes on while other work does; one piece at a time. */
export interface InBackground<T> {
  /** Starts it, or leaves it out while the one before goes on. @throws what the one before threw. */
  readonly start: (given: T) => Promise<void>
  /** Resolves when none goes on. @throws what the last one threw. */
  readonly ended: () => Promise<void>
}

export function inBackground<T>(work: (given: T) => Promise<void>): InBackground<T> {
  let last = Promise.resolve()
  let busy = false
  return {
    async start(given) {
      if (busy) return
      await last
      busy = true
      last = work(given).finally(() => {
        busy = false
      })
      // Whoever starts the next, or waits for the end, hears of a failure.
      last.catch(() => {})
    },
    ended: () => last,
  }
}
