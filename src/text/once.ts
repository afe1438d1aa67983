/** A value made when it is first wanted, and kept: a single run needs few of the patterns, most reports never their whole text. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
