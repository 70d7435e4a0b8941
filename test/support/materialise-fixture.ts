import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fixtureFolder, type FileEncoding, type Fixture } from "./fixture";

const CHALLENGE = join(__dirname, "..", "..", "challenge");

/** The solution holds only what a learner writes: it lies over the starter. */
const LAYERS = { empty: [], starter: ["starter"], solution: ["starter", "solution"] } as const;

/** A folder on disk as a learner would have it, gone again with `dispose`. */
export interface SubmissionFolder extends Disposable {
  readonly path: string;
}

/** Writes the fixture's base, then what differs from it, into a new temporary folder. */
export function materialise(fixture: Fixture): SubmissionFolder {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), "dockerize-coach-fixture-")));
  const path = join(parent, fixture.name);
  for (const layer of LAYERS[fixture.base]) cpSync(join(CHALLENGE, layer), path, { recursive: true });
  cpSync(fixtureFolder(fixture.name), path, { recursive: true, filter: (source) => !source.endsWith("fixture.json") });
  for (const file of fixture.remove ?? []) rmSync(join(path, file), { recursive: true });
  for (const [file, changes] of Object.entries(fixture.replace ?? {})) replaceIn(join(path, file), changes);
  for (const [file, encoding] of Object.entries(fixture.encode ?? {})) encodeFile(join(path, file), encoding);
  for (const [file, target] of Object.entries(fixture.links ?? {})) symlinkSync(target, join(path, file));
  return { path, [Symbol.dispose]: () => rmSync(parent, { recursive: true, force: true }) };
}

/** A text that is not there, or there twice, would make the fixture something else than it says. */
function replaceIn(file: string, changes: Readonly<Record<string, string>>): void {
  let text = readFileSync(file, "utf8");
  for (const [from, to] of Object.entries(changes)) {
    const pieces = text.split(from);
    if (pieces.length !== 2) throw new Error(`${file} holds ${pieces.length - 1} times, not once: ${from}`);
    text = pieces.join(to);
  }
  writeFileSync(file, text);
}

function encodeFile(file: string, encoding: FileEncoding): void {
  const text = readFileSync(file, "utf8");
  const mode = statSync(file).mode;
  const crlf = text.replaceAll("\n", "\r\n");
  const encoded: Readonly<Record<FileEncoding, Buffer>> = {
    // as PowerShell 5 writes with `>`
    "utf-16le": Buffer.from(`\uFEFF${crlf}`, "utf16le"),
    "utf-8-bom": Buffer.from(`\uFEFF${text}`),
    crlf: Buffer.from(crlf),
    "utf-8-bom-crlf": Buffer.from(`\uFEFF${crlf}`),
  };
  writeFileSync(file, encoded[encoding], { mode });
}
