import fc from 'fast-check'

// The ordinary run tries the same cases every time, so that red means a change; `npm run laws` draws new ones.
if (process.env.LAW_TIMES === undefined) fc.configureGlobal({ seed: 20261122 })
