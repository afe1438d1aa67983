import { readFileSync } from 'node:fs'
import { Module } from 'node:module'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { Script } from 'node:vm'

/** The V8 that the package was built with, and the switches under which the code was compiled; `vite.config.ts` says why. */
declare const V8: { version: string; flags: string[] }

/** What Node gives every CommonJS module. */
interface Loading {
  exports: unknown
  require(id: string): unknown
}

/** How Node runs the file of a module. */
type Load = (module: Loading, filename: string) => void

/**
 * A file kept as it runs soonest: the length of the compiled code in bytes (8 bytes), the code as V8 compiled it, and
 * the text it was compiled from, wrapped as a module and in the two bytes a unit that V8 holds it in. `src/node/precompile.ts`
 * writes it when the package is built.
 */
function keptOf(filename: string): Buffer | null {
  try {
    return readFileSync(`${filename}.cache`)
  } catch {
    return null
  }
}

/**
 * Loads every file of ours from what is kept beside it, which spares nearly half of what a start takes beyond Node's own.
 * V8 itself refuses code of another version and compiles the text as usual.
 * Node 22 keeps code itself, by `module.enableCompileCache`.
 */
export function useCompileCache(): void {
  // Node keeps its own modules compiled for no switches: those that write are loaded first.
  void process.stdout
  const { version, flags } = V8
  // Another version may not know a switch, and refuses the code anyway.
  if (process.versions.v8 === version) for (const flag of flags) setFlagsFromString(flag)
  const extensions = (Module as unknown as { _extensions: Record<string, Load> })._extensions
  const asUsual = extensions['.js'] as Load
  extensions['.cjs'] = (module, filename) => {
    const kept = keptOf(filename)
    if (kept === null) return asUsual(module, filename)
    const end = 8 + kept.readUInt32LE(0)
    const script = new Script(kept.toString('utf16le', end), { filename, cachedData: kept.subarray(8, end) })
    const run = script.runInThisContext() as (...values: unknown[]) => unknown
    run.call(module.exports, module.exports, (id: string) => module.require(id), module, filename, dirname(filename))
  }
}
