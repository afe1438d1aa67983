import { DARK, LIGHT } from '../output/html-style.js'

const SELECTION = { light: '#cfe0f5', dark: '#28456b' }

const declared = (colours: Record<string, string>): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** The colours of the report of findings, as custom properties: light, and dark where the reader's machine is. */
export const PALETTE = `:root{${declared({ ...LIGHT, selection: SELECTION.light })};color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{${declared({ ...DARK, selection: SELECTION.dark })};color-scheme:dark}}`
