import { defineConfig } from 'tsup'

// The only file that knows the bundler. `prebuild` empties dist/, because two configs that both clean would race.
const shared = { outDir: 'dist', target: 'node20', clean: false, minify: false, sourcemap: false } as const

export default defineConfig([
  {
    ...shared,
    entry: { index: 'src/entry/index.ts', compliance: 'src/entry/compliance.ts' },
    format: ['esm', 'cjs'],
    dts: true,
    // zod, the one dependency, stays outside.
    platform: 'neutral',
  },
  {
    ...shared,
    entry: { cli: 'src/cli/main.ts' },
    format: ['esm'],
    platform: 'node',
    removeNodeProtocol: false,
    // Whatever only the binary needs is bundled; commander is CommonJS and calls require for Node's own modules.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as __createRequire } from 'node:module';\nconst require = __createRequire(import.meta.url);",
    },
  },
])
