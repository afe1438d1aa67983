/** What can go wrong through no fault of the program; part of the JSON output. */
export type ErrorCode =
  | 'usage'
  | 'not-found'
  | 'is-directory'
  | 'not-permitted'
  | 'cannot-read'
  | 'empty-file'
  | 'too-large'
  | 'not-text'
  | 'unsupported-format'
  | 'bad-front-matter'
  | 'bad-document'
  | 'bad-schema'
  | 'bad-template'
  | 'bad-data'
  | 'bad-config'
  | 'bad-record'
  | 'bad-roster'
  | 'exists'
  | 'cannot-write'
  /** A defect of ours, where one file's must not end a run over thousands. */
  | 'defect'

/** A mistake the user can mend: a code for programs and a Chinese sentence for people. Anything else thrown is a defect. */
export class FazhiError extends Error {
  override readonly name = 'FazhiError'

  constructor(
    readonly code: ErrorCode,
    message: string,
  ) {
    super(message)
  }
}
