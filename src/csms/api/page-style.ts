/** Style of the page; no font, image or sheet from elsewhere. */
export const style = `
:root { color-scheme: light dark; --line: #8884; --soft: #8881; --accent: #0a6ebd; --bad: #c0392b; --good: #2e7d32; }
* { box-sizing: border-box; }
body { margin: 0; font: 14px/1.45 system-ui, sans-serif; }
header { padding: .7rem 1.2rem; border-bottom: 1px solid var(--line); display: flex; gap: 1rem; align-items: baseline; }
h1 { font-size: 1.1rem; margin: 0; }
h2 { font-size: .95rem; margin: 0 0 .5rem; }
main { display: grid; grid-template-columns: minmax(20rem, 2fr) minmax(24rem, 3fr); gap: 1rem; padding: 1rem 1.2rem; }
section { border: 1px solid var(--line); border-radius: 6px; padding: .8rem; min-width: 0; overflow-x: auto; }
.column { display: grid; gap: 1rem; align-content: start; min-width: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; }
tr.choice { cursor: pointer; }
tr.chosen { background: var(--soft); }
form { display: grid; gap: .5rem; }
label { display: grid; grid-template-columns: 9rem 1fr; gap: .5rem; align-items: center; }
input, select, button { font: inherit; padding: .3rem .5rem; }
button { justify-self: start; background: var(--accent); color: #fff; border: 0; border-radius: 4px; padding: .4rem 1rem; }
output { min-height: 1.4em; }
.bad { color: var(--bad); } .good { color: var(--good); }
#log { font: 12px/1.5 ui-monospace, monospace; max-height: 70vh; overflow-y: auto; }
#log div { border-bottom: 1px solid var(--soft); padding: .15rem 0; overflow-wrap: anywhere; }
#log time { opacity: .65; }
.sent b { color: var(--accent); } .received b { color: var(--good); } .refused b, .disconnected b { color: var(--bad); }
@media (max-width: 60rem) { main { grid-template-columns: 1fr; } }
`;
