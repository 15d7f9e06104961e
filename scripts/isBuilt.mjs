import { readdirSync, statSync } from 'node:fs'

/** Whether dist/ is there and newer than every source. */
export function isBuilt() {
  const built = ['dist/cli.js', 'dist/index.js'].map(
    (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0,
  )
  const sources = readdirSync('src', { recursive: true }).map((file) => statSync(`src/${file}`).mtimeMs)
  return Math.min(...built) > Math.max(...sources)
}
