/** Colours by name, as custom properties of the page; every text on its ground has a contrast of at least 4.5. */
export const LIGHT = {
  ground: '#ffffff',
  raised: '#f6f7f8',
  line: '#d5d9de',
  text: '#1d2126',
  muted: '#555d67',
  link: '#0b57a4',
  good: '#17653a',
  error: '#b01e1e',
  warning: '#8a4b00',
  info: '#2f5487',
  'error-ground': '#fdecea',
  'warning-ground': '#fdf2dd',
  'info-ground': '#e9f0f9',
  mark: '#ffe58a',
  'mark-text': '#1d2126',
}

export const DARK: typeof LIGHT = {
  ground: '#16191d',
  raised: '#1e2328',
  line: '#3a424b',
  text: '#e3e6e9',
  muted: '#a3acb6',
  link: '#8ab8f0',
  good: '#83cfa0',
  error: '#ff9b93',
  warning: '#efb965',
  info: '#9dc1ee',
  'error-ground': '#3d1f1e',
  'warning-ground': '#38290f',
  'info-ground': '#1d2c40',
  mark: '#66510c',
  'mark-text': '#fff6d8',
}

const declared = (colours: typeof LIGHT): string =>
  Object.entries(colours)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')

/** The style sheet of the page: light, dark where the reader's machine is, and A4 on paper. */
export const STYLE = `
:root{${declared(LIGHT)};color-scheme:light}
@media screen and (prefers-color-scheme:dark){:root{${declared(DARK)};color-scheme:dark}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.75 "Noto Sans SC","Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",system-ui,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
footer{padding-top:1.5rem;padding-bottom:3rem;color:var(--muted);font-size:.875rem}
h1,h2,h3,h4{line-height:1.4;text-wrap:balance}
h1{margin:0 0 .5rem;font-size:1.75rem}
h2{margin:3rem 0 .5rem;padding-top:.75rem;border-top:2px solid var(--text);font-size:1.375rem}
h3{margin:2rem 0 .75rem;font-size:1.0625rem}
h4{margin:1rem 0 .25rem;font-size:.9375rem;font-weight:600}
p{margin:.375rem 0}
a{color:var(--link);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
code,.path{font-family:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace;font-size:.9em}
.muted,.path{color:var(--muted)}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1.75rem;margin:1rem 0 0;padding:0;list-style:none}
.counts strong{font-size:1.25rem;font-variant-numeric:tabular-nums}
.scroll{overflow-x:auto}
table{width:100%;border-collapse:collapse;font-size:.9375rem;line-height:1.6}
th,td{padding:.4rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
thead th{border-bottom-color:var(--muted);font-weight:600;font-size:.875rem;vertical-align:bottom}
tbody th{font-weight:400}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.word{white-space:nowrap}
.overview{font-size:.875rem}
.overview th,.overview td{padding:.4rem}
.overview tbody th{min-width:8em}
.overview .issuer{min-width:7em}
.overview thead .state{min-width:4.5em}
thead th{text-wrap:balance}
.good{color:var(--good)}
.error{color:var(--error)}
.warning{color:var(--warning)}
.info{color:var(--info)}
.verdict,.state{font-weight:600}
.findings{margin:0;padding:0;list-style:none}
.finding{margin:0 0 1rem;padding:.625rem 1rem .75rem;border:1px solid var(--line);border-left:4px solid;border-radius:3px;break-inside:avoid}
.finding>*{color:var(--text)}
.finding.error{border-left-color:var(--error)}
.finding.warning{border-left-color:var(--warning)}
.finding.info{border-left-color:var(--info)}
.finding .where{display:flex;flex-wrap:wrap;align-items:baseline;gap:.125rem .75rem;margin:0;font-size:.875rem}
.where a,.where code{margin-left:auto}
.tag{padding:0 .5em;border-radius:3px;font-weight:600}
.tag.error{background:var(--error-ground);color:var(--error)}
.tag.warning{background:var(--warning-ground);color:var(--warning)}
.tag.info{background:var(--info-ground);color:var(--info)}
.finding .basis,.finding .more{color:var(--muted);font-size:.875rem}
.excerpt{margin:.5rem 0;padding:.4rem .75rem;background:var(--raised);border-radius:3px;font-family:"Noto Serif SC","Source Han Serif SC","Noto Serif CJK SC","Songti SC",SimSun,serif}
mark{padding:.05em .1em;background:var(--mark);color:var(--mark-text);text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.2em}
details{margin:1.5rem 0}
summary{cursor:pointer}
.back{font-size:.875rem}
pre{margin:.25rem 0;padding:.6rem .8rem;background:var(--raised);border-radius:3px;white-space:pre-wrap;font:.875rem/1.7 ui-monospace,"Cascadia Mono",Menlo,Consolas,"Noto Sans Mono CJK SC",monospace}
@media (max-width:40rem){header,main,footer{padding-left:1rem;padding-right:1rem}.where a,.where code{margin-left:0}}
@page{size:A4;margin:18mm 16mm 20mm;@bottom-center{content:counter(page) " / " counter(pages);font-size:8.5pt}}
@media print{
body{font-size:10.5pt;line-height:1.6}
header,main,footer{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0}
h1{font-size:17pt}
h2{margin-top:20pt;font-size:14pt}
h3{font-size:11.5pt}
h1,h2,h3,h4,summary,.about{break-after:avoid}
tr,.contents,.finding{break-inside:avoid}
p{orphans:3;widows:3}
thead{display:table-header-group}
table,.overview{font-size:8.5pt}
.overview th,.overview td{padding:3pt 2.5pt}
.overview tbody th,.overview .issuer,.overview thead .state{min-width:0}
.scroll{overflow:visible}
pre{font-size:8.5pt;break-inside:avoid}
a{color:inherit;text-decoration:none}
.back,.rules{display:none}
details::details-content{content-visibility:visible;height:auto}
.tag,.finding,.excerpt,mark,pre{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
