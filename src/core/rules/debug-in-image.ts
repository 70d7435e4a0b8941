import { environmentEntries } from "../compose/environment";
import { asList, asMap, asText, type PlainMap, valueAt } from "../compose/plain-value";
import { publishedPorts } from "../compose/published-ports";
import { withDefaults } from "../compose/with-defaults";
import { localPort } from "../edit/local-port";
import { removePair } from "../edit/remove-pair";
import { removeWord } from "../edit/remove-word";
import { debugOption, hasOtherServer, isTruthy } from "../image/flask-debug";
import { startCommand } from "../image/start-command";
import { servicesIn } from "../lint/course-compose";
import type { Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";

/** A stage of this name is meant for development, where the debugger belongs. */
const DEVELOPMENT = /dev|debug|test|local/i;

/**
 * What is shipped switches Flask's debugger on, by FLASK_DEBUG or `flask --debug`; or a service of a Compose file does so and
 * publishes a port on all addresses. Silent where another server starts, which has no debugger, where a variable has no value
 * here, and in a stage that is named for development. https://flask.palletsprojects.com/en/stable/debugging/
 */
export const debugInImage = defineRule({
  id: "debug-in-image",
  title: "Flask's debugger is open to others",
  severity: "warning",
  fix: "preferred",
  messages: {
    image: {
      observed: "{what} switches Flask's debugger on for everybody who runs this image.",
      why: "The debugger can run code that a visitor sends, behind no more than a PIN.",
      next: "Take it out here, and switch it on in the Compose file while you develop.",
    },
    published: {
      observed: "Flask's debugger is on in {service}, and this port is published on all addresses of your machine.",
      why: "Others in the network can reach the debugger, which can run code.",
      next: "Publish the port to your own machine alone.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final } = subject;
    const start = startCommand(dockerfile, final);
    const words = start?.words.map(({ text }) => text) ?? [];
    if (DEVELOPMENT.test(final.name ?? "") || hasOtherServer(words)) return [];
    const option = start?.words[debugOption(words)];
    const edit = option && removeWord(subject.file, option.range);
    const values = { what: "--debug" };
    const fixes = edit ? [{ title: "Take --debug out", edits: [edit], preferred: true as const }] : [];
    return [
      ...byVariable(subject),
      ...(option ? [{ message: "image" as const, values, range: option.range, fixes }] : []),
    ];
  },

  compose({ compose, project, file }) {
    return Object.entries(servicesIn(compose.document)).flatMap(([service, value]): readonly Found<"published">[] => {
      if (!debugs(asMap(value), service)) return [];
      const path = ["services", service, "ports"];
      const open = publishedPorts(asMap(value)).filter(({ reach }) => reach === "everybody");
      return open.flatMap((port) => {
        const range = compose.entryAt([...path, port.index])?.valueRange;
        const edit = localPort({ compose, project, file }, path, port);
        const title = "Publish the port to this machine alone";
        const fixes = edit ? [{ title, edits: [edit], preferred: true as const }] : [];
        return range ? [{ message: "published", values: { service }, range, fixes }] : [];
      });
    });
  },
});

function byVariable({ dockerfile, final, file }: DockerfileSubject): readonly Found<"image">[] {
  if (!isTruthy(environmentOf(dockerfile, final).get("FLASK_DEBUG") ?? "")) return [];
  for (const link of stageChain(final)) {
    const instruction = link.instructions.findLast(
      ({ keyword, pairs }) => keyword === "ENV" && pairs.some(({ name }) => name === "FLASK_DEBUG"),
    );
    const pair = instruction?.pairs.findLast(({ name }) => name === "FLASK_DEBUG");
    if (!instruction || !pair) continue;
    const edit = removePair(file, instruction, pair);
    const fixes = edit ? [{ title: "Take FLASK_DEBUG out", edits: [edit], preferred: true as const }] : [];
    return [{ message: "image", values: { what: "FLASK_DEBUG" }, range: pair.range, fixes }];
  }
  return [];
}

/** Whether a service switches the debugger on, as far as the Compose file itself says. */
function debugs(service: PlainMap, name: string): boolean {
  const command = valueAt(service, "command");
  const words = asText(command)?.split(/\s+/) ?? asList(command).map(String);
  if (hasOtherServer(words)) return false;
  const variable = environmentEntries(service, name).find((entry) => entry.name === "FLASK_DEBUG");
  return isTruthy(withDefaults(variable?.value ?? "")) || debugOption(words) !== -1;
}
