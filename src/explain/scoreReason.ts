import type { ToldFeature } from '../history/featureParams.ts'
import type { Because } from '../words/reason.ts'
import type { ScoreParams } from './reasonCodes.ts'

/** A reason about the score, with the points its characteristic gave. */
export const ofScore = <Code extends keyof ScoreParams>(
  code: Code,
  params: ScoreParams[Code],
  evidence: readonly string[],
  points: number,
  // The params are those of the code, as the signature has it.
): Because<ScoreParams> => ({ code, about: 'score', params, evidence, points }) as Because<ScoreParams>

/** What a feature says, as a reason. */
export const withPoints = ({ code, params, evidence }: ToldFeature, points: number): Because<ScoreParams> =>
  ofScore(code, params, evidence, points)
