#!/usr/bin/env node
import { useCompileCache } from './compile-cache.js'

useCompileCache()
import('./program.js')
  .then(({ run }) => run(process.argv.slice(2)))
  .then((status) => {
    process.exitCode = status
  })
