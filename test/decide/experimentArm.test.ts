import { describe, expect, it } from 'vitest'
import { armAllows, drawArm } from '../../src/decide/decideAction.ts'
import type { Experiment } from '../../src/input/policy.ts'

const experiment: Experiment = {
  id: 'exp-1',
  seed: 's',
  arms: [
    { id: 'control', share: 0.95 },
    { id: 'noContact', share: 0.05, only: ['wait', 'restructure', 'hardshipPause'] },
  ],
}

describe('drawArm', () => {
  it('spreads borrowers over the arms by their shares', () => {
    const n = 20_000
    let small = 0
    for (let i = 0; i < n; i++) if (drawArm(experiment, `p-${i}`).id === 'noContact') small++
    // Five standard deviations of a binomial(20000, 0.05) are 154.
    expect(Math.abs(small - 0.05 * n)).toBeLessThan(154)
  })

  it('keeps a borrower in its arm, and moves it only with the seed or the experiment', () => {
    const drawn = (seed: string) =>
      Array.from({ length: 200 }, (_, i) => drawArm({ ...experiment, seed }, `p-${i}`).id)
    expect(drawn('s')).toEqual(drawn('s'))
    expect(drawn('s')).not.toEqual(drawn('t'))
  })
})

describe('armAllows', () => {
  it('lets every arm wait, and no arm use what it leaves out', () => {
    const [control, noContact] = experiment.arms
    expect(armAllows(control, 'call')).toBe(true)
    expect(armAllows(noContact, 'call')).toBe(false)
    expect(armAllows(noContact, 'restructure')).toBe(true)
    expect(armAllows({ id: 'x', share: 1, only: ['call'] }, 'wait')).toBe(true)
    expect(armAllows(undefined, 'visit')).toBe(true)
  })
})
