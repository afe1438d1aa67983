/** Run by the build: checks sample drafts and keeps the code that this took, as compiled. */
import { useCompileCache } from './compile-cache.js'

const writeCaches = useCompileCache()
const drafts = ['seeds/drafts/yunxi-county-2023.txt', 'seeds/drafts/qinghe-district-2022.md']

import('./program.js').then(async ({ run }) => {
  // What the command line prints here is nobody's.
  const write = process.stdout.write
  process.stdout.write = () => true
  for (const draft of drafts) await run(['lint', draft])
  process.stdout.write = write
  writeCaches()
})
