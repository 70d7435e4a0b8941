import { closestWord } from "../../core/parse/problems/closest-word";
import { RULES, ruleNamed } from "../../core/rules/registry";
import type { Command } from "../command";
import { EXIT } from "../exit-codes";
import { rulePage } from "../package-folder";
import { parseArguments } from "../parse-arguments";
import { toAscii } from "../plain";
import type { Terminal } from "../terminal";
import { UsageError } from "../usage-error";

export const explain: Command = {
  name: "explain",
  usage: "explain [rule]",
  summary: "tell what a rule is about, with examples; without a name, list all rules",
  help: "The rule's name is what `lint` prints beside a finding.",
  run(args, { stdout }) {
    const { positionals } = parseArguments(args, {});
    if (positionals.length > 1) throw new UsageError("explain takes one rule at a time");
    const [id] = positionals;
    write(stdout, id === undefined ? list() : page(id));
    return Promise.resolve(EXIT.ok);
  },
};

function page(id: string): string {
  if (ruleNamed(id)) return rulePage(id).replace(/^(```\w+) .*$/gm, "$1");
  const meant = closestWord(
    id,
    RULES.map((rule) => rule.id),
  );
  throw new UsageError(`there is no rule “${id}”${meant === undefined ? "" : `; did you mean ${meant}?`}`);
}

function list(): string {
  const width = Math.max(...RULES.map(({ id }) => id.length));
  return RULES.map(({ id, title }) => `  ${id.padEnd(width)}  ${title}\n`).join("");
}

function write(to: Terminal, text: string): void {
  to.write(to.unicode ? text : toAscii(text));
}
