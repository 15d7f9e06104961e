import type { Issue, IssueCode, Params } from '../words/issue.ts'
import { isFull } from './issueLimit.ts'
import { issueOf, pointerTo } from './issueOf.ts'

/** Containers may be nested this deep; the record itself is the first. */
const MAX_DEPTH = 32
/** A record of more values than this is refused: with shared references a small one could stand for any number. */
const MAX_VALUES = 1_000_000
/** An object whose keys are chosen freely has no more of them than this. */
const MAX_ENTRIES = 1_000
const TOO_MANY = { expected: `at most ${MAX_ENTRIES} entries`, params: { maximum: MAX_ENTRIES } }
/** Longer lists are not copied item by item: none may be so long, except within what the caller adds freely. */
const MAX_ITEMS = 20_000
/** Fields of a record or a model that may hold anything; the number of values is all that is limited there. */
const FREE: readonly unknown[] = ['metadata', 'card']

export interface PlainCopy {
  /** Plain data throughout; `null` stands where something was refused. */
  readonly value: unknown
  readonly issues: readonly Issue[]
  /** Whether the copy was broken off, so that it tells nothing of what came later. */
  readonly stopped: boolean
}

interface Walk {
  readonly issues: Issue[]
  /** Keys from the root to the value at hand, as far as its depth. */
  readonly trail: (string | number)[]
  /** Containers from the root to the value at hand, as far as its depth. */
  readonly open: object[]
  values: number
  stopped: boolean
}

type Plain = Record<string, unknown>

/** What a property that throws when it is read is taken for: it is no JSON, so it is refused. */
const UNREADABLE = Symbol('unreadable')

/**
 * A deep copy of plain JSON data, whatever is given: later steps can trust that nothing in it throws, changes or
 * inherits. Properties that are `undefined` are left out; functions, symbols, bigints, numbers that are not finite,
 * instances of classes, holes in lists, `__proto__` keys, cycles and nesting below 32 levels are issues. Never throws.
 */
export function plainCopy(given: unknown): PlainCopy {
  const walk: Walk = { issues: [], trail: [], open: [], values: 0, stopped: false }
  const value = copyValue(given, 0, walk)
  return { value, issues: walk.issues, stopped: walk.stopped }
}

function copyValue(value: unknown, depth: number, walk: Walk): unknown {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      // Adding 0 turns -0 into 0.
      return Number.isFinite(value) ? value + 0 : refuse('type.wrong', `the number ${value}`, depth, walk)
    case 'object':
      return value === null ? null : copyContainer(value, depth, walk)
    case 'symbol':
      return refuse(
        'type.wrong',
        value === UNREADABLE ? 'a value that throws when read' : 'a symbol',
        depth,
        walk,
      )
    default:
      return refuse('type.wrong', value === undefined ? 'nothing' : `a ${typeof value}`, depth, walk)
  }
}

function copyContainer(source: object, depth: number, walk: Walk): unknown {
  if (depth >= MAX_DEPTH) return refuse('nesting.tooDeep', 'deeper nesting', depth, walk)
  for (let i = 0; i < depth; i++)
    if (walk.open[i] === source)
      return refuse('nesting.tooDeep', 'a list or object inside itself', depth, walk)
  walk.open[depth] = source
  try {
    if (Array.isArray(source)) return copyList(source, depth, walk)
    if (isPlainObject(source)) return copyObject(source as Plain, depth, walk)
  } catch {
    // A proxy that refuses to be looked at; single properties that throw are caught where they are read.
    return refuse('type.wrong', 'a value that throws when read', depth, walk)
  }
  return refuse('type.wrong', 'an object that is no plain data', depth, walk)
}

function copyObject(source: Plain, depth: number, walk: Walk): unknown {
  const copy: Plain = {}
  let most = isFree(depth, walk) ? MAX_VALUES : MAX_ENTRIES
  // Nothing is inherited here: the prototype is Object.prototype or none.
  for (const key in source) {
    if (!counted(1, depth, walk)) break
    if (--most < 0) return refuse('list.tooLong', 'more', depth, walk, TOO_MANY)
    walk.trail[depth] = key
    if (key === '__proto__') {
      refuse('key.forbidden', 'the key "__proto__"', depth + 1, walk)
      continue
    }
    const value = readProperty(source, key)
    if (typeof value === 'string') copy[key] = value
    else if (value !== undefined) copy[key] = copyValue(value, depth + 1, walk)
  }
  return copy
}

function copyList(source: readonly unknown[], depth: number, walk: Walk): unknown {
  const length: unknown = source.length
  if (typeof length !== 'number' || !(length >= 0))
    return refuse('type.wrong', 'a list without a length', depth, walk)
  const copy: unknown[] = []
  if (!counted(length, depth, walk)) return copy
  if (length > MAX_ITEMS && !isFree(depth, walk)) {
    // As long as it is, and empty: the schema says no to its length.
    copy.length = length
    return copy
  }
  for (let i = 0; i < length && !walk.stopped; i++) {
    walk.trail[depth] = i
    copy.push(copyValue(readProperty(source, i), depth + 1, walk))
  }
  return copy
}

const isFree = (depth: number, walk: Walk): boolean => depth > 0 && FREE.includes(walk.trail[0])

/** Counts values of the container at hand; false, and the end of the copy, where there are too many of them. */
function counted(values: number, depth: number, walk: Walk): boolean {
  walk.values += values
  if (walk.values > MAX_VALUES && !walk.stopped) {
    refuse('list.tooLong', 'more', depth, walk)
    walk.stopped = true
  }
  return !walk.stopped
}

function readProperty(source: Plain | readonly unknown[], key: string | number): unknown {
  try {
    return (source as Plain)[key]
  } catch {
    return UNREADABLE
  }
}

function isPlainObject(source: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(source)
  if (prototype === Object.prototype || prototype === null) return true
  // The Object.prototype of another realm (a worker's, a frame's) is another object, but it too inherits from nothing.
  return Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype as object, 'isPrototypeOf')
}

const EXPECTED: Partial<Record<IssueCode, string>> = {
  'type.wrong': 'plain JSON data',
  'nesting.tooDeep': `at most ${MAX_DEPTH} levels of nesting`,
  'key.forbidden': 'another key',
  'list.tooLong': `at most ${MAX_VALUES} values in a record`,
}

/** Records a fault; the copy gets `null` in its place. */
function refuse(
  code: IssueCode,
  got: string,
  depth: number,
  walk: Walk,
  { expected, params }: { expected: string; params?: Params } = { expected: EXPECTED[code] ?? '' },
): null {
  const path = pointerTo(walk.trail.slice(0, depth))
  walk.issues.push(issueOf(code, path, expected, got, params))
  walk.stopped ||= isFull(walk.issues)
  return null
}
