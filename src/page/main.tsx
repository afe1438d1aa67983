import './polyfill.js'
import { render } from 'preact'
import { App } from './app.js'
import { PALETTE } from './palette.js'
import './style/ground.css'
import './style/head.css'
import './style/results.css'
import './style/dialogs.css'
import './style/media.css'
import { serve } from './worker.js'
import { openWorkshop } from './workshop.js'

/** The page and its worker are one program, which finds out where it runs. */
if (typeof document === 'undefined') serve(self as unknown as Parameters<typeof serve>[0])
else {
  const colours = document.createElement('style')
  colours.textContent = PALETTE
  document.head.prepend(colours)
  const page = document.getElementById('page') as HTMLElement
  page.textContent = ''
  render(<App workshop={openWorkshop()} />, page)
}
