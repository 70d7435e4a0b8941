import { composeBuilds } from "../lint/build-context";
import { hasPython, probeCommand, probedPort } from "../edit/health-probe";
import { replace } from "../edit/lines";
import { asList, asMap, asText, valueAt } from "../compose/plain-value";
import { hasProgram } from "../image/installed-programs";
import { baseHasProgram } from "../image/base-programs";
import { probeParts } from "../image/probe-parts";
import { defineRule } from "../lint/rule";
import type { ComposeSubject } from "../lint/subjects";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { parseImageReference } from "../parse/image-reference";
import { probeTool } from "../parse/probe-tool";
import { programOf } from "../parse/shell-commands";

/** What probes are usually written with, and what small images do not have. */
const TOOLS: ReadonlySet<string> = new Set(["curl", "wget", "nc", "http", "redis-cli", "pg_isready"]);

/**
 * The probe's program, seen through shells, is one that neither the base image nor a step of the shipped chain brings: the
 * container is then unhealthy for ever. An installation in a builder does not count. Of a Compose file: the `healthcheck.test`
 * of a service whose Dockerfile or image is known. Silent where that is not so.
 */
export const healthcheckToolMissing = defineRule({
  id: "healthcheck-tool-missing",
  title: "The health check's program is not in the image",
  severity: "warning",
  fix: "preferred",
  check: "healthcheck",
  messages: {
    missing: {
      observed: "The health check runs {tool}, which is not in {image}.",
      why: "Each probe then fails, and the container is never healthy, however well the app works.",
      next: "Ask with a program that the image has, such as Python.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final } = subject;
    const { instruction } = effectiveHealthcheck(final);
    const probe = instruction && probeParts(instruction, dockerfile);
    const command = probe?.commands.find((each) => TOOLS.has(programOf(each)));
    if (!probe || !command) return [];
    const tool = programOf(command);
    if (hasProgram(dockerfile, final, tool) !== false) return [];
    const range = command.words[0]?.range ?? command.range;
    const edits = [replace(probe.range, probeCommand(probedPort(subject), pathIn(probe.text)))];
    const fix = { title: "Ask with Python instead", edits, preferred: true as const };
    const fixes = hasPython(subject) && instruction && final.instructions.includes(instruction) ? [fix] : [];
    return [{ message: "missing", values: { tool, image: final.resolvedFrom ?? final.from }, range, fixes }];
  },

  compose(subject) {
    const services = Object.entries(asMap(valueAt(asMap(subject.compose.document), "services")));
    return services.flatMap(([name, service]) => {
      const path = ["services", name, "healthcheck", "test"] as const;
      const tool = toolOf(valueAt(asMap(valueAt(asMap(service), "healthcheck")), "test"));
      const range = subject.compose.rangeOf(path);
      if (tool === null || !TOOLS.has(tool) || !range) return [];
      const image = lacks(subject, name, asText(valueAt(asMap(service), "image")), tool);
      return image === undefined ? [] : [{ message: "missing", values: { tool, image }, range }];
    });
  },
});

/** The path that the old probe asked for, if it names one. */
function pathIn(text: string): string | undefined {
  const [, path] = /https?:\/\/[^/\s"']+(\/[\w./-]*)/.exec(text) ?? [];
  return path === undefined || path === "/" ? undefined : path;
}

function toolOf(test: unknown): string | null {
  if (typeof test === "string") return probeTool(test);
  const [kind, ...words] = asList(test).map(String);
  return kind === "CMD-SHELL" ? probeTool(words.join(" ")) : kind === "CMD" ? probeTool(words) : null;
}

/** The image that surely lacks a program; undefined where it has it, or nobody knows. */
function lacks({ project, compose }: ComposeSubject, service: string, image: string | undefined, tool: string) {
  const folder = compose.path.slice(0, compose.path.lastIndexOf("/") + 1);
  const build = composeBuilds(project, folder).find((each) => each.service === service);
  const model = build && project.dockerfile(build.dockerfile);
  if (model) {
    const target = build.target?.toLowerCase();
    const final = model.stages.findLast(({ name }) => name?.toLowerCase() === target) ?? model.stages.at(-1);
    return final && hasProgram(model, final, tool) === false ? (final.resolvedFrom ?? final.from) : undefined;
  }
  const reference = build || image === undefined || image.includes("$") ? undefined : parseImageReference(image);
  return reference && baseHasProgram(reference, tool) === false ? image : undefined;
}
