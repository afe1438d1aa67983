/**
 * Records of a zip file (APPNOTE 4.3): the signature each begins with, and its length in bytes without name, extra field
 * and comment.
 */

/** Before the content of each file. */
export const LOCAL = { signature: 0x04034b50, length: 30 }
/** One for each file in the directory at the end. */
export const CENTRAL = { signature: 0x02014b50, length: 46 }
/** Behind the directory. */
export const END = { signature: 0x06054b50, length: 22 }

/** Stands for a size or offset of 4 GB or more, which then stands in the extra field. */
export const LARGE = 0xffffffff

/** How a file is packed. */
export const METHOD = { stored: 0, deflated: 8 }
