import type { DocumentPath } from "../compose/document-path";
import { asMap, asText, saysNothing } from "../compose/plain-value";
import { quoted } from "./quoted";

/** Something that a value of a Compose file says and that untrusted work may not. */
export interface Found {
  readonly path: DocumentPath;
  readonly message: string;
  readonly next: string;
}

/** Judges a value at a path of the document. `whyNot` says what speaks against a path that the file names, if anything. */
export type Judge = (value: unknown, path: DocumentPath, whyNot: PlaceRule) => readonly Found[];

/** What stands behind the name of a file or folder, for instance “is outside the folder”; undefined where it may be used. */
export type PlaceRule = (written: string) => string | undefined;

const REMOVE = "Remove these lines; the challenge needs none of them.";

/** A key whose value a run replaces, or takes over as a thing of the container alone. */
export const free: Judge = () => [];

/** Keys that are free, each. */
export function known(keys: readonly string[]): Readonly<Record<string, Judge>> {
  return Object.fromEntries(keys.map((key) => [key, free]));
}

/** A key that must say nothing. `reason` goes on after its name. */
export function never(reason: string): Judge {
  return (value, path) => (saysNothing(value) ? [] : [refused(path, reason)]);
}

/** A text, or a list of texts, of one form; everything else is refused for the reason. */
export function only(form: RegExp, reason: string): Judge {
  return each((value, path) =>
    saysNothing(value) || (typeof value === "string" && form.test(value)) ? [] : [refused(path, reason)],
  );
}

/** What is said of a key that is refused. */
export function refused(path: DocumentPath, reason: string): Found {
  return { path, message: `${subject(path)} ${reason}.`, next: REMOVE };
}

/** A path that must lead to something inside the folder. */
export const place: Judge = (value, path, whyNot) => {
  const written = asText(value) ?? "";
  const problem = written === "" ? undefined : whyNot(written);
  if (problem === undefined) return [];
  const message = `${subject(path)} names ${quoted(written)}, which ${problem}.`;
  return [{ path, message, next: "Name a file or folder of your own folder, written out." }];
};

/** A mapping whose keys are all known. Keys that begin with `x-` are notes, which Compose skips. */
export function mapping(keys: Readonly<Record<string, Judge>>): Judge {
  return (value, path, whyNot) =>
    Object.entries(asMap(value)).flatMap(([key, inner]) => {
      if (key.startsWith("x-")) return [];
      const judge = Object.hasOwn(keys, key) ? keys[key] : unknown;
      return judge ? judge(inner, [...path, key], whyNot) : [];
    });
}

const unknown: Judge = (_, path) => [
  {
    path,
    message: `${subject(path)} is no key that the coach knows, so nobody can tell what it does.`,
    next: "Look whether it is spelled as in Compose's reference, or remove it.",
  },
];

/** A mapping from names of the learner's own, each value of one kind. */
export function named(judge: Judge): Judge {
  return (value, path, whyNot) =>
    Object.entries(asMap(value)).flatMap(([name, inner]) => judge(inner, [...path, name], whyNot));
}

/**
 * What Compose takes as a mapping, or as a list of `NAME=value`: each pair is judged by its name and value. A list's names may hold
 * variables, for Compose puts them in.
 */
export function pairs(
  judge: (name: string, value: unknown, path: DocumentPath, whyNot: PlaceRule) => readonly Found[],
): Judge {
  return (value, path, whyNot) => {
    const entries = Array.isArray(value)
      ? value.map((item, index) => [index, ...splitPair(asText(item) ?? "")] as const)
      : Object.entries(asMap(value)).map(([name, inner]) => [name, name, inner] as const);
    return entries.flatMap(([step, name, inner]) => judge(name, inner, [...path, step], whyNot));
  };
}

function splitPair(text: string): readonly [string, string] {
  const equals = text.indexOf("=");
  return equals === -1 ? [text, ""] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** Each item of a list; a value that is no list counts as the only one. */
export function each(judge: Judge): Judge {
  return (value, path, whyNot) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => judge(item, [...path, index], whyNot))
      : judge(value, path, whyNot);
}

/** One judge for a text, another for a mapping: Compose has a short and a long form of many things. */
export function shortOrLong(short: Judge, long: Judge): Judge {
  return (value, path, whyNot) => (typeof value === "object" ? long : short)(value, path, whyNot);
}

/** The value further down, where there is one. */
export function within(steps: readonly string[], judge: Judge): Judge {
  const [step, ...others] = steps;
  if (step === undefined) return judge;
  return (value, path, whyNot) => within(others, judge)(asMap(value)[step], [...path, step], whyNot);
}

/** The key that a path ends with, and the service it belongs to. */
function subject(path: DocumentPath): string {
  const key = path.findLast((step) => typeof step === "string") ?? "";
  const [top, name] = path;
  return top === "services" && name !== undefined && path.length > 2
    ? `${quoted(String(key))} of the service ${quoted(String(name))}`
    : quoted(String(key));
}
