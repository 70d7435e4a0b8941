import { isEnvFile } from "../find-secrets";
import { named } from "../named";
import type { FoundSecret, RepositoryFacts } from "../push-facts";
import type { PushItem } from "./item";

/** Keys and passwords that would be handed in with the rest. */
export const secrets: PushItem = {
  id: "secrets",
  title: "No password or key goes along",
  judge(facts) {
    const [first] = facts.secrets;
    if (first) return found(facts, first);
    if (facts.oldSecrets.length > 0) return inOldCommits(facts.oldSecrets);
    const env = [...facts.tracked.keys(), ...facts.untracked].filter(isEnvFile);
    if (env.length === 0) return { status: "ok", observed: "No key, token or password was found in what you hand in." };
    return {
      status: "note",
      observed: `${named(env)} goes along. Nothing in it looks like a password.`,
      why: "Most people keep passwords in such files, and everybody can read what is on a public GitHub page.",
      next: "Leave it, if its values are for everybody. Else name it in .gitignore.",
    };
  },
};

function found({ secrets, tracked }: RepositoryFacts, first: FoundSecret): ReturnType<PushItem["judge"]> {
  const isTracked = tracked.has(first.path);
  const takeOut = isTracked ? `Take it out with git rm --cached "${first.path}" and name it` : `Name ${first.path}`;
  const rest = secrets.length > 1 ? ` And ${secrets.length - 1} more like it.` : "";
  return {
    status: "problem",
    observed: `${first.path}${line(first)} holds ${first.what}.${rest}`,
    why: "Everybody who sees the repository can use it, also after you have deleted it again: git keeps every version.",
    next: `${takeOut} in .gitignore, or delete the secret from the file. If it was pushed already, make a new one where it comes from.`,
    actions: ["gitignore"],
  };
}

function inOldCommits(old: readonly FoundSecret[]): ReturnType<PushItem["judge"]> {
  const places = [...new Set(old.map(({ path, what }) => `${what} in ${path}`))];
  return {
    status: "problem",
    observed: `A commit that is not pushed yet holds ${named(places)}. It is no more in the files of today.`,
    why: "A push sends every version, and the older one can still be read.",
    next: "Make a new key or password where this one comes from. Then the old one opens nothing, and you can push.",
  };
}

function line({ line }: FoundSecret): string {
  return line === undefined ? "" : `, line ${line},`;
}
