import assert from "node:assert/strict";
import { commands, extensions } from "vscode";

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

describe("the extension in VS Code", () => {
  const extension = extensions.getExtension<unknown>("dockerize-coach.dockerize-coach");

  it("activates by itself in a challenge", async () => {
    assert.ok(extension);
    await extension.activate();
    assert.equal(extension.isActive, true);
  });

  it("registers every command that its manifest promises", async () => {
    const manifest = extension?.packageJSON as Manifest;
    const registered = new Set(await commands.getCommands(true));
    const missing = manifest.contributes.commands.filter(({ command }) => !registered.has(command));
    assert.deepEqual(missing, []);
  });
});
