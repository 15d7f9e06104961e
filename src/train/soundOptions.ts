import { failure } from '../words/failure.ts'
import type { Issue, Parsed } from '../words/issue.ts'

/**
 * @throws a Failure `train.option` whose message names the first option at fault and what it may be, and whose
 * `issues` are all.
 */
export function soundOptions<T>(parsed: Parsed<T>): T {
  if (parsed.ok) return parsed.value
  const [first] = parsed.issues
  throw failure('train.option', first === undefined ? 'the options are none' : sentence(first), parsed.issues)
}

function sentence({ code, path, params }: Issue): string {
  const name = path.slice(1)
  if (name === '') return 'the options must be an object'
  return code === 'field.unknown' ? `there is no option "${name}"` : `"${name}" must be ${params.expected}`
}
