import { useMemo, useState } from 'preact/hooks'
import { Bar } from './bar.js'
import { openDesk } from './desk.js'
import { Proposal, Question } from './dialogs.js'
import { DraftPane } from './draft-pane.js'
import { useIncoming } from './incoming.js'
import { Results } from './results.js'
import { SkeletonForm } from './skeleton-form.js'
import { Start } from './start.js'
import { EMPTY, type View } from './view.js'
import type { Workshop } from './workshop.js'

/** The whole page. */
export function App({ workshop }: { workshop: Workshop }) {
  const [view, show] = useState<View>(EMPTY)
  const desk = useMemo(() => openDesk(workshop, show), [workshop])
  const [isForm, setForm] = useState(false)
  const isDragging = useIncoming(view, desk)
  const { sheet, alert } = view
  return (
    <div class={isDragging ? 'dragging' : ''}>
      <Bar view={view} desk={desk} onForm={() => setForm(true)} />
      {view.isBusy ? (
        <div class="busy">
          <p>正在处理，请稍候……</p>
          <button type="button" onClick={desk.stop}>
            停止
          </button>
        </div>
      ) : null}
      {alert === null ? null : (
        <div class="alert" role="alert">
          <p>{alert}</p>
          <button type="button" onClick={desk.dismiss}>
            知道了
          </button>
        </div>
      )}
      <main>
        {sheet === null ? (
          <Start desk={desk} onForm={() => setForm(true)} />
        ) : (
          <div class="desk">
            <Results view={view} desk={desk} />
            <DraftPane view={view} desk={desk} />
          </div>
        )}
      </main>
      <div role="status" class="unseen">
        {view.said}
      </div>
      {isDragging ? (
        <p class="drop" aria-hidden="true">
          松开鼠标，打开这份文件
        </p>
      ) : null}
      {isForm ? <SkeletonForm desk={desk} onClose={() => setForm(false)} /> : null}
      {view.proposal ? <Proposal changes={view.proposal} onSettle={desk.settle} /> : null}
      {view.question ? <Question onSettle={view.question} /> : null}
    </div>
  )
}
