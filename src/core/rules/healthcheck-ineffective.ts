import { appRoutes } from "../image/app-routes";
import { appPort } from "../image/app-port";
import { listeningPort } from "../image/listening-port";
import { probeParts, type ProbeParts } from "../image/probe-parts";
import { startCommand } from "../image/start-command";
import { HEALTH_PATH } from "../edit/health-probe";
import { replace } from "../edit/lines";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { argumentRanges } from "../parse/argument-ranges";
import type { Instruction } from "../parse/dockerfile-model";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { programOf } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";

type Message = "port" | "path" | "alwaysWell" | "noFail" | "timeout";

/** The address of the container itself in a probe. */
const ADDRESS = /https?:\/\/(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[\w./-]*)?(?=["'\s)\\?;|&]|$)/;
const UNITS: Readonly<Record<string, number>> = { ns: 1e-9, us: 1e-6, ms: 1e-3, s: 1, m: 60, h: 3600 };

/**
 * A health check that says nothing about the app: it asks another port than the app's, or a path that the app's own file
 * does not know, ends well whatever happens (`|| true`, `; exit 0`), asks with a curl that takes an error page for an answer,
 * or may take longer than the time until the next probe. Port and path only where the files tell them.
 */
export const healthcheckIneffective = defineRule({
  id: "healthcheck-ineffective",
  title: "The health check does not test the app",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  messages: {
    port: {
      observed: "The health check asks port {asked}, but the app listens on {port}.",
      why: "Nobody answers there, so the container is never healthy.",
      next: "Ask the port that the app listens on.",
    },
    path: {
      observed: "The health check asks for {path}, which {file} does not answer.",
      why: "The app says “not found” each time, so the container is never healthy.",
      next: "Ask for a path that the app has.",
    },
    alwaysWell: {
      observed: "With “{text}” at its end, the health check never fails.",
      why: "Docker then shows the container as healthy even when the app is down.",
      next: "Let the probe end with an error, or turn every error into exit 1.",
    },
    noFail: {
      observed: "curl without -f takes an error page for a good answer.",
      why: "An app that answers each request with an error then counts as healthy.",
      next: "Add -f, so that curl fails when the app says that something is wrong.",
    },
    timeout: {
      observed: "One probe may take {timeout}, but the next one is due after {interval}.",
      why: "An app that hangs is noticed late, because each probe waits longer than it should.",
      next: "Give the probe less time than there is between two of them.",
    },
  },

  dockerfile(subject) {
    const { instruction } = effectiveHealthcheck(subject.final);
    const probe = instruction && probeParts(instruction, subject.dockerfile);
    if (!instruction || !probe) return [];
    return [
      ...address(subject, instruction),
      ...alwaysWell(instruction, probe),
      ...noFail(probe),
      ...timeout(instruction),
    ];
  },
});

function address(subject: DockerfileSubject, instruction: Instruction): readonly Found<Message>[] {
  const match = ADDRESS.exec(instruction.argument);
  if (!match) return [];
  const [, asked, path = "/"] = match;
  const toRange = argumentRanges(instruction);
  const rangeOf = (text: string, from: number) => toRange(from, from + text.length);
  const port = appPort(subject.dockerfile, subject.final) ?? listeningPort(subject);
  const isExposed = stageChain(subject.final).some(({ instructions }) =>
    instructions.some(
      ({ keyword, words }) => keyword === "EXPOSE" && words.some(({ text }) => text.startsWith(asked ?? "80")),
    ),
  );
  const found: Found<Message>[] = [];
  if (asked !== undefined && port !== undefined && Number(asked) !== port && !isExposed) {
    const range = rangeOf(asked, match.index + match[0].indexOf(`:${asked}`) + 1);
    const fix = { title: `Ask port ${port}`, edits: [replace(range, String(port))], preferred: true as const };
    found.push({ message: "port", values: { asked, port }, range, fixes: [fix] });
  }
  const app = appFile(subject);
  const routes = app && appRoutes(app);
  if (app && routes && !routes(path)) {
    const written = match[2] ?? match[0];
    const range = rangeOf(written, match.index + match[0].length - written.length);
    const edits = [match[2] ? replace(range, HEALTH_PATH) : replace(range, `${written}${HEALTH_PATH}`)];
    const fixes = routes(HEALTH_PATH) ? [{ title: `Ask for ${HEALTH_PATH}`, edits, preferred: true as const }] : [];
    found.push({ message: "path", values: { path, file: app.path }, range, fixes });
  }
  return found;
}

/** The Python file that the start command names, if its text is known. */
function appFile({ dockerfile, final, project }: DockerfileSubject) {
  const words = startCommand(dockerfile, final)?.words ?? [];
  const script = words.find(({ text }) => text.endsWith(".py"))?.text;
  if (script === undefined || !/^python/.test(words[0]?.text.split("/").at(-1) ?? "")) return undefined;
  return project.files.get(script.replace(/^(\.\/|\/app\/)/, ""));
}

function alwaysWell(instruction: Instruction, { text }: ProbeParts): readonly Found<Message>[] {
  if (instruction.exec) return [];
  const match = /(\|\|\s*true|\|\|\s*:|\|\|\s*exit\s+0|;\s*exit\s+0|;\s*true)\s*$/.exec(text);
  if (!match) return [];
  const start = instruction.argument.length - text.length + match.index;
  const range = argumentRanges(instruction)(start, start + (match[1]?.length ?? 0));
  const fix = { title: "Let it fail: || exit 1", edits: [replace(range, "|| exit 1")], preferred: true as const };
  return [{ message: "alwaysWell", values: { text: match[1] ?? "" }, range, fixes: [fix] }];
}

function noFail({ commands }: ProbeParts): readonly Found<Message>[] {
  const curl = commands.find((command) => programOf(command) === "curl");
  const words = curl?.words.map(({ text }) => text) ?? [];
  const fails = words.some((word) => /^-[a-zA-Z]*f|^--fail/.test(word));
  // Who looks at what curl prints has a test of their own.
  const isLookedAt =
    commands.some(({ joinedBy }) => joinedBy === "|") || words.some((word) => /^(-w|--write-out|-o)/.test(word));
  const program = curl?.words[0];
  if (!program || fails || isLookedAt) return [];
  const isExact = program.range.end.character - program.range.start.character === program.text.length;
  const edits = [{ range: { start: program.range.end, end: program.range.end }, newText: " -f" }];
  const fixes = isExact && !isJson(curl) ? [{ title: "Add -f", edits, preferred: true as const }] : [];
  return [{ message: "noFail", range: program.range, fixes }];
}

/** Words of a JSON list stand apart by more than a space. */
function isJson(
  command:
    | {
        readonly words: readonly {
          readonly range: {
            readonly start: { character: number; line: number };
            readonly end: { character: number; line: number };
          };
        }[];
      }
    | undefined,
): boolean {
  const [first, second] = command?.words ?? [];
  return (
    !!first &&
    !!second &&
    first.range.end.line === second.range.start.line &&
    second.range.start.character - first.range.end.character > 3
  );
}

function timeout({ flags }: Instruction): readonly Found<Message>[] {
  const flag = flags.find(({ name }) => name === "timeout");
  const interval = flags.find(({ name }) => name === "interval");
  const [limit, pause] = [seconds(flag?.value), seconds(interval?.value)];
  // A time that the author did not choose is nobody's mistake.
  if (!flag || limit === undefined || pause === undefined || limit < pause || limit === pause) return [];
  return [
    { message: "timeout", values: { timeout: flag.value ?? "", interval: interval?.value ?? "" }, range: flag.range },
  ];
}

/** Go's durations. https://pkg.go.dev/time#ParseDuration */
function seconds(text: string | undefined): number | undefined {
  const parts = [...(text ?? "").matchAll(/(\d+(?:\.\d+)?)(ns|us|ms|s|m|h)/g)];
  if (parts.length === 0) return undefined;
  return parts.reduce((sum, [, number = "0", unit = "s"]) => sum + Number(number) * (UNITS[unit] ?? 1), 0);
}
