import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { en } from '../src/locale/en.ts'
import { zhCN } from '../src/locale/zh-CN.ts'
import { ACTION_ORDER } from '../src/words/actions.ts'
import { BUCKETS } from '../src/words/buckets.ts'
import { CHANNELS } from '../src/words/channels.ts'

interface Noun {
  readonly word: string
  readonly chinese: string
  readonly meaning: string
}

const nouns: readonly Noun[] = readFileSync('docs/glossary.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => {
    const [word = '', chinese = '', meaning = ''] = line
      .slice(1)
      .split('|')
      .map((cell) => cell.trim())
    return { word, chinese, meaning }
  })
const meaningOf = (word: string): string => nouns.find((noun) => noun.word === word)?.meaning ?? ''
const sorted = (words: readonly string[]): readonly string[] => [...words].sort()

describe('docs/glossary.md', () => {
  test('has at most forty nouns, each once, in the order of the alphabet', () => {
    const words = nouns.map(({ word }) => word)
    expect(words.length).toBeGreaterThan(30)
    expect(words.length).toBeLessThanOrEqual(40)
    expect(words).toEqual([...new Set(words)].sort())
  })

  test.each(nouns)('says what $word is, in English and Chinese', ({ word, chinese, meaning }) => {
    expect(word).toMatch(/^[a-z-]+( [a-z]+)*$/)
    expect(chinese).toMatch(/^\p{Script=Han}+$/u)
    expect(meaning).not.toBe('')
  })

  test('lists the actions, channels and buckets there are', () => {
    const listed = (word: string): readonly string[] =>
      meaningOf(word).replace(/^.*: /, '').replace(' or ', ', ').split(', ')
    expect(sorted(listed('action'))).toEqual(sorted(ACTION_ORDER))
    expect(sorted(listed('channel'))).toEqual(sorted(CHANNELS))
    expect(listed('bucket')).toEqual(BUCKETS)
  })

  test.each([
    ['plan', 'restructure'],
    ['pause', 'hardshipPause'],
    ['settlement', 'settlement'],
  ] as const)('the texts call a %s what it does, in both languages', (word, kind) => {
    const chinese = nouns.find((noun) => noun.word === word)?.chinese ?? 'missing'
    expect(en.words.arrangement[kind]).toContain(word)
    expect(zhCN.words.arrangement[kind]).toContain(chinese)
  })
})
