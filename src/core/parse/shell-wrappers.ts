const LEADING: ReadonlySet<string> = new Set(
  "exec env command time nohup sudo if then elif else while until do ! {".split(" "),
);
const TRAILING: ReadonlySet<string> = new Set(["}"]);

/** The words of a command without what only leads into it: assignments, `exec`, `env -i`, `sudo -E`, `if`, braces. */
export function withoutWrappers<Word extends { readonly text: string }>(words: readonly Word[]): readonly Word[] {
  let first = 0;
  let isWrapped = false;
  for (; first < words.length; first += 1) {
    const text = words[first]?.text ?? "";
    const isOption = isWrapped && text.startsWith("-");
    if (LEADING.has(text)) isWrapped = text === "env" || text === "sudo" || text === "exec";
    else if (!isOption && !/^[A-Za-z_]\w*\+?=/.test(text)) break;
  }
  const rest = words.slice(first);
  return TRAILING.has(rest.at(-1)?.text ?? "") ? rest.slice(0, -1) : rest;
}
