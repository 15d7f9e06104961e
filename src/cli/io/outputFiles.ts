import type { Host } from '../host.ts'
import type { ExitStatus } from '../stop.ts'
import { outputNamed } from './gzipOutput.ts'
import { fileOutput, type Output } from './output.ts'

/** Files that belong together: they appear under their names only when all are whole. */
export interface OutputFiles {
  /** Compressed where the name ends in .gz. @throws a Stop when the file cannot be written. */
  readonly open: (path: string, whenClosed: ExitStatus) => Promise<Output>
  /** Finishes all that are not closed yet, then puts all in place in the order in which they were opened: where the last is, all are. */
  readonly place: () => Promise<void>
  readonly discard: () => void
}

export function outputFiles(host: Host): OutputFiles {
  const files: Output[] = []
  return {
    async open(path, whenClosed) {
      const opened = outputNamed(path, await fileOutput(path, host, whenClosed))
      let closed: Promise<void> | undefined
      const close = (): Promise<void> => {
        closed ??= opened.close()
        return closed
      }
      const file = { ...opened, close }
      files.push(file)
      return file
    },
    async place() {
      for (const file of files) await file.close()
      for (const file of files) await file.place()
    },
    discard() {
      for (const file of files) file.discard()
    },
  }
}
