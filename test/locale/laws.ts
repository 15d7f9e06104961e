/** What no text may ever contain or lack, whatever the language; the checks every test of texts shares. */

/** Left-overs of code: values that were not there, slots that were not filled, codes instead of words. */
const LEFTOVER =
  /undefined|null|NaN|Infinity|\[object|[{}|]|\b(?:history|rule|plan|value|promise|data|features|contact|visit|capacity|relief|do|you|check|other|lead|before|wish|cost|arrears|hardship|choice|borrower|window|price|currency|place)\.[a-z]\w*/
/** Ends as a sentence or a lead does, closing quotes and brackets aside. */
const END = /[.!?:。！？：]$/

export const faultsOf = (text: string): string[] => [
  ...(LEFTOVER.test(text) ? ['left-over'] : []),
  ...(END.test(text) ? [] : ['no full stop']),
  ...(/ {2}|^\s|\s$|\.\.|。。|，。/.test(text) ? ['spacing or doubled stops'] : []),
]

/** Words that are not for the borrower: score and value, staff safety, other people, the lender's rules, threats. */
const BANNED = {
  en: /\b(score|points?|band|probabilit|likel|chance|value|cost|profit|recover|risk|model|prior|experiment|arm|hostil|threat|safety|third part|guarantor|co-?borrower|relative|neighbour|employer|trac(e|ing)|locat|untraceable|rule|law|legal|statute|regulat|polic(y|ies)|limit(ed)? on contact|allowed|permitted|court|judge|lawsuit|sue|seiz|enforce|consequence|must|demand|collect|default|delinquen|debtor|bad debt|blacklist|warn)/i,
  'zh-CN':
    /评分|分数|得分|级别|档|概率|可能性|价值|成本|收益|收回|风险|模型|先验|实验|分组|敌意|威胁|安全|第三|担保人|共同借款人|亲属|邻居|单位|失联|追踪|规则|规定|法律|法规|法务|监管|策略|上限|禁止|法院|起诉|诉讼|查封|强制|后果|必须|催收|催款|违约|失信|征信|黑名单|警告/,
}

export function bannedFor(language: string, text: string): string | undefined {
  const banned = new Map(Object.entries(BANNED)).get(language)
  if (banned === undefined) throw new Error(`say here which words of ${language} are not for the borrower`)
  return banned.exec(text)?.[0]
}
