import { parseImageReference } from "../parse/image-reference";
import { SPACE } from "../parse/white-space";
import { lineRange } from "../text";
import { quoted } from "./quoted";
import type { Refusal } from "./refusal";

const LINE = new RegExp(`^(?:#|//)[${SPACE}]*syntax[${SPACE}]*=(.*)$`, "i");
const AROUND = new RegExp(`^[${SPACE}\\uFEFF]+|[${SPACE}]+$`, "g");

/**
 * The lines above a Dockerfile's first instruction that hand it to a front end other than Docker's own: a program, fetched as an
 * image, that may do whatever a build may. BuildKit stops at the first line that is no directive; here all are looked at, and
 * whatever is not plainly Docker's is refused. Its third form, a file of JSON, is no Dockerfile to begin with.
 * https://github.com/moby/buildkit/blob/master/frontend/dockerfile/parser/directives.go
 */
export function foreignSyntax(file: string, text: string): readonly Refusal[] {
  const refusals: Refusal[] = [];
  for (const [line, written] of text.split("\n").entries()) {
    const content = written.replaceAll(AROUND, "");
    if (content !== "" && !/^(?:#|\/\/)/.test(content)) break;
    const value = LINE.exec(content)?.[1]?.replaceAll(AROUND, "");
    if (value === undefined || isDockersOwn(value)) continue;
    const message = `The first lines hand the Dockerfile to ${quoted(value)}, a program that reads it in place of Docker's own.`;
    const next = "Remove the line with `syntax=`, or write `# syntax=docker/dockerfile:1`.";
    refusals.push({ file, message, next, range: lineRange(line, written.length) });
  }
  return refusals;
}

function isDockersOwn(value: string): boolean {
  const image = parseImageReference(value);
  return image?.host === undefined && image?.repository === "docker/dockerfile";
}
