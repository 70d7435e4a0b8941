/** The look of a class's page, in both themes. States have a shape as well as a colour. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --line: #8886; --good: light-dark(#1a6f2e, #6cd687); --bad: light-dark(#b3202c, #ff8d8d); --some: light-dark(#7a5200, #f0b64d); --head: light-dark(#f2f2f2, #262626); }
body { font-family: system-ui, "Segoe UI", sans-serif; line-height: 1.5; margin: 2rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; }
caption { text-align: left; padding-bottom: 0.5rem; }
th, td { border-bottom: 1px solid var(--line); padding: 0.3rem 0.6rem; text-align: left; vertical-align: top; }
td.number { text-align: right; font-variant-numeric: tabular-nums; }
td.check { white-space: nowrap; }
thead th { background: var(--head); position: sticky; top: 0; }
thead button { background: none; border: 0; color: inherit; cursor: pointer; font: inherit; font-weight: bold; padding: 0; text-align: left; }
thead button:focus-visible { outline: 2px solid currentColor; outline-offset: 2px; }
th[aria-sort="ascending"] button::after { content: " \\25B2"; } th[aria-sort="descending"] button::after { content: " \\25BC"; }
.passed { color: var(--good); } .failed { color: var(--bad); } .partial, .errored, .skipped { color: var(--some); }
.unseen { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
main > details { border-bottom: 1px solid var(--line); padding: 0.3rem 0; }
`;
