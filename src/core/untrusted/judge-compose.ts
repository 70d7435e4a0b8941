import type { ComposeFileModel } from "../parse/compose-file";
import type { ParsedSubmission } from "../parse/parse-submission";
import type { DocumentPath } from "../compose/document-path";
import { whyLeftOut } from "../left-out";
import type { TextRange } from "../text";
import { COMPOSE_FILE } from "./compose-keys";
import { placeProblem } from "./place-problem";
import type { Refusal } from "./refusal";
import { foreignTags } from "./yaml-tags";

/** A Compose file of the challenge has a kilobyte; aliases can make much of little. Characters. */
const MOST_CHARACTERS = 1024 * 1024;

/**
 * What the Compose file of untrusted work, and the .env beside it, ask for that they do not get; to be judged before Compose sees
 * them. Empty: they may be resolved. Takes a file that can be read as YAML.
 */
export function judgeCompose(file: ComposeFileModel, { submission }: ParsedSubmission): readonly Refusal[] {
  const source = submission.files.get(file.path);
  const size = writtenOut(file.document);
  if (size === undefined || size > MOST_CHARACTERS) return [tooMuch(file.path)];
  const found = COMPOSE_FILE(file.document, [], (written) => placeProblem(written, submission));
  return [
    ...(source ? foreignTags(source) : []),
    ...found.map(({ path, message, next }): Refusal => {
      const range = nearestRange(file, path);
      return { file: file.path, message, next, ...(range && { range }) };
    }),
    ...leftOutEnvironment(whyLeftOut(submission, ".env")),
  ];
}

/** How long the file is with its aliases written out; undefined where it has no end, since it stands for a part of itself. */
function writtenOut(document: unknown): number | undefined {
  try {
    return JSON.stringify(document)?.length;
  } catch {
    return undefined;
  }
}

/** What comes by an alias or a merge stands elsewhere: there the line that takes it in is shown. */
function nearestRange(file: ComposeFileModel, path: DocumentPath): TextRange | undefined {
  for (let length = path.length; length > 0; length -= 1) {
    const range = file.rangeOf(path.slice(0, length));
    if (range) return range;
  }
  return undefined;
}

function tooMuch(file: string): Refusal {
  const message = "The file's aliases (*name) unfold into more than the coach reads.";
  return { file, message, next: "Write the services out, without aliases." };
}

function leftOutEnvironment(why: string | undefined): readonly Refusal[] {
  if (why === undefined) return [];
  return [
    { file: ".env", message: `\`.env\` ${why}.`, next: "Make it a plain text file inside the folder, or remove it." },
  ];
}
