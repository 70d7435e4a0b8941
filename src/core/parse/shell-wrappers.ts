/** Programs that start another one, each with its options that take the next word as their value. */
const STARTERS: Readonly<Record<string, RegExp>> = {
  exec: /^-a$/,
  env: /^(-[uC]|--unset|--chdir)$/,
  sudo: /^(-[ughpCDRTUrt]|--(user|group|host|prompt|chdir|role|type|other-user))$/,
  nohup: /(?!)/,
  time: /^-[fo]$/,
  command: /(?!)/,
};
/** Words of the shell's own language that lead into a command. */
const LEADING: ReadonlySet<string> = new Set("if then elif else while until do ! {".split(" "));
const TRAILING: ReadonlySet<string> = new Set(["}"]);

/** The words of a command without what only leads into it: assignments, `exec`, `env -i`, `sudo -u x`, `if`, braces. */
export function withoutWrappers<Word extends { readonly text: string }>(words: readonly Word[]): readonly Word[] {
  let first = 0;
  let takesValue: RegExp | undefined;
  for (; first < words.length; first += 1) {
    const text = words[first]?.text ?? "";
    const name = text.split("/").at(-1) ?? "";
    if (LEADING.has(text)) takesValue = undefined;
    else if (Object.hasOwn(STARTERS, name)) takesValue = STARTERS[name];
    else if (takesValue && text.startsWith("-")) first += takesValue.test(text) ? 1 : 0;
    else if (!/^[A-Za-z_]\w*\+?=/.test(text)) break;
  }
  const rest = words.slice(first);
  return TRAILING.has(rest.at(-1)?.text ?? "") ? rest.slice(0, -1) : rest;
}
