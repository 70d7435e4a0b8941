import type { DockerignoreModel } from "../parse/dockerignore-model";
import { cleanPattern } from "../parse/ignore-samples";

/** Something in a context that no image needs. */
export interface Junk {
  /** folders end with `/` */
  readonly path: string;
  /** the pattern that leaves it out, in any folder where it can be in any */
  readonly line: string;
  /** what has to be left out: the path, or of a folder something inside, since it may be left out as `venv/*` */
  readonly probe: string;
}

/** The project's history, virtual environments and .env files that a context has, and that nothing leaves out or lets in on purpose. */
export function junkIn(paths: ReadonlySet<string>, dockerignore: DockerignoreModel | undefined): readonly Junk[] {
  const wanted = new Set(dockerignore?.lines.flatMap(({ negated, pattern }) => (negated ? cleanPattern(pattern) : [])));
  return [...paths].flatMap((path) => {
    const [, name] = /^(?:\.git|(?:.*\/)?(\.?venv|\.env))\/?$/.exec(path) ?? [];
    if (name === undefined && !/^\.git\/?$/.test(path)) return [];
    const probe = path.endsWith("/") ? `${path}HEAD` : path;
    if (dockerignore?.ignores(probe) || wanted.has(cleanPattern(path))) return [];
    return [{ path, line: name === undefined ? ".git" : `**/${name}`, probe }];
  });
}
