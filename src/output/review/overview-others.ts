import type { Review } from '../../corpus/review.js'
import { OTHER_FILES } from '../../words.js'
import { type Markup, markup } from '../markup.js'

/** Rows given out at a time. */
const PIECE = 200

/** Files of the folder that counted for no unit, and why. */
export function* others({ others: files }: Review): Generator<Markup> {
  if (files.length === 0) {
    yield markup`<p>文件夹里的文件全部计入。</p>\n`
    return
  }
  yield markup`<table>
<thead><tr><th scope="col">文件</th><th scope="col">原因</th><th scope="col">说明</th></tr></thead>
<tbody>
`
  for (let i = 0; i < files.length; i += PIECE) {
    yield markup`${files
      .slice(i, i + PIECE)
      .map(
        ({ path, reason, message }) =>
          markup`<tr><th scope="row" class="path">${path}</th><td class="word">${OTHER_FILES[reason]}</td><td>${message}</td></tr>\n`,
      )}`
  }
  yield markup`</tbody>
</table>
`
}
