/**
 * What a new Dockerfile begins with: the questions that the course answers step by step, and no answer. The starter's
 * Dockerfile holds the same lines.
 */
export const STAGED_QUESTIONS: readonly string[] = [
  "# Your task: the recipe for the image of this API.",
  "#",
  "# Nothing is here yet but questions. Take one phase at a time, and try out each before you go on.",
  "#",
  "# Phase A: make it work",
  "#   - Which image already has the Python version that this course uses?",
  "#   - Where inside the image shall the app live, and how do its files get there?",
  "#   - How do its packages get there?",
  "#   - Which program starts when a container starts?",
  "#",
  "# Phase B: look at what you have",
  "#   - How big is the image, and what takes the space?",
  "#   - With whose rights does the app work?",
  "#   - How would Docker notice that the app no longer answers?",
  "#   - After a small change in src/app.py: which steps are done again, and do they have to be?",
  "#",
  "# Phase C: make it good",
  "#   - Can one image prepare the packages, and another, smaller one, ship them?",
  "#   - What does the app really need in order to work, and what can stay behind?",
  "#   - Which of those rights does it need, and which not?",
  "#   - What can ask the app how it is, with only the programs that the image has?",
];
