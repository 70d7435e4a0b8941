/** What there is to say before a push. Nothing here costs points. */
export interface PushReport {
  /** when it was looked, as ISO 8601 in UTC */
  readonly at: string;
  readonly items: readonly PushResult[];
}

/**
 * `ok`; `note`: worth knowing; `todo`: no mistake, but a step that is still to come; `problem`: to be mended before the push.
 * `observed` and, unless ok, `why` and `next` are short plain sentences.
 */
export interface PushResult {
  readonly id: PushItemId;
  readonly title: string;
  readonly status: "ok" | "note" | "todo" | "problem";
  readonly observed: string;
  readonly why?: string;
  readonly next?: string;
  /** what the editor can do about it */
  readonly actions?: readonly PushAction[];
  /** a page of the web, by https */
  readonly link?: string;
}

export type PushItemId =
  | "repository"
  | "secrets"
  | "clutter"
  | "needed-files"
  | "env-file"
  | "large-files"
  | "elsewhere"
  | "scripts"
  | "workflow"
  | "branch"
  | "committed"
  | "pushed"
  | "actions";

export type PushAction =
  "init" | "publish" | "publish-branch" | "sync" | "source-control" | "gitignore" | "add-workflow";
