import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { canonicalHash, canonicalJson, hashFraction } from '../../src/numbers/canonicalHash.ts'

describe('canonicalHash', () => {
  it('does not depend on the order of keys, and does on that of lists', () => {
    expect(canonicalHash({ a: 1, b: { d: 2, c: 3 } })).toBe(canonicalHash({ b: { c: 3, d: 2 }, a: 1 }))
    expect(canonicalHash([1, 2])).not.toBe(canonicalHash([2, 1]))
  })

  it('is the SHA-256 of the canonical text, as node:crypto computes it', () => {
    const value = { name: '逾期 é', list: [1, 'x', null, true], gone: undefined }
    expect(canonicalJson(value)).toBe('{"list":[1,"x",null,true],"name":"逾期 é"}')
    expect(canonicalHash(value)).toBe(createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex'))
  })
})

describe('hashFraction', () => {
  it('reads the first 48 bits of the hash as a fraction', () => {
    const bytes = createHash('sha256').update('p-1').digest()
    expect(hashFraction('p-1')).toBe(bytes.readUIntBE(0, 6) / 2 ** 48)
  })
})
