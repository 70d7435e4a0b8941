import { dirname, join, normalize } from "node:path";
import { isCheckId } from "../../src/core/checks/check-id";
import { COURSE } from "../../src/core/course";
import { ruleNamed } from "../../src/core/rules/registry";
import { allTexts, type CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** VS Code's own: a page hands in with them. */
const OF_THE_EDITOR = ["git.init", "github.publish", "workbench.view.scm"];

/** Every link leads somewhere: to a command that exists with arguments that it knows, to a file, or to the web by https. */
export function checkLinks(content: CourseContent): Finding {
  const { text, has } = content;
  const manifest = JSON.parse(text("package.json")) as { contributes: { commands: { command: string }[] } };
  const known = new Set([...manifest.contributes.commands.map(({ command }) => command), ...OF_THE_EDITOR]);
  const targets = argumentsOf(content);
  const problems: string[] = [];
  let count = 0;
  for (const { place, text: markdown } of allTexts(content)) {
    for (const [, image, label = "", target = ""] of withoutCode(markdown).matchAll(/(!?)\[([^\]]*)\]\(([^)\s]*)\)/g)) {
      count += 1;
      const wrong = image ? imageProblem(place, label, target) : linkProblem(target);
      if (wrong) problems.push(`${place}: ${wrong}`);
    }
  }
  for (const { id, button } of content.cards) {
    if (button && !known.has(button.command) && !button.command.startsWith("workbench."))
      problems.push(`card ${id}: there is no command ${button.command}`);
    const wrong = button && targets.get(button.command)?.(button.arguments ?? []) === false;
    if (wrong) problems.push(`card ${id}: ${button.command} does not know ${JSON.stringify(button.arguments)}`);
  }
  return { problems, summary: [`${count} links and pictures lead somewhere`] };

  function imageProblem(place: string, label: string, target: string): string | undefined {
    if (label.trim().length < 20) return `the picture ${target} has no alternative text that says what it shows`;
    return has(join(dirname(place), target)) ? undefined : `there is no picture ${target}`;
  }

  function linkProblem(target: string): string | undefined {
    if (/^https:\/\//.test(target)) return undefined;
    const [, command, encoded] = /^command:([\w.]+)(?:\?(.*))?$/.exec(target) ?? [];
    if (!command) return has(normalize(target)) ? undefined : `${target} leads nowhere`;
    if (!known.has(command)) return `there is no command ${command}`;
    const args = encoded === undefined ? [] : (JSON.parse(decodeURIComponent(encoded)) as unknown[]);
    return targets.get(command)?.(args) === false ? `${command} does not know ${JSON.stringify(args)}` : undefined;
  }
}

/** Which arguments a command knows. */
function argumentsOf(content: CourseContent): ReadonlyMap<string, (args: readonly unknown[]) => boolean> {
  const { questions, commands, cards, steps, has } = content;
  const ids = (list: readonly { readonly id: string }[]) => (args: readonly unknown[]) =>
    list.some(({ id }) => id === args[0]);
  const pages = new Set(steps.flatMap(({ folder, pages }) => pages.map(({ id }) => `${folder}/${id}`)));
  const isPage = (name: unknown): boolean =>
    pages.has(String(name)) ||
    ["reference/glossary", "reference/troubleshooting"].includes(String(name)) ||
    has(`walkthroughs/${String(name)}.md`);
  return new Map([
    ["dockerizeCoach.answerQuestion", ids(questions)],
    ["dockerizeCoach.runInTerminal", ids(commands)],
    ["dockerizeCoach.troubleshoot", ids(cards)],
    ["dockerizeCoach.verifyTask", ids(COURSE.tasks)],
    ["dockerizeCoach.showHint", ([id]: readonly unknown[]) => has(`challenge/hints/${String(id)}.md`)],
    ["dockerizeCoach.runCheck", ([id]: readonly unknown[]) => typeof id === "string" && isCheckId(id)],
    ["dockerizeCoach.openPage", ([name]: readonly unknown[]) => isPage(name)],
    ["dockerizeCoach.openStep", ([step]: readonly unknown[]) => COURSE.steps.some(({ number }) => number === step)],
    ["dockerizeCoach.resetStep", ([step]: readonly unknown[]) => COURSE.steps.some(({ number }) => number === step)],
    ["dockerizeCoach.explainRule", ([id]: readonly unknown[]) => typeof id === "string" && ruleNamed(id) !== undefined],
    [
      "dockerizeCoach.openFile",
      ([name]: readonly unknown[]) =>
        has(`challenge/solution/${String(name)}`) || has(`challenge/starter/${String(name)}`),
    ],
  ]);
}

function withoutCode(markdown: string): string {
  return markdown.replace(/^```[\s\S]*?^```/gm, "").replace(/`[^`\n]*`/g, "");
}
