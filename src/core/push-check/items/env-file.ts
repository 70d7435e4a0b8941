import { named } from "../named";
import { isLeftOut } from "./needed-files";
import type { PushItem } from "./item";

/** A `.env` that Compose needs and that git leaves out, as it should where it holds passwords. */
export const envFile: PushItem = {
  id: "env-file",
  title: "Compose works without your .env",
  judge(facts) {
    const file = facts.needed.find(({ path }) => path === ".env");
    const isHere = facts.tracked.has(".env") || facts.untracked.includes(".env");
    if (!file || isHere) return undefined;
    const variables = facts.variablesOfEnvFile;
    const what = variables.length > 0 ? `takes ${named(variables)} from .env` : `names .env under env_file`;
    const [variable] = variables;
    const next =
      variable === undefined
        ? "Give the variables under environment, or let the file be absent: path: .env with required: false."
        : `Give a default that is no secret in the Compose file: \${${variable}:-value}.`;
    return {
      status: isLeftOut(file, facts) ? "problem" : "note",
      observed: `${file.by} ${what}, and git leaves that file out.`,
      why: "It is right to keep passwords out of git. But on GitHub there is no .env, so the value is empty there.",
      next,
    };
  },
};
