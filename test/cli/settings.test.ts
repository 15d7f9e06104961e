import { expect, test } from 'vitest'
import { readSettings } from '../../src/cli/commands/settings.ts'
import { fakeHost } from './fakeHost.ts'

test('settings are plain data: they reach a worker unchanged', async () => {
  const settings = await readSettings({ asOf: 'record', later: 'ignore' }, fakeHost())
  expect(settings).toMatchObject({ asOfRecord: true, context: { later: 'ignore' } })
  expect(structuredClone(settings)).toEqual(settings)
})
