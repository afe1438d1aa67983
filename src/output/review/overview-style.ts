/** What this page adds to the style of the reports: grid, plots, pairs side by side. */
export const OVERVIEW_STYLE = `
header,main,footer{max-width:78rem}
main p,.lead,main ul{max-width:50rem}
.lead{font-size:1.125rem}
h2{scroll-margin-top:.5rem}
nav{margin-top:1.25rem}
.contents-list{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin:0;padding:0;list-style:none}
h4 .muted{font-weight:400}
figure{margin:1rem 0}
figcaption{color:var(--muted);font-size:.875rem}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.plot{display:block;overflow:visible}
.plot text{fill:var(--text);font-size:13px}
.axis line{stroke:var(--line);stroke-width:1}
.axis text{fill:var(--muted);font-size:12px;font-variant-numeric:tabular-nums}
.plot .deadline{stroke:var(--error);stroke-width:2;stroke-dasharray:5 3}
.plot text.deadline{stroke:none;fill:var(--error);font-weight:600}
.in-time{fill:var(--link);background:var(--link)}
.late,.added{fill:url(#hatch)}
.hatch-ground{fill:var(--ground)}
.hatch-line{fill:var(--error)}
.plot .late,.bar .added{stroke:var(--error);stroke-width:1}
.key{display:inline-block;width:1em;height:.75em;margin-right:.35em;border:1px solid var(--muted)}
.key.late,.key.added{background:repeating-linear-gradient(135deg,var(--error) 0 2px,var(--ground) 2px 5px)}
.mended{fill:var(--good);background:var(--good)}
.standing{fill:var(--muted);background:var(--muted);fill-opacity:.45}
.key.standing{background:var(--line)}
.whisker{stroke:var(--muted);stroke-width:1.5}
.box{fill:var(--info-ground);stroke:var(--info);stroke-width:1.5}
.median{stroke:var(--text);stroke-width:2.5}
.dot{fill:var(--ground);fill-opacity:.75;stroke:var(--info);stroke-width:1.5}
.far{fill:var(--error);stroke:var(--ground);stroke-width:1}
.bar{display:block;width:100%;height:.75rem;fill:var(--info)}
.bar.error{fill:var(--error)}
.bar.warning{fill:var(--warning)}
.bar .track{fill:var(--raised)}
.plotted .bars{width:38%;min-width:6rem;vertical-align:middle}
.plotted tfoot th,.plotted tfoot td,.grid tfoot th,.grid tfoot td{border-top:2px solid var(--muted);font-weight:600}
.note{color:var(--muted);font-size:.875rem}
.topics tbody th{min-width:9em}
.topics .share{min-width:8rem}
.topics .share span{font-variant-numeric:tabular-nums;white-space:nowrap}
.topics .names{min-width:14rem;font-size:.875rem}
.none{color:var(--muted)}
.cases th{font-weight:600}
.tools{display:flex;flex-wrap:wrap;align-items:baseline;gap:.5rem 1.25rem;margin:1rem 0 .5rem}
.tools button{font:inherit;padding:.15rem .75rem;border:1px solid var(--muted);border-radius:3px;background:var(--raised);color:var(--link);cursor:pointer}
.tools button[hidden],.tools[hidden]{display:none}
.tools input,.tools select{font:inherit;padding:.2rem .5rem;border:1px solid var(--muted);border-radius:3px;background:var(--ground);color:var(--text)}
.grid{font-size:.875rem}
.grid th,.grid td{padding:.35rem .5rem}
.grid td:not(.number){white-space:nowrap}
.grid td[colspan]{white-space:normal}
.grid tbody th{min-width:11em;font-weight:600}
.grid .content{min-width:5.5em}
.grid thead button{padding:0;border:0;background:none;color:inherit;font:inherit;text-align:inherit;cursor:pointer}
.grid thead button::after{content:" ↕" / "";color:var(--muted)}
.grid [aria-sort=ascending] button::after{content:" ↑" / ""}
.grid [aria-sort=descending] button::after{content:" ↓" / ""}
.grid td.good{color:inherit}
.grid td.warning{background:var(--warning-ground)}
.grid td.error{background:var(--error-ground)}
.grid td.good::before{content:"✓ ";content:"✓ " / ""}
.grid td.warning::before{content:"！";content:"！" / ""}
.grid td.error::before{content:"✕ ";content:"✕ " / ""}
.grid tr:target>*,.grid tr:target a{background:var(--mark);color:var(--mark-text)}
.spread{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,31rem);gap:.5rem 2.5rem;align-items:start}
.spread figure{margin:0;padding:0 1rem 0 0}
.indicator{padding-bottom:.75rem;border-bottom:1px solid var(--line)}
.bands{font-size:.8125rem}
.bands th,.bands td{padding:.3rem .35rem}
.bands tbody th{white-space:nowrap}
.bands thead th{white-space:normal;word-break:keep-all;overflow-wrap:normal}
.bands .apart{border-left:1px solid var(--line)}
.outside{margin:.25rem 0;font-size:.875rem}
ul.outside{max-width:none;padding-left:1.25rem}
.sides{display:grid;grid-template-columns:1fr 1fr;gap:.5rem 1.5rem}
.sides .excerpt{margin:.25rem 0}
.sides .where{display:flex;gap:.75rem;font-size:.875rem}
.side{font-weight:600}
.passage{margin-bottom:1rem}
.passage p,.sides{max-width:none}
th.path{font-weight:400}
@media screen{.vast .part{content-visibility:auto;contain-intrinsic-size:auto 60rem}.scroll.long{max-height:85vh;overflow:auto}.scroll.long thead th{position:sticky;top:0;z-index:2;background:var(--ground)}.scroll:not(.long) .grid tbody th{position:sticky;left:0;z-index:1;background:var(--ground);background-clip:padding-box}}
@media (max-width:60rem){.spread{grid-template-columns:minmax(0,1fr)}}
@media (max-width:40rem){.bands{font-size:.75rem}.bands th,.bands td{padding:.25rem .15rem}.bands thead th{font-size:inherit}.sides{grid-template-columns:1fr}.plotted .bars{width:22%;min-width:3rem}.plotted code{display:block}.cases .word{min-width:6.5em;white-space:normal}.grid tbody th{min-width:7em}.topics tbody th{min-width:6.5em}.topics .share{min-width:6rem}}
@media print{
.tools,.grid .slip,nav{display:none}
.scroll.long{max-height:none}
main p,.lead,main ul{max-width:none}
.indicator,figure,.passage{break-inside:avoid}
thead{break-inside:avoid}
tfoot:not([hidden]){display:table-row-group}
.grid thead button{display:contents}
.grid thead button::after{content:none}
h2+p{break-after:avoid}
thead th{font-size:inherit}
.grid th,.grid td{padding:2pt 2.5pt}
.grid{font-size:7.5pt}
.bands{font-size:7pt}
.bands th,.bands td{padding:2pt}
.spread{grid-template-columns:minmax(0,1fr) minmax(0,23rem)}
.grid tbody th{min-width:9em}
.grid .content{min-width:0}
.lead{font-size:11.5pt}
.note,.topics .names{font-size:8.5pt}
.plot text,.axis text{font-size:8.5pt}
.outside,figcaption{font-size:8.5pt}
svg,.key,.grid td,.grid tr:target>*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
`
