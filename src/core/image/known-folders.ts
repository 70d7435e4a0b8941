import path from "path-browserify";
import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { programOf, shellCommands } from "../parse/shell-commands";
import { workdirAt } from "../parse/stage-environment";

/** https://refspecs.linuxfoundation.org/fhs.shtml, the part that Debian's and Alpine's images all have */
const EVERYWHERE =
  "/ /bin /dev /etc /home /lib /media /mnt /opt /root /run /sbin /srv /tmp /usr /usr/bin /usr/lib /usr/local /usr/local/bin /usr/sbin /usr/share /var /var/cache /var/lib /var/log /var/tmp";

/**
 * The folders that surely exist in an image, followed step by step. They matter because a single file copied to one of them
 * lands inside, slash behind the name or not.
 */
export class KnownFolders {
  private readonly folders: Set<string>;

  /** @param isLinux whether the base is one that has the usual folders */
  constructor(isLinux: boolean) {
    this.folders = new Set(isLinux ? EVERYWHERE.split(" ") : ["/"]);
  }

  /** @param folder absolute, a slash behind it or not */
  has(folder: string): boolean {
    return this.folders.has(path.normalize(folder).replace(/(.)\/$/, "$1"));
  }

  /** Adds a folder, and those that it lies in. */
  add(folder: string): void {
    let each = path.normalize(folder).replace(/(.)\/$/, "$1");
    for (; each.startsWith("/") && !this.folders.has(each); each = path.dirname(each)) this.folders.add(each);
  }

  /** What an instruction finds made by WORKDIR, and what it makes by mkdir. */
  follow(instruction: Instruction, model: DockerfileModel, stage: Stage): void {
    const workdir = workdirAt(model, stage, instruction);
    if (workdir !== undefined) this.add(workdir);
    if (instruction.keyword !== "RUN") return;
    for (const command of shellCommands(instruction, model)) {
      if (programOf(command) !== "mkdir") continue;
      for (const { text } of command.words.slice(1)) if (/^\/[^$*?{}]*$/.test(text)) this.add(text);
    }
  }
}
