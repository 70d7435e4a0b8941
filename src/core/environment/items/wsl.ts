import type { EnvironmentItem } from "./item";

/** Windows runs Linux containers in WSL 2. Docker Desktop asks for 2.1.5 or newer. */
export const wsl: EnvironmentItem = {
  id: "wsl",
  title: "WSL 2 is ready",
  judge({ system, wsl: version }) {
    if (system !== "windows") return undefined;
    const why = "Linux containers need a Linux kernel. On Windows, WSL 2 brings one along.";
    if (version === undefined || version === "") {
      return {
        status: "problem",
        observed: "WSL was not found.",
        why,
        next: "Run wsl --install in PowerShell as administrator, and restart Windows.",
      };
    }
    const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
    const isNew = major > 2 || (major === 2 && (minor > 1 || (minor === 1 && patch >= 5)));
    if (isNew) return { status: "ok", observed: `WSL ${version} is there.` };
    return {
      status: "problem",
      observed: `WSL ${version} is older than 2.1.5.`,
      why,
      next: "Run wsl --update in PowerShell, and restart Docker Desktop.",
    };
  },
};
