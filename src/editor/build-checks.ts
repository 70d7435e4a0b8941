import { join } from "node:path";
import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import { openProject } from "../core/lint/project";
import { buildContextOf } from "../core/lint/build-context";
import { type BuildCheckFinding, runBuildChecks } from "../docker/build-check";
import { readSubmission } from "../folder/read-submission";

const SOURCE = "Docker build check";
const WHOLE_LINE = 10_000;

/** What Docker's own build checks said of each folder's Dockerfile, shown as problems of their own source. */
export class BuildChecks implements Disposable {
  private readonly counts = new Map<string, number>();
  private readonly shown = languages.createDiagnosticCollection("dockerizeCoach.buildChecks");
  private readonly changed = new EventEmitter<void>();
  private readonly listener = workspace.onDidChangeTextDocument(({ document }) => this.forget(document));
  readonly onDidChange = this.changed.event;

  /** how many findings the last look at a folder brought; undefined before the first, and after a change */
  countOf(folder: string): number | undefined {
    return this.counts.get(folder);
  }

  /** Runs the checks over the saved Dockerfile of a folder. Throws an EngineFault where Docker cannot, or the signal's reason. */
  async run(folder: string, signal: AbortSignal): Promise<number> {
    const project = openProject(await readSubmission(folder));
    const context = buildContextOf(project, "Dockerfile");
    const dockerfile = join(folder, "Dockerfile");
    const findings = await runBuildChecks({
      context: join(folder, context?.folder ?? ""),
      dockerfile,
      ...(context?.target !== undefined && { target: context.target }),
      env: process.env,
      signal,
    });
    this.shown.set(Uri.file(dockerfile), findings.map(diagnostic));
    this.counts.set(folder, findings.length);
    this.changed.fire();
    return findings.length;
  }

  dispose(): void {
    this.listener.dispose();
    this.shown.dispose();
    this.changed.dispose();
  }

  /** They were about the text as it was. */
  private forget({ uri }: TextDocument): void {
    if (!this.shown.has(uri)) return;
    this.shown.delete(uri);
    for (const folder of [...this.counts.keys()]) {
      if (join(folder, "Dockerfile") === uri.fsPath) this.counts.delete(folder);
    }
    this.changed.fire();
  }
}

function diagnostic({ rule, message, url, startLine, endLine }: BuildCheckFinding): Diagnostic {
  const shown = new Diagnostic(new Range(startLine, 0, endLine, WHOLE_LINE), message, DiagnosticSeverity.Warning);
  shown.source = SOURCE;
  shown.code = url === undefined ? rule : { value: rule, target: Uri.parse(url) };
  return shown;
}
