import { asMap, asText, type PlainMap, valueAt } from "../compose/plain-value";
import path from "path-browserify";
import type { ComposeFileModel } from "../parse/compose-file";
import type { DockerfileModel } from "../parse/dockerfile-model";
import type { DockerignoreModel } from "../parse/dockerignore-model";
import type { Project } from "./project";

/** What a build of a Dockerfile may read. */
export interface BuildContext {
  /** relative to the project's root: `""` for the root, else ending with `/` */
  readonly folder: string;
  /** the ignore file that this build reads, if there is one */
  readonly dockerignore?: DockerignoreModel;
  /** everything that lies in it, ignored or not, relative to it; folders end with `/` */
  readonly paths: ReadonlySet<string>;
  /** names that `COPY --from=` finds beside the stages: Compose's `additional_contexts` */
  readonly namedContexts: ReadonlySet<string>;
  /** the stage that Compose's `build.target` asks for */
  readonly target?: string;
}

/** A service's `build` as the Compose file writes it, its paths relative to the project's root. */
export interface ComposeBuild {
  readonly service: string;
  /** `""` or ending with `/` */
  readonly context: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly namedContexts: ReadonlySet<string>;
}

/**
 * The context that a Dockerfile is built with: the one that the Compose file names for it (the service `api` first), else
 * the Dockerfile's own folder. Undefined where no folder is known, or where what it copies shows that it is built from
 * elsewhere: `docker build -f docker/Dockerfile .` leaves no trace in the files.
 */
export function buildContextOf(project: Project, dockerfilePath: string): BuildContext | undefined {
  if (!project.paths) return undefined;
  const own = dockerfilePath.slice(0, dockerfilePath.lastIndexOf("/") + 1);
  const builds = composeBuilds(project, own).filter(({ dockerfile }) => dockerfile === dockerfilePath);
  const build = builds.find(({ service }) => service === "api") ?? builds[0];
  if (build) return contextAt(project, dockerfilePath, build.context, build);
  const here = contextAt(project, dockerfilePath, own);
  const model = project.dockerfile(dockerfilePath);
  return own === "" || !model || suits(here, model) ? here : undefined;
}

/** The builds of the Compose file that is nearest to a folder. Values with variables are left out: nobody knows them here. */
export function composeBuilds(project: Project, folder: string): readonly ComposeBuild[] {
  const compose = project.composeFor(folder);
  if (!compose) return [];
  const known = KNOWN.get(compose) ?? buildsOf(compose);
  KNOWN.set(compose, known);
  return known;
}

/** The Compose file stays the same while somebody types in a Dockerfile. */
const KNOWN = new WeakMap<ComposeFileModel, readonly ComposeBuild[]>();

function buildsOf(compose: ComposeFileModel): readonly ComposeBuild[] {
  const base = compose.path.slice(0, compose.path.lastIndexOf("/") + 1);
  const services = Object.entries(asMap(valueAt(asMap(compose.document), "services")));
  return services.flatMap(([service, value]) => {
    const build = valueAt(asMap(value), "build");
    const map: PlainMap = typeof build === "string" ? { context: build } : asMap(build);
    const context = inside(base, asText(valueAt(map, "context")) ?? ".");
    if (build === undefined || context === undefined) return [];
    const dockerfile = inside(context, asText(valueAt(map, "dockerfile")) ?? "Dockerfile");
    const target = asText(valueAt(map, "target"));
    if (dockerfile === undefined || target?.includes("$")) return [];
    return [
      {
        service,
        context,
        dockerfile: dockerfile.replace(/\/$/, ""),
        ...(target !== undefined && { target }),
        namedContexts: namesOf(valueAt(map, "additional_contexts")),
      },
    ];
  });
}

function contextAt(project: Project, dockerfilePath: string, folder: string, build?: ComposeBuild): BuildContext {
  const dockerignore =
    project.dockerignore(`${dockerfilePath}.dockerignore`) ?? project.dockerignore(`${folder}.dockerignore`);
  return {
    folder,
    ...(dockerignore && { dockerignore }),
    paths: pathsIn(project, folder),
    namedContexts: build?.namedContexts ?? new Set(),
    ...(build?.target !== undefined && { target: build.target }),
  };
}

function pathsIn({ paths = new Set() }: Project, folder: string): ReadonlySet<string> {
  if (folder === "") return paths;
  return new Set(
    [...paths].flatMap((path) => (path.startsWith(folder) && path !== folder ? path.slice(folder.length) : [])),
  );
}

/** Whether at least one of the plain sources that a Dockerfile copies lies in a context, or it copies none. */
function suits({ paths }: BuildContext, { stages }: DockerfileModel): boolean {
  const sources = stages.flatMap(({ instructions }) =>
    instructions.flatMap(({ keyword, flags, words }) =>
      keyword === "COPY" && !flags.some(({ name }) => name === "from") ? words.slice(0, -1) : [],
    ),
  );
  const plain = sources.map(({ text }) => text.replace(/^\.?\/|\/$/g, "")).filter((text) => /^[\w./-]+$/.test(text));
  const named = plain.filter((text) => text !== "." && text !== "");
  return named.length === 0 || named.some((text) => paths.has(text) || paths.has(`${text}/`));
}

/** The folder that a path leads to from a folder of the project, with a slash behind; undefined outside or with variables. */
function inside(folder: string, written: string): string | undefined {
  if (/\$|^[\\/~]|^[a-z]:|:\/\//i.test(written)) return undefined;
  const joined = path.normalize(`${folder}${written.replaceAll("\\", "/")}/`);
  if (joined === "./" || joined === "/") return "";
  return joined.startsWith("../") ? undefined : joined;
}

function namesOf(value: unknown): ReadonlySet<string> {
  const list = Array.isArray(value) ? value.map((item) => String(item).split("=")[0] ?? "") : Object.keys(asMap(value));
  return new Set(list.map((name) => name.toLowerCase()));
}
