import type { Examined } from '../lint.js'
import type { Draft } from '../model.js'
import { html } from '../output/html.js'
import { json } from '../output/json.js'
import { overviewOf } from '../output/overview.js'
import type { Checked, Reporter } from '../output/reporter.js'
import { countOf, resultOf } from '../output/result.js'
import { toMarkdown } from '../write/markdown.js'

/** A file for the user to keep. */
export interface Download {
  name: string
  type: string
  data: string | Uint8Array
}

/** What a form is made of: the draft as it stands, and the file it came from. */
export interface Material {
  draft: Draft
  examined: Examined
}

/** A form in which the page hands out a draft or what was found in it. */
interface Form {
  label: string
  hint: string
  /** What the name of the draft gets for its extension. */
  ending: string
  type: string
  make(material: Material): string | Uint8Array
}

function reported(reporter: Reporter, { draft, examined }: Material): string {
  const checked: Checked = { draft, result: resultOf(draft, examined.findings, examined.waived) }
  const { result } = checked
  const summary = countOf(result)
  if (!('page' in reporter)) return `${reporter.head}${reporter.file(checked)}${reporter.tail(summary, [])}`
  const { path, verdict, error } = result
  const overview = overviewOf(result, draft)
  return reporter.page([{ ...summary, path, verdict, error, overview, text: reporter.file(checked) }], summary)
}

/** Every form the page hands out, in the order of its menu. */
export const FORMS = {
  markdown: {
    label: '草稿（Markdown）',
    hint: '带标题层级的纯文字，便于保存和再次检查',
    ending: '.md',
    type: 'text/markdown;charset=utf-8',
    make: ({ draft }) => toMarkdown(draft),
  },
  text: {
    label: '草稿（纯文本）',
    hint: '和左边写字框里的文字一模一样',
    ending: '.txt',
    type: 'text/plain;charset=utf-8',
    make: ({ draft }) => draft.source.text,
  },
  findings: {
    label: '检查结果（网页）',
    hint: '可以打印、转发，用任何浏览器打开',
    ending: '-检查结果.html',
    type: 'text/html;charset=utf-8',
    make: (material) => reported(html, material),
  },
  data: {
    label: '检查结果（JSON 数据）',
    hint: '给其他程序用',
    ending: '-检查结果.json',
    type: 'application/json',
    make: (material) => reported(json, material),
  },
} satisfies Record<string, Form>

export type FormName = keyof typeof FORMS

const stem = (name: string): string => name.replace(/\.[^.]*$/, '') || name

/** The draft, or what was found in it, as a file. */
export function downloadOf(name: FormName, material: Material): Download {
  const { ending, type, make }: Form = FORMS[name]
  return { name: `${stem(material.draft.source.path)}${ending}`, type, data: make(material) }
}
