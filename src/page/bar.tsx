import { ChooseFile } from './choose-file.js'
import type { Desk } from './desk.js'
import { DownloadMenu } from './download-menu.js'
import type { View } from './view.js'

interface Props {
  view: View
  desk: Desk
  onForm(): void
}

/** Head of the page: what it is, what it does with drafts, and what can be done. */
export function Bar({ view, desk, onForm }: Props) {
  const { sheet, configuration, terms } = view
  return (
    <header class={sheet ? 'bar' : 'bar alone'}>
      <div class="name">
        <h1>法治政府建设年度报告检查</h1>
        <p class="promise">
          不联网、不上传、不留存。要核对：拔掉网线照样能用；按 F12 打开“网络”一栏，没有发往网络的请求。
        </p>
      </div>
      {sheet ? (
        <nav class="tools" aria-label="工具">
          <ChooseFile onFiles={desk.open}>打开文件</ChooseFile>
          <button type="button" onClick={onForm}>
            新建空白报告
          </button>
          <DownloadMenu sheet={sheet} desk={desk} />
        </nav>
      ) : null}
      {configuration === null ? null : (
        <div class="configuration">
          <p>
            正在使用配置“{configuration}”
            {terms.settings.schema ? '。其中的本地补充要求（schema）网页里用不了，请用命令行 fazhi lint 检查' : ''}
          </p>
          <button type="button" onClick={desk.dropConfiguration}>
            不用配置
          </button>
        </div>
      )}
    </header>
  )
}
