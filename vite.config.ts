import { execFileSync } from 'node:child_process'
import { chmodSync, rmSync } from 'node:fs'
import { defineConfig } from 'vitest/config'

/** Generators and measures for developers; they run from the build because Node 20 reads no TypeScript. */
const tools = {
  ssr: true,
  rollupOptions: {
    input: ['src/tools/generate.ts', 'src/tools/wordings.ts', 'src/tools/accuracy.ts', 'test/bench/bench.ts'],
  },
  outDir: '.cache/tools',
}

/** Modules loaded by every `lint`; readers, writers and the other commands load when they are wanted. */
const inEveryRun =
  /src\/(?:text\/(?!script)|error|lint|waive|output\/(?:json|overview|pretty|result|width|words)|rules|generated\/(?:schemas|validators|tool)|report\/(?!own-schema)|read\/(?:read|chrome|decode|text)|node\/(?:program|check|config|decode-utf8|exit|files|forms|jobs|lint-command|own-files|terminal|usage))|node_modules\/(?:commander|get-east-asian-width|fastest-levenshtein)/

/**
 * The command line as one small entry with chunks that load when they are needed: start-up is what a run costs.
 * CommonJS, because Node 20 starts it some twenty milliseconds sooner than modules.
 */
const commandLine = {
  ssr: true,
  outDir: 'dist/cli',
  minify: true,
  target: 'node20.19',
  rollupOptions: {
    input: ['src/node/fazhi.ts', 'src/node/precompile.ts'],
    output: {
      format: 'cjs' as const,
      entryFileNames: '[name].cjs',
      chunkFileNames: 'chunks/[name]-[hash].cjs',
      // What every run loads is one file: each further one costs a millisecond.
      codeSplitting: { groups: [{ name: 'program', test: inEveryRun }] },
    },
  },
}

/** `npx fazhi` and a linked package run the file itself; its code is kept as compiled. */
const executable = {
  name: 'executable',
  closeBundle() {
    chmodSync('dist/cli/fazhi.cjs', 0o755)
    execFileSync(process.execPath, ['dist/cli/precompile.cjs'])
    rmSync('dist/cli/precompile.cjs')
  },
}

/** Commander loads node:child_process for sub-commands that are programs of their own; here are none, and start-up is dear. */
const withoutSubprocesses = {
  name: 'without-subprocesses',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === 'node:child_process' && importer?.includes('commander') ? '\0no-child-process' : null,
  load: (id: string) => (id === '\0no-child-process' ? 'export default {}' : null),
}

export default defineConfig(({ mode }) => ({
  plugins: mode === 'production' ? [executable, withoutSubprocesses] : [],
  build: { emptyOutDir: true, ...(mode === 'tools' ? tools : commandLine) },
  ssr: mode === 'tools' ? {} : { noExternal: true as const },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 30_000,
    reporters: process.env['FAZHI_TEST_REPORT']
      ? ['default', ['json', { outputFile: process.env['FAZHI_TEST_REPORT'] }]]
      : ['default'],
  },
}))
