import { parseDockerfile } from "../parse/parse-dockerfile";
import type { SourceFile } from "../submission";
import { foreignSyntax } from "./syntax-line";
import { judgeInstruction } from "./judge-instruction";
import type { Refusal } from "./refusal";

/** What a Dockerfile of untrusted work asks for that it does not get, in the file's order. Empty: it may be built. */
export function judgeDockerfile(file: SourceFile): readonly Refusal[] {
  const { path, escape, preamble, stages } = parseDockerfile(file);
  const instructions = [...preamble, ...stages.flatMap((stage) => stage.instructions)];
  return [
    ...foreignSyntax(path, file.text),
    ...instructions.flatMap((instruction) =>
      judgeInstruction(instruction, escape).map((found) => ({ file: path, ...found })),
    ),
  ];
}
