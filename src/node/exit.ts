/** Exit statuses of the command line; the highest that applies wins. */
export const EXIT = {
  ok: 0,
  /** An error was found, or more warnings than allowed. */
  found: 1,
  /** Wrong usage, or a file that cannot be read. */
  usage: 2,
  /** A defect of ours. */
  defect: 3,
} as const
