/** An element of an XML document. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  readonly text: string
}

/** Reads a document without DTD, comments or sections; throws where it is not well-formed. */
export function xmlTree(text: string): XmlElement {
  const token = /<\?xml[^?]*\?>\s*|<\/([\w.-]+)>|<([\w.-]+)((?:\s+[\w.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y
  const root = { name: '', attributes: {}, children: [] as XmlElement[], text: '' }
  const open: (typeof root)[] = [root]
  while (token.lastIndex < text.length) {
    const at = token.lastIndex
    const found = token.exec(text)
    if (found === null) throw new Error(`not well-formed at ${at}: ${text.slice(at, at + 60)}`)
    const [, closed, opened, attributes, isEmpty, content] = found
    const top = open.at(-1)!
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`)
    if (content !== undefined) top.text += decoded(content)
    if (opened !== undefined) {
      const one = { name: opened, attributes: attributesOf(attributes ?? ''), children: [], text: '' }
      top.children.push(one)
      if (isEmpty !== '/') open.push(one)
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('not one closed element')
  return root.children[0]!
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w.-]+)="([^"]*)"/g)].map(
    ([, name, value]) => [name!, decoded(value!)] as const,
  )
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: ${text}`)
  return Object.fromEntries(pairs)
}

function decoded(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`a bare ampersand: ${text}`)
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
}

/** All elements of a name, anywhere in the tree. */
export const allNamed = (tree: XmlElement, name: string): XmlElement[] => [
  ...(tree.name === name ? [tree] : []),
  ...tree.children.flatMap((child) => allNamed(child, name)),
]
