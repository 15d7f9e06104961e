import { mix32 } from '../kernel/seededRandom.ts'

/** 32 bits of a text, spread evenly: FNV-1a (Fowler, Noll & Vo) over its UTF-16 units, mixed once more. */
export function idHash(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return mix32(hash)
}
