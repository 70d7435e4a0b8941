import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { resetStepFile } from "../../src/folder/reset-step";
import { tempFolder } from "../support/temp-folder";

const NOW = Date.UTC(2030, 0, 1);

describe("beginning a step anew", () => {
  it("puts the starter's file back, and keeps the learner's own", async () => {
    using folder = tempFolder({ Dockerfile: "FROM mine\n" });
    using starter = tempFolder({ Dockerfile: "# begin here\n" });
    using backups = tempFolder();
    const request = { folder: folder.path, file: "Dockerfile", starter: starter.path, backups: backups.path, now: NOW };
    const { backup, restored } = await resetStepFile(request);
    assert.equal(restored, true);
    assert.equal(readFileSync(join(folder.path, "Dockerfile"), "utf8"), "# begin here\n");
    assert.equal(readFileSync(backup ?? "", "utf8"), "FROM mine\n");
  });

  it("takes away what the starter does not have, and keeps it too", async () => {
    using folder = tempFolder({ ".dockerignore": "venv\n" });
    using starter = tempFolder();
    using backups = tempFolder();
    const request = {
      folder: folder.path,
      file: ".dockerignore",
      starter: starter.path,
      backups: backups.path,
      now: NOW,
    };
    const { backup, restored } = await resetStepFile(request);
    assert.equal(restored, false);
    assert.equal(existsSync(join(folder.path, ".dockerignore")), false);
    assert.equal(readFileSync(backup ?? "", "utf8"), "venv\n");
  });

  it("changes nothing where the backup cannot be written", async () => {
    using folder = tempFolder({ Dockerfile: "FROM mine\n" });
    using starter = tempFolder({ Dockerfile: "# begin here\n" });
    using notAFolder = tempFolder({ backups: "a file" });
    const backups = join(notAFolder.path, "backups");
    const request = { folder: folder.path, file: "Dockerfile", starter: starter.path, backups, now: NOW };
    await assert.rejects(resetStepFile(request));
    assert.equal(readFileSync(join(folder.path, "Dockerfile"), "utf8"), "FROM mine\n");
  });
});
