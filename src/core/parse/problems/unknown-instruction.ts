import { closestWord } from "./closest-word";
import type { InstructionCheck } from "./instruction-check";

const KEYWORDS = [
  "ADD",
  "ARG",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "ENV",
  "EXPOSE",
  "FROM",
  "HEALTHCHECK",
  "LABEL",
  "MAINTAINER",
  "ONBUILD",
  "RUN",
  "SHELL",
  "STOPSIGNAL",
  "USER",
  "VOLUME",
  "WORKDIR",
];
/** programs that people write as if they were instructions */
const COMMANDS = [
  "apt",
  "apt-get",
  "cd",
  "chmod",
  "chown",
  "curl",
  "echo",
  "flask",
  "mkdir",
  "pip",
  "pip3",
  "python",
  "python3",
  "useradd",
];

/** Refuses a line that begins with no instruction. */
export const unknownInstruction: InstructionCheck = ({ keyword, writtenKeyword, keywordRange }) => {
  if (KEYWORDS.includes(keyword)) return [];
  const message = `${observed(writtenKeyword)} ${advice(writtenKeyword)}`;
  const text = meantBy(writtenKeyword);
  return [{ message, range: keywordRange, ...(text !== undefined && { meant: { range: keywordRange, text } }) }];
};

/** As the advice says it; in lower case where the word is. */
function meantBy(keyword: string): string | undefined {
  if (keyword.endsWith(":") || /[\u0080-\uffff]/.test(keyword)) return undefined;
  const meant = closestWord(keyword, KEYWORDS);
  if (meant) return keyword === keyword.toLowerCase() ? meant.toLowerCase() : meant;
  return COMMANDS.includes(keyword.toLowerCase()) ? `RUN ${keyword}` : undefined;
}

function observed(keyword: string): string {
  if (keyword === "") return "A line continues here, and there is no instruction in it.";
  return `Docker does not know the instruction "${keyword.slice(0, 40)}".`;
}

function advice(keyword: string): string {
  if (/[\u0080-\uffff]/.test(keyword)) {
    return "There is a character in it that only looks like a space or a letter, as copied from a web page. Type the line anew.";
  }
  if (keyword.endsWith(":"))
    return "This looks like a Compose file; that one is named docker-compose.yml or compose.yaml.";
  const meant = closestWord(keyword, KEYWORDS);
  if (meant) return `Did you mean ${meant}?`;
  if (COMMANDS.includes(keyword.toLowerCase()))
    return `To run a command while the image is built, write RUN ${keyword} …`;
  return "Each line begins with an instruction such as RUN or COPY. If it goes on from the line above, end that one with a backslash (\\); if it is a note, begin it with #.";
}
