// The whole suite in UTC, then the tests that touch time in three more zones: a day of 23 and 25 hours, no change
// of clocks at all, and the far side of the date line; each of the three tries a third of the drawn cases.
// Stops after the first run with a failure.
// The last line is `N passed, N failed`, over all runs.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A test touches time if its path contains one of these.
const timeTests = [
  ...['time', 'words', 'numbers', 'history', 'compliance', 'laws'].map((room) => `test/${room}/`),
  '.tz.test.ts',
]
const runs = [
  { zone: 'UTC', only: [], lawTimes: 1 },
  ...['America/New_York', 'Asia/Shanghai', 'Pacific/Apia'].map((zone) => ({
    zone,
    only: ['--project', 'unit', '--project', 'laws', ...timeTests],
    lawTimes: 1 / 3,
  })),
]

const total = { passed: 0, failed: 0 }
const folder = mkdtempSync(join(tmpdir(), 'arrears-test-'))
try {
  // Some tests use the built package: the binary, and real portfolios when their folder is there.
  const build = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  })
  if (build.status !== 0) {
    console.error('the build failed')
    total.failed += 1
  }
  for (const run of runs) {
    if (total.failed > 0) break
    console.log(`\n== TZ=${run.zone}`)
    const counts = vitest(run)
    total.passed += counts.passed
    total.failed += counts.failed
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0

function vitest({ zone, only, lawTimes }) {
  const report = join(folder, `${zone.replace('/', '-')}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...only],
    {
      stdio: 'inherit',
      env: { ...process.env, TZ: zone, LAW_TIMES: `${lawTimes}` },
    },
  )
  let passed = 0
  let failed = 0
  try {
    const counts = JSON.parse(readFileSync(report, 'utf8'))
    passed = counts.numPassedTests
    failed = counts.numFailedTests
  } catch {
    console.error(`no report for TZ=${zone}`)
  }
  // A file that does not load, a type error outside the tests or an unhandled rejection fails a run without failing a test.
  return { passed, failed: status === 0 ? failed : Math.max(failed, 1) }
}
