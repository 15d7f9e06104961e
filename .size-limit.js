// Sizes as they are shipped: Chinese as it is written (UTF-8), as tsup writes it, not as escapes three times as long.
const asShipped = (config) => ({ ...config, charset: 'utf8' })

const limits = [
  {
    name: 'arrears core: all packs, English (bar 85 kB, NOT reached since the course, the gain, the ladder and care came in; aim 78)',
    path: 'dist/index.js',
    limit: '92 kB',
  },
  {
    name: 'arrears/locale/en by itself (aim 8 kB, not reached)',
    path: 'dist/locale/en.js',
    limit: '10 kB',
  },
  {
    name: 'arrears/locale/zh-CN beside the core (aim 8 kB, not reached: explanations 9.7, places in a plan 1.1, issues 4.3 by themselves: every phrase has its words)',
    path: 'dist/locale/zh-CN.js',
    limit: '15 kB',
  },
]

export default limits.map((limit) => ({ ...limit, gzip: true, modifyEsbuildConfig: asShipped }))
