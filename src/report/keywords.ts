/** The keywords this program adds to JSON Schema; docs/schema.md explains each. */
export const KEYWORDS = [
  'x-binding-since',
  'x-heading',
  'x-words',
  'x-weak-words',
  'x-traps',
  'x-sentences',
  'x-duty',
  'x-guidance',
  'x-basis',
  'x-severity',
  'x-topics',
] as const
