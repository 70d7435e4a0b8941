import type { YAMLParseError } from "yaml";

export const TOO_DEEP = "The file has too many levels inside each other to be read.";
export const NO_ANCHOR = "An alias (*name) in this file has no anchor (&name) that it could stand for.";

/** What is wrong with a YAML text, for somebody who meets YAML for the first time. */
export function yamlProblem({ code, message }: YAMLParseError): string {
  const closing = /end with a ([\]}])/.exec(message)?.[1];
  if (closing) return `A closing ${closing} is missing here.`;
  if (/call stack/i.test(message)) return TOO_DEEP;
  switch (code) {
    case "TAB_AS_INDENT":
      return "There is a tab here. YAML takes spaces only: replace it by two spaces a level.";
    case "DUPLICATE_KEY":
      return "This key stands here a second time in the same place. Keep one of the two, with the contents of both.";
    case "BAD_INDENT":
      return "This line is not indented like its neighbours. What belongs together starts in the same column.";
    case "MULTIPLE_DOCS":
      return "A line with --- begins a second document here. A Compose file is one document: remove that line.";
    case "BAD_ALIAS":
      return NO_ANCHOR;
    default:
      return `This is not valid YAML: ${message.replace(/\.$/, "")}.`;
  }
}
