/** How well scores order outcomes, and whether their probabilities come true. Outcome 1 is bad; a high score means good. */

export interface Scored {
  readonly probability: number
  /** Points, or anything that orders as the probability does without its rounding. */
  readonly points: number
  readonly bad: 0 | 1
  readonly band: string
  readonly bucket: string
}

export interface Judgement {
  readonly count: number
  readonly bad: number
  readonly auc: number
  readonly ks: number
  readonly byBand: readonly Group[]
  readonly byBucket: readonly Group[]
}

interface Group {
  readonly name: string
  readonly count: number
  readonly predictedGood: number
  readonly observedGood: number
}

/** AUC and KS in one pass over the points, ties counted half. */
export function judge(scored: readonly Scored[]): Judgement {
  const bad = scored.filter((row) => row.bad === 1).length
  const good = scored.length - bad
  const sorted = [...scored].sort((a, b) => a.points - b.points)
  let auc = 0
  let ks = 0
  let goodBelow = 0
  let badBelow = 0
  for (let at = 0; at < sorted.length; ) {
    let goodHere = 0
    let badHere = 0
    const { points } = sorted[at]!
    for (; sorted[at]?.points === points; at++) sorted[at]!.bad ? badHere++ : goodHere++
    auc += goodHere * (badBelow + badHere / 2)
    goodBelow += goodHere
    badBelow += badHere
    ks = Math.max(ks, Math.abs(badBelow / bad - goodBelow / good))
  }
  return {
    count: scored.length,
    bad,
    auc: auc / (good * bad),
    ks,
    byBand: groups(scored, 'band'),
    byBucket: groups(scored, 'bucket'),
  }
}

function groups(scored: readonly Scored[], by: 'band' | 'bucket'): Group[] {
  const names = [...new Set(scored.map((row) => row[by]))].sort(
    (a, b) => Number.parseInt(a, 36) - Number.parseInt(b, 36),
  )
  return names.map((name) => {
    const rows = scored.filter((row) => row[by] === name)
    const mean = (of: (row: Scored) => number) => rows.reduce((sum, row) => sum + of(row), 0) / rows.length
    return {
      name,
      count: rows.length,
      predictedGood: mean((row) => row.probability),
      observedGood: mean((row) => 1 - row.bad),
    }
  })
}
