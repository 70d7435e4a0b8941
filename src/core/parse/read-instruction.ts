import { DockerfileParser, PropertyInstruction } from "dockerfile-ast";
import type { Instruction, InstructionFlag, Pair, Word } from "./dockerfile-model";
import { jsonForm } from "./json-form";
import type { LineIndex } from "./line-index";
import type { LogicalLine } from "./logical-lines";
import { leadingSpace } from "./white-space";
import { splitFlags, type RawFlag } from "./split-flags";

/** Makes an instruction of one joined line; its ranges are those of the document. */
export function readInstruction(line: LogicalLine, index: LineIndex): Instruction {
  const { joined, escape } = line;
  // A form feed, a vertical tab or a lone carriage return is white space to BuildKit and not to dockerfile-ast.
  const text = joined.text.replace(/[\v\f\r]/g, " ").trimEnd();
  const range = (start: number, end: number) => {
    const to = joined.endAt(end);
    return index.range(Math.min(joined.offsetAt(start), to), to);
  };

  // A file may begin with a continuation character alone, and the keyword then stands behind white space.
  const keywordStart = leadingSpace(text);
  const keywordEnd = keywordStart + (/^[^\t ]*/.exec(text.slice(keywordStart))?.[0].length ?? 0);
  const writtenKeyword = text.slice(keywordStart, keywordEnd);
  const keyword = writtenKeyword.toUpperCase();
  const { flags, argumentStart } = splitFlags(text, keywordEnd, escape);
  const argument = text.slice(argumentStart);
  const json = jsonForm(keyword === "HEALTHCHECK" ? argument.replace(/^\S+\s*/, "") : argument);
  const hasArgument = argument !== "";

  return {
    keyword,
    writtenKeyword,
    argument,
    ...(json.kind === "strings" && { exec: json.strings }),
    flags: flags.map((flag) => readFlag(flag, range(flag.start, flag.end))),
    words: readWords(text, argumentStart, range),
    pairs: readPairs(text.slice(keywordStart), escape, (start, end) => range(keywordStart + start, keywordStart + end)),
    heredocs: line.heredocs,
    range: index.range(joined.offsetAt(keywordStart), Math.max(line.end, joined.offsetAt(keywordStart))),
    keywordRange: range(keywordStart, keywordEnd),
    argumentRange: hasArgument ? range(argumentStart, text.length) : range(text.length, text.length),
  };
}

type ToRange = (start: number, end: number) => Instruction["range"];

function readFlag(flag: RawFlag, range: Instruction["range"]): InstructionFlag {
  const equals = flag.text.indexOf("=");
  const name = flag.text.slice(2, equals === -1 ? undefined : equals);
  return equals === -1 ? { name, range } : { name, value: flag.text.slice(equals + 1), range };
}

function readWords(text: string, from: number, range: ToRange): readonly Word[] {
  const words = text.slice(from).matchAll(/[^\t ]+/g);
  return [...words].map((word) => ({
    text: word[0],
    range: range(from + word.index, from + word.index + word[0].length),
  }));
}

/** ENV, ARG and LABEL have a little language of quotes and escapes, which is dockerfile-ast's to read. */
function readPairs(text: string, escape: string, range: ToRange): readonly Pair[] {
  const keyword = /^(?:env|arg|label)\s+/i.exec(text)?.[0];
  if (keyword === undefined) return [];
  if (PLAIN_PAIRS.test(text.slice(keyword.length))) return plainPairs(text, keyword.length, range);
  // ARG takes several names without values, which dockerfile-ast reads as the old `ENV name value`, unless a pair stands first.
  const head = /^arg/i.test(keyword) ? "ENV _= " : keyword;
  const shift = keyword.length - head.length;
  const document = `# escape=${escape}\n${head}${text.slice(keyword.length)}`;
  const [instruction] = DockerfileParser.parse(document).getInstructions();
  if (!(instruction instanceof PropertyInstruction)) return [];
  const properties = instruction.getProperties().slice(head === keyword ? 0 : 1);
  return properties.map((property) => {
    const whole = property.getRange();
    const value = property.getValueRange();
    const assigned = property.getAssignmentOperator() === "=";
    const written = value
      ? text.slice(value.start.character + shift, value.end.character + shift)
      : assigned
        ? ""
        : undefined;
    return {
      name: property.getName(),
      ...(written !== undefined && { value: written }),
      assigned,
      range: range(whole.start.character + shift, whole.end.character + shift),
    };
  });
}

/** Pairs without quotes, escapes and variables need no little language, and are what most people write. */
const PLAIN_PAIRS = /^[A-Za-z_]\w*=[\w./:@,+%-]*(?:[\t ]+[A-Za-z_]\w*=[\w./:@,+%-]*)*[\t ]*$/;

function plainPairs(text: string, from: number, range: ToRange): readonly Pair[] {
  return [...text.slice(from).matchAll(/([^\t =]+)=([^\t ]*)/g)].map((match) => {
    const [whole, name = "", value = ""] = match;
    const start = from + match.index;
    return { name, value, assigned: true, range: range(start, start + whole.length) };
  });
}
