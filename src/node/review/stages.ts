import { progress } from '../progress.js'

/** What a review does, one after the other. */
export type Stage = '读入' | '检查' | '归类' | '比对' | '写意见单' | '写总表' | '写总览' | '收尾'

/** Tells on a terminal what is being done, and keeps how long it took. */
export interface Stages {
  /**
   * Ends the stage before.
   * @param total of what there is to do; `null` where that shows only at the end
   * @returns what tells how many are done
   */
  begin(stage: Stage, total: number | null): (done: number) => void
  /** Takes the line away, before anything else is written. */
  wipe(): void
  /** Ends the last stage: 检查 3.20 秒，归类 0.41 秒……共 9.05 秒. */
  end(): string
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(2)} 秒`

/** Stages that begin now. */
export function startStages(): Stages {
  const start = performance.now()
  const took: string[] = []
  let current: { stage: Stage; begun: number } | null = null
  let wipe = (): void => {}
  const finish = (): void => {
    wipe()
    if (current) took.push(`${current.stage} ${seconds(performance.now() - current.begun)}`)
    current = null
  }
  return {
    begin(stage, total) {
      finish()
      const bar = progress(`正在${stage}`, total)
      current = { stage, begun: performance.now() }
      wipe = bar.wipe
      bar.step(0)
      return bar.step
    },
    wipe: () => wipe(),
    end() {
      finish()
      return [...took, `共 ${seconds(performance.now() - start)}`].join('，')
    },
  }
}
