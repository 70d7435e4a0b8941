import type {
  EngineFault,
  BuildResult,
  ComposeRequest,
  ComposeResolution,
  ComposeRun,
  ContainerEngine,
  ImageConfig,
  ImageMeasure,
  RunRequest,
} from "../../src/core/container-engine";
import type { ContainerState, HttpAnswer, RunningContainer } from "../../src/core/running-container";

/** An engine whose every answer a test can choose; without choices, all is as for a perfect submission. */
export class FakeEngine implements ContainerEngine {
  readonly info = { product: "docker", version: "28.0.0", apiVersion: "1.48", store: "graph-driver" } as const;
  readonly calls: string[] = [];
  readonly container = new FakeContainer();
  runRequest?: RunRequest;

  buildResult: () => Promise<BuildResult> = () =>
    Promise.resolve({ outcome: "built", imageId: "sha256:graded", steps: [], durationMs: 1 });
  imageConfig: ImageConfig = { user: "appuser", healthcheck: { test: ["CMD-SHELL", "probe"], retries: 3 } };
  measure: ImageMeasure = { totalBytes: 135e6, baseBytes: 127e6, ownLayers: [], method: "engine" };
  uid: number | undefined = 1000;
  resolution: ComposeResolution = { accepted: true, project: RESOLVED_PROJECT, folder: "/submission" };
  composeRun: ComposeRun = countingProject();

  build(): Promise<BuildResult> {
    this.calls.push("build");
    return this.buildResult();
  }
  inspectImage(): Promise<ImageConfig> {
    return Promise.resolve(this.imageConfig);
  }
  measureImage(): Promise<ImageMeasure> {
    return Promise.resolve(this.measure);
  }
  configuredUid(): Promise<number | undefined> {
    return Promise.resolve(this.uid);
  }
  run(request: RunRequest): Promise<RunningContainer> {
    this.calls.push("run");
    this.runRequest = request;
    return Promise.resolve(this.container);
  }
  resolveCompose(file: string): Promise<ComposeResolution> {
    this.calls.push(`resolve ${file}`);
    return Promise.resolve(this.resolution);
  }
  startCompose(_request: ComposeRequest): Promise<ComposeRun> {
    this.calls.push("compose up");
    return Promise.resolve(this.composeRun);
  }
  dispose(): Promise<void> {
    this.calls.push("dispose");
    return Promise.resolve();
  }
}

/** A container that answers healthy, as uid 1000, unless told otherwise. `states` are used up one a question, the last stays. */
export class FakeContainer implements RunningContainer {
  states: ContainerState[] = [{ running: true, outOfMemory: false, health: "healthy", failingStreak: 0, probes: [] }];
  uid: number | undefined = 1000;
  answer: (path: string) => HttpAnswer = () => ({ answered: true, status: 200, body: '{"status":"healthy"}' });
  lines: readonly string[] = [];
  starved?: EngineFault;
  isEnded = false;
  forks = false;
  waited?: boolean;

  state(): Promise<ContainerState> {
    const state = this.states.length > 1 ? this.states.shift() : this.states[0];
    if (!state) throw new Error("a fake container needs a state");
    return Promise.resolve(state);
  }
  logs(): Promise<readonly string[]> {
    return Promise.resolve(this.lines);
  }
  get(path: string): Promise<HttpAnswer> {
    return Promise.resolve(this.answer(path));
  }
  keptWaiting(): Promise<boolean | undefined> {
    return Promise.resolve(this.waited);
  }
  throwIfStarved(): void {
    if (this.starved) throw this.starved;
  }
  outOfProcesses(): Promise<boolean> {
    return Promise.resolve(this.forks);
  }
  effectiveUid(): Promise<number | undefined> {
    return Promise.resolve(this.uid);
  }
  end(): Promise<void> {
    this.isEnded = true;
    return Promise.resolve();
  }
}

const RESOLVED_PROJECT = {
  name: "submission",
  services: {
    api: {
      build: { context: "/submission", dockerfile: "Dockerfile" },
      environment: { REDIS_URL: "redis://redis:6379" },
      ports: [{ mode: "ingress", target: 5000, published: "5000", protocol: "tcp" }],
      depends_on: { redis: { condition: "service_started", required: true } },
    },
    redis: { image: "redis:7-alpine" },
  },
};

/** A project whose api counts, and keeps counting when it is made anew. */
function countingProject(): ComposeRun {
  let count = 0;
  const api = new FakeContainer();
  api.answer = (path) => ({
    answered: true,
    status: 200,
    body: path === "/health" ? '{"status":"healthy"}' : JSON.stringify({ count: ++count }),
  });
  return { up: true, output: [], late: false, service: () => Promise.resolve(api), recreate: () => Promise.resolve() };
}
