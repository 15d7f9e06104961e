/** What stands on a terminal, line by line, after all this was written to it from the top of an empty screen. */
export function terminalAfter(written: string): string[] {
  const lines = ['']
  let [row, column] = [0, 0]
  let kept: readonly [number, number] = [0, 0]
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a terminal is told with
  for (const [piece] of written.matchAll(/\x1b\[[\d?]*[A-Za-z]|\x1b[78]|[^\x1b]/g)) {
    const line = lines[row] as string
    if (piece === '\n') {
      ;[row, column] = [row + 1, 0]
      lines[row] ??= ''
    } else if (piece === '\r') column = 0
    else if (piece === '\x1b7') kept = [row, column]
    else if (piece === '\x1b8') [row, column] = kept
    else if (/\[\d*G/.test(piece)) column = Math.max(0, Number.parseInt(piece.slice(2), 10) - 1 || 0)
    else if (/\[0?K/.test(piece)) lines[row] = line.slice(0, column)
    else if (/\[2K/.test(piece)) lines[row] = ''
    else if (piece.length === 1) {
      lines[row] = line.slice(0, column) + piece + line.slice(column + 1)
      column += 1
    }
  }
  return lines
}
