import { readXlsx } from 'hucre/xlsx'
import { joined } from '../../src/read/joined.js'

/** All that comes, as one. */
export async function gathered(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of bytes) chunks.push(chunk)
  return joined(chunks)
}

/** Sheets of a workbook as another program reads them. */
export async function sheetsOf(bytes: Uint8Array) {
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  return sheets
}
