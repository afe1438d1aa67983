import { type Change, piecesOf } from './changes.js'

function ChangeItem({ change }: { change: Change }) {
  return (
    <li>
      <span class="where">第 {change.line} 行</span>
      <p>
        {piecesOf(change).map(({ text, is }, i) =>
          is === 'gone' ? <del key={i}>{text}</del> : is === 'new' ? <ins key={i}>{text}</ins> : text,
        )}
      </p>
    </li>
  )
}

interface Props {
  changes: Change[]
  /** How many are shown at most. */
  limit: number
}

/** What would be changed, line by line; the list scrolls where it is long, by keyboard too. */
export function ChangeList({ changes, limit }: Props) {
  const hidden = changes.length - limit
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls is to be scrolled by keyboard
    <ul class="changes" tabIndex={0} aria-label="改动">
      {changes.slice(0, limit).map((change) => (
        <ChangeItem key={change.start} change={change} />
      ))}
      {hidden > 0 ? <li class="muted">还有 {hidden} 段，不一一列出</li> : null}
    </ul>
  )
}
