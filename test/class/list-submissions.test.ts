import assert from "node:assert/strict";
import { mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { listSubmissions } from "../../src/class/list/list-submissions";
import { tempFolder } from "../support/temp-folder";

describe("the submissions of a class", () => {
  it("are the folders in a folder; hidden ones, links, files and the results are left out, and said", async () => {
    using folder = tempFolder({
      "ben/Dockerfile": "",
      "ada/Dockerfile": "",
      ".hidden/x": "",
      "notes.txt": "",
      "results/x": "",
    });
    symlinkSync("/etc", join(folder.path, "link"));
    const { entries, leftOut } = await listSubmissions(folder.path, join(folder.path, "results"));
    assert.deepEqual(entries, [
      { name: "ada", folder: join(folder.path, "ada"), shownFolder: "ada" },
      { name: "ben", folder: join(folder.path, "ben"), shownFolder: "ben" },
    ]);
    assert.deepEqual(leftOut, [".hidden", "link", "notes.txt"]);
  });

  it("are what a list names, relative to the list, also in UTF-16 as Excel saves it", async () => {
    const text = "Name\tFolder\r\nZoë\twork/zoe\r\n";
    using folder = tempFolder({ "lists/a.csv": Buffer.from(`\uFEFF${text}`, "utf16le") });
    const { entries } = await listSubmissions(join(folder.path, "lists/a.csv"), "out");
    assert.deepEqual(entries, [{ name: "Zoë", folder: join(folder.path, "lists/work/zoe"), shownFolder: "work/zoe" }]);
  });

  it("have one id, wherever the class lies, and another where it is another class", async () => {
    const idOf = async (...names: readonly string[]) => {
      using folder = tempFolder();
      for (const name of names) mkdirSync(join(folder.path, name));
      return (await listSubmissions(folder.path, "out")).id;
    };
    assert.equal(await idOf("ada", "ben"), await idOf("ben", "ada"));
    assert.notEqual(await idOf("ada", "ben"), await idOf("ada", "cleo"));
  });

  it("must be there", async () => {
    using empty = tempFolder({ "file.txt": "" });
    await assert.rejects(listSubmissions(empty.path, "out"), /There is no folder in/);
    await assert.rejects(listSubmissions(join(empty.path, "none"), "out"), /it does not exist/);
  });
});
