import iconv from 'iconv-lite'
import type { DraftLine, Sample } from './word-drafts.js'

/** The sample drafts as web pages, in the manner of the builders of government sites, to see what comes back from each. */

/** A page as its builder makes it. */
export interface PageKind {
  name: string
  encoding: 'utf-8' | 'gb18030'
  page(sample: Sample): string
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const textOf = ({ parts }: DraftLine): string => escaped(parts.map(({ text }) => text).join(''))

const titleOf = ({ lines }: Sample): string =>
  lines
    .filter(({ role }) => role === 'title')
    .map(textOf)
    .join('')

const withoutTitle = ({ lines }: Sample): DraftLine[] => lines.filter(({ role }) => role !== 'title')

/** Every line in the words of `mark`, which gives a part's markup. */
const marked = (lines: DraftLine[], mark: (line: DraftLine) => string): string => lines.map(mark).join('\n')

const publishedOn = ({ draft }: Sample): string | null => draft.report.publishedOn ?? null

function pubDate(sample: Sample): string {
  const date = publishedOn(sample)
  return date === null ? '' : `<meta name="PubDate" content="${date} 09:30">`
}

/** 《政府网站发展指引》: what the head of an article's page says. */
function meta(sample: Sample, encoding: string): string {
  const title = titleOf(sample)
  return [
    `<meta http-equiv="Content-Type" content="text/html; charset=${encoding}">`,
    '<meta name="SiteName" content="某某人民政府门户网站">',
    '<meta name="ColumnName" content="法治政府建设年度报告">',
    ...(title ? [`<meta name="ArticleTitle" content="${title}">`] : []),
    pubDate(sample),
    '<meta name="ContentSource" content="办公室">',
    `<title>${title ? `${title}_` : ''}某某人民政府门户网站</title>`,
  ].join('\n')
}

const MENU = `<div class="header"><div class="logo"><img src="logo.png" width="300" height="80" alt="标志"></div>
<ul class="nav">${['首页', '走进某某', '新闻中心', '政务公开', '政务服务', '互动交流', '专题专栏']
  .map((name) => `<li><a href="/${name}/">${name}</a></li>`)
  .join('')}</ul>
<form><input type="text" value="请输入关键词"><button>搜索</button></form></div>
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/fz/">法治政府建设年度报告</a></div>`

const FOOT = `<div class="share">分享到：<a href="javascript:share('wx')" onclick="share(1)">微信</a></div>
<div class="tools"><a href="javascript:window.print()">【打印本页】</a><a href="javascript:window.close()">【关闭窗口】</a></div>
<div class="footer"><p>主办：某某人民政府办公室　网站标识码：3300000001</p><p>浙ICP备00000001号　浙公网安备33000000000001号</p></div>
<script>document.write('您是第' + 12345 + '位访客。')</script>`

const LOOKS = [
  'font-family: 黑体; font-size: 16pt',
  'font-family: 楷体_GB2312, 楷体; font-size: 16pt',
  'font-family: 仿宋_GB2312, 仿宋; font-size: 16pt; font-weight: bold',
  'font-family: 仿宋_GB2312, 仿宋; font-size: 16pt',
]
const BODY = LOOKS[3] as string

const styled = (line: DraftLine): string =>
  line.parts
    .map(({ text, isHeading }) => {
      const look = isHeading ? (LOOKS[line.level - 1] ?? BODY) : BODY
      return `<span style="${look}">${escaped(text)}</span>`
    })
    .join('')

const bold = (line: DraftLine): string =>
  line.parts.map(({ text, isHeading }) => (isHeading ? `<strong>${escaped(text)}</strong>` : escaped(text))).join('')

/** TRS: fonts set by hand in spans, the title above the text, hidden words of the editor. */
const trs: PageKind = {
  name: 'TRS, fonts set by hand',
  encoding: 'utf-8',
  page: (sample) => `<!DOCTYPE html>
<html><head>${meta(sample, 'UTF-8')}
<style type="text/css">.TRS_Editor P{margin-top:0;line-height:2;font-family:宋体;font-size:12pt;}.only-print{display:none}</style>
</head><body>${MENU}
<div class="article"><h1 class="title">${titleOf(sample)}</h1>
<div class="info">来源：办公室　　浏览次数：<span id="count">128</span>　　字号：【<a href="javascript:doZoom(16)">大</a> <a href="#">中</a> <a href="#">小</a>】</div>
<div id="zoom"><div class="TRS_Editor"><!--编辑器--><style>.x{color:red}</style>
${marked(withoutTitle(sample), (line) => `<p style="text-indent: 2em;" align="justify">${styled(line)}</p>`)}
<p class="only-print">此处文字只在打印时出现。</p>
</div></div></div>
${FOOT}</body></html>`,
}

/** 开普: a table of labels above the text, headings in bold, hard blanks before every paragraph. */
const kaipu: PageKind = {
  name: '开普 jpage, headings in bold',
  encoding: 'utf-8',
  page: (sample) => `<html><head>${meta(sample, 'utf-8')}</head><body>
${MENU}
<table class="xxgk_table"><tr><th>索引号</th><td>XX000-0001</td><th>主题分类</th><td>法治</td></tr>
<tr><th>发布机构</th><td>办公室</td><th>文　　号</th><td></td></tr></table>
<div class="pages-title">${titleOf(sample)}</div>
<div class="pages_content" id="UCAP-CONTENT">
${marked(withoutTitle(sample), (line) => `<p>&nbsp;&nbsp;&nbsp;&nbsp;${bold(line)}</p>`)}
</div>
<div class="related"><h3>相关阅读</h3><ul><li><a href="1">关于2019年度某项工作情况的报告</a></li><li><a href="2">2020年某项工作总结</a></li><li><a href="3">2021年某项工作总结</a></li></ul></div>
${FOOT}</body></html>`,
}

/** 大汉: tables for the page, the text in a cell, code page of the nineties, capital letters, attributes without quotes. */
const dahan: PageKind = {
  name: '大汉 jcms, tables for the page, gb2312',
  encoding: 'gb18030',
  page: (sample) => `<HTML><HEAD>${meta(sample, 'gb2312')}</HEAD><BODY bgColor=#ffffff onload="init()">
<TABLE width=1000 align=center border=0><TR><TD colSpan=2>${MENU}</TD></TR>
<TR><TD width=200 vAlign=top><TABLE><TR><TD><A href="a.html">机构职能</A></TD></TR><TR><TD><A href="b.html">政策文件</A></TD></TR><TR><TD><A href="c.html">规划计划</A></TD></TR></TABLE></TD>
<TD><TABLE id=article width="100%"><TBODY>
<TR><TD align=middle><B>${titleOf(sample)}</B></TD></TR>
<TR><TD align=middle>信息来源：办公室　　发布日期：${publishedOn(sample) ?? ''}　　浏览次数：<SCRIPT>document.write(3)</SCRIPT></TD></TR>
<TR><TD class=bt_content><!--ZJEG_RSS.content.begin-->
${marked(withoutTitle(sample), (line) => `<P>　　${bold(line)}`)}
<!--ZJEG_RSS.content.end--></TD></TR></TBODY></TABLE></TD></TR>
<TR><TD colSpan=2>${FOOT}</TD></TR></TABLE></BODY></HTML>`,
}

/** A page made by hand: nested tables without a name, no head to speak of. */
const tables: PageKind = {
  name: 'tables in tables without names',
  encoding: 'utf-8',
  page: (sample) => `<html><head><meta charset="utf-8"><title>${titleOf(sample) || '某某人民政府'}</title></head><body>
<table><tr><td><a href="/">首页</a> | <a href="/a">公开</a> | <a href="/b">服务</a></td></tr>
<tr><td><table><tr><td><table>
<tr><td><p align="center"><font size="5">${titleOf(sample)}</font></p></td></tr>
<tr><td>${publishedOn(sample) === null ? '' : `发布日期：${publishedOn(sample)}`}</td></tr>
<tr><td>${marked(withoutTitle(sample), (line) => `<div>${textOf(line)}</div>`)}</td></tr>
</table></td></tr></table></td></tr></table></body></html>`,
}

/** All text in one element, a `<br>` after every line, indented with full-width blanks. */
const breaks: PageKind = {
  name: 'line breaks alone',
  encoding: 'gb18030',
  page: (sample) => `<html><head>${meta(sample, 'gb2312')}</head><body>${MENU}
<div class="con"><center><font face="黑体" size="5">${titleOf(sample)}</font></center>
<div>发布时间：${publishedOn(sample) ?? '无'}&nbsp;&nbsp;来源：办公室</div>
${marked(withoutTitle(sample), (line) => `　　${textOf(line)}<br/><br>`)}</div>${FOOT}</body></html>`,
}

/** Messages of WeChat: sections and spans, the text hidden until a program shows it. */
const wechat: PageKind = {
  name: 'sections shown by a program, as WeChat has them',
  encoding: 'utf-8',
  page: (sample) => `<!DOCTYPE html><html><head><meta charset="utf-8"><title></title></head><body id="activity-detail">
<div class="rich_media"><h1 class="rich_media_title" id="activity-name">
${titleOf(sample)}
</h1><div id="meta_content"><em id="publish_time">${publishedOn(sample) ?? ''}</em></div>
<div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;">
${marked(
  withoutTitle(sample),
  (line) =>
    `<section style="font-size: 16px;"><section><p><span leaf="">${line.parts
      .map(({ text, isHeading }) =>
        isHeading
          ? `<strong style="font-size: 17px"><span>${escaped(text)}</span></strong>`
          : [...escapedInPieces(text)].map((piece) => `<span>${piece}</span>`).join(''),
      )
      .join('')}</span></p></section></section>`,
)}
</div></div><script>var msg = '这不是正文。'</script></body></html>`,
}

const escapedInPieces = (text: string): string[] => (text.match(/[\s\S]{1,7}/g) ?? []).map(escaped)

/** Heading elements, the site's own name in the first. */
const headings: PageKind = {
  name: "heading elements below the site's own",
  encoding: 'utf-8',
  page: (sample) => `<!DOCTYPE html><html lang="zh-CN"><head>${meta(sample, 'utf-8')}</head><body>
<header><h1>某某人民政府门户网站</h1><nav><a href="/">首页</a><a href="/a">公开</a></nav></header>
<main><article><h2>${titleOf(sample)}</h2>
${marked(withoutTitle(sample), (line) =>
  line.role === 'heading' && line.parts.length === 1
    ? `<h${line.level + 2}>${textOf(line)}</h${line.level + 2}>`
    : `<p>${bold(line)}</p>`,
)}</article></main>
<footer><p>版权所有　某某人民政府</p></footer></body></html>`,
}

const WRAP = 38

/** Word's own web page: looks by class, lines of the markup broken anywhere, parts for Word alone. */
const word: PageKind = {
  name: 'saved by Word, looks by class',
  encoding: 'gb18030',
  page: (sample) => `<html xmlns:o="urn:schemas-microsoft-com:office:office">
<head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>${titleOf(sample)}</title>${pubDate(sample)}
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Print</w:View></w:WordDocument></xml><![endif]-->
<style><!-- /* Style Definitions */
p.MsoNormal, li.MsoNormal {margin:0cm;font-size:16.0pt;font-family:仿宋_GB2312;}
p.MsoTitle {font-size:22.0pt;font-family:方正小标宋简体;}
span.one {font-family:黑体;} span.two {font-family:楷体_GB2312;} span.three {font-weight:bold}
@page WordSection1 {size:595.3pt 841.9pt;} div.WordSection1 {page:WordSection1;} --></style></head>
<body lang=ZH-CN><div class=WordSection1>
${sample.lines
  .map((line) => {
    const kind = line.role === 'title' ? 'MsoTitle' : 'MsoNormal'
    const parts = line.parts.map(({ text, isHeading }) => {
      const name = isHeading ? ['one', 'two', 'three'][line.level - 1] : undefined
      const wrapped = escaped(text).replace(new RegExp(`((?:[^&;]){${WRAP}})(?=[\\u4e00-\\u9fff])`, 'g'), '$1\n')
      return `<span${name ? ` class=${name}` : ''}>${wrapped}</span>`
    })
    return `<p class=${kind}>${parts.join('')}<o:p></o:p></p>`
  })
  .join('\n\n')}
</div></body></html>`,
}

/** Markup that no validator would pass: two bodies, ends without beginnings, text behind the end of the page. */
const broken: PageKind = {
  name: 'broken markup and text behind the end',
  encoding: 'utf-8',
  page: (sample) => {
    const lines = withoutTitle(sample)
    const half = Math.floor(lines.length / 2)
    return `<html><head><meta charset=utf-8><title>${titleOf(sample)}</title>${pubDate(sample)}</head></head><body><div>
<body><p align=center><b>${titleOf(sample)}</p></b></center>
${marked(lines.slice(0, half), (line) => `<p>${textOf(line)}</span></td>`)}
</div></body></html></html>
${marked(lines.slice(half), (line) => `<p><div><font>${textOf(line)}</div>`)}
</html>`
  },
}

/** Text in `<pre>`, as the oldest pages have it. */
const preformatted: PageKind = {
  name: 'preformatted text',
  encoding: 'utf-8',
  page: (sample) =>
    `<html><head>${meta(sample, 'utf-8')}</head><body><pre>\n${sample.lines.map((line) => `　　${textOf(line)}`).join('\r\n\r\n')}</pre></body></html>`,
}

export const PAGES: PageKind[] = [trs, kaipu, dahan, tables, breaks, wechat, headings, word, broken, preformatted]

/** Bytes of a page in its own encoding. */
export const bytesOf = (kind: PageKind, sample: Sample): Uint8Array => iconv.encode(kind.page(sample), kind.encoding)
