/**
 * What the engine and the libraries of this page use that browsers of 2020 lack (Chromium 87). Loaded before all else;
 * the page's tests run with these taken away.
 */

/** Gives a prototype or constructor what it lacks, as hidden as the browser's own. */
function lend(owner: object, name: string, value: (this: never, ...args: never[]) => unknown): void {
  if (!(name in owner)) Object.defineProperty(owner, name, { value, writable: true, configurable: true })
}

interface Indexed {
  readonly length: number
  readonly [index: number]: unknown
}

function at(this: Indexed, index: number): unknown {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? whole + this.length : whole]
}

function findLastIndex(this: Indexed, test: (value: unknown, index: number, all: Indexed) => unknown): number {
  for (let i = this.length - 1; i >= 0; i--) if (test(this[i], i, this)) return i
  return -1
}

function findLast(this: Indexed, test: (value: unknown, index: number, all: Indexed) => unknown): unknown {
  return this[findLastIndex.call(this, test)]
}

/** Plain data only: what this page clones is made of objects, arrays and values. */
function copied(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, copied(each)]))
}

const owns = Object.prototype.hasOwnProperty

for (const prototype of [Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
  lend(prototype, 'at', at)
}
for (const prototype of [Array.prototype, Object.getPrototypeOf(Uint8Array.prototype)]) {
  lend(prototype, 'findLast', findLast)
  lend(prototype, 'findLastIndex', findLastIndex)
}
lend(Object, 'hasOwn', (owner: object, name: PropertyKey) => owns.call(owner, name))
lend(globalThis, 'structuredClone', copied)
