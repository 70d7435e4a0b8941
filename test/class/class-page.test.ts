import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { Window } from "happy-dom";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { classPage } from "../../src/class/result/class-page";
import { reportOf } from "../cli/report-of";
import { aClass, aSubmission, undecided } from "./a-submission";

const EVIL = `"><img src=x onerror=alert(1)><script>alert(2)</script></title></style>'\u202e\u001b[2J`;

const CLASS = aClass([
  aSubmission("ada"),
  aSubmission("ben", { report: reportOf({ compose: { status: "failed", observed: EVIL, why: EVIL, next: EVIL } }) }),
  aSubmission("cleo", {
    report: reportOf({
      compose: { status: "failed", observed: "o", why: "w", next: "n" },
      healthcheck: { status: "failed" },
      dockerignore: { status: "failed" },
    }),
  }),
  aSubmission(`dora ${EVIL}`, { folder: EVIL, report: undecided() }),
]);

type Element = DefaultTreeAdapterTypes.Element;

/** Every element of a page, as the parser that browsers agree on sees it. */
function elementsOf(html: string): readonly Element[] {
  const problems: string[] = [];
  const tree = parse(html, { onParseError: ({ code }) => problems.push(code) });
  assert.deepEqual(problems, []);
  const below = (node: DefaultTreeAdapterTypes.Node): readonly Element[] => [
    ...("tagName" in node ? [node] : []),
    ...("childNodes" in node ? node.childNodes.flatMap(below) : []),
  ];
  return below(tree);
}

function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attrs.find((candidate) => candidate.name === name)?.value;
}

describe("the page of a class", () => {
  const html = classPage(CLASS);
  const elements = elementsOf(html);
  const all = (tag: string) => elements.filter(({ tagName }) => tagName === tag);

  it("loads nothing, and links only to its own parts", () => {
    for (const { tagName, attrs } of elements) {
      assert.ok(!["link", "img", "iframe", "object", "embed", "base", "form", "svg"].includes(tagName), tagName);
      for (const { name, value } of attrs) {
        assert.doesNotMatch(name, /^(on|src|style$|action|data$|background)/, `${tagName} ${name}`);
        if (name === "href") assert.match(value, /^#submission-\d+$/);
      }
    }
    assert.doesNotMatch(all("style").map(textOf).join(""), /url\(|@import/);
  });

  it("allows exactly its own style and script", () => {
    const policy =
      attribute(
        all("meta").find((meta) => attribute(meta, "http-equiv")),
        "content",
      ) ?? "";
    const hashes = [...all("style"), ...all("script")].map((element) => {
      return `sha256-${createHash("sha256").update(textOf(element)).digest("base64")}`;
    });
    assert.equal(hashes.length, 2);
    assert.equal(policy, `default-src 'none'; style-src '${hashes[0]}'; script-src '${hashes[1]}'`);
  });

  it("shows hostile names and output as text, without what would turn it around", () => {
    assert.doesNotMatch(html, /[\u0000-\u0008\u001b\u202e]/);
    const link = all("a").find((element) => textOf(element).startsWith("dora"));
    assert.match(textOf(link), /dora "><img src=x onerror=alert\(1\)>/);
  });

  it("names every head of its tables, and gives each a caption", () => {
    for (const head of all("th")) assert.match(attribute(head, "scope") ?? "", /^(row|col)$/);
    assert.equal(all("caption").length, all("table").length);
    for (const table of all("table")) assert.ok(table.childNodes.some((node) => node.nodeName === "caption"));
  });

  it("lists first what most miss", () => {
    const titles = all("th")
      .filter((head) => attribute(head, "scope") === "row")
      .map(textOf);
    assert.deepEqual(titles.slice(0, 2), ["Compose runs the API with Redis", "Health check works"]);
  });

  it("says each state in words too, and leaves open points open", () => {
    const words = all("span")
      .filter((span) => attribute(span, "class") === "unseen")
      .map(textOf);
    assert.ok(words.includes("failed, 0 of 15"));
    assert.ok(words.includes("could not be decided, 0 of 10"));
    assert.match(html, /In 1, something could not be decided: those points are open, not lost\./);
  });
});

describe("the page of a class in a browser", () => {
  it("sorts by the column whose head is pressed, the other way round when pressed again, and says so", async () => {
    const window = new Window({
      settings: { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true },
    });
    const { document } = window;
    document.write(classPage(CLASS));
    await window.happyDOM.waitUntilComplete();
    const heads = [...document.querySelectorAll("#submissions thead th")];
    const press = (title: string) => {
      const head = heads.find((candidate) => candidate.textContent === title);
      head?.querySelector("button")?.click();
      return head?.getAttribute("aria-sort");
    };
    const names = () =>
      [...document.querySelectorAll("#submissions tbody th")].map((cell) => cell.textContent.slice(0, 4));
    assert.deepEqual(names(), ["ada", "ben", "cleo", "dora"]);
    assert.equal(press("Points"), "ascending");
    assert.deepEqual(names(), ["cleo", "dora", "ben", "ada"]);
    assert.equal(press("Points"), "descending");
    assert.deepEqual(names(), ["ada", "ben", "dora", "cleo"]);
    assert.equal(press("Name"), "ascending");
    assert.deepEqual(names(), ["ada", "ben", "cleo", "dora"]);
    assert.equal(heads.filter((head) => head.hasAttribute("aria-sort")).length, 1);
    await window.happyDOM.close();
  });
});

function textOf(element: Element | undefined): string {
  return (element?.childNodes ?? [])
    .map((node) => ("value" in node ? node.value : "tagName" in node ? textOf(node) : ""))
    .join("");
}
