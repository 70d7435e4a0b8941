import type { EnvironmentItem } from "./item";

/** The part of Docker that does the work: a version number on the command line does not show that it runs. */
export const engineAnswers: EnvironmentItem = {
  id: "engine-answers",
  title: "The engine answers",
  judge({ engine }) {
    if (engine.answers) return { status: "ok", observed: `The engine answers, version ${engine.version}.` };
    if (engine.reason === "no-permission")
      return {
        status: "unknown",
        observed: "The engine is there, but did not let us in.",
        why: "See the row on permission.",
        next: engine.next,
      };
    return {
      status: "problem",
      observed: engine.detail,
      why: "The docker command only talks to the engine. Without it nothing is built or run.",
      next: engine.next,
    };
  },
};
