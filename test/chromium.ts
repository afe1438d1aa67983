import { existsSync } from 'node:fs'

/** The browser that shows pages to tests and measures; `undefined` where none is installed. */
export const CHROMIUM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
