import type { DockerignoreSubject } from "../lint/subjects";
import { rootImage } from "../parse/root-image";

const OF_PYTHON = /\.py$|(?:^|\/)(?:requirements[\w.-]*\.txt|pyproject\.toml|Pipfile|setup\.cfg)$/;

/** Whether an ignore file belongs to a project of Python, or to one of which nothing else can be seen yet. */
export function isForPython({ file, builds, paths }: DockerignoreSubject): boolean {
  const others = [...(paths ?? [])].filter((path) => !file.path.endsWith(path) && !/dockerfile/i.test(path));
  const images = builds.flatMap(({ dockerfile }) =>
    dockerfile.stages.map((stage) => rootImage(stage)?.repository ?? ""),
  );
  if (images.some((name) => /python|conda/.test(name)) || others.some((path) => OF_PYTHON.test(path))) return true;
  return others.length === 0 && images.length === 0;
}
