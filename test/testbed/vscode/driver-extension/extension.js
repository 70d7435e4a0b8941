// Loaded beside the extension under development by scripts/start.mjs on a desktop: runs the checks once the window is
// up, and writes the Report to the file that DOCKERIZE_COACH_REPORT names.
const { writeFile, rename } = require("node:fs/promises");
const { commands } = require("vscode");

exports.activate = async () => {
  const file = process.env.DOCKERIZE_COACH_REPORT;
  if (!file) return;
  const report = await commands.executeCommand("dockerizeCoach.runChecks").then(
    (value) => value ?? { error: "The checks gave no report." },
    (error) => ({ error: String(error) }),
  );
  await writeFile(`${file}.part`, JSON.stringify(report));
  await rename(`${file}.part`, file);
};
