import { access, readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { Card } from "../../core/content/card";
import { type HintLadder, parseHintLadder, solutionFiles, withSolutions } from "../../core/content/hint-ladder";
import type { StepPages } from "../../core/content/page";
import type { Question } from "../../core/content/question";
import type { ShellCommand } from "../../core/content/shell-command";

/**
 * What the course is made of, as the extension's own files under challenge/ and walkthroughs/. Each is read when it is asked
 * for, never at start. A file that is not there or damaged is a fault of the extension and throws.
 */
export class CourseFiles {
  /** @param root the folder that holds challenge/ and walkthroughs/ */
  constructor(private readonly root: string) {}

  /** The questions of all steps, in their order. */
  async questions(): Promise<readonly Question[]> {
    return (await this.each<readonly Question[]>("challenge/questions")).flat();
  }

  async question(id: string): Promise<Question | undefined> {
    return (await this.questions()).find((question) => question.id === id);
  }

  async command(id: string): Promise<ShellCommand | undefined> {
    const all = (await this.each<readonly ShellCommand[]>("challenge/commands")).flat();
    return all.find((command) => command.id === id);
  }

  async cards(): Promise<readonly Card[]> {
    return this.json<readonly Card[]>("challenge/troubleshooting.json");
  }

  /** A ladder of hints with the solution's files put in; undefined where there is none of that id. */
  async hints(id: string): Promise<HintLadder | undefined> {
    const file = `challenge/hints/${safe(id)}.md`;
    if (!(await this.has(file))) return undefined;
    const ladder = parseHintLadder(await this.text(file));
    const wanted = ladder.rungs.flatMap(({ text }) => solutionFiles(text));
    const texts = wanted.map(async (name) => [name, await this.text(`challenge/solution/${name}`)] as const);
    const files = new Map(await Promise.all(texts));
    return { ...ladder, rungs: ladder.rungs.map((rung) => ({ ...rung, text: withSolutions(rung.text, files) })) };
  }

  /** The pages of a step's folder as they are listed. */
  async pages(folder: string): Promise<StepPages> {
    return this.json<StepPages>(`walkthroughs/${safe(folder)}/pages.json`);
  }

  /**
   * A page's Markdown, in the language if it has been translated, and the folder that its relative links start from.
   * @param name `<folder>/<page>`
   */
  async page(
    name: string,
    language = "en",
  ): Promise<{ readonly markdown: string; readonly folder: string } | undefined> {
    const [folder = "", page = ""] = name.split("/").map(safe);
    const file = `walkthroughs/${folder}/${page}`;
    const candidates = [`${file}.nls.${safe(language.toLowerCase())}.md`, `${file}.md`];
    for (const candidate of candidates) {
      if (await this.has(candidate))
        return { markdown: await this.text(candidate), folder: path.join(this.root, "walkthroughs", folder) };
    }
    return undefined;
  }

  private async each<T>(folder: string): Promise<readonly T[]> {
    const names = (await readdir(path.join(this.root, folder))).filter((name) => name.endsWith(".json")).sort();
    return Promise.all(names.map((name) => this.json<T>(`${folder}/${name}`)));
  }

  private async json<T>(file: string): Promise<T> {
    return JSON.parse(await this.text(file)) as T;
  }

  private text(file: string): Promise<string> {
    return readFile(path.join(this.root, file), "utf8");
  }

  private has(file: string): Promise<boolean> {
    return access(path.join(this.root, file)).then(
      () => true,
      () => false,
    );
  }
}

/** A name that a link gave, kept inside of its folder. */
function safe(name: string): string {
  return name.replace(/[^\w.-]/g, "").replace(/^\.+/, "");
}
