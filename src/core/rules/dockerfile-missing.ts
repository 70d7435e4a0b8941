import { insertLines } from "../edit/lines";
import { STAGED_QUESTIONS } from "../edit/staged-questions";
import { isChallengeProject } from "../lint/is-challenge-project";
import { defineRule } from "../lint/rule";
import { saysNothing } from "../parse/says-nothing";
import { lineRange } from "../text";

/**
 * The challenge's folder has no Dockerfile; or a Dockerfile, of whatever folder, is empty or has comments only. Silent about
 * one that holds the course's questions: whoever has them knows what to do, and nobody has begun yet.
 */
export const dockerfileMissing = defineRule({
  id: "dockerfile-missing",
  title: "There is no Dockerfile yet",
  severity: "information",
  fix: "preferred",
  check: "dockerfile-exists",
  messages: {
    empty: {
      observed: "No instruction stands in this Dockerfile yet.",
      why: "Docker builds an image by following it, from the first line to the last.",
      next: "Begin with FROM and the image to start from; the fix puts questions here that lead you on.",
    },
    absent: {
      observed: "There is no file named Dockerfile in this folder yet.",
      why: "It is the recipe that Docker builds your image from.",
      next: "Create it, with the questions that lead you on.",
    },
    absentButAlike: {
      observed: "There is a file named {name}, but Docker looks for one named exactly Dockerfile.",
      why: "It is the recipe that Docker builds your image from.",
      next: "Rename the file, and mind that Windows may hide an ending such as .txt.",
    },
  },

  stageless({ file, dockerfile }) {
    if (!saysNothing(file) || file.text.includes(STAGED_QUESTIONS[0] ?? "")) return [];
    const gap = file.text.trim() === "" ? [] : [""];
    const edits = [insertLines(file, Infinity, [...gap, ...STAGED_QUESTIONS])];
    const fixes = [{ title: "Put in the questions that lead to an image", edits, preferred: true as const }];
    return [{ message: "empty", range: dockerfile.problems[0]?.range ?? lineRange(0), fixes }];
  },

  folder(project) {
    if (!isChallengeProject(project) || project.files.has("Dockerfile") || project.paths?.has("Dockerfile")) return [];
    const name = [...(project.paths ?? [])].find((path) => /^dockerfile(?:\.txt)?$/i.test(path));
    const found = { file: "Dockerfile", range: lineRange(0) };
    if (name !== undefined) return [{ ...found, message: "absentButAlike", values: { name }, severity: "warning" }];
    const edit = { file: "Dockerfile", range: lineRange(0), newText: `${STAGED_QUESTIONS.join("\n")}\n` };
    const fix = {
      title: "Create a Dockerfile with questions that lead to an image",
      edits: [edit],
      preferred: true as const,
    };
    return [{ ...found, message: "absent", severity: "warning", fixes: [fix] }];
  },
});
