import { copyWithChown } from "../edit/copy-with-chown";
import { ownerChanges } from "../image/owner-change";
import { defineRule } from "../lint/rule";
import { isRootUser } from "../parse/effective-user";
import { userAt } from "../parse/user-at";

/**
 * The app runs as another user than root, and a `RUN chown -R` gives it files that the same stage has copied before without
 * `--chown`: each of them is stored in two layers. Silent where nothing is given away: the app can read root's files, and
 * is safer when it cannot change its own. https://docs.docker.com/reference/dockerfile/#copy---chown---chmod
 */
export const copyMissingChown = defineRule({
  id: "copy-missing-chown",
  title: "Files are copied twice to change their owner",
  severity: "information",
  fix: "preferred",
  equivalents: { tally: ["copy-after-user-without-chown"] },
  messages: {
    twice: {
      observed: "This step gives copied files to {owner}, which stores each of them a second time.",
      why: "A layer cannot change a file of an earlier layer, it can only hold another copy: the image grows.",
      next: "Let COPY set the owner right away.",
    },
  },

  dockerfile(subject) {
    const { dockerfile: model, final, file } = subject;
    const user = userAt(model, final);
    if (user === undefined || isRootUser(user)) return [];
    return ownerChanges(model, final).map((change) => {
      const fix = copyWithChown(subject, change);
      return {
        message: "twice",
        values: { owner: change.owner },
        range: change.command.range,
        fixes: fix ? [fix] : [],
        related: change.copies.map(({ instruction }) => ({
          location: { file: file.path, range: instruction.keywordRange },
          message: "The files come from here.",
        })),
      };
    });
  },
});
