import { type EnvironmentEntry, environmentEntries } from "../compose/environment";
import { asMap } from "../compose/plain-value";
import { publishedPorts } from "../compose/published-ports";
import { deleteYamlEntry } from "../edit/delete-yaml-entry";
import { removePair } from "../edit/remove-pair";
import { replace } from "../edit/lines";
import { hasOldFlask } from "../image/old-flask";
import { servicesIn } from "../lint/course-compose";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { ComposeSubject } from "../lint/subjects";
import { stageChain } from "../parse/stage-chain";

/**
 * FLASK_ENV is set, in what is shipped or for a service of a Compose file. Silent where a requirements file holds Flask below
 * 2.3. https://flask.palletsprojects.com/en/stable/changes/#version-2-3-0
 */
export const flaskEnvRemoved = defineRule({
  id: "flask-env-removed",
  title: "FLASK_ENV does nothing any more",
  severity: "information",
  fix: "preferred",
  messages: {
    removed: {
      observed: "FLASK_ENV is set here, and Flask 2.3 and newer ignore it.",
      why: "It looks as if it switched something, and switches nothing.",
      next: "Take it out; what used to come with it is FLASK_DEBUG, for development only.",
    },
  },

  dockerfile({ file, final, project }) {
    if (hasOldFlask(project)) return [];
    const isUsed = /\$\{?FLASK_ENV\b/.test(file.text);
    return stageChain(final).flatMap(({ instructions }) =>
      instructions.flatMap((instruction) => {
        const pair = instruction.keyword === "ENV" && instruction.pairs.find(({ name }) => name === "FLASK_ENV");
        if (!pair) return [];
        const edit = isUsed ? undefined : removePair(file, instruction, pair);
        const fixes = edit ? [{ title: "Take FLASK_ENV out", edits: [edit], preferred: true as const }] : [];
        return [{ message: "removed" as const, range: pair.range, fixes }];
      }),
    );
  },

  compose(subject) {
    if (hasOldFlask(subject.project)) return [];
    return Object.entries(servicesIn(subject.compose.document)).flatMap(([name, service]) => {
      const entries = environmentEntries(asMap(service), name);
      const hasDebug = entries.some((entry) => entry.name === "FLASK_DEBUG");
      const isOpen = publishedPorts(asMap(service)).some(({ reach }) => reach !== "machine");
      return entries
        .filter((entry) => entry.name === "FLASK_ENV")
        .flatMap((entry) => inCompose(subject, entry, !hasDebug && !isOpen));
    });
  },
});

function inCompose(subject: ComposeSubject, entry: EnvironmentEntry, maySwitch: boolean): readonly Found<"removed">[] {
  const place = subject.compose.entryAt(entry.path);
  const range = place?.keyRange ?? place?.valueRange;
  if (!place || !range) return [];
  const isItem = place.keyRange === undefined;
  const gone = deleteYamlEntry(subject, entry.path);
  const whole = { start: range.start, end: place.end };
  const isPlain = !place.isInFlow && !place.isShared && !place.holdsAnchor && entry.value === "development";
  const debug = replace(whole, isItem ? "FLASK_DEBUG=1" : 'FLASK_DEBUG: "1"');
  const fixes: readonly Fix[] = [
    ...(gone ? [{ title: "Take FLASK_ENV out", edits: [gone], preferred: true as const }] : []),
    ...(maySwitch && isPlain ? [{ title: "Switch on FLASK_DEBUG instead", edits: [debug] }] : []),
  ];
  return [{ message: "removed", range, fixes }];
}
