import type { Finding, Settings } from '../finding.js'
import { applyEdits } from '../fix.js'
import type { Kind } from '../generated/report.js'
import { kindOfBody } from '../report/names.js'
import type { Facts } from '../scaffold.js'
import { type Change, changesBetween } from './changes.js'
import type { Checked } from './checked.js'
import type { FormName } from './downloads.js'
import type { Editor } from './editor.js'
import { looksOf } from './engine.js'
import { save } from './save.js'
import { BLANK_NOTICES, countsSaid, draftNameOf, explain, noticesFor, notOpened } from './sayings.js'
import { EMPTY, type Sheet, type View } from './view.js'
import { TaskError, type Workshop } from './workshop.js'

/** Milliseconds of rest after the last key before the text is checked. */
const REST = 120
/** Milliseconds after which waiting is shown. */
const PATIENCE = 300
/** Largest file, in bytes; the engine takes no more. */
const LARGEST = 20 * 1024 * 1024

/** Forms that hold the whole draft as it stands. */
const KEEPING: FormName[] = ['markdown', 'text', 'word']

const CONFIGURATION = /\.(?:json|ya?ml)$|^\.fazhirc$/i

/** How own schemas are called. */
const SCHEMA = /\.schema\.json$/i

/** What components call: all that can be done to the draft. */
export type Desk = ReturnType<typeof openDesk>

/** The page's one place of state: what is done to the draft goes through here, and every change is shown. */
export function openDesk(workshop: Workshop, show: (view: View) => void) {
  let view = EMPTY
  let editor: Editor | null = null
  /** Counts what happens to the text, so that a result is known to be of the text as it is. */
  let version = 0
  let isChecking = false
  /** Counts what is being opened: the last wins. */
  let opening = 0
  let timer = 0

  const set = (part: Partial<View>): void => {
    view = { ...view, ...part }
    show(view)
  }
  const textNow = (): string => editor?.text() ?? view.sheet?.text ?? ''
  const typedNow = () => ({
    name: view.sheet?.name ?? '',
    format: view.sheet?.format ?? ('text' as const),
    text: textNow(),
  })

  /** Waits for a task; tells what went wrong, and says so in the page when it takes long. */
  async function waitFor<Value>(task: Promise<Value>, told = explain): Promise<Value | null> {
    const patience = setTimeout(() => set({ isBusy: true }), PATIENCE)
    try {
      return await task
    } catch (error) {
      if (!(error instanceof TaskError)) throw error
      // An editor without text is no mistake; a file without is one.
      if (error.code !== 'empty-file' || view.sheet === null || textNow() !== '') set({ alert: told(error) })
      return null
    } finally {
      clearTimeout(patience)
      if (view.isBusy) set({ isBusy: false })
    }
  }

  /** The finding that was looked at, in what was found since. */
  function again({ result }: Checked): Finding | null {
    const { selected } = view
    if (!selected) return null
    const same = result.findings.filter(({ rule, message }) => rule === selected.rule && message === selected.message)
    same.sort((a, b) => Math.abs(a.line - selected.line) - Math.abs(b.line - selected.line))
    return same[0] ?? null
  }

  async function check(): Promise<void> {
    clearTimeout(timer)
    if (isChecking || !view.sheet) return
    isChecking = true
    const of = version
    const isFirst = view.checked === null
    const checked = await waitFor(workshop.run('check', typedNow(), view.terms))
    isChecking = false
    if (of !== version) return check()
    editor?.mark(checked)
    set({
      checked,
      isStale: false,
      selected: checked ? again(checked) : null,
      said: checked ? countsSaid(checked, isFirst) : '',
      ...(checked ? { alert: null } : {}),
    })
  }

  function checkSoon(): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Under an input method nothing is to move.
      if (editor?.isComposing()) checkSoon()
      else void check()
    }, REST)
  }

  async function mayReplace(): Promise<boolean> {
    if (!view.isUnsaved) return true
    const isAgreed = await new Promise<boolean>((resolve) => set({ question: resolve }))
    set({ question: null })
    return isAgreed
  }

  async function load(sheet: Sheet, isUnsaved = false, kind: Kind | null = null): Promise<void> {
    version++
    const { terms } = view
    const depth = { undo: 0, redo: 0 }
    set({
      ...EMPTY,
      configuration: view.configuration,
      terms: { ...terms, kind },
      sheet,
      isUnsaved,
      depth,
      isStale: true,
    })
    editor?.load(sheet.text)
    await check()
  }

  /** A draft that is no file yet. */
  const typed = (name: string, text: string, notices: string[] = []): Sheet => {
    const lines = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
    const format = looksOf(lines)
    return { name, format, origin: format, text: lines, notices, bytes: null }
  }

  async function judgeBy(settings: Partial<Settings>, configuration: string | null): Promise<void> {
    version++
    set({ terms: { ...view.terms, settings }, configuration, alert: null, isStale: view.sheet !== null })
    await check()
  }

  async function openConfiguration(file: File): Promise<void> {
    if (SCHEMA.test(file.name)) {
      set({ alert: `“${file.name}”是本地补充要求，网页里用不了，请用命令行 fazhi lint --schema` })
      return
    }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const settings = await waitFor(workshop.run('settings', file.name, bytes))
    if (settings) await judgeBy(settings, file.name)
  }

  async function openDraft(file: File): Promise<void> {
    if (file.size > LARGEST) {
      set({ alert: `“${file.name}”超过 20 MB，没有打开。请去掉图片，或者只留正文后再试` })
      return
    }
    if (!(await mayReplace())) return
    const own = ++opening
    const bytes = new Uint8Array(await file.arrayBuffer())
    const opened = await waitFor(workshop.run('open', file.name, bytes), notOpened(file.name))
    if (opened && own === opening) await load({ ...opened, notices: noticesFor(opened), bytes })
  }

  return {
    /** The editor is there and takes the draft. */
    attach(own: Editor): void {
      editor = own
      editor.load(view.sheet?.text ?? '')
      editor.mark(view.checked)
    },
    detach(): void {
      editor = null
    },
    changed(depth: View['depth']): void {
      version++
      set({ isStale: true, isUnsaved: true, depth })
      checkSoon()
    },

    /** Opens what was dropped or chosen: a configuration, a draft, or both. */
    async open(files: File[]): Promise<void> {
      set({ alert: null })
      const [configuration] = files.filter(({ name }) => CONFIGURATION.test(name))
      const [draft, ...others] = files.filter(({ name }) => !CONFIGURATION.test(name))
      if (configuration) await openConfiguration(configuration)
      if (draft) await openDraft(draft)
      if (others.length > 0 && !view.alert) {
        set({ alert: `一次打开一份，打开了“${draft?.name}”。许多份一起检查请用命令行 fazhi lint` })
      }
    },
    async paste(text: string): Promise<void> {
      if (text.trim() !== '' && (await mayReplace())) await load(typed(draftNameOf('粘贴的草稿'), text), true)
    },
    async write(): Promise<void> {
      if (await mayReplace()) await load(typed(draftNameOf('新草稿'), ''))
    },
    async sample(text: string): Promise<void> {
      if (await mayReplace()) await load(typed(draftNameOf('示例'), text))
    },
    async skeleton(facts: Facts, kind: Kind): Promise<void> {
      if (!(await mayReplace())) return
      const text = await waitFor(workshop.run('skeleton', facts, kind))
      if (!text) return
      const sheet = typed(`${facts.issuer}${facts.year}年空白报告.md`, text, BLANK_NOTICES)
      await load({ ...sheet, format: 'markdown' }, true, kindOfBody(facts.issuer) === kind ? null : kind)
    },

    setKind(kind: Kind | null): void {
      version++
      set({ terms: { ...view.terms, kind }, isStale: true })
      void check()
    },
    dropConfiguration: () => judgeBy({}, null),
    /** Looks at a finding: the editor shows its place. */
    select(finding: Finding | null, takeFocus = false): void {
      set({ selected: finding })
      if (finding && !view.isStale) editor?.show(finding, takeFocus)
    },
    show: ((place, takeFocus) => editor?.show(place, takeFocus)) as Editor['show'],
    /** What the fix of one finding would change; nothing where the text has moved on since. */
    preview(finding: Finding): Change[] {
      if (view.isStale || !finding.fix) return []
      const text = textNow()
      return changesBetween(text, applyEdits(text, finding.fix))
    },
    /** Makes the fix of one finding; nothing where the text has moved on since. */
    fix(finding: Finding): void {
      if (view.isStale || !finding.fix) return
      editor?.change(finding.fix)
      set({ said: '已改正，可以撤销' })
    },
    /** Puts all fixes before the user. */
    async propose(): Promise<void> {
      const of = version
      const before = textNow()
      const mended = await waitFor(workshop.run('mend', typedNow(), view.terms))
      if (mended && of === version) set({ proposal: changesBetween(before, mended.text) })
    },
    settle(isAgreed: boolean): void {
      const { proposal } = view
      set({ proposal: null })
      if (!isAgreed || !proposal) return
      editor?.change(proposal)
      set({ said: `已改正 ${proposal.length} 段，可以撤销` })
    },
    undo: () => editor?.undo(),
    redo: () => editor?.redo(),

    async download(form: FormName): Promise<void> {
      const bytes = view.sheet?.bytes ?? new Uint8Array()
      const download = await waitFor(workshop.run('download', form, typedNow(), view.terms, bytes))
      if (!download) return
      save(download)
      set({ said: `已下载“${download.name}”`, ...(KEEPING.includes(form) ? { isUnsaved: false } : {}) })
    },
    stop: () => workshop.stop(),
    dismiss: () => set({ alert: null }),
  }
}
