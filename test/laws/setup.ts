import fc from 'fast-check'

// The ordinary run tries the same cases every time, so that red means a change; `npm run laws` draws new ones.
if (Number(process.env.LAW_TIMES ?? 1) <= 1) fc.configureGlobal({ seed: 20261122 })
