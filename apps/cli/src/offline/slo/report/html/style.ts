/*
 * The house's own look (the tokens of the console), light and dark by what the reader's system
 * says. Nothing is fetched: no font, no picture, no script.
 */
const light = `--ground:#f5f6f8;--surface:#fff;--raised:#eef0f4;--line:#dfe3e9;--edge:#8b95a3;
--text:#1a222d;--soft:#545e6b;--accent:#2f5099;--accent-soft:#cfdcf2;--error:#b3261e;
--error-soft:#f3c9c5;--wait:#855300;--good:#1c6e46;`;
const dark = `--ground:#12161c;--surface:#1a2029;--raised:#232b36;--line:#303947;--edge:#66717f;
--text:#e6eaf0;--soft:#a7b1be;--accent:#9db8f2;--accent-soft:#2b3f63;--error:#ff9a92;
--error-soft:#6b2f2f;--wait:#f0c36b;--good:#7fd1a4;`;

const latin = `system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Noto Sans CJK JP",sans-serif`;
const japanese = `"Hiragino Sans","Noto Sans JP","Noto Sans CJK JP","Yu Gothic UI",Meiryo,system-ui,sans-serif`;

export const css = `
:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{${dark}}}
*{box-sizing:border-box}
body{margin:0;padding:24px 16px 48px;background:var(--ground);color:var(--text);
font:14px/1.5 ${latin};font-variant-numeric:tabular-nums}
:lang(ja) body,body:lang(ja){font-family:${japanese};line-height:1.7}
main{max-width:1040px;margin:0 auto;display:grid;gap:24px}
h1{font-size:20px;line-height:1.3;margin:0}
h2{font-size:18px;line-height:1.3;margin:0;overflow-wrap:anywhere}
h3{font-size:14px;margin:24px 0 4px}
p{margin:4px 0}
.soft{color:var(--soft)}
.slo{background:var(--surface);border:1px solid var(--line);border-radius:8px;padding:20px}
.head{display:flex;flex-wrap:wrap;gap:4px 16px;align-items:baseline}
.state{font-weight:600;color:var(--good)}
.state.spent{color:var(--error)}
.state.low{color:var(--wait)}
.warning{color:var(--wait);margin:8px 0 0}
.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(230px,1fr));gap:12px 24px;margin:16px 0 0}
.facts div{min-width:0}
dt{color:var(--soft);font-size:12px}
dd{margin:0}
.figure{font-size:24px;font-weight:600;line-height:1.3}
.figure.spent{color:var(--error)}
.figure.low{color:var(--wait)}
figure{margin:20px 0 0}
figcaption{display:flex;flex-wrap:wrap;gap:2px 16px;font-weight:600;margin-bottom:4px}
figcaption span{font-weight:400;color:var(--soft)}
svg{display:block;width:100%;overflow:visible}
svg text{font-size:11px;fill:var(--soft)}
.halo{paint-order:stroke;stroke:var(--surface);stroke-width:3px;stroke-linejoin:round}
.frame{fill:none;stroke:var(--line)}
.grid{stroke:var(--line);vector-effect:non-scaling-stroke}
.zero{stroke:var(--edge);vector-effect:non-scaling-stroke}
.limit{stroke:var(--wait);stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
.left{fill:var(--accent-soft)}
.curve{fill:none;stroke:var(--accent);stroke-width:1.5;vector-effect:non-scaling-stroke}
.over{fill:var(--error-soft)}
.good{fill:var(--accent-soft)}
.bad{fill:var(--error)}
.measured{fill:var(--accent-soft)}
.bare{fill:var(--surface)}
.hole{fill:url(#hatch);stroke:var(--edge);vector-effect:non-scaling-stroke}
.hatch{stroke:var(--edge);stroke-width:2}
.page{stroke:var(--error);vector-effect:non-scaling-stroke}
.ticket{stroke:var(--wait);stroke-dasharray:1 3;vector-effect:non-scaling-stroke}
text.mark{fill:var(--error);font-size:12px}
text.mark.tick{fill:var(--wait)}
.alerts{list-style:none;margin:8px 0 0;padding:0;display:grid;gap:10px}
.alerts li{border-left:3px solid var(--wait);padding:0 0 0 12px}
.alerts li.is-page{border-color:var(--error)}
.alerts li.is-held{border-color:var(--edge)}
.alerts b{margin-right:12px}
.is-page b{color:var(--error)}
.is-ticket b{color:var(--wait)}
.when{margin-right:12px}
.tables{display:grid;grid-template-columns:repeat(auto-fit,minmax(280px,1fr));gap:0 32px}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin-top:4px}
th{font-weight:400;color:var(--soft);font-size:12px;text-align:left}
th,td{padding:4px 12px 4px 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
td.n,th.n{text-align:right;white-space:nowrap;overflow-wrap:normal}
th:last-child,td:last-child{padding-right:0}
footer{max-width:1040px;margin:24px auto 0;color:var(--soft);font-size:12px}
@media (max-width:600px){body{padding:12px 8px 32px}.slo{padding:14px 12px}.wide{display:none}
.facts{gap:10px 16px}}
@media print{body{background:#fff}.slo{break-inside:avoid}}
`;
