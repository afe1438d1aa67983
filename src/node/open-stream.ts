import { constants, createReadStream, openSync, statSync } from 'node:fs'
import { Socket } from 'node:net'
import { readingFailed } from './files.js'

/**
 * What a file or a pipe that the user named holds, as it comes. A pipe is waited for without deafness to signals.
 * Throws FazhiError.
 */
export function openStream(path: string): AsyncIterable<Uint8Array> {
  try {
    if (!statSync(path).isFIFO()) return createReadStream(path, { fd: openSync(path, 'r') })
    const fd = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
    return new Socket({ fd, readable: true, writable: false })
  } catch (error) {
    throw readingFailed(error, path)
  }
}
