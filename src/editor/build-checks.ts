import { join } from "node:path";
import { Diagnostic, DiagnosticSeverity, Disposable, languages, Range, Uri } from "vscode";
import { buildContextOf, composeBuilds } from "../core/lint/build-context";
import { openProject, type Project } from "../core/lint/project";
import { runBuildChecks } from "../docker/build/build-check";
import type { BuildCheckFinding } from "../docker/build/build-check-report";
import { readSubmission } from "../folder/read-submission";
import { fingerprint } from "./store/fingerprint";
import type { ReportStore } from "./store/report-store";

const SOURCE = "Docker build check";
/** The checks name lines only. */
const END_OF_LINE = 100_000;

/** What Docker's own build checks said of the saved text of each folder, as problems with a source of their own. */
export class BuildChecks implements Disposable {
  private readonly shown = languages.createDiagnosticCollection("dockerizeCoach.buildChecks");
  private readonly latest = new Map<string, { readonly place: Uri; readonly found: readonly Diagnostic[] }>();
  private readonly listener: Disposable;

  constructor(private readonly store: ReportStore) {
    this.listener = store.onDidChange(() => this.show());
  }

  /**
   * Runs the checks over what a folder has on disk. Resolves to the number of findings, or to undefined where there is no
   * Dockerfile to check. Throws an EngineFault where Docker cannot, and the signal's reason when it is stopped.
   */
  async run(folder: string, signal: AbortSignal): Promise<number | undefined> {
    const submission = await readSubmission(folder);
    const project = openProject(submission);
    const path = dockerfileOf(project);
    if (!project.files.has(path)) return undefined;
    const { folder: context = "", target } = buildContextOf(project, path) ?? {};
    const { warnings, error } = await runBuildChecks({
      context: join(folder, context),
      dockerfile: join(folder, path),
      ...(target !== undefined && { target }),
      env: process.env,
      signal,
    });
    const place = Uri.file(join(folder, path));
    const errors = error ? [diagnostic(error, DiagnosticSeverity.Error)] : [];
    const found = [...warnings.map((warning) => diagnostic(warning, DiagnosticSeverity.Warning)), ...errors];
    this.shown.clear();
    this.latest.set(folder, { place, found });
    this.store.update(folder, (state) => {
      return {
        ...state,
        buildChecks: { found: found.length, fingerprint: fingerprint(submission, state.otherChanges) },
      };
    });
    return found.length;
  }

  dispose(): void {
    Disposable.from(this.listener, this.shown).dispose();
  }

  /** What was said of another text than the editor's points at the wrong lines. */
  private show(): void {
    for (const [folder, { place, found }] of this.latest) {
      const state = this.store.get(folder);
      const isCurrent = state !== undefined && state.buildChecks?.fingerprint === state.live.fingerprint;
      if (isCurrent === this.shown.has(place)) continue;
      if (isCurrent) this.shown.set(place, found);
      else this.shown.delete(place);
    }
  }
}

/** The Dockerfile that Compose builds the app from, else the folder's own. */
function dockerfileOf(project: Project): string {
  const builds = composeBuilds(project, "");
  return (builds.find(({ service }) => service === "api") ?? builds[0])?.dockerfile ?? "Dockerfile";
}

function diagnostic({ rule, message, url, startLine, endLine }: BuildCheckFinding, severity: DiagnosticSeverity) {
  const shown = new Diagnostic(new Range(startLine, 0, endLine, END_OF_LINE), message, severity);
  shown.source = SOURCE;
  if (rule !== undefined) shown.code = url === undefined ? rule : { value: rule, target: Uri.parse(url) };
  return shown;
}
