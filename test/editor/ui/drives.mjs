// Which spec is driven in which workspace, and in what circumstances. One start of the workbench for each.
import { solution, someFolder, starter, twoChallenges } from "../workspaces.mjs";

const NOWHERE = { DOCKER_HOST: "unix:///nonexistent/docker.sock", DOCKER_CONTEXT: "" };

/** A step that takes long each time, whatever an earlier run has left in the build cache. */
const NEVER_CACHED = `RUN sleep 120 && echo ${Date.now()}`;

export const DRIVES = [
  { spec: "starter", workspace: starter },
  { spec: "coaching", workspace: starter },
  // takes many minutes, and draws every page twice: `node test/editor/run.mjs course`
  { spec: "course", workspace: starter, onRequest: true },
  { spec: "one-mistake", workspace: (parent) => solution(parent, "my-challenge", { "USER appuser": "USER root" }) },
  { spec: "solution", workspace: solution },
  { spec: "long-build", workspace: (parent) => solution(parent, "long", { "WORKDIR /build": NEVER_CACHED }) },
  { spec: "two-challenges", workspace: twoChallenges },
  { spec: "no-engine", workspace: solution, env: NOWHERE },
  { spec: "untrusted", workspace: starter, flags: ["--enable-workspace-trust"] },
  { spec: "no-folder" },
  { spec: "from-nothing" },
  { spec: "not-a-challenge", workspace: someFolder },
];
