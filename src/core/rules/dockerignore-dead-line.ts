import { mendDeadLines } from "../edit/mend-dead-lines";
import { defineRule } from "../lint/rule";
import { deadIgnoreLines } from "../parse/dead-ignore-lines";
import { lineRange } from "../text";

/**
 * A line changes nothing: an exception that a later line takes back, a note behind a pattern (Docker knows comments at the
 * start of a line only), the same pattern twice, or the whole file, because it is in UTF-16. Silent where a file of such a
 * name lies there. https://docs.docker.com/build/concepts/context/#dockerignore-files
 */
export const dockerignoreDeadLine = defineRule({
  id: "dockerignore-dead-line",
  title: "A line of .dockerignore has no effect",
  severity: "warning",
  fix: "preferred",
  check: "dockerignore",
  messages: {
    note: {
      observed: "The note behind this pattern is read as part of the file's name.",
      why: "No file is called that, so nothing is left out here.",
      next: "Give the note a line of its own, beginning with #.",
    },
    indented: {
      observed: "There is white space before this #, so Docker takes the line for a pattern.",
      why: "Only a # at the very start of a line makes it a comment.",
      next: "Take the white space away.",
    },
    duplicate: {
      observed: "Line {line} says the same already.",
      why: "The second time changes nothing.",
      next: "Delete one of the two.",
    },
    undone: {
      observed: "This exception has no effect: line {line} below leaves the same out again.",
      why: "Docker reads from top to bottom, and the last line that matches wins.",
      next: "Move the exception below that line, or delete it.",
    },
    encoding: {
      observed: "This file is saved as UTF-16, as Windows PowerShell's > does.",
      why: "Docker reads UTF-8 only, so none of its lines count.",
      next: "Save it again as UTF-8: click the encoding at the bottom right of the editor.",
    },
  },

  dockerignore(subject) {
    const { file, dockerignore, paths } = subject;
    if (file.encoding === "utf-16le" || file.encoding === "utf-16be")
      return [{ message: "encoding", range: lineRange(0) }];
    const dead = deadIgnoreLines(dockerignore, paths);
    const fixes = mendDeadLines(dead, subject);
    return dead.map(({ line, reason, by }, index) => {
      const location = by && { file: file.path, range: by.range };
      return {
        message: reason,
        range: line.range,
        unnecessary: true,
        fixes: fixes[index] ?? [],
        ...(by && { values: { line: by.range.start.line + 1 } }),
        ...(location && { related: [{ location, message: `This line counts: ${by.pattern}` }] }),
      };
    });
  },
});
