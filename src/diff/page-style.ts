/** How the page of a comparison looks: paper and ink, one accent a kind of change, two columns that become one on a phone. */
export const style = `
:root{--paper:#faf9f6;--card:#fff;--ink:#22262b;--soft:#6b7078;--line:#e5e1d8;--go:#b3372b;--go-bg:#fbe6e2;--come:#1c6b3a;
--come-bg:#def1e2;--move:#3d4f9f;--move-bg:#e7eaf8;--flag:#7a5200;--flag-bg:#fdf0cc;--accent:#2f5d8a;--radius:8px}
@media (prefers-color-scheme:dark){:root{--paper:#17191c;--card:#1f2226;--ink:#e4e2dc;--soft:#9aa0a8;--line:#34383e;--go:#f0a59c;
--go-bg:#4a2622;--come:#9fd8af;--come-bg:#1f3d29;--move:#b5c0f2;--move-bg:#2a3052;--flag:#f1d38a;--flag-bg:#4a3a14;--accent:#8fb7dd}}
*{box-sizing:border-box}
html{scroll-padding-top:6.5rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:15px/1.6 system-ui,-apple-system,"Segoe UI","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
a{color:var(--accent);text-underline-offset:.2em}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:9}
header.top{padding:2rem clamp(1rem,4vw,3rem) 1rem;max-width:1500px;margin:auto}
h1{font-size:1rem;font-weight:600;letter-spacing:.02em;color:var(--soft);margin:0 0 1rem}
.titles{display:grid;grid-template-columns:1fr 1fr;gap:1rem}
.titles>div{border-top:3px solid var(--go);padding-top:.6rem}.titles>div+div{border-color:var(--come)}
.titles b{display:block;font:600 1.25rem/1.4 "Noto Serif CJK SC","Songti SC","Source Han Serif SC",serif}
.titles span{color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}
.chips{display:flex;flex-wrap:wrap;gap:.4rem;margin:1.1rem 0 0;padding:0;list-style:none}
.chips li,.tag,.flag{border-radius:99px;padding:.1rem .65rem;font-size:.8rem;background:var(--card);border:1px solid var(--line)}
.chips li b{font-variant-numeric:tabular-nums}
.chips .flagged,.flag{background:var(--flag-bg);color:var(--flag);border-color:transparent}
.quiet{color:var(--soft);font-size:.85rem;margin:.8rem 0 0}
.layout{display:grid;grid-template-columns:17rem minmax(0,1fr);gap:2rem;max-width:1500px;margin:auto;padding:0 clamp(1rem,4vw,3rem) 4rem}
nav.outline{font-size:.86rem;position:sticky;top:0;align-self:start;max-height:100vh;overflow:auto;padding:1rem 0}
nav summary{font-weight:600;cursor:pointer;padding:.3rem 0}
nav ol{list-style:none;margin:0;padding:0}
nav li{display:flex;gap:.5rem;align-items:baseline;padding:.12rem 0}
nav li a{color:inherit;text-decoration:none;flex:1;min-width:0}nav li a:hover{text-decoration:underline}
nav li.d1 a{font-weight:600}nav li.d2{padding-left:.9rem}nav li.d3{padding-left:1.8rem}nav li.d4,nav li.d5,nav li.d6{padding-left:2.6rem}
nav li.still{color:var(--soft)}nav li.still a{font-weight:400}
nav .n{font-size:.72rem;background:var(--line);border-radius:99px;padding:0 .45rem;font-variant-numeric:tabular-nums}
nav .removed a,.gone{text-decoration:line-through;text-decoration-color:var(--go)}
fieldset.filters{border:1px solid var(--line);border-radius:var(--radius);background:var(--card);display:flex;flex-wrap:wrap;gap:.2rem 1rem;padding:.5rem .9rem;
margin:0 0 1.2rem;position:sticky;top:0;z-index:3}
.filters legend{position:absolute;left:-999px}
.filters label{display:inline-flex;align-items:center;gap:.4rem;min-height:2rem;cursor:pointer;white-space:nowrap}
.filters input{accent-color:var(--accent);width:1rem;height:1rem;margin:0}
.filters .keys{margin-left:auto;color:var(--soft);font-size:.8rem;display:flex;gap:.4rem;align-items:center}
button{font:inherit;font-size:.82rem;color:inherit;background:var(--paper);border:1px solid var(--line);border-radius:6px;padding:.2rem .7rem;min-height:2rem;cursor:pointer}
button:hover{border-color:var(--accent)}
kbd{font:600 .72rem ui-monospace,monospace;border:1px solid var(--line);border-radius:4px;padding:0 .3rem}
h2{font-size:1.05rem;margin:2rem 0 .7rem}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.88rem;background:var(--card);width:100%}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:left;vertical-align:top}
th{font-weight:600;color:var(--soft);font-size:.8rem}
td.flagged{background:var(--flag-bg)}td.under{border-top-color:transparent}
td.number{font-variant-numeric:tabular-nums;white-space:nowrap}
.columns{display:grid;grid-template-columns:1fr 1fr;gap:1.2rem;color:var(--soft);font-size:.8rem;font-weight:600;padding:0 1rem}
.row{display:grid;grid-template-columns:1fr 1fr;gap:.2rem 1.2rem;background:var(--card);border:1px solid var(--line);border-left:4px solid var(--line);
border-radius:var(--radius);padding:.7rem 1rem;margin:.5rem 0}
.row .side{font-family:"Noto Serif CJK SC","Songti SC","Source Han Serif SC",serif;font-size:1rem;line-height:1.85;overflow-wrap:anywhere;min-width:0;white-space:pre-line}
.row .side:empty{min-height:1em}
.row.heading{background:none;border-color:transparent;border-left-color:transparent;padding:.9rem 1rem .1rem;margin-top:1.2rem}
.row.heading .side{font-weight:700;font-size:1.08rem}
.row.d1 .side{font-size:1.25rem}
.row .notes{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.35rem;align-items:center;font-size:.8rem}
.row.changed,.row.movedChanged{border-left-color:#c99a2e}.row.added{border-left-color:var(--come)}.row.removed{border-left-color:var(--go)}
.row.moved,.row.movedChanged,.row.ghost{border-left-color:var(--move)}.row.split,.row.merged{border-left-color:#8a6bb0}
.row.ghost{background:none;border-style:dashed}.row.ghost .side{color:var(--soft)}
.row.kept .side{color:var(--soft)}
.row:target{box-shadow:0 0 0 2px var(--accent)}
.tag{border-color:transparent;background:var(--line);font-size:.75rem;white-space:nowrap}.tag.move{background:var(--move-bg);color:var(--move)}
.tag.come{background:var(--come-bg);color:var(--come)}.tag.go{background:var(--go-bg);color:var(--go)}
del,ins{text-decoration:none;border-radius:3px;padding:0 .08em;-webkit-box-decoration-break:clone;box-decoration-break:clone}
del{background:var(--go-bg);color:var(--go);text-decoration:line-through;text-decoration-thickness:1px}
ins{background:var(--come-bg);color:var(--come)}
.row.removed:not(.heading) del{background:none;text-decoration:none}.row.added:not(.heading) ins{background:none}
.row.removed:not(.heading){background:color-mix(in srgb,var(--go-bg) 30%,var(--card))}.row.added:not(.heading){background:color-mix(in srgb,var(--come-bg) 30%,var(--card))}
mark{background:none;color:inherit;border-bottom:1px dotted var(--soft)}
.joint{color:#8a6bb0;font-weight:700;padding:0 .2em}
details.still{margin:.3rem 0}details.still>summary{cursor:pointer;color:var(--soft);font-size:.82rem;padding:.3rem 1rem;border-radius:var(--radius);list-style-position:inside}
details.still>summary:hover{background:var(--card)}
.wide{grid-column:1/-1;overflow-x:auto}
tr.added td{background:color-mix(in srgb,var(--come-bg) 45%,transparent)}tr.removed td{background:color-mix(in srgb,var(--go-bg) 45%,transparent)}
tr.moved td,tr.movedChanged td{box-shadow:inset 3px 0 0 var(--move)}
body:has(#f-changed:not(:checked)) .row.changed,body:has(#f-added:not(:checked)) .row.added,body:has(#f-removed:not(:checked)) .row.removed,
body:has(#f-moved:not(:checked)) :is(.row.moved,.row.movedChanged,.row.ghost),body:has(#f-split:not(:checked)) :is(.row.split,.row.merged),
body:has(#f-flagged:checked) .row:not(.flags,.heading),body:has(#f-still:not(:checked)) details.still{display:none}
html:not(.script) .needs-script{display:none!important}
@media (max-width:60rem){.layout{grid-template-columns:minmax(0,1fr);gap:0}nav.outline{position:static;max-height:none;padding:.4rem 0 1rem}}
@media (max-width:40rem){
.titles,.row,.columns{grid-template-columns:minmax(0,1fr)}.columns{display:none}
.titles b{font-size:1.1rem}
fieldset.filters{position:static;gap:.1rem .9rem}.filters label{min-height:2.75rem}.filters .keys{margin-left:0;width:100%}button{min-height:2.75rem;flex:1}kbd{display:none}
.row{padding:.7rem .8rem}.row .side{font-size:1.05rem}
.row:not(.kept,.heading,.ghost) .side:not(:empty)::before{content:attr(data-side);font:600 .68rem/1 system-ui,sans-serif;color:var(--soft);display:block;padding:.3rem 0 .35rem}
.row:is(.kept,.heading) .side:empty,.row .side:empty,.row:is(.kept,.plain) .side.a{display:none}
nav li{padding:.45rem 0}
.indicators,.indicators tbody{display:block}.indicators thead{display:none}
.indicators tr{display:grid;grid-template-columns:1fr 1fr;padding:.5rem 0;border-bottom:1px solid var(--line)}.indicators tr>*{border:0;padding:.15rem .8rem}
.indicators th,.indicators td:nth-child(2){grid-column:1/-1;font-size:.95rem;color:var(--ink)}
.indicators td[data-side]::before{content:attr(data-side);display:block;font:600 .68rem/1.4 system-ui,sans-serif;color:var(--soft)}
}
@media print{nav.outline,fieldset.filters,.skip{display:none}.layout{display:block}.row{break-inside:avoid}}
`

/** Steps from change to change; the page is whole without it. */
export const script = `
document.documentElement.classList.add('script')
if(innerWidth<960)for(const d of document.querySelectorAll('nav.outline details'))d.open=false
const shown=()=>[...document.querySelectorAll('.row:not(.kept,.ghost)')].filter(r=>r.offsetParent&&(!r.classList.contains('heading')||r.classList.contains('news')))
let at=-1
const go=step=>{const rows=shown();if(!rows.length)return;const here=rows.indexOf(document.activeElement);if(here>=0)at=here
at=Math.max(0,Math.min(rows.length-1,at+step));rows[at].focus({preventScroll:true});rows[at].scrollIntoView({block:'center'})}
addEventListener('keydown',e=>{if(e.ctrlKey||e.metaKey||e.altKey||/^(INPUT|SELECT|TEXTAREA)$/.test(e.target.tagName)&&e.target.type!=='checkbox')return
if(e.key==='j')go(1);else if(e.key==='k')go(-1)})
for(const b of document.querySelectorAll('[data-go]'))b.addEventListener('click',()=>go(+b.dataset.go))
for(const b of document.querySelectorAll('[data-open]'))b.addEventListener('click',()=>{const open=b.getAttribute('aria-pressed')!=='true'
b.setAttribute('aria-pressed',open);for(const d of document.querySelectorAll('details.still'))d.open=open})
const reveal=()=>{const t=document.getElementById(decodeURIComponent(location.hash.slice(1)));const d=t&&t.closest('details.still');if(d)d.open=true;if(t)t.scrollIntoView()}
addEventListener('hashchange',reveal);reveal()
`
