// The pages of the course as its manifest declares them, in English.
import { readFileSync } from "node:fs";

const read = (file) => JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), "utf8"));
const texts = read("package.nls.json");
const said = (key) => texts[key.slice(1, -1)];
const QUESTION = /^\[([^\]]+)\]\(command:dockerizeCoach\.answerQuestion\?%5B%22([\w-]+)%22%5D/gm;

/** By step: its pages, each with the questions that it has buttons for. */
export const STEPS = read("package.json").contributes.walkthroughs.map(({ id, steps }) => ({
  step: Number(id.replace("step", "")),
  pages: steps.map(({ title, description }) => ({
    title: said(title),
    questions: [...said(description).matchAll(QUESTION)].map(([, label, question]) => ({ label, id: question })),
  })),
}));

/** A page's title as a file's name. */
export function slug(title) {
  return title.toLowerCase().replace(/[^a-z0-9]+/g, "-");
}
