import { Disposable, EventEmitter, extensions, type TextDocument, type Uri, workspace } from "vscode";
import type { FileKind } from "../../core/file-kind";
import type { Finding } from "../../core/lint/finding";
import { lintFile } from "../../core/lint/lint-file";
import type { Rule } from "../../core/lint/rule";
import { RULES, ruleNamed } from "../../core/rules/registry";
import type { ReportStore } from "../store/report-store";
import { documentInProject, type DocumentInProject } from "./document-project";
import { documentKind } from "./document-kind";
import { type LearningPhase, learningPhase } from "./learning-phase";
import { lintSettings } from "./lint-settings";
import type { PassedOnce } from "./passed-once";
import { type ShownBy, shownSeverity } from "./shown-severity";

/** How long a person must pause before their text is looked at, in milliseconds. */
const PAUSE_MS = 250;

/** What is known of one open document, for exactly one version of its text. */
export interface LintedDocument extends DocumentInProject {
  readonly kind: FileKind;
  readonly version: number;
  /** with the severities that the editor shows, hidden ones left out */
  readonly findings: readonly Finding[];
  /** those that are neither switched off nor left to another extension */
  readonly rules: readonly Rule[];
  readonly phase: LearningPhase;
}

/**
 * Keeps what the rules find in the open documents up to date with their text, saved or not. Nothing is run, so it works
 * in folders that are not trusted too. Of two looks at a document that overlap, the later one counts.
 */
export class LintedDocuments implements Disposable {
  private readonly known = new Map<string, LintedDocument>();
  private readonly pauses = new Map<string, NodeJS.Timeout>();
  private readonly looks = new Map<string, number>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly listeners: Disposable;
  readonly onDidChange = this.changed.event;

  constructor(
    store: ReportStore,
    private readonly passed: PassedOnce,
  ) {
    this.listeners = Disposable.from(
      workspace.onDidOpenTextDocument((document) => void this.look(document)),
      workspace.onDidChangeTextDocument(({ document }) => this.lookSoon(document)),
      // A file beside it may have changed what it means: the ignore file, the Compose file, a file that it copies.
      workspace.onDidSaveTextDocument(() => this.lookAtAllSoon()),
      workspace.onDidCreateFiles(() => this.lookAtAllSoon()),
      workspace.onDidDeleteFiles(() => this.lookAtAllSoon()),
      workspace.onDidRenameFiles(() => this.lookAtAllSoon()),
      workspace.onDidCloseTextDocument((document) => this.forget(document)),
      workspace.onDidChangeConfiguration(
        (event) => event.affectsConfiguration("dockerizeCoach") && this.lookAtAllSoon(),
      ),
      extensions.onDidChange(() => this.lookAtAllSoon()),
      store.onDidChange(() => this.passed.note(store) && this.lookAtAllSoon()),
    );
    this.lookAtAllSoon();
  }

  get(uri: Uri): LintedDocument | undefined {
    return this.known.get(uri.toString());
  }

  /** Looks at a document now; undefined where it is none of the coach's business, or was closed in the meantime. */
  async look(document: TextDocument): Promise<LintedDocument | undefined> {
    const kind = documentKind(document);
    const key = document.uri.toString();
    if (!kind) return this.forget(document);
    clearTimeout(this.pauses.get(key));
    const look = (this.looks.get(key) ?? 0) + 1;
    this.looks.set(key, look);
    const version = document.version;
    const place = await documentInProject(document);
    if (this.looks.get(key) !== look || document.isClosed) return this.get(document.uri);
    const linted = { ...place, kind, version, ...this.lint(document, place, kind) };
    this.known.set(key, linted);
    this.changed.fire(document.uri);
    return linted;
  }

  /** What is known of a document's text as it is at this moment; undefined where that changes faster than one can look. */
  async upToDate(document: TextDocument): Promise<LintedDocument | undefined> {
    const isCurrent = (linted: LintedDocument | undefined) => linted?.version === document.version;
    const known = this.get(document.uri);
    if (isCurrent(known)) return known;
    const linted = await this.look(document);
    return isCurrent(linted) ? linted : undefined;
  }

  dispose(): void {
    this.listeners.dispose();
    for (const pause of this.pauses.values()) clearTimeout(pause);
    this.changed.dispose();
  }

  private lint({ uri }: TextDocument, { project, path, root }: DocumentInProject, kind: FileKind) {
    const settings = lintSettings(uri);
    const hasRun = root !== undefined && this.passed.has(root);
    const dockerfile = kind === "dockerfile" ? project.dockerfile(path) : project.dockerfile("Dockerfile");
    const phase = settings.phase ?? learningPhase(dockerfile, hasRun);
    const { saidByOthers } = settings;
    const by = ({ id }: Rule): ShownBy => ({ level: settings.levelOf(id), phase, saidByOthers });
    const { findings } = lintFile(project, path, { kind });
    const shown = findings.flatMap((finding) => {
      const rule = ruleNamed(finding.rule);
      const severity = rule && shownSeverity(rule, finding.severity, by(rule));
      return severity ? [{ ...finding, severity }] : [];
    });
    const rules = RULES.filter((rule) => shownSeverity(rule, rule.severity, by(rule)) !== undefined);
    return { findings: shown, rules, phase };
  }

  private lookSoon(document: TextDocument): void {
    if (!documentKind(document)) return;
    this.lookLater(document);
    // Its neighbours may mean something else now.
    for (const other of workspace.textDocuments) {
      if (other !== document && this.known.has(other.uri.toString())) this.lookLater(other);
    }
  }

  private lookAtAllSoon(): void {
    for (const document of workspace.textDocuments) this.lookLater(document);
  }

  private lookLater(document: TextDocument): void {
    if (!documentKind(document)) return;
    const key = document.uri.toString();
    clearTimeout(this.pauses.get(key));
    this.pauses.set(
      key,
      setTimeout(() => void this.look(document), PAUSE_MS),
    );
  }

  private forget({ uri }: TextDocument): undefined {
    const key = uri.toString();
    clearTimeout(this.pauses.get(key));
    this.pauses.delete(key);
    this.looks.delete(key);
    if (this.known.delete(key)) this.changed.fire(uri);
    return undefined;
  }
}
