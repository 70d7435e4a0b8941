import type { BuildStep } from "../../core/container-engine";
import { type BuildTrace, isInstruction, keepLine, type TraceDecoder, type TraceListener } from "./build-trace";
import { type LineSplitter, lineSplitter } from "../command/line-splitter";
import { ownSteps, type StepGraph } from "./own-steps";
import { plainText } from "../command/plain-text";

/** What `docker build --progress=rawjson` prints on each line. https://pkg.go.dev/github.com/moby/buildkit/client#SolveStatus */
interface SolveStatus {
  readonly vertexes?: readonly Vertex[];
  readonly statuses?: readonly VertexStatus[];
  readonly logs?: readonly { readonly vertex: string; readonly data: string }[];
}

interface Vertex {
  readonly digest: string;
  readonly name: string;
  readonly inputs?: readonly string[];
  readonly started?: string;
  readonly completed?: string;
  readonly cached?: boolean;
  readonly error?: string;
}

interface VertexStatus {
  readonly id: string;
  readonly vertex: string;
  readonly name?: string;
  readonly current?: number;
  readonly total?: number;
}

/** All that is known of one vertex so far. */
interface Progress {
  vertex: Vertex;
  state?: BuildStep["state"];
  firstStarted?: number;
  readonly output: string[];
  readonly splitter: LineSplitter;
  readonly transfers: Map<string, { current: number; total: number }>;
}

/** Decodes BuildKit's progress into steps and log lines. A line that is not JSON is the engine's own text. */
export function rawjsonProgress(listener: TraceListener): TraceDecoder {
  const known = new Map<string, Progress>();
  const closing: string[] = [];

  const progressOf = (vertex: Vertex): Progress => {
    const before = known.get(vertex.digest);
    if (before) return Object.assign(before, { vertex: { ...before.vertex, ...vertex } });
    const output: string[] = [];
    const splitter = lineSplitter((line) => {
      keepLine(output, line);
      listener.onLog(line);
    });
    const progress: Progress = { vertex, output, splitter, transfers: new Map() };
    known.set(vertex.digest, progress);
    return progress;
  };

  const onVertex = (vertex: Vertex) => {
    const progress = progressOf(vertex);
    if (!vertex.started) return;
    progress.firstStarted ??= Date.parse(vertex.started);
    // BuildKit tells of some vertices twice: a short run that looks into the cache, then the real one.
    const { completed } = vertex;
    const state = vertex.error ? "failed" : vertex.cached ? "cached" : completed ? "done" : "running";
    if (completed) progress.splitter.end();
    const flicker = state === "done" && progress.state === undefined;
    if (state !== progress.state && !flicker) listener.onLog(headline(vertex, state));
    progress.state = state;
    listener.onStep(stepOf(progress));
  };

  const onStatus = (status: VertexStatus) => {
    const progress = known.get(status.vertex);
    // Unpacking goes over the same bytes once more.
    if (!progress || !status.total || /^extract/.test(status.name ?? status.id)) return;
    progress.transfers.set(status.id, { current: status.current ?? 0, total: status.total });
    if (progress.state === "running") listener.onStep(stepOf(progress));
  };

  return {
    line(text) {
      const status = parse(text);
      if (!status) {
        closing.push(text);
        listener.onLog(text);
        return;
      }
      status.vertexes?.forEach(onVertex);
      status.statuses?.forEach(onStatus);
      status.logs?.forEach((log) => known.get(log.vertex)?.splitter.push(Buffer.from(log.data, "base64")));
    },
    trace: () => traceOf([...known.values()], closing),
  };
}

function headline({ name, error }: Vertex, state: BuildStep["state"]): string {
  return plainText(state === "running" ? name : `${name}: ${error ?? state}`);
}

function stepOf({ vertex, state = "running", firstStarted, transfers }: Progress): BuildStep {
  const sum = { current: 0, total: 0 };
  for (const { current, total } of transfers.values()) {
    sum.current += Math.min(current, total);
    sum.total += total;
  }
  const durationMs =
    vertex.completed && firstStarted ? Math.max(0, Date.parse(vertex.completed) - firstStarted) : undefined;
  return {
    id: vertex.digest,
    name: plainText(vertex.name),
    state,
    ...(durationMs !== undefined && state !== "running" && { durationMs }),
    ...(sum.total > 0 && { progress: sum }),
  };
}

function traceOf(all: readonly Progress[], closing: readonly string[]): BuildTrace {
  const last = closing.join("\n");
  const failed = all.filter(({ vertex }) => vertex.error);
  // The steps that ran beside the failing one are cancelled, and have an error of their own.
  const causes = failed.filter(({ vertex }) => !/context canceled$/.test(vertex.error ?? ""));
  const cause = causes.find(({ vertex }) => last.includes(plainText(vertex.error ?? ""))) ?? causes[0] ?? failed[0];
  const graph: StepGraph = new Map(all.map(({ vertex }) => [vertex.digest, vertex]));
  const own = ownSteps(graph);
  return {
    steps: all.filter(({ vertex, state }) => state && isInstruction(vertex.name)).map(stepOf),
    closing,
    ...(cause?.vertex.error && { failure: { message: plainText(cause.vertex.error), output: cause.output } }),
    ...(own && { ownSteps: own }),
  };
}

function parse(text: string): SolveStatus | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    return JSON.parse(text) as SolveStatus;
  } catch {
    return undefined;
  }
}
