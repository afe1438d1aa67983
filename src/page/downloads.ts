import type { Examined } from '../lint.js'
import type { Draft, Format } from '../model.js'
import { html } from '../output/html.js'
import { json } from '../output/json.js'
import { overviewOf } from '../output/overview.js'
import type { Checked, Reporter } from '../output/reporter.js'
import { resultOf, summaryOfFile } from '../output/result.js'
import { annotate } from '../write/annotate/annotate.js'
import { toDocx } from '../write/docx/docx.js'
import { toMarkdown } from '../write/markdown.js'
import { toPlainText } from '../write/text-file.js'

/** A file for the user to keep. */
export interface Download {
  name: string
  type: string
  data: string | Uint8Array
}

/** What a form is made of. */
export interface Material {
  draft: Draft
  examined: Examined
  /** Bytes of the draft's own file; empty where it is none. */
  bytes: Uint8Array
}

/** What a form shows: the draft as it stands in the editor, or the file as it was opened. */
export type Basis = 'typed' | 'file'

/** A form in which the page hands out a draft or what was found in it. */
interface Form {
  label: string
  hint: string
  /** What the name of the draft gets for its extension. */
  ending: string
  of: Basis
  /** The only format of a file it can be made of; any where there is none. */
  from?: Format
  type: string
  make(material: Material): string | Uint8Array
}

function reported(reporter: Reporter, { draft, examined }: Material): string {
  const checked: Checked = { draft, result: resultOf(draft, examined.findings, examined.waived) }
  const { result } = checked
  const summary = summaryOfFile(result)
  if (!('page' in reporter)) return `${reporter.head}${reporter.file(checked)}${reporter.tail(summary, [])}`
  const { path, verdict, error } = result
  const overview = overviewOf(result, draft)
  return reporter.page([{ ...summary, path, verdict, error, overview, text: reporter.file(checked) }], summary)
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Every form the page hands out, in the order of its menu. */
export const FORMS = {
  word: {
    label: '草稿（Word，公文格式）',
    hint: '字体、字号、行距、页码按 GB/T 9704—2012 排好',
    ending: '.docx',
    of: 'typed',
    type: WORD,
    make: ({ draft }) => toDocx(draft),
  },
  comments: {
    label: '原文件加批注（Word）',
    hint: '打开的那份文件原样不动，每个问题加一条批注；在这里的修改不在其中',
    ending: '-批注.docx',
    of: 'file',
    from: 'docx',
    type: WORD,
    make: ({ bytes, examined }) => annotate(bytes, examined.findings),
  },
  markdown: {
    label: '草稿（Markdown）',
    hint: '带“#”等标题记号的文字，便于保存和再次检查',
    ending: '.md',
    of: 'typed',
    type: 'text/markdown;charset=utf-8',
    make: ({ draft }) => toMarkdown(draft),
  },
  text: {
    label: '草稿（纯文本）',
    hint: '一段一行，没有标题记号和填写说明，便于粘贴到别处',
    ending: '.txt',
    of: 'typed',
    type: 'text/plain;charset=utf-8',
    make: ({ draft }) => toPlainText(draft),
  },
  findings: {
    label: '检查结果（网页）',
    hint: '可以打印、转发，用任何浏览器打开',
    ending: '-检查结果.html',
    of: 'typed',
    type: 'text/html;charset=utf-8',
    make: (material) => reported(html, material),
  },
  data: {
    label: '检查结果（JSON 数据）',
    hint: '给其他程序用',
    ending: '-检查结果.json',
    of: 'typed',
    type: 'application/json',
    make: (material) => reported(json, material),
  },
} satisfies Record<string, Form>

/** The forms by name. */
export type FormName = keyof typeof FORMS

/** The forms that a draft can be handed out in, by the format of its file; `null` where it is no file. */
export const formsFor = (origin: Format | null): [FormName, Form][] =>
  (Object.entries(FORMS) as [FormName, Form][]).filter(([, { from }]) => from === undefined || from === origin)

/** Whether a form is made of the file itself, not of what stands in the editor. */
export const isOfFile = (name: FormName): boolean => (FORMS[name] as Form).of === 'file'

const stem = (name: string): string => name.replace(/\.[^.]*$/, '') || name

/** The draft, or what was found in it, as a file; never under the name of the file it came from. */
export function downloadOf(name: FormName, material: Material): Download {
  const { ending, type, make }: Form = FORMS[name]
  const { path } = material.draft.source
  const plain = `${stem(path)}${ending}`
  const isTaken = material.bytes.length > 0 && plain.toLowerCase() === path.toLowerCase()
  return { name: isTaken ? `${stem(path)}-修改稿${ending}` : plain, type, data: make(material) }
}
