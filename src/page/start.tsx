import { ChooseFile } from './choose-file.js'
import type { Desk } from './desk.js'
import { SAMPLE } from './sample.js'

/** What the page shows while there is no draft. */
export function Start({ desk, onForm }: { desk: Desk; onForm(): void }) {
  return (
    <div class="start">
      <div class="target">
        <p class="lead">把报告草稿拖到这里，或者按 Ctrl+V 粘贴文字。</p>
        <p>马上看到：规定的各项内容是否齐全，哪里有问题，依据是什么，怎样改。</p>
        <div class="choices">
          <ChooseFile class="primary" onFiles={desk.open}>
            选择文件
          </ChooseFile>
          <button type="button" onClick={desk.write}>
            粘贴或直接写
          </button>
        </div>
        <p class="muted">
          可以打开 Word 和 WPS 文档（.docx、.doc、.wps）、网页（.html）、纯文本（.txt）和 Markdown（.md）
        </p>
      </div>
      <p class="others">
        手边没有草稿？
        <button type="button" class="link" onClick={() => desk.sample(SAMPLE)}>
          看一份示例
        </button>
        <button type="button" class="link" onClick={onForm}>
          新建空白报告
        </button>
      </p>
    </div>
  )
}
