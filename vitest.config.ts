import { defineConfig } from 'vitest/config'

// Three kinds of tests, by suffix: `.test.ts` examples, `.test-d.ts` types, `.test-prop.ts` laws.
// `npm test` (scripts/test.mjs) runs all of them in UTC and those that touch time in three more zones:
// the rooms named in `timeTests` there, and any file elsewhere named `*.tz.test.ts`.
export default defineConfig({
  test: {
    maxWorkers: '100%',
    coverage: { provider: 'v8', include: ['src/**/*.ts'] },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          include: ['test/**/*.test.ts', 'examples/*.test.mjs'],
          // On a busy machine everything takes many times as long; none of these tests is about time.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/**/*.test-d.ts'],
            tsconfig: 'tsconfig.json',
          },
        },
      },
      {
        test: {
          name: 'laws',
          isolate: false,
          include: ['test/**/*.test-prop.ts'],
          setupFiles: ['test/laws/setup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
