import type { EscapeCharacter } from "./dockerfile-model";
import { leadingSpace } from "./white-space";

const DIRECTIVE = /^([a-z][a-z0-9]*)\s*=\s*(.+?)\s*$/i;
const NAMES: ReadonlySet<string> = new Set(["syntax", "escape", "check"]);

/**
 * Reads `# escape=` and its like from the top of a file, line by line; the first line that is none ends them.
 * https://docs.docker.com/reference/dockerfile/#parser-directives
 */
export class ParserDirectives {
  escape: EscapeCharacter = "\\";
  private done = false;
  private readonly seen = new Set<string>();

  /** Looks at one line, its leading white space taken off. Returns what BuildKit would refuse, if anything. */
  read(line: string): string | undefined {
    if (this.done) return undefined;
    const comment = line.startsWith("#") ? line.slice(1) : "";
    const [, rawName = "", value = ""] = DIRECTIVE.exec(comment.slice(leadingSpace(comment))) ?? [];
    const name = rawName.toLowerCase();
    if (!NAMES.has(name)) {
      this.done = true;
      return undefined;
    }
    if (this.seen.has(name))
      return `The directive "# ${name}=" stands here a second time. Docker takes it once only: delete one of the two.`;
    this.seen.add(name);
    if (name !== "escape") return undefined;
    if (value === "\\" || value === "`") {
      this.escape = value;
      return undefined;
    }
    return `The escape character can be \\ or \` only, not "${value}". Most files need no such line: delete it.`;
  }
}
