import path from "path-browserify";
import type { DockerfileSubject } from "../lint/subjects";
import { workdirAt } from "../parse/stage-environment";
import { copiesOf, imagePath } from "./copied-files";

/** Where Python apps usually begin, most usual first. */
const USUAL = ["src/app.py", "app.py", "src/main.py", "main.py", "run.py", "server.py", "wsgi.py"];

/** The usual start scripts that the context has and the shipped stage copies, as one writes them from its working folder. */
export function appScripts(subject: DockerfileSubject): readonly string[] {
  const { dockerfile, final, context } = subject;
  const workdir = workdirAt(dockerfile, final);
  if (!context || workdir === undefined) return [];
  const copies = copiesOf(dockerfile, final);
  return USUAL.filter((script) => context.paths.has(script)).flatMap((script) => {
    const place = copies.map((copy) => imagePath(copy, script, false)).findLast((each) => each !== undefined);
    return place === undefined ? [] : [fromFolder(workdir, place)];
  });
}

/** Relative where it lies below the folder, else absolute. */
export function fromFolder(folder: string, file: string): string {
  const relative = path.relative(folder, file);
  return relative.startsWith("..") ? file : relative;
}
