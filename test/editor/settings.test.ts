import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Setting>>;
  readonly additionalProperties?: boolean;
}

interface Manifest {
  readonly capabilities: { readonly untrustedWorkspaces: { readonly supported: unknown } };
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
}

const manifest = JSON.parse(readFileSync(join(__dirname, "..", "..", "package.json"), "utf8")) as Manifest;

describe("the extension's settings", () => {
  for (const [name, setting] of Object.entries(manifest.contributes.configuration.properties)) {
    it(`let a folder choose among known words for ${name}, or belong to the machine`, () => {
      // a free text could name a program or a socket: then the folder that VS Code opens must not be able to set it
      assert.ok(isClosed(setting) || /^machine/.test(setting.scope ?? ""), JSON.stringify(setting));
    });
  }

  it("are not asked to make up for trust: in an untrusted folder the extension is limited by itself", () => {
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, "limited");
  });
});

/** Whether nobody can write a text of their own into it. */
function isClosed({ type, enum: words, properties = {}, additionalProperties }: Setting): boolean {
  if (type === "boolean" || words !== undefined) return true;
  return type === "object" && additionalProperties === false && Object.values(properties).every(isClosed);
}
