import { escaped } from '../markup.ts';

const style = `
:root { color-scheme: light; }
body { font: 13px/1.45 system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif; color: #1b2330; background: #fff; margin: 12px; }
h1 { font-size: 15px; margin: 0 0 8px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 4px 8px; border-bottom: 1px solid #e3e8ef; }
th { background: #eef2f7; font-weight: 600; position: sticky; top: 0; }
td.n, td.t { white-space: nowrap; color: #5b6676; font-variant-numeric: tabular-nums; }
pre, code { font: 12px/1.4 ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', monospace; }
pre { margin: 4px 0 0; white-space: pre-wrap; overflow-wrap: anywhere; }
td > pre { min-width: 18ch; }
summary { cursor: pointer; }
tr.bad td { background: #fdecee; } tr.warn td { background: #fff5e0; } tr.step td { background: #f2f5fa; font-weight: 600; }
section { border: 1px solid #e3e8ef; border-left: 4px solid #8793a3; padding: 4px 12px; margin: 0 0 14px; }
section.bad { border-left-color: #a3121f; background: #fff8f8; } section.warn { border-left-color: #c58100; background: #fffdf6; }
h2 { font-size: 13px; margin: 6px 0; } dl { display: grid; grid-template-columns: 11rem 1fr; gap: 4px 12px; margin: 6px 0; }
dt { color: #5b6676; } dd { margin: 0; min-width: 0; } dd ul { margin: 0; padding-left: 16px; } dd > pre { margin: 4px 0 0; }
mark { background: #ffd9dc; color: #7d0c17; font-weight: 600; } .reference { color: #a3121f; } .this { color: #14532d; } .both { color: #5b6676; }
tr:target td { outline: 2px solid #1f5fbf; outline-offset: -2px; }
.pass { color: #14532d; } .fail, .error { color: #a3121f; font-weight: 600; } .inconclusive, .warning { color: #855000; font-weight: 600; }
`;

/** A whole HTML page that asks for nothing from anywhere; `body` is markup, already escaped where it quotes the wire. */
export function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>${style}</style></head>
<body><h1>${escaped(title)}</h1>
${body}
</body></html>
`;
}

/** A table; cells are markup. */
export function table(heads: readonly string[], rows: readonly string[]): string {
  return `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead>\n<tbody>${rows.join('\n')}</tbody></table>`;
}
