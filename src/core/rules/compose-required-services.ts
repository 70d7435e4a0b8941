import { publishedPorts } from "../compose/published-ports";
import { asMap } from "../compose/plain-value";
import { COURSE } from "../course";
import { API_LINES } from "../edit/insert-service";
import { mendComposeGap } from "../edit/mend-compose-gap";
import { replace } from "../edit/lines";
import { quoted } from "../edit/yaml-lines";
import { composeGaps } from "../lint/compose-gaps";
import { courseCompose, servicesIn } from "../lint/course-compose";
import type { Found } from "../lint/finding";
import { isChallengeProject } from "../lint/is-challenge-project";
import { defineRule } from "../lint/rule";
import type { ComposeSubject } from "../lint/subjects";
import { COMPOSE_FILE_NAMES } from "../submission";
import { lineRange } from "../text";

/**
 * The challenge's Compose file, or one that looks like it, lacks what the app needs: a service `api` that builds this folder
 * and publishes the app's port, and a service `redis`, both without a profile; besides, ports without quotes. Silent about
 * all other Compose files, and about ports that depend on a variable without a default.
 * https://docs.docker.com/reference/compose-file/services/
 */
export const composeRequiredServices = defineRule({
  id: "compose-required-services",
  title: "The Compose file lacks what the app needs",
  severity: "warning",
  fix: "preferred",
  check: "compose",
  equivalents: { dclint: ["require-quotes-in-ports"] },
  messages: {
    api: {
      observed: "There is no service named api in this file.",
      why: "Compose starts what stands under services, and your app is not among it.",
      next: "Add a service api that builds this folder.",
    },
    redis: {
      observed: "There is no service named redis in this file.",
      why: "The app counts its visits in Redis, so that the number outlives the app's container.",
      next: "Add a service redis that starts from the ready-made image.",
    },
    build: {
      observed: "The service api does not build this folder.",
      why: "Compose starts the app from the image that your Dockerfile makes.",
      next: "Tell api to build the folder that this file is in.",
    },
    dockerfile: {
      observed: "api is built from {file}, but there is no such file.",
      why: "Compose stops with an error when it comes to the build.",
      next: "Write the path as it is, seen from the folder that is built.",
    },
    target: {
      observed: "The build asks for the stage {target}, but {file} has no stage of that name.",
      why: "Compose stops with an error when it comes to the build.",
      next: "Name a stage as the Dockerfile does, or take target out to build the last one.",
    },
    port: {
      observed: "api does not publish the port {port}, where the app listens in its container.",
      why: "Without that, nobody outside the container can reach the app.",
      next: "Publish this port, for your own machine only.",
    },
    profile: {
      observed: "{service} has a profile, so docker compose up does not start it.",
      why: "The app needs both services each time.",
      next: "Take profiles out.",
    },
    unquoted: {
      observed: "This port has no quotes.",
      why: "Some readers of YAML take two numbers with a colon for one number, counted in sixties.",
      next: "Put quotes around it.",
    },
    absent: {
      observed: "There is no Compose file in this folder yet.",
      why: "It starts the app and its Redis with one command, the same for everybody.",
      next: "Create one that builds the app; what is still missing in it shows then.",
    },
  },

  compose(subject) {
    const scope = courseCompose(subject);
    if (!scope) return [];
    const gaps = composeGaps(subject).map((gap) => {
      const entry = subject.compose.entryAt(gap.path);
      const range = entry?.keyRange ?? entry?.valueRange ?? subject.compose.rangeOf(gap.path) ?? lineRange(0);
      const severity = scope === "challenge" ? ("warning" as const) : ("information" as const);
      return { ...gap, range, severity, fixes: mendComposeGap(subject, gap) };
    });
    return [...gaps, ...unquotedPorts(subject)];
  },

  folder(project) {
    const isThere = COMPOSE_FILE_NAMES.some((name) => project.files.has(name) || project.paths?.has(name));
    if (!isChallengeProject(project) || isThere) return [];
    const lines = ["services:", ...API_LINES.map((line) => `  ${line}`), ""];
    const edit = { file: "docker-compose.yml", range: lineRange(0), newText: lines.join("\n") };
    const title = `Create a Compose file with the service api on the port ${COURSE.appPort}`;
    return [
      {
        message: "absent",
        file: edit.file,
        range: edit.range,
        fixes: [{ title, edits: [edit], preferred: true as const }],
      },
    ];
  },
});

/** Ports written as `5000:5000`, without quotes; with an address in front, no reader takes them for a number. */
function unquotedPorts({ compose }: ComposeSubject): readonly Found<"unquoted">[] {
  return Object.entries(servicesIn(compose.document)).flatMap(([name, service]) =>
    publishedPorts(asMap(service)).flatMap(({ index }): readonly Found<"unquoted">[] => {
      const entry = compose.entryAt(["services", name, "ports", index]);
      if (entry?.kind !== "plain" || !entry.valueRange || !/^\d+:\d+$/.test(entry.source ?? "")) return [];
      const edits = [replace(entry.valueRange, quoted(entry.source ?? "", compose.layout))];
      const fixes = [{ title: "Put quotes around it", edits, preferred: true as const }];
      return [{ message: "unquoted", severity: "hint", range: entry.valueRange, fixes }];
    }),
  );
}
