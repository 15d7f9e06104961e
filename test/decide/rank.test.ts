import { describe, expect, it } from 'vitest'
import { type Candidate, notPossible } from '../../src/decide/candidate.ts'
import { rank } from '../../src/decide/writeChoice.ts'
import { ACTION_ORDER, type ActionKind } from '../../src/words/actions.ts'

const eligible = (kind: ActionKind, worth: number): Candidate => ({
  ...notPossible(kind, 'unsuitable', []),
  status: 'eligible',
  worth,
})
const kinds = (list: readonly Candidate[]): ActionKind[] => list.map(({ kind }) => kind)

describe('rank', () => {
  it('puts the highest worth first', () => {
    const worths: Record<ActionKind, number> = {
      wait: 0,
      reminder: 5,
      hardshipPause: -3,
      restructure: 1,
      call: 9,
      visit: 2,
    }
    const ranked = rank(
      ACTION_ORDER.map((kind) => eligible(kind, worths[kind])),
      100_000,
    )
    expect(kinds(ranked)).toEqual(['call', 'reminder', 'visit', 'restructure', 'wait', 'hardshipPause'])
  })

  it('gives equal worth to the gentler, whatever the order they come in', () => {
    const all = ACTION_ORDER.map((kind) => eligible(kind, 7))
    expect(kinds(rank(all, 1000))).toEqual([...ACTION_ORDER])
    expect(kinds(rank([...all].reverse(), 1000))).toEqual([...ACTION_ORDER])
  })

  it('does not let the tenth significant digit of the balance decide', () => {
    const others = ACTION_ORDER.filter((kind) => kind !== 'reminder' && kind !== 'call')
    const rest = others.map((kind) => notPossible(kind, 'unsuitable', []))
    const noise = [eligible('reminder', 100), eligible('call', 100 + 4e-8), ...rest]
    expect(kinds(rank(noise, 1000))[0]).toBe('reminder')
    const real = [eligible('reminder', 100), eligible('call', 100 + 4e-6), ...rest]
    expect(kinds(rank(real, 1000))[0]).toBe('call')
  })

  it('lists what is blocked before what is unsuitable, each from gentle to harsh', () => {
    const ranked = rank(
      [
        notPossible('visit', 'blocked', []),
        notPossible('call', 'unsuitable', []),
        notPossible('restructure', 'unsuitable', []),
        notPossible('hardshipPause', 'blocked', []),
        notPossible('reminder', 'blocked', []),
        eligible('wait', 0),
      ],
      1,
    )
    expect(kinds(ranked)).toEqual(['wait', 'reminder', 'hardshipPause', 'visit', 'restructure', 'call'])
  })

  it('still ranks when nothing is outstanding', () => {
    const all = ACTION_ORDER.map((kind) => eligible(kind, kind === 'reminder' ? 1 : 0))
    expect(kinds(rank(all, 0))[0]).toBe('reminder')
  })
})
