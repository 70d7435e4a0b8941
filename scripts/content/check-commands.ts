import { linesFor, type Shell } from "../../src/core/content/shell-command";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

const SHELLS: readonly Shell[] = ["posix", "powershell", "cmd"];

/** A page with a button that runs a command shows the very lines too, for each shell; no command is left without a page. */
export function checkCommands({ steps, commands, text, has }: CourseContent): Finding {
  const problems: string[] = [];
  const used = new Set<string>();
  for (const { folder, pages } of steps) {
    for (const { id, description } of pages) {
      const file = `walkthroughs/${folder}/${id}.md`;
      const markdown = has(file) ? text(file) : "";
      const links = [
        ...`${description.join("\n")}\n${markdown}`.matchAll(/command:dockerizeCoach\.runInTerminal\?([^)\s]+)/g),
      ];
      for (const [, encoded = ""] of links) {
        const [name] = JSON.parse(decodeURIComponent(encoded)) as [string];
        used.add(name);
        const command = commands.find((one) => one.id === name);
        const lines = command ? SHELLS.flatMap((shell) => linesFor(command, shell)) : [];
        const missing = lines.filter((line) => !markdown.split("\n").includes(line));
        problems.push(
          ...[...new Set(missing)].map((line) => `${file} does not show what its button ${name} runs: ${line}`),
        );
      }
    }
  }
  problems.push(...commands.filter(({ id }) => !used.has(id)).map(({ id }) => `no page uses the command ${id}`));
  const twice = commands.map(({ id }) => id).filter((id, index, all) => all.indexOf(id) !== index);
  problems.push(...twice.map((id) => `the command ${id} exists twice`));
  return { problems, summary: [`${commands.length} commands, each shown in full on its page`] };
}
