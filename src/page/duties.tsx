import type { State } from '../model.js'
import { STATE_TONES, type Tone } from '../output/tones.js'
import { STATES } from '../words.js'
import type { Duty } from './checked.js'
import type { Desk } from './desk.js'

/** Shape beside the word, so that no state is told by colour alone. */
const SIGNS: Record<Tone, string> = { good: '✓', warning: '！', error: '✕' }

/** States under which the content still has to be written. */
const OWED: State[] = ['absent', 'mentioned']

/** What is still to be written, in a word. */
const isOwed = ({ state, isBlank }: Duty): boolean => isBlank || OWED.includes(state)

function Head({ duty: { title, state, isBlank } }: { duty: Duty }) {
  const look = isBlank ? 'warning' : STATE_TONES[state]
  return (
    <h3>
      <span class={`sign ${look}`} aria-hidden="true">
        {SIGNS[look]}
      </span>
      {title}
      <span class={`state ${look}`}>{isBlank ? '尚未填写' : STATES[state]}</span>
    </h3>
  )
}

function Where({ duty: { heading, place, together }, desk }: { duty: Duty; desk: Desk }) {
  if (!place) return null
  return (
    <p class="where">
      <button type="button" class="link" onClick={() => desk.show(place, true)}>
        第 {place.line} 行{heading === null ? '' : `“${heading}”`}
      </button>
      {together.length > 0 ? <span>与“{together.join('”“')}”同在一节</span> : null}
    </p>
  )
}

/** A content as it should be is a line to be opened; of others all is shown. */
function Item({ duty: own, desk }: { duty: Duty; desk: Desk }) {
  const { state, isBlank, quote, duty, guidance, basis } = own
  const said = (
    <>
      <Where duty={own} desk={desk} />
      {quote === null ? null : <blockquote>{quote}</blockquote>}
    </>
  )
  if (STATE_TONES[state] === 'good' && !isBlank) {
    return (
      <li class="duty good">
        <details>
          <summary>
            <Head duty={own} />
          </summary>
          {said}
        </details>
      </li>
    )
  }
  return (
    <li class="duty">
      <Head duty={own} />
      {said}
      {isOwed(own) ? (
        <div class="owed">
          <p>{guidance}</p>
          {isBlank ? null : (
            <p class="muted">{basis === null ? `应当报告${duty}` : `依据：${basis}，应当报告${duty}`}</p>
          )}
        </div>
      ) : null}
    </li>
  )
}

/** 共 4 项，1 项未见，1 项提及: how many are as they should not be. */
function counted(duties: Duty[]): string {
  const blank = duties.filter(({ isBlank }) => isBlank).length
  const of = (wanted: State): number => duties.filter(({ state, isBlank }) => state === wanted && !isBlank).length
  const owed = [...OWED.map((state) => [of(state), STATES[state]] as const), [blank, '尚未填写'] as const]
  const told = owed.filter(([count]) => count > 0).map(([count, word]) => `，${count} 项${word}`)
  return `共 ${duties.length} 项${told.join('')}`
}

/** The contents a report owes, each with its state. */
export function Duties({ duties, desk }: { duties: Duty[]; desk: Desk }) {
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">
        应当报告的内容
        <span class="muted">{counted(duties)}</span>
      </h2>
      <ul class="duties">
        {duties.map((duty) => (
          <Item key={duty.key} duty={duty} desk={desk} />
        ))}
      </ul>
    </section>
  )
}
