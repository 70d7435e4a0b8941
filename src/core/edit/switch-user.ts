import { baseFamily } from "../image/base-programs";
import { createdGroups, createdUsers } from "../image/installed-programs";
import { needsRoot, startsAsRoot, writesFiles } from "../image/needs-root";
import type { Fix, TextEdit } from "../lint/finding";
import type { DockerfileSubject } from "../lint/subjects";
import { effectiveUser, isRootUser } from "../parse/effective-user";
import { rootImage } from "../parse/root-image";
import { userAt } from "../parse/user-at";
import { APP_UID, APP_USER, createUserLines } from "./create-user";
import { indentOf, isLowerCase, keywordLike } from "./keyword-case";
import { insertAfter, insertBefore, replace } from "./lines";
import { sharePackages } from "./share-packages";

interface Choice {
  readonly title: string;
  readonly user: string;
  /** what creates the user */
  readonly lines: readonly string[];
}

/**
 * Fixes that let the shipped app work without root's rights: as a user that the Dockerfile creates already, or as one that
 * the fix creates, or as a number without a name. Packages in root's home move out of it by the same fix. None where the
 * app could not work as somebody else. The first is preferred, unless nobody knows what the app needs: where a script
 * starts it, where it has folders to write to, or where the base image is not known and the author has created no user either.
 */
export function switchUserFixes(subject: DockerfileSubject): readonly Fix[] {
  const { dockerfile, final } = subject;
  const packages = sharePackages(subject);
  if (!packages || needsRoot(dockerfile, final)) return [];
  const isCertain = !writesFiles(dockerfile, final) && (startsAsRoot(final) || appUsers(subject).length > 0);
  return choicesOf(subject).map(({ title, user, lines }, index) => ({
    title,
    edits: [...packages, ...switchTo(subject, user, lines)],
    ...(index === 0 && isCertain && { preferred: true as const }),
  }));
}

/** Users of the shipped image, created by the Dockerfile, that are not root under another name. */
export function appUsers({ dockerfile, final }: Pick<DockerfileSubject, "dockerfile" | "final">): readonly string[] {
  return [...createdUsers(dockerfile, final)].flatMap(([name, { argument }]) =>
    isRootUser(name) || name.includes("$") || /\s(-u|--uid)[ =]?0+\b/.test(argument) ? [] : [name],
  );
}

function choicesOf(subject: DockerfileSubject): readonly Choice[] {
  const { dockerfile, final } = subject;
  const number = { title: `Switch to user number ${APP_UID}, which needs no name`, user: `${APP_UID}`, lines: [] };
  const [name] = appUsers(subject);
  if (name !== undefined)
    return [{ title: `Switch to ${name}, which the Dockerfile creates`, user: name, lines: [] }, number];
  const image = rootImage(final);
  const lowerCase = final.instructions.slice(0, 1).some(isLowerCase);
  const lines = createUserLines(image && baseFamily(image), { lowerCase });
  const isTaken = createdGroups(dockerfile, final).has(APP_USER);
  if (lines.length === 0 || isTaken) return [number];
  return [{ title: `Create ${APP_USER} and switch to it`, user: APP_USER, lines }, number];
}

/** A last USER that no RUN follows gets the other name; else a new USER comes behind the last step that may need root. */
function switchTo(
  { file, dockerfile, final }: DockerfileSubject,
  user: string,
  lines: readonly string[],
): readonly TextEdit[] {
  const { instruction: last } = effectiveUser(dockerfile, final);
  if (last && final.instructions.includes(last)) {
    const behind = final.instructions.slice(final.instructions.indexOf(last) + 1);
    const canCreate = lines.length === 0 || userAt(dockerfile, final, last) === "root";
    if (canCreate && !behind.some(({ keyword }) => keyword === "RUN")) {
      const indent = indentOf(file, last);
      const creation =
        lines.length === 0
          ? []
          : [
              insertBefore(
                file,
                dockerfile,
                last,
                lines.map((line) => indent + line),
              ),
            ];
      return [...creation, replace(last.argumentRange, user)];
    }
  }
  const place = final.instructions.findLast(({ keyword }) => ROOT_STEPS.has(keyword));
  if (!place) return [];
  const indent = indentOf(file, place);
  const all = [...lines, `${keywordLike(place, "USER")} ${user}`];
  return [
    insertAfter(
      file,
      place,
      all.map((line) => indent + line),
    ),
  ];
}

/** What may need root: CMD, ENTRYPOINT, HEALTHCHECK and EXPOSE come behind USER where the author has them last. */
const ROOT_STEPS: ReadonlySet<string> = new Set(["FROM", "RUN", "COPY", "ADD", "WORKDIR", "USER"]);
