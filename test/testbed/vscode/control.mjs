import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { createServer } from "node:http";
import { dirname, isAbsolute, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

/**
 * Lets a suite inside VS Code use the workbench around it as a person would, over HTTP on this machine:
 *   GET  URL/screenshot?name=FILE          a picture, answered with its path
 *   GET  URL/text?selector=S&contains=T    the text of an element, once it contains T (within `timeout` ms, 5000)
 *   GET  URL/click?selector=S   URL/press?keys=Control+Shift+M   URL/type?text=T
 *   POST URL/run                           the body is the source of an async function of playwright's page; answers JSON
 * The URL holds a secret of the run. `page` is a function, because the page opens later: { url, close }.
 */
export async function openControl(page) {
  const secret = randomBytes(12).toString("hex");
  const actions = actionsOn(page);
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://localhost");
    const action = actions[pathname.slice(secret.length + 2)];
    if (!pathname.startsWith(`/${secret}/`) || !action || !page()) return void response.writeHead(404).end();
    try {
      const answer = await action(Object.fromEntries(searchParams), await bodyOf(request));
      response.writeHead(200, { "content-type": "text/plain; charset=utf-8" }).end(answer ?? "ok");
    } catch (error) {
      response.writeHead(500).end(error.message);
    }
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return { url: `http://127.0.0.1:${server.address().port}/${secret}`, close: () => server.close() };
}

function actionsOn(page) {
  const first = (selector) => page().locator(selector).first();
  return {
    screenshot: ({ name }) => screenshot(page(), name),
    text: ({ selector, contains = "", timeout = "5000" }) => textOf(first(selector), contains, Number(timeout)),
    click: ({ selector, timeout = "5000" }) => first(selector).click({ timeout: Number(timeout) }),
    press: ({ keys }) => page().keyboard.press(keys),
    type: ({ text }) => page().keyboard.type(text),
    run: async (_query, source) => JSON.stringify((await (0, eval)(`(${source})`)(page())) ?? null),
  };
}

/** A picture of the page, answered with its path: a path as it is, or a title, in the folder for screenshots. */
export async function screenshot(page, name) {
  const title = name.replace(/\.png$/, "").replace(/[^\w.-]+/g, "-");
  const file = isAbsolute(name)
    ? name
    : resolve(process.env.VSCODE_HEADLESS_SHOTS ?? "out/screenshots", `${title}.png`);
  mkdirSync(dirname(file), { recursive: true });
  await page.screenshot({ path: file });
  return file;
}

async function textOf(locator, contains, limit) {
  const end = Date.now() + limit;
  for (;;) {
    const text = await locator.innerText({ timeout: limit });
    if (text.includes(contains)) return text;
    if (Date.now() > end) throw new Error(`the text is ${JSON.stringify(text)}, not ${JSON.stringify(contains)}`);
    await delay(50);
  }
}

async function bodyOf(request) {
  let body = "";
  for await (const chunk of request.setEncoding("utf8")) body += chunk;
  return body;
}
