import { countText, shareText } from './figures.ts'
import { issueLines } from './issueLines.ts'
import { rateText } from './progress.ts'
import type { Summary } from './summary.ts'
import { textTable } from './textTable.ts'

/** What a run came to, as one screen: the mix of actions, and what was rejected for what. */
export function decideScreen({ read, decided, rejected, actions, rejects, asOf, seconds }: Summary): string {
  const when = asOf === 'record' ? 'as of the instant each carries' : `as of ${asOf}`
  const rows = Object.entries(actions).map(([kind, count]) => [
    kind,
    countText(count),
    shareText(count, decided),
  ])
  return [
    `Decided: ${countText(decided)}, rejected: ${countText(rejected)}, ${when}, in ${seconds.toFixed(1)} s (${rateText(read, seconds * 1000)})`,
    '',
    ...textTable(rows),
    ...issueLines(rejects),
    '',
  ].join('\n')
}
