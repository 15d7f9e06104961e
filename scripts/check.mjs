// Every check of the code and the package, each counted as one; a failure does not hide the ones after it.
// The last line is `N passed, N failed`.
import { spawnSync } from 'node:child_process'

const steps = ['build', 'lint', 'typecheck', 'knip', 'publint', 'attw', 'size', 'smoke']

const failed = steps.filter((step) => {
  console.log(`\n== ${step}`)
  const options = { stdio: 'inherit', shell: process.platform === 'win32' }
  return spawnSync('npm', ['run', '--silent', step], options).status !== 0
})
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`)
console.log(`\n${steps.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
