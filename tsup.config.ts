import { defineConfig } from 'tsup'
import { LANGUAGES } from './src/locale/languages.ts'

// The only file that knows the bundler. `prebuild` empties dist/, because two configs that both clean would race.
const shared = { outDir: 'dist', target: 'node20', clean: false, minify: false, sourcemap: false } as const

export default defineConfig([
  {
    ...shared,
    // Shared code is written in the order in which these reach it, and packs a few hundred bytes better in this one.
    entry: {
      train: 'src/entry/train.ts',
      index: 'src/entry/index.ts',
      compliance: 'src/entry/compliance.ts',
      portfolio: 'src/entry/portfolio.ts',
      schema: 'src/entry/schema.ts',
      simulate: 'src/entry/simulate.ts',
      ...Object.fromEntries(LANGUAGES.map(({ code }) => [`locale/${code}`, `src/locale/${code}.ts`])),
    },
    format: ['esm', 'cjs'],
    // Also in CommonJS, so that a language which was required registers with the very copy that explains.
    splitting: true,
    dts: true,
    // Chinese as it is written, not as escapes three times as long.
    esbuildOptions: (options) => {
      options.charset = 'utf8'
    },
    // The dependencies stay outside.
    platform: 'neutral',
  },
  {
    ...shared,
    entry: {
      cli: 'src/cli/main.ts',
      decideWorker: 'src/cli/decideWorker.ts',
      // What piscina starts its threads with; it looks for a file of this name beside itself.
      worker: 'node_modules/piscina/dist/worker.js',
    },
    format: ['esm'],
    platform: 'node',
    removeNodeProtocol: false,
    // The first lowers the priority of threads, and piscina does without; the second reads tables where it is installed.
    external: ['@napi-rs/nice', '@duckdb/node-api'],
    // Whatever only the binary needs is bundled; commander and piscina are CommonJS and use what only CommonJS has.
    banner: {
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as __createRequire } from 'node:module';",
        "import { fileURLToPath as __toPath } from 'node:url';",
        'const require = __createRequire(import.meta.url);',
        "const __dirname = __toPath(new URL('.', import.meta.url));",
      ].join('\n'),
    },
  },
])
