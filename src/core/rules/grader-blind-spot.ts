import { APP_USER } from "../edit/create-user";
import { insertLines, linesOf, replace } from "../edit/lines";
import { renameUser } from "../edit/rename-user";
import { baseFamily } from "../image/base-programs";
import type { Found } from "../lint/finding";
import { gradersSeeCreation, hasOriginalGraders, namesSlim, workflowSeesUser } from "../lint/original-graders";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import type { Instruction } from "../parse/dockerfile-model";
import { effectiveHealthcheck } from "../parse/effective-healthcheck";
import { effectiveUser, isRootUser } from "../parse/effective-user";
import { isSlim } from "../parse/is-slim";
import { rootImage } from "../parse/root-image";
import { lineRange } from "../text";

type Spot = "keyword" | "alias" | "variable" | "platform" | "name" | "creation" | "size" | "ignore" | "compose";

/**
 * Docker takes it, but the graders of the original challenge, which search the text, misread it. Only in a folder that
 * holds them; and only about what is good: a real fault is other rules' business. The list is that of the two graders'
 * regular expressions: run.py and .github/workflows/grade.yml of
 * https://github.com/techlearn-center/dockerize-python-app
 */
export const graderBlindSpot = defineRule<Spot>({
  id: "grader-blind-spot",
  title: "The original challenge's grader would misread this",
  severity: "information",
  fix: "preferred",
  messages: {
    keyword: {
      observed: "Docker reads {keyword} like this, but the original challenge's graders do not see it.",
      why: "They search for the word in capitals, at the start of a line.",
      next: "Write it that way to get their points too.",
    },
    alias: {
      observed:
        "The final stage starts from a slim image by way of {from}, which the original challenge's graders do not follow.",
      why: "They look for slim or alpine in the last FROM itself.",
      next: "Only those graders mind; name the image in the last FROM if you need their points.",
    },
    variable: {
      observed: "{from} stands for a slim image, but the original challenge's graders do not put in variables.",
      why: "They look for slim or alpine in the last FROM itself.",
      next: "Write the image's name there to get their points too.",
    },
    platform: {
      observed: "With --platform before the image, the original challenge's run.py does not find the image's name.",
      why: "It takes the first word after FROM for the image.",
      next: "Most files need no --platform; leave it out if yours does not either.",
    },
    name: {
      observed: "The user {user} is fine, but the original challenge's workflow takes such a name for root.",
      why: "It wants four letters, the first not r, the second and third not o, the fourth not t.",
      next: "Choose another name to get its points too.",
    },
    creation: {
      observed: "A user by number needs not be created, but the original challenge's graders miss that.",
      why: "They look for the word useradd or adduser in the file.",
      next: "Create a user with that number to get their points too.",
    },
    size: {
      observed: "An image this small can lose points in the original challenge's workflow.",
      why: "It cannot compare sizes that Docker prints with a decimal point, such as 95.3MB.",
      next: "Nothing is wrong with your image; run.py and this coach read its size rightly.",
    },
    ignore: {
      observed: "This file leaves out Python's leftovers, but the original challenge's graders do not see it.",
      why: "They look for the words __pycache__ and venv in it.",
      next: "Name both to get their points too.",
    },
    compose: {
      observed: "Compose finds a file of this name, but the original challenge's graders do not.",
      why: "They open docker-compose.yml and nothing else.",
      next: "Rename the file to get their points too.",
    },
  },

  dockerfile(subject) {
    if (subject.file.path !== "Dockerfile" || !hasOriginalGraders(subject.project)) return [];
    return [...keywords(subject), ...base(subject), ...user(subject)];
  },

  dockerignore({ file, dockerignore, project }) {
    if (file.path !== ".dockerignore" || !hasOriginalGraders(project)) return [];
    const isGood = ["__pycache__/a.pyc", "venv/bin"].every((path) => dockerignore.ignores(path));
    const missing = [
      ...(/__pycache__|\*\.pyc/.test(file.text) ? [] : ["**/__pycache__"]),
      ...(file.text.includes("venv") ? [] : ["**/venv"]),
    ];
    if (!isGood || missing.length === 0) return [];
    const range = dockerignore.lines[0]?.range ?? lineRange(0);
    const fix = {
      title: `Add ${missing.join(" and ")}`,
      edits: [insertLines(file, linesOf(file).length, missing)],
      preferred: true,
    } as const;
    return [{ message: "ignore", range, fixes: [fix] }];
  },

  compose({ file, project }) {
    const isOther = /^(?:docker-)?compose\.ya?ml$/.test(file.path) && file.path !== "docker-compose.yml";
    if (!isOther || project.files.has("docker-compose.yml") || !hasOriginalGraders(project)) return [];
    return [{ message: "compose", range: lineRange(0, /^[^\r\n]*/.exec(file.text)?.[0].length) }];
  },
});

/** Keywords that they only find in capitals, FROM and USER at a line's start. */
function keywords({ file, dockerfile, final }: DockerfileSubject): readonly Found<Spot>[] {
  const { user, instruction: userLine } = effectiveUser(dockerfile, final);
  const probe = effectiveHealthcheck(final);
  const atStart = ({ keyword, writtenKeyword, keywordRange }: Instruction) =>
    writtenKeyword === keyword && keywordRange.start.character === 0;
  const unseen = [
    ...dockerfile.stages.flatMap(({ instructions }) => instructions.slice(0, 1).filter((each) => !atStart(each))),
    ...(userLine && !isRootUser(user) && !atStart(userLine) && !/^USER\s/m.test(file.text) ? [userLine] : []),
    ...(probe.kind === "defined" && probe.instruction && !file.text.includes("HEALTHCHECK") ? [probe.instruction] : []),
  ];
  return unseen.map(({ keyword, writtenKeyword, keywordRange: range }) => {
    const start = { ...range.start, character: 0 };
    const fix = {
      title: `Write ${keyword} at the line's start`,
      edits: [replace({ start, end: range.end }, keyword)],
      preferred: true,
    } as const;
    return { message: "keyword", values: { keyword: writtenKeyword }, range, fixes: [fix] };
  });
}

/** The last FROM, where it is a slim one that they do not take for one, or so small that the size check fails. */
function base({ final }: DockerfileSubject): readonly Found<Spot>[] {
  const image = rootImage(final);
  const range = final.fromRange;
  if (!image || isSlim(image) !== true) return [];
  const [platform] = final.instructions[0]?.flags ?? [];
  const found: Found<Spot>[] = [];
  const values = { from: final.from };
  const literal = { title: `Write ${image.text}`, edits: [replace(range, image.text)], preferred: true } as const;
  if (!namesSlim(final.from) && namesSlim(image.text))
    found.push(
      final.parent ? { message: "alias", values, range } : { message: "variable", values, range, fixes: [literal] },
    );
  if (platform) found.push({ message: "platform", range: platform.range });
  if (baseFamily(image) !== "debian") found.push({ message: "size", range });
  return found;
}

function user(subject: DockerfileSubject): readonly Found<Spot>[] {
  const { file, dockerfile, final } = subject;
  const { user, instruction } = effectiveUser(dockerfile, final);
  if (!instruction || isRootUser(user)) return [];
  const range = instruction.argumentRange;
  const [name = ""] = user.split(":");
  if (!gradersSeeCreation(file.text)) return /^\d+$/.test(name) ? [{ message: "creation", range }] : [];
  if (instruction.writtenKeyword !== "USER" || workflowSeesUser(file.text)) return [];
  const edits = renameUser(subject, name, APP_USER);
  const fixes = edits.length > 0 ? [{ title: `Call the user ${APP_USER}`, edits }] : [];
  return [{ message: "name", values: { user: name }, range, fixes }];
}
