import loadHighs from 'highs'
import type { Problem } from '../../src/portfolio/problem.ts'

const highs = loadHighs()

/** What HiGHS, an exact solver of others, finds for the same problem: a whole plan, or its linear relaxation. */
export async function optimumByHighs(problem: Problem, whole: boolean): Promise<number> {
  const { groups, firstOption, value, firstTake, pool, amount, available } = problem
  const options = value.length
  if (options === 0) return 0
  const terms: string[][] = Array.from(available, () => [])
  const choose: string[] = []
  for (let g = 0; g < groups; g++) {
    const names: string[] = []
    for (let o = firstOption[g]!; o < firstOption[g + 1]!; o++) {
      names.push(`x${o}`)
      for (let t = firstTake[o]!; t < firstTake[o + 1]!; t++) terms[pool[t]!]!.push(`${amount[t]} x${o}`)
    }
    choose.push(` g${g}: ${names.join(' + ')} <= 1`)
  }
  const rows = terms.flatMap((list, p) =>
    list.length === 0 ? [] : [` p${p}: ${list.join(' + ')} <= ${available[p]}`],
  )
  const all = Array.from({ length: options }, (_, o) => `x${o}`)
  const objective = all.map((name, o) => `${value[o]} ${name}`).join(' + ')
  const bounds = all.map((name) => ` 0 <= ${name} <= 1`)
  const text = [
    'Maximize',
    ` obj: ${objective}`,
    'Subject To',
    ...rows,
    ...choose,
    'Bounds',
    ...bounds,
    ...(whole ? ['General', ` ${all.join(' ')}`] : []),
    'End',
  ].join('\n')
  const solution = (await highs).solve(text, whole ? { mip_rel_gap: 0 } : {})
  if (solution.Status !== 'Optimal') throw new Error(`HiGHS ended with ${solution.Status}`)
  return solution.ObjectiveValue
}
