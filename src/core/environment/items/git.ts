import type { EnvironmentItem } from "./item";

/** Git, for handing in. */
export const git: EnvironmentItem = {
  id: "git",
  title: "Git, for step 6",
  judge({ git: version, system }) {
    if (version !== undefined) return { status: "ok", observed: `git is there, version ${version}.` };
    return {
      status: "note",
      observed: "The program git was not found.",
      why: "Step 6 hands your work in with it. You can begin without.",
      next:
        system === "windows"
          ? "Install Git for Windows from git-scm.com."
          : system === "mac"
            ? "Run xcode-select --install in a terminal."
            : "Install the package git.",
    };
  },
};
