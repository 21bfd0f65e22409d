/** The look of the page. Nothing of it comes from elsewhere: system fonts, no pictures. Paper is always light. */
export const style = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1d2420;--soft:#5f675f;--rule:#dcd9cf;--one:#2f7350;
--two:#d3a63c;--alarm:#b23a24;--wash:#2f735022;
--a:#1f5c3e;--on-a:#fff;--b:#5b9f77;--on-b:#0d1f15;--c:#b5d3bd;--on-c:#0d1f15;--d:#dad6c8;--on-d:#0d1f15;
--gone:#b9b5a8;--fading:#d98a3d;
--h1:#e3f0e6;--h2:#bddcc6;--h3:#84bd98;--h4:#478a65;--h5:#1f5c3e;--on-light:#10241a;--on-dark:#fff}
@media screen and (prefers-color-scheme:dark){:root{--paper:#141816;--card:#1c211e;--ink:#e7ebe6;--soft:#a1aaa2;
--rule:#353c37;--one:#62b487;--two:#d9b257;--alarm:#f08a72;--wash:#62b48726;
--a:#7fd0a3;--on-a:#08150e;--b:#479069;--on-b:#fff;--c:#2b5c43;--on-c:#fff;--d:#454b46;--on-d:#fff;--gone:#6a716b;
--fading:#d98a3d;
--h1:#1d3327;--h2:#25523a;--h3:#31764f;--h4:#4fa577;--h5:#8fd9b0;--on-light:#e7ebe6;--on-dark:#08150e}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
html{font-size:15px}
body{margin:0;background:var(--paper);color:var(--ink);
font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"PingFang SC","Hiragino Sans GB","Microsoft YaHei",
"Noto Sans CJK SC","Noto Sans SC",sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
header,main,footer{max-width:64rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2rem}
h1{margin:0;font-size:1.9rem;line-height:1.2}
header p{margin:.35rem 0 0;color:var(--soft)}
h2{margin:0 0 .35rem;font-size:1.15rem;line-height:1.3}
h2 span{font-weight:400;color:var(--soft)}
main,.pair{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem}
main{padding-top:1.25rem}
.pair{grid-template-columns:repeat(2,minmax(0,1fr))}
section{background:var(--card);border:1px solid var(--rule);border-radius:.6rem;padding:1.1rem 1.25rem;min-width:0}
.lead{margin:0 0 .6rem}
.cards{display:grid;grid-template-columns:repeat(3,minmax(0,1fr));gap:1.1rem 1.25rem;margin:0}
.cards dt{color:var(--soft);font-size:.9rem}
.cards dd{margin:0}
.cards .figure{font-size:1.55rem;font-weight:650;line-height:1.25}
.cards .of{color:var(--soft);font-size:.85rem}
svg{display:block;width:100%;height:auto;max-width:100%;overflow:visible}
figure{margin:0}
.half{max-width:30rem;margin:0 auto}
.beside{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:1rem 2rem;align-items:center}
.narrow{display:none}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1rem;margin:.2rem 0 .5rem;padding:0;list-style:none;font-size:.88rem;
color:var(--soft)}
.legend i{display:inline-block;width:.8em;height:.8em;border-radius:.15em;margin-right:.4em}
.scroll{overflow-x:auto;margin:.6rem 0 0;
background:linear-gradient(90deg,var(--card) 40%,transparent) left/2rem 100% no-repeat local,
linear-gradient(270deg,var(--card) 40%,transparent) right/2rem 100% no-repeat local,
linear-gradient(90deg,#0004,transparent) left/.5rem 100% no-repeat scroll,
linear-gradient(270deg,#0004,transparent) right/.5rem 100% no-repeat scroll}
.scroll th:first-child{position:sticky;left:0;background:var(--card)}
table{overflow-wrap:normal;border-collapse:collapse;width:100%;font-size:.88rem}
th,td{padding:.25rem .5rem;text-align:right;white-space:nowrap;border-bottom:1px solid var(--rule);font-weight:400}
th:first-child,td:first-child{text-align:left;padding-left:0}
thead th{color:var(--soft);vertical-align:bottom;white-space:normal}
tfoot th,tfoot td{font-weight:650;border-bottom:0}
.steps td,.steps th{text-align:center}
.steps .up{color:var(--one);font-weight:650}
.steps .down{color:var(--alarm);font-weight:650}
.steps .same{color:var(--soft)}
.heat{border-collapse:separate;border-spacing:2px}
.heat th{white-space:nowrap}.heat th,.heat td{border:0;padding:.18rem .15rem}.heat th:first-child{padding-right:.5rem}
.heat td{text-align:center;border-radius:.2rem;line-height:1.15}
.heat td.count{text-align:right}
.few{width:auto}.few td:not(.count){min-width:3.4rem}.few td.count{padding-left:1rem;padding-right:.5rem}
.heat small{display:block;font-size:.75em;opacity:.85}
.h1{background:var(--h1)}.h2{background:var(--h2)}.h3{background:var(--h3)}
.h1,.h2,.h3{color:var(--on-light)}
.h4,.h5{color:var(--on-dark)}
.h4{background:var(--h4)}.h5{background:var(--h5)}
.fill-one{background:var(--one)}.fill-two{background:var(--two)}.fill-a{background:var(--a)}
.fill-b{background:var(--b)}.fill-c{background:var(--c)}.fill-d{background:var(--d)}
.how,.next{margin:.7rem 0 0;font-size:.82rem;color:var(--soft)}
.how b{font-weight:650}.how i{font-style:normal;text-transform:none;border-bottom:1px solid var(--rule)}
.whole{white-space:nowrap}
code{font:.95em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:break-word}
.due{margin:.5rem 0 0;padding:0;list-style:none;columns:2;column-gap:1.5rem}
.due li{break-inside:avoid;padding:.6rem 0;border-top:1px solid var(--rule)}
.due p{margin:.1rem 0 0}
.who{display:flex;flex-wrap:wrap;gap:.1rem .6rem;align-items:baseline}
.who b{font-weight:650}
.who a{color:inherit}
.tier{display:inline-block;min-width:1.5em;padding:0 .35em;border-radius:.25em;text-align:center;font-size:.85em;
font-weight:650}
.tier-a{background:var(--a);color:var(--on-a)}.tier-b{background:var(--b);color:var(--on-b)}
.tier-c{background:var(--c);color:var(--on-c)}.tier-d{background:var(--d);color:var(--on-d)}
.past{color:var(--soft);font-size:.88rem}
.alarm{color:var(--alarm)}
footer{padding-top:1.25rem;padding-bottom:2.5rem;color:var(--soft);font-size:.82rem}
@media screen and (max-width:56rem){.heat{font-size:.8rem}}
@media screen and (max-width:48rem){.pair,.beside{grid-template-columns:minmax(0,1fr)}.due{columns:1}}
@media screen and (max-width:34rem){header,main,footer{padding-left:.9rem;padding-right:.9rem}
header{padding-top:1.25rem}section{padding:.9rem}h1{font-size:1.5rem}
.cards{grid-template-columns:repeat(2,minmax(0,1fr))}.cards .figure{font-size:1.25rem}.wider{display:none}
.narrow{display:block}.scroll table{font-size:.8rem}.scroll th,.scroll td{padding-left:.3rem;padding-right:.3rem}}
@page{size:A4;margin:13mm}
@media print{:root{color-scheme:light}html{font-size:11px}body{background:none}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}
header,main,footer{max-width:none;padding-left:0;padding-right:0}header{padding-top:0}
main{display:block;padding-top:.6rem}
section{background:none;border:0;border-top:1px solid var(--rule);border-radius:0;padding:1rem 0}.pair{gap:2rem}
.scroll{overflow:visible;background:none}.scroll th:first-child{position:static}
figure,table,tr,li,.cards,.pair section,.beside{break-inside:avoid}h2,.lead,thead{break-after:avoid}
.how,.next{break-before:avoid;break-inside:avoid}.due li a{text-decoration:none}.today{break-before:page}}
`
