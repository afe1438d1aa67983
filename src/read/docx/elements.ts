/** Elements of WordprocessingML and its company, by what they are to a reader of the text. */

/** Left out with all they hold: former and deleted states, field codes, glosses, and properties of no use here. */
export const LEFT_OUT = new Set(
  (
    'pPrChange rPrChange tblPrChange tblPrExChange trPrChange tcPrChange sectPrChange numberingChange ' +
    'delText instrText delInstrText rt sdtEndPr tblPr tblGrid sectPr fldData tabs'
  )
    .split(' ')
    .map((name) => `w:${name}`),
)

/** A picture, a chart, a diagram. */
export const PICTURES = new Set(['a:blip', 'v:imagedata', 'c:chart', 'dgm:relIds'])

/** Elements that stand for a character. */
export const CHARACTERS: Record<string, string> = {
  'w:tab': '\t',
  'w:ptab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
}

/** Names of the styles of a table of contents, in small letters. */
export const CONTENTS_STYLE = /^(?:toc (?:[1-9]|heading)|toc ?标题|目录 ?[1-9]?)$/
