import { appendCommand } from "../edit/append-command";
import { insertWord } from "../edit/insert-word";
import { replace } from "../edit/lines";
import {
  answersYes,
  aptCommands,
  dropsLists,
  listsNeeded,
  settlesRecommends,
  withSettings,
  type AptCommand,
  type AptSettings,
} from "../image/apt-commands";
import { workAlone } from "../image/lean-packages";
import type { Fix, Found, TextEdit } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction, Stage } from "../parse/dockerfile-model";
import { rootImage } from "../parse/root-image";
import { stageChain } from "../parse/stage-chain";

type Message = "question" | "recommends" | "lists" | "apt";

/** What apt-get and apt both can do, by the same name. https://manpages.debian.org/stable/apt/apt.8.en.html */
const COMMON = /^(?:update|upgrade|install|remove|purge|autoremove|clean|autoclean)$/;
const LISTS = "rm -rf /var/lib/apt/lists/*";

/**
 * In what is shipped: `apt` (made for people), `install` without -y, without --no-install-recommends, and `update` in a
 * step that does not remove the lists again. Each is silent where an option, a setting or a mount has seen to it. No fix
 * where a later step still counts on the lists, or packages may need what they recommend.
 * https://docs.docker.com/build/building/best-practices/#apt-get
 */
export const aptHygiene = defineRule({
  id: "apt-hygiene",
  title: "apt leaves things in the image",
  severity: "information",
  fix: "preferred",
  equivalents: { hadolint: ["DL3009", "DL3014", "DL3015", "DL3027"] },
  saidBy: ["hadolint"],
  messages: {
    question: {
      observed: "apt asks here whether it may go on.",
      why: "Nobody is there to answer while an image is built, so the build can stop at this step.",
      next: "Answer beforehand, with -y.",
    },
    recommends: {
      observed: "apt also installs packages that are merely recommended.",
      why: "They are often larger than what you asked for, and all of them are shipped.",
      next: "Leave them out with --no-install-recommends, and name those that you do need.",
    },
    lists: {
      observed: "The lists of packages that apt fetches here stay in the image.",
      why: "The app never reads them; removing them in a later step is too late, for this layer keeps them.",
      next: "Remove them at the end of the same RUN.",
    },
    apt: {
      observed: "apt is made for people at a terminal.",
      why: "Its options and output may change, as it warns itself.",
      next: "Use apt-get, which is made for scripts.",
    },
  },

  dockerfile(subject) {
    const { dockerfile, final } = subject;
    if (!stageChain(final).some(({ instructions }) => instructions.some(mentionsApt))) return [];
    const isNeeded = listsNeeded(dockerfile);
    let settings: AptSettings = { yes: false, recommends: false };
    const found: Found<Message>[] = [];
    for (const stage of stageChain(final).toReversed()) {
      for (const instruction of stage.instructions) {
        settings = withSettings(settings, instruction);
        for (const command of aptCommands(instruction, dockerfile))
          found.push(...findingsOf(command, { subject, stage, instruction, settings, isNeeded }));
      }
    }
    return found;
  },
});

/** Most files have nothing to do with it, and need no closer look. */
function mentionsApt({ keyword, argument, heredocs }: Instruction): boolean {
  return keyword === "RUN" && [argument, ...heredocs].some((text) => /\bapt/.test(text));
}

interface Step {
  readonly subject: DockerfileSubject;
  readonly stage: Stage;
  readonly instruction: Instruction;
  readonly settings: AptSettings;
  readonly isNeeded: ReturnType<typeof listsNeeded>;
}

function findingsOf(command: AptCommand, step: Step): readonly Found<Message>[] {
  const { action, program, options, packages } = command;
  const { instruction, settings, stage } = step;
  const found: Found<Message>[] = [];
  const add = (message: Message, { range }: AptCommand["action"], title: string, edit: TextEdit | undefined) =>
    found.push({ message, range, fixes: edit ? [fix(title, edit)] : [] });
  if (program.text === "apt" && COMMON.test(action.text))
    add("apt", program, "Use apt-get", exact(program.range, "apt") && replace(program.range, "apt-get"));
  if (action.text === "install") {
    const word = exact(action.range, "install");
    if (!settings.yes && !answersYes(command))
      add("question", action, "Add -y", word && insertWord(instruction, word, "-y"));
    if (!settings.recommends && !settlesRecommends(command)) {
      const isSafe = workAlone(
        packages.map(({ text }) => text),
        rootImage(stage),
      );
      const place = word && (options.findLast((option) => isRightBehind(option.range, command))?.range ?? word);
      const edit = isSafe && place ? insertWord(instruction, place, "--no-install-recommends") : undefined;
      add("recommends", action, "Add --no-install-recommends", edit);
    }
  }
  if (action.text === "update" && !dropsLists(instruction)) add("lists", action, "Remove the lists", removal(step));
  return found;
}

function fix(title: string, edit: TextEdit): Fix {
  return { title, edits: [edit], preferred: true };
}

/** A range, if it is that of the very word: words inside `sh -c "…"` have no place of their own. */
function exact(range: TextEdit["range"], word: string): TextEdit["range"] | undefined {
  const { start, end } = range;
  return start.line === end.line && end.character - start.character === word.length ? range : undefined;
}

/** Whether only other options stand between `install` and an option, on its line. */
function isRightBehind({ start }: TextEdit["range"], { action, packages }: AptCommand): boolean {
  const { line, character } = action.range.end;
  const first = packages[0]?.range.start;
  const isBefore = !first || first.line > start.line || first.character > start.character;
  return start.line === line && start.character > character && isBefore;
}

/** At the end of the step, unless it installs nothing, or a later step still installs from these lists. */
function removal({ subject, stage, instruction, isNeeded }: Step): TextEdit | undefined {
  const { file, dockerfile: model } = subject;
  const installs = aptCommands(instruction, model).some(({ action }) => action.text === "install");
  return installs && !isNeeded(stage, instruction) ? appendCommand(file, model, instruction, LISTS) : undefined;
}
