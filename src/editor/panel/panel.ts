import { randomBytes } from "node:crypto";
import { type Disposable, type Event, env, Uri, ViewColumn, type Webview, type WebviewPanel, window } from "vscode";
import { escapeHtml } from "./markdown-html";

/** What a panel shows, and what it does when somebody uses it. */
export interface PanelContent {
  /** panels of the same key share a tab: opening one again brings it to the front */
  readonly key: string;
  readonly title: string;
  /** what somebody has begun to type is kept for this, where one tab asks several things; else for the key */
  readonly draftsOf?: string;
  /** the body, drawn anew whenever it is asked for; `address` turns a file of the extension into one that the panel can load */
  body(address: (file: string) => string): Promise<string> | string;
  /** A form was sent: the button's `value`, and what the fields held. */
  onSubmit?(action: string, values: Readonly<Record<string, string>>): Promise<void> | void;
  /** when to draw the body again */
  readonly onDidChange?: Event<unknown>;
}

/**
 * The commands that links in a panel may run: the course's own, and nothing that builds or removes without being asked again; and
 * VS Code's own for handing in, which ask for a name, a message or an account.
 */
const LINKS = [
  ...[
    "addWorkflow",
    "answerQuestion",
    "checkBeforePush",
    "checkEnvironment",
    "cleanUp",
    "compareImages",
    "explainRule",
    "exportReport",
    "openFile",
  ],
  ...["openPage", "openStep", "prepareOffline", "resetStep", "runCheck", "runChecks", "runInTerminal", "showHint"],
  ...["showProgressFile", "startChallenge", "troubleshoot", "verifyTask"],
].map((name) => `dockerizeCoach.${name}`);

const GIT_LINKS = ["git.init", "git.publish", "git.sync", "github.publish", "workbench.view.scm"];

/**
 * The course's panels: pages, questions, hints, tables. Their content policy lets in the extension's own style and script and
 * nothing else; no address of the network is ever loaded.
 */
export class Panels implements Disposable {
  private readonly open = new Map<
    string,
    { readonly panel: WebviewPanel; show(content: PanelContent): Promise<void> }
  >();

  constructor(private readonly extension: Uri) {}

  /** Shows a panel, in the tab that it has already or in a new one. Resolves once its content is drawn. */
  async show(content: PanelContent, column: ViewColumn = ViewColumn.Active): Promise<void> {
    const known = this.open.get(content.key);
    if (known) {
      known.panel.reveal(known.panel.viewColumn ?? column);
      return known.show(content);
    }
    const panel = window.createWebviewPanel("dockerizeCoach.panel", content.title, column, {
      enableScripts: true,
      enableCommandUris: [...LINKS, ...GIT_LINKS],
      enableFindWidget: true,
      localResourceRoots: [Uri.joinPath(this.extension, "media")],
    });
    panel.iconPath = Uri.joinPath(this.extension, "media", "icon.png");
    let shown = content;
    let listener: Disposable | undefined;
    let drawn = "";
    const draw = async (): Promise<void> => {
      const address = (file: string): string =>
        panel.webview.asWebviewUri(Uri.joinPath(this.extension, file)).toString();
      panel.title = shown.title;
      const body = await shown.body(address);
      if (this.open.get(content.key)?.panel !== panel) return;
      // drawing takes the caret away from whoever is typing, so it is done only where there is something new
      if (drawn === `${shown.title} ${body}`) return;
      drawn = `${shown.title} ${body}`;
      panel.webview.html = page(panel.webview, shown, body, address);
    };
    const show = async (next: PanelContent): Promise<void> => {
      shown = next;
      listener?.dispose();
      listener = next.onDidChange?.(() => void draw());
      await draw();
    };
    this.open.set(content.key, { panel, show });
    panel.webview.onDidReceiveMessage(async (message: { action: string; values: Record<string, string> }) => {
      await shown.onSubmit?.(message.action, message.values);
    });
    panel.onDidDispose(() => {
      listener?.dispose();
      this.open.delete(content.key);
    });
    await show(content);
  }

  dispose(): void {
    for (const { panel } of [...this.open.values()]) panel.dispose();
  }
}

function page(webview: Webview, content: PanelContent, body: string, address: (file: string) => string): string {
  const nonce = randomBytes(16).toString("base64");
  const policy = `default-src 'none'; img-src ${webview.cspSource}; style-src ${webview.cspSource}; script-src 'nonce-${nonce}'; form-action 'none'; base-uri 'none'`;
  return `<!DOCTYPE html>
<html lang="${escapeHtml(env.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(content.title)}</title>
<link rel="stylesheet" href="${address("media/panel.css")}">
</head>
<body data-key="${escapeHtml(content.draftsOf ?? content.key)}">
<main>${body}</main>
<script nonce="${nonce}" src="${address("media/panel.js")}"></script>
</body>
</html>`;
}
