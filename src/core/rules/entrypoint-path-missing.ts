import path from "path-browserify";
import { replace } from "../edit/lines";
import { fromFolder } from "../image/app-scripts";
import { copiesOf, imagePath } from "../image/copied-files";
import { startCommand } from "../image/start-command";
import { asList, asMap, asText, valueAt } from "../compose/plain-value";
import { composeBuilds } from "../lint/build-context";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { programOf, shellCommands, type ShellWord } from "../parse/shell-commands";
import { stageChain } from "../parse/stage-chain";
import { workdirAt } from "../parse/stage-environment";

/** Steps that put no files of the app anywhere. */
const HARMLESS =
  /^(apt-get|apt|apk|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chown|chmod|rm|mkdir|echo|set|true)$/;

/**
 * The Python script that the start command names is not at that place in the image, as far as COPY and WORKDIR tell. Silent
 * where the context is not known, where a step may make or fetch files, where another stage's files may lie there, and where
 * Compose mounts something there. https://docs.docker.com/reference/dockerfile/#copy
 */
export const entrypointPathMissing = defineRule({
  id: "entrypoint-path-missing",
  title: "The script to start is not at that path",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {
    missing: {
      observed: "{script} would be {place} in the image, and nothing is copied there.",
      why: "The container ends at once: Python finds no such file.",
      next: "Write the path where the script lies in the image, or copy it there.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final, context } = subject;
    const script = scriptOf(startCommand(dockerfile, final)?.words ?? []);
    const workdir = workdirAt(dockerfile, final);
    if (!script || !context || workdir === undefined || mayMakeFiles(subject)) return [];
    const place = path.join(
      workdir,
      script.text.startsWith("/") ? `/${path.relative(workdir, script.text)}` : script.text,
    );
    const absolute = script.text.startsWith("/") ? path.normalize(script.text) : place;
    const copies = copiesOf(dockerfile, final);
    const isElsewhere = copies.some(
      ({ from, destination, sources }) =>
        destination === undefined ||
        (from !== undefined && isAbove(destination, absolute)) ||
        sources.some(({ text }) => /\$|:\/\//.test(text)),
    );
    if (isElsewhere || isMounted(subject, absolute)) return [];
    const places = [...context.paths].flatMap((file) =>
      file.endsWith("/") ? [] : copies.flatMap((copy) => imagePath(copy, file, false) ?? []),
    );
    if (places.length === 0 || places.includes(absolute)) return [];
    const others = [...new Set(places.filter((each) => path.basename(each) === path.basename(absolute)))];
    const isOnly = others.length === 1;
    const fixes = others.slice(0, 3).map((other) => {
      const better = fromFolder(workdir, other);
      return {
        title: `Start ${better}`,
        edits: [replace(script.range, better)],
        ...(isOnly && { preferred: true as const }),
      };
    });
    return [
      {
        message: "missing",
        values: { script: script.text, place: absolute },
        range: script.range,
        fixes: isExact(script) ? fixes : [],
      },
    ];
  },
});

/** `python src/app.py`; options before it are left out, `-m` and `-c` start no file. */
function scriptOf(words: readonly ShellWord[]): ShellWord | undefined {
  if (!/^python[\d.]*$/.test(words[0]?.text.split("/").at(-1) ?? "")) return undefined;
  const first = words.slice(1).find(({ text }) => !/^-[uBOsSIEqv]+$/.test(text));
  return first && /^[\w./-]+\.py$/.test(first.text) ? first : undefined;
}

function mayMakeFiles({ dockerfile, final }: DockerfileSubject): boolean {
  return stageChain(final).some(({ instructions }) =>
    instructions.some((each) => {
      if (each.keyword === "VOLUME") return true;
      if (each.keyword === "COPY" || each.keyword === "ADD") return each.heredocs.length > 0;
      const isPython = (command: { words: readonly ShellWord[] }) => command.words.some(({ text }) => text === "pip");
      return (
        each.keyword === "RUN" &&
        shellCommands(each, dockerfile).some((command) => !HARMLESS.test(programOf(command)) && !isPython(command))
      );
    }),
  );
}

function isAbove(destination: string, place: string): boolean {
  return place === destination || place.startsWith(destination.endsWith("/") ? destination : `${destination}/`);
}

function isMounted({ file, project }: DockerfileSubject, place: string): boolean {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const services = asMap(valueAt(asMap(project.composeFor(folder)?.document), "services"));
  return composeBuilds(project, folder)
    .filter(({ dockerfile }) => dockerfile === file.path)
    .some(({ service }) =>
      asList(valueAt(asMap(valueAt(services, service)), "volumes")).some((volume) => {
        const target = typeof volume === "string" ? volume.split(":")[1] : asText(valueAt(asMap(volume), "target"));
        return target !== undefined && isAbove(target, place);
      }),
    );
}

function isExact({ text, range: { start, end } }: ShellWord): boolean {
  return start.line === end.line && end.character - start.character === text.length;
}
