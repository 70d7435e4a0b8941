import { takePackages } from "../edit/take-packages";
import { composeBuilds } from "../lint/build-context";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import { copiesAcross, takenBy } from "../parse/copies-across";
import type { Stage } from "../parse/dockerfile-model";
import { unknownCopies } from "../parse/unknown-copies";

/** Names of stages that people build by themselves, with `docker build --target`. */
const OWN_PURPOSE =
  /test|dev|debug|lint|check|docs|prod|stag(?:e|ing)$|release|final|runtime|local|export|artifact|^ci$|bench|e2e|shell|gpu|cpu|cuda|worker|server|web|app|api|migrat/i;
const BUILDS = /build|compile|dep(?:s|endenc)|install|packages|wheel/i;

/**
 * An earlier stage that no other stage starts from, copies from or mounts, and that no Compose file builds. Silent for
 * stages which, by their name or by what they start, are there to be built by themselves with `--target`, and as long as a COPY
 * names a stage that is not there: it may mean this one.
 * https://docs.docker.com/build/building/multi-stage/#differences-between-legacy-builder-and-buildkit
 */
export const builderStageUnused = defineRule({
  id: "builder-stage-unused",
  title: "A stage is never used",
  severity: "warning",
  fix: "preferred",
  check: "multi-stage",
  equivalents: { tally: ["no-unreachable-stages"] },
  saidBy: ["tally"],
  messages: {
    unused: {
      observed: "Nothing is taken from {stage}.",
      why: "Docker skips it, and whatever it prepares never reaches the image.",
      next: "Copy what the app needs out of it, or delete the stage.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final } = subject;
    const used = new Set([...dockerfile.stages.map(({ parent }) => parent), ...takenBy(dockerfile.stages, dockerfile)]);
    const targets = targetsOf(subject);
    // a copy that misses its stage is probably meant for this one
    if (unknownCopies(dockerfile, subject.context?.namedContexts).length > 0) return [];
    const isMeant = ({ name = "" }: Stage) => targets.has(name.toLowerCase());
    return copiesAcross(dockerfile, final)
      .unused.filter((stage) => stage.index < final.index && !used.has(stage) && !isMeant(stage) && !isForItself(stage))
      .map((stage) => {
        const fix = takePackages(subject, stage);
        const fixes = fix ? [{ ...fix, preferred: true as const }] : [];
        const values = { stage: stage.name === undefined ? `stage number ${stage.index}` : `the stage ${stage.name}` };
        return { message: "unused", values, range: stage.fromRange, fixes };
      });
  },
});

/** What the Compose file beside it builds by `build.target`. */
function targetsOf({ project, file, context }: DockerfileSubject): ReadonlySet<string> {
  const folder = file.path.slice(0, file.path.lastIndexOf("/") + 1);
  const builds = composeBuilds(project, folder).filter(({ dockerfile }) => dockerfile === file.path);
  const targets = [context?.target, ...builds.map(({ target }) => target)];
  return new Set(targets.flatMap((target) => target?.toLowerCase() ?? []));
}

/** A stage without a name, or one named for what it builds, is not asked for by itself. */
function isForItself({ name, instructions }: Stage): boolean {
  if (name === undefined || BUILDS.test(name)) return false;
  return OWN_PURPOSE.test(name) || instructions.some(({ keyword }) => keyword === "CMD" || keyword === "ENTRYPOINT");
}
