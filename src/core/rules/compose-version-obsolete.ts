import { asMap, valueAt } from "../compose/plain-value";
import { deleteYamlEntry } from "../edit/delete-yaml-entry";
import { defineRule } from "../lint/rule";

/**
 * A Compose file has `version` at its top. Compose has not used it for years, and warns about it at each start. Silent about
 * a `version` further in, which is another key. https://docs.docker.com/reference/compose-file/version-and-name/
 */
export const composeVersionObsolete = defineRule({
  id: "compose-version-obsolete",
  title: "`version` is no longer used",
  severity: "information",
  fix: "preferred",
  equivalents: { dclint: ["no-version-field"] },
  saidBy: ["dclint"],
  messages: {
    version: {
      observed: "This file has a line with version, which Compose no longer uses.",
      why: "It changes nothing, and Compose warns about it at every start.",
      next: "Take the line out.",
    },
  },

  compose(subject) {
    const { compose } = subject;
    if (valueAt(asMap(compose.document), "version") === undefined) return [];
    const range = compose.entryAt(["version"])?.keyRange;
    if (!range) return [];
    const isAlone = Object.keys(asMap(compose.document)).length === 1;
    const edit = isAlone ? undefined : deleteYamlEntry(subject, ["version"]);
    const fixes = edit ? [{ title: "Take the line with version out", edits: [edit], preferred: true as const }] : [];
    return [{ message: "version", range, fixes }];
  },
});
