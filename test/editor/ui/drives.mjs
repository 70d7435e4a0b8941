// Which spec is driven in which workspace, and in what circumstances. One start of the workbench for each.
import { inSpanish, solution, someFolder, starter, trapped, twoChallenges } from "../workspaces.mjs";

const NOWHERE = { DOCKER_HOST: "unix:///nonexistent/docker.sock", DOCKER_CONTEXT: "" };

/** A step that takes long each time, whatever an earlier run has left in the build cache. */
const NEVER_CACHED = `RUN sleep 120 && echo ${Date.now()}`;

/** Who commits, and no setting of the machine's own. */
const LEARNER = {
  ...{ GIT_AUTHOR_NAME: "Learner", GIT_AUTHOR_EMAIL: "learner@localhost" },
  ...{ GIT_COMMITTER_NAME: "Learner", GIT_COMMITTER_EMAIL: "learner@localhost" },
  ...{ GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
};

/** A PATH with the current folder in front, as Windows has it for all and some have it elsewhere. */
const HERE_FIRST = { PATH: `.:${process.env.PATH}` };

export const DRIVES = [
  { spec: "starter", workspace: starter },
  { spec: "coaching", workspace: starter },
  { spec: "by-keyboard", workspace: starter },
  { spec: "read-when-opened", workspace: starter },
  { spec: "pages", workspace: starter },
  // takes many minutes: `node test/editor/run.mjs course`
  { spec: "course", flags: () => ["--timeout=2400"], onRequest: true },
  { spec: "one-mistake", workspace: (parent) => solution(parent, "my-challenge", { "USER appuser": "USER root" }) },
  { spec: "solution", workspace: solution },
  { spec: "hand-in", workspace: (parent) => solution(parent, "my-challenge"), env: LEARNER },
  { spec: "long-build", workspace: (parent) => solution(parent, "long", { "WORKDIR /build": NEVER_CACHED }) },
  { spec: "two-challenges", workspace: twoChallenges },
  { spec: "no-engine", workspace: solution, env: NOWHERE },
  { spec: "closed-window", workspace: (parent) => solution(parent, "closed") },
  {
    spec: "untrusted",
    workspace: trapped,
    // VS Code's own Git looks into the current folder as well, once it is trusted: here only the coach is looked at
    flags: () => ["--enable-workspace-trust", '--settings={"git.enabled":false}'],
    env: HERE_FIRST,
  },
  { spec: "spanish", workspace: starter, flags: inSpanish },
  { spec: "no-folder" },
  { spec: "from-nothing" },
  { spec: "not-a-challenge", workspace: someFolder },
];
