// Sizes as they are shipped: Chinese as it is written (UTF-8), as tsup writes it, not as escapes three times as long.
const asShipped = (config) => ({ ...config, charset: 'utf8' })

const limits = [
  { name: 'arrears core: all packs, English (aim 78 kB)', path: 'dist/index.js', limit: '85 kB' },
  {
    name: 'arrears/locale/en by itself (aim 8 kB, not reached)',
    path: 'dist/locale/en.js',
    limit: '8.5 kB',
  },
  {
    name: 'arrears/locale/zh-CN beside the core (aim 8 kB, not reached: explanations 8.6, places in a plan 1.1, issues 4.3 by themselves: every phrase has its words)',
    path: 'dist/locale/zh-CN.js',
    limit: '13.6 kB',
  },
]

export default limits.map((limit) => ({ ...limit, gzip: true, modifyEsbuildConfig: asShipped }))
