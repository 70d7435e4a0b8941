import { indentOf, keywordLike } from "../edit/keyword-case";
import { insertAfter } from "../edit/lines";
import { asMap, valueAt } from "../compose/plain-value";
import { appScripts } from "../image/app-scripts";
import { isOfficialPython } from "../image/official-python";
import { startCommand } from "../image/start-command";
import { composeBuilds } from "../lint/build-context";
import type { Fix } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { rootImage } from "../parse/root-image";

/**
 * What is shipped is built on the official Python image, copies an app that the context shows, and says nowhere what to
 * start: the base would start Python's prompt, and end. Silent where Compose gives the command or a terminal, and for images without an
 * app of that kind: they may be meant as tools or as bases. https://docs.docker.com/reference/dockerfile/#cmd
 */
export const missingCmd = defineRule({
  id: "missing-cmd",
  title: "The image does not say what to start",
  severity: "warning",
  fix: "preferred",
  check: "container-healthy",
  messages: {
    none: {
      observed: "Neither CMD nor ENTRYPOINT says what to start.",
      why: "A container of this image starts Python's own prompt, which ends at once.",
      next: "Name the program that starts your app.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final } = subject;
    const image = rootImage(final);
    if (!image || !isOfficialPython(image) || startCommand(dockerfile, final) || isStartedByCompose(subject)) return [];
    const scripts = appScripts(subject);
    if (scripts.length === 0) return [];
    const isOnly = scripts.length === 1;
    return [
      { message: "none", range: final.fromRange, fixes: scripts.map((script) => fixOf(script, subject, isOnly)) },
    ];
  },
});

function fixOf(script: string, { file, final }: DockerfileSubject, isOnly: boolean): Fix {
  const last = final.instructions.at(-1);
  const line = last
    ? `${indentOf(file, last)}${keywordLike(last, "CMD")} ["python", ${JSON.stringify(script)}]`
    : `CMD ["python", ${JSON.stringify(script)}]`;
  const edits = last ? [insertAfter(file, last, [line])] : [];
  return { title: `Start ${script}`, edits, ...(isOnly && { preferred: true }) };
}

function isStartedByCompose({ file, project }: DockerfileSubject): boolean {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const services = asMap(valueAt(asMap(project.composeFor(folder)?.document), "services"));
  return composeBuilds(project, folder).some(({ dockerfile, service }) => {
    const settings = asMap(valueAt(services, service));
    return (
      dockerfile === file.path &&
      ["command", "entrypoint", "tty", "stdin_open"].some((key) => valueAt(settings, key) !== undefined)
    );
  });
}
