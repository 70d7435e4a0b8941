import type { CheckId } from "../checks/check-id";
import type { Found, Severity } from "./finding";
import type {
  ComposeSubject,
  DockerfileSubject,
  DockerignoreSubject,
  RequirementsSubject,
  StagelessSubject,
} from "./subjects";
import type { Project } from "./project";

/** What a rule says, in plain words for somebody who has never used Docker; `{name}` stands for one of a finding's values. */
export interface Message {
  readonly observed: string;
  readonly why: string;
  readonly next: string;
}

/** Codes of other tools for the same thing: whoever ignores it there has ignored it here. */
export interface Equivalents {
  readonly hadolint?: readonly string[];
  readonly buildkit?: readonly string[];
  readonly tally?: readonly string[];
  /** names of dockerfile-utils' ValidationCode */
  readonly dockerfileUtils?: readonly string[];
  readonly dclint?: readonly string[];
}

/** Something missing in a folder: the finding stands for a file that is not there. */
export interface FoundInFolder<M extends string = string> extends Found<M> {
  /** relative to the project's root */
  readonly file: string;
}

/**
 * A coaching rule: data first, behaviour last. It looks at one or more kinds of files, each time at the whole file, and
 * says nothing where it cannot know. Its file, test, page and diagnostic code are all named by its id.
 */
export interface Rule<M extends string = string> {
  readonly id: string;
  /** what is the matter, as a heading */
  readonly title: string;
  readonly severity: Severity;
  /** `preferred`: at least one finding has a fix that needs no decision; `choice`: fixes, but somebody must choose */
  readonly fix: "preferred" | "choice" | "none";
  /** the graded check that it costs points in */
  readonly check?: CheckId;
  /** what the course leads to after the naive image: until then an editor shows it as information */
  readonly courseGoal?: true;
  readonly equivalents?: Equivalents;
  /** tools that say the very same: an editor need not say it a second time beside them */
  readonly saidBy?: readonly (keyof Equivalents)[];
  readonly messages: Readonly<Record<M, Message>>;

  /** of a Dockerfile that has at least one stage */
  dockerfile?(subject: DockerfileSubject): readonly Found<M>[];
  /** of a Dockerfile that has none yet */
  stageless?(subject: StagelessSubject): readonly Found<M>[];
  dockerignore?(subject: DockerignoreSubject): readonly Found<M>[];
  compose?(subject: ComposeSubject): readonly Found<M>[];
  requirements?(subject: RequirementsSubject): readonly Found<M>[];
  /** of a challenge folder as such: what is missing in it */
  folder?(project: Project): readonly FoundInFolder<M>[];
}

/** Gives a rule its exact type: its findings can only name messages that it has. */
export function defineRule<const M extends string>(rule: Rule<M>): Rule<M> {
  return rule;
}
