import type { State } from '../model.js'
import { STATE_TONES, type Tone } from '../output/tones.js'
import { STATES } from '../words.js'
import type { Duty } from './checked.js'
import type { Desk } from './desk.js'

/** Shape beside the word, so that no state is told by colour alone. */
const SIGNS: Record<Tone, string> = { good: '✓', warning: '！', error: '✕' }

/** States under which the content still has to be written. */
const OWED: State[] = ['absent', 'mentioned']

function Item({ duty: own, desk }: { duty: Duty; desk: Desk }) {
  const { title, state, together, heading, place, quote, duty, guidance, basis } = own
  const look = STATE_TONES[state]
  return (
    <li class={`duty ${look}`}>
      <h3>
        <span class={`sign ${look}`} aria-hidden="true">
          {SIGNS[look]}
        </span>
        {title}
        <span class={`state ${look}`}>{STATES[state]}</span>
      </h3>
      {place ? (
        <p class="where">
          <button type="button" class="link" onClick={() => desk.show(place, true)}>
            第 {place.line} 行{heading === null ? '' : `“${heading}”`}
          </button>
          {together.length > 0 ? <span>与“{together.join('”“')}”同在一节</span> : null}
        </p>
      ) : null}
      {quote === null ? null : <blockquote>{quote}</blockquote>}
      {OWED.includes(state) ? (
        <div class="owed">
          <p>{guidance}</p>
          <p class="muted">{basis === null ? `应当报告${duty}` : `依据：${basis}，应当报告${duty}`}</p>
        </div>
      ) : null}
    </li>
  )
}

/** The contents a report owes, each with its state. */
export function Duties({ duties, desk }: { duties: Duty[]; desk: Desk }) {
  const owed = duties.filter(({ state }) => OWED.includes(state)).length
  return (
    <section aria-labelledby="duties">
      <h2 id="duties">
        应当报告的内容
        <span class="muted">
          {owed === 0 ? `共 ${duties.length} 项` : `共 ${duties.length} 项，${owed} 项没有成节`}
        </span>
      </h2>
      <ul class="duties">
        {duties.map((duty) => (
          <Item key={duty.key} duty={duty} desk={desk} />
        ))}
      </ul>
    </section>
  )
}
