import type { TextRange } from "../text";

/**
 * A Dockerfile as data. What is asked of it (effective user, root image, facts …) stands in files of its own beside
 * this one, each a function of the model.
 */
export interface DockerfileModel {
  /** relative path of the file */
  readonly path: string;
  /** what BuildKit's parser would refuse, in the file's order; empty means that the file parses */
  readonly problems: readonly ParseProblem[];
  /** global ARGs before the first FROM, with their defaults substituted; undefined where they have none */
  readonly globalArgs: ReadonlyMap<string, string | undefined>;
  /** the instructions before the first FROM, which are the global ARGs in a file that parses */
  readonly preamble: readonly Instruction[];
  readonly stages: readonly Stage[];
  /** the character that escapes and continues lines: a backslash, or what `# escape=` says */
  readonly escape: EscapeCharacter;
}

export type EscapeCharacter = "\\" | "`";

export interface ParseProblem {
  /** plain words: what BuildKit refuses, and where it helps, what was probably meant */
  readonly message: string;
  readonly range: TextRange;
  /** what was probably meant, where that can simply be put in place of what stands there */
  readonly meant?: { readonly range: TextRange; readonly text: string };
}

export interface Stage {
  readonly index: number;
  /** as written after AS, or undefined; names are compared without case */
  readonly name?: string;
  /** the image or stage after FROM, as written */
  readonly from: string;
  /** the same with global ARG defaults substituted; undefined where an ARG has no value */
  readonly resolvedFrom?: string;
  /** the earlier stage that FROM names, if it names one */
  readonly parent?: Stage;
  /** of the FROM instruction's image token */
  readonly fromRange: TextRange;
  /** the stage's instructions, FROM first */
  readonly instructions: readonly Instruction[];
}

export interface Instruction {
  /** upper case, for instance `HEALTHCHECK` */
  readonly keyword: string;
  /** the keyword as written */
  readonly writtenKeyword: string;
  /** what follows the keyword and the flags, continuations joined (white space there made one space), comments taken out, heredoc bodies not included */
  readonly argument: string;
  /** the argument's JSON array of strings, where it is in exec form */
  readonly exec?: readonly string[];
  readonly flags: readonly InstructionFlag[];
  /** the argument split at white space, quotes kept, each with its place; for JSON form too */
  readonly words: readonly Word[];
  /** the pairs of ENV, ARG and LABEL; empty for the others */
  readonly pairs: readonly Pair[];
  readonly heredocs: readonly string[];
  /** the whole instruction, its heredocs included */
  readonly range: TextRange;
  readonly keywordRange: TextRange;
  readonly argumentRange: TextRange;
}

export interface InstructionFlag {
  /** without the dashes, as written; BuildKit takes lower case only */
  readonly name: string;
  /** undefined for a flag without `=` */
  readonly value?: string;
  readonly range: TextRange;
}

export interface Word {
  readonly text: string;
  readonly range: TextRange;
}

/** One `name=value` of ENV, ARG or LABEL, or the old `ENV name value`. */
export interface Pair {
  readonly name: string;
  /** as written, quotes and variables included; undefined where only a name stands */
  readonly value?: string;
  /** whether an equals sign stands between them */
  readonly assigned: boolean;
  readonly range: TextRange;
}

/** An image reference taken apart. https://github.com/distribution/reference */
export interface ImageReference {
  /** as given, for instance `registry.example:5000/library/python:3.11-slim` */
  readonly text: string;
  /** registry host, if one is named */
  readonly host?: string;
  /** path without host, `library/` taken off, for instance `python` or `distroless/python3` */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** What the rules and the static checks see; the `facts` of `lint --format json`. */
export interface DockerfileFacts {
  readonly parses: boolean;
  readonly stages: number;
  /** the resolved reference of the final stage's root image */
  readonly finalBase: string | null;
  readonly slim: boolean | null;
  readonly multiStage: boolean;
  /** effective user of the final stage, `root` where none is set */
  readonly user: string;
  readonly healthcheck: "none" | "disabled" | "defined";
  /** first program of the probe, through `sh -c`, `env` and the like */
  readonly healthcheckTool: string | null;
}
