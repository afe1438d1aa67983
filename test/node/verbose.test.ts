import { describe, expect, it } from 'vitest'
import { fazhi, folderWith } from './cli.js'

const PAGE = `<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>
<ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li></ul>
<h1>云溪县人民政府关于2023年度法治政府建设情况的报告</h1>
<div id="zoom"><p>2023年，县政府坚持依法行政，完善制度，规范执法，各项工作取得进展，现将情况报告如下。</p>
<p style="display:none">此处文字不显示</p><p>一、主要举措和成效</p><p>印发要点，分解任务，压实责任，健全机制。</p>
<p>云溪县人民政府</p><p>2024年1月20日</p><p>打印本页　关闭窗口</p></div></body></html>`

const LEFT_OUT = [
  'fazhi: a.html：网页中有隐藏文字 7 字，没有读入',
  'fazhi: a.html：未计入正文：首页 政务公开 办事服务（正文之前，共 10 字）',
  'fazhi: a.html：未计入正文：此处文字不显示（隐藏文字，共 7 字）',
  'fazhi: a.html：未计入正文：打印本页　关闭窗口（页眉页脚）',
]

describe('what was left out of a page', () => {
  it.each(['lint', 'convert'])('is shown on standard error where it is asked for (%s)', (command) => {
    const cwd = folderWith({ 'a.html': PAGE })
    const asked = fazhi([command, '--verbose', 'a.html'], { cwd })
    expect(asked.stderr.trimEnd().split('\n')).toEqual(LEFT_OUT)
    const unasked = fazhi([command, 'a.html'], { cwd })
    expect(unasked.stderr.trimEnd().split('\n')).toEqual(LEFT_OUT.slice(0, 1))
    expect(asked.stdout).toBe(unasked.stdout)
  })
})
