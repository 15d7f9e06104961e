import { shownValue } from '../../input/issueOf.ts'
import type { Issue } from '../../kernel/issue.ts'
import type { Source } from './columnPlan.ts'
import { cellText } from './entries.ts'
import type { Row } from './row.ts'

/**
 * An issue of a case with the cell it is about in the place of what that was read as: whoever wrote `500,00` knows of no
 * 50000 minor units.
 */
export function withLendersCell(issue: Issue, row: Row, source: Source): Issue {
  const steps = issue.path.split('/').slice(1)
  const name = steps.pop()
  const part = steps.filter((step) => !/^\d+$/.test(step)).at(-1)
  const within = source.fields.findIndex((plan) => plan.within?.[0] === part && plan.within?.[1] === name)
  const place =
    within < 0 ? source.fields.findIndex((plan) => plan.within === undefined && plan.field === name) : within
  const text = source.fields[place]?.constant ?? cellText(row, place, source)
  if (place < 0 || text === undefined) return issue
  const [expected] = issue.message.split(', but got ')
  return { ...issue, message: `${expected}, but got ${shownValue(text)}.` }
}
