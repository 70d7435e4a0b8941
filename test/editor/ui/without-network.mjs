import { session } from "./session.mjs";

/** This machine, and the address by which VS Code hands a webview its extension's files. */
const LOCAL = /^(localhost|127\.0\.0\.1)$|\.vscode-resource\.vscode-cdn\.net$/;

/** From now on the window reaches this machine only. Gives the list that what the coach's documents ask for elsewhere is noted in. */
export async function withoutNetwork() {
  const refused = [];
  await session.page.context().route(
    (url) => /^https?:$/.test(url.protocol) && !LOCAL.test(url.hostname),
    (route) => {
      // VS Code's own window asks for its gallery of extensions
      if (route.request().frame().parentFrame() !== null) refused.push(route.request().url());
      return route.abort();
    },
  );
  return refused;
}
