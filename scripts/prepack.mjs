// A package without dist/ would be empty: builds it where it is missing or older than the sources.
import { spawnSync } from 'node:child_process'
import { isBuilt } from './isBuilt.mjs'

if (!isBuilt()) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  process.exitCode = status ?? 1
}
