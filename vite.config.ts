import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { defaultClientConditions, type Plugin, type PluginOption } from 'vite'
import { viteSingleFile } from 'vite-plugin-singlefile'
import { defineConfig } from 'vitest/config'

/** What writes `src/generated`; built and run before all that imports it. */
const generator = { ssr: true, rollupOptions: { input: 'src/tools/generate.ts' }, outDir: '.cache/generator' }

/** Generators and measures for developers; they run from the build because Node 20 reads no TypeScript. */
const tools = {
  ssr: true,
  rollupOptions: {
    input: [
      ...['src/tools/catalogue.ts', 'src/tools/wordings.ts', 'src/tools/accuracy.ts'],
      ...['test/accuracy/formats.ts', 'test/bench/bench.ts', 'test/bench/review.ts'],
      ...['test/bench/similarity.ts', 'test/pictures.ts'],
    ],
  },
  outDir: '.cache/tools',
}

/** Modules loaded by every `lint`; readers, writers and the other commands load when they are wanted. */
const inEveryRun =
  /src\/(?:text\/(?!script)|error|finding|words|lint|waive|output\/(?:json|overview|pretty|result|tones|width|words)|rules|generated\/(?:report|schemas|validators|tool)|report\/(?!own-schema)|read\/(?:read|chrome|decode|foreign|plain-markdown|sniff|text)|node\/(?:program|check|check-all|config|decode-utf8|exit|files|forms|jobs|lint-command|buffered-output|own-files|progress|terminal))|node_modules\/(?:get-east-asian-width|fastest-levenshtein)|rolldown\/runtime/

/** Modules loaded by every `lint` of Markdown with more markup than headings. */
const inMarkdown =
  /src\/read\/(?:markdown|shield)|node_modules\/(?:unified|remark-parse|mdast-util-from-markdown|mdast-util-to-string|micromark(?!-extension)|vfile|trough|bail|devlop|extend|is-plain-obj|decode-named-character-reference|character-entities|unist-util-stringify-position)/

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
      codeSplitting: {
        groups: [
          { name: 'program', test: inEveryRun },
          { name: 'markdown', test: inMarkdown },
        ],
      },
    },
  },
}

/**
 * Switches of V8 that suit a program which runs for thirty milliseconds: patterns used a few times and code run once are
 * not made faster than they are. They save three milliseconds of them; bulk checks are no slower.
 */
const v8 = {
  version: process.versions.v8,
  flags: ['--no-sparkplug', '--no-regexp-peephole-optimization', '--regexp-tier-up-ticks=20'],
}

/** `npx fazhi` and a linked package run the file itself; its code is kept as compiled. */
const executable = {
  name: 'executable',
  closeBundle() {
    chmodSync('dist/cli/fazhi.cjs', 0o755)
    execFileSync(process.execPath, [...v8.flags, 'dist/cli/precompile.cjs'])
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

/** The page for people without a command line: one file, for the browsers of 2020 and later. */
const page = {
  outDir: resolve('dist'),
  emptyOutDir: false,
  target: 'chrome87',
  modulePreload: false,
  reportCompressedSize: false,
  chunkSizeWarningLimit: Number.POSITIVE_INFINITY,
  rollupOptions: { input: resolve('src/page/fazhi.html') },
}

/**
 * The worker runs the page's script as a classic one, which all browsers take from a blob: Vite's loader of chunks, of
 * which there are none, stays out, and the import.meta it is called with.
 */
const withoutChunkLoader: Plugin = {
  name: 'without-chunk-loader',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null),
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = chunk.code.replaceAll('import.meta.url', '""')
    }
  },
}

/** What the page may do: run its one script, in itself and in a worker made of it, and look as it does. Nothing is fetched. */
const policyFor = (hash: string): string =>
  [
    "default-src 'none'",
    `script-src 'sha256-${hash}'`,
    'worker-src blob:',
    "style-src 'unsafe-inline'",
    'img-src data:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')

/** The page says so itself, at its very head, when its script is in it. */
const contentPolicy: Plugin = {
  name: 'content-policy',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type !== 'asset' || !file.fileName.endsWith('.html')) continue
        const html = String(file.source)
        const script = /<script\b[^>]*>([\s\S]*?)<\/script>/.exec(html)?.[1] ?? ''
        const hash = createHash('sha256').update(script).digest('base64')
        const meta = `<meta http-equiv="Content-Security-Policy" content="${policyFor(hash)}">`
        file.source = html.replace(/<meta charset[^>]*>/, (charset) => `${charset}\n${meta}`)
      }
    },
  },
}

const BUILDS: Record<string, object> = { generator, tools, page }

const PLUGINS: Record<string, PluginOption[]> = {
  production: [executable, withoutSubprocesses],
  page: [withoutChunkLoader, viteSingleFile({ removeViteModuleLoader: true }), contentPolicy],
}

export default defineConfig(({ mode }) => ({
  plugins: PLUGINS[mode] ?? [],
  // Packages that have a half for workers give it: their other half for browsers wants a document.
  ...(mode === 'page' ? { root: 'src/page', resolve: { conditions: ['worker', ...defaultClientConditions] } } : {}),
  define: mode === 'production' ? { V8: v8 } : {},
  build: { emptyOutDir: true, ...(BUILDS[mode] ?? commandLine) },
  ssr: mode in BUILDS ? {} : { noExternal: true as const },
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/build.ts'],
    testTimeout: 30_000,
    reporters: process.env['FAZHI_TEST_REPORT']
      ? ['default', ['json', { outputFile: process.env['FAZHI_TEST_REPORT'] }]]
      : ['default'],
  },
}))
