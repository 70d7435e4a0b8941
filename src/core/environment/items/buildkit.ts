import type { EnvironmentItem } from "./item";

/** The builder of today; the old one sends the whole folder and is slower. */
export const buildkit: EnvironmentItem = {
  id: "buildkit",
  title: "BuildKit builds the images",
  judge({ buildx, engine, system }) {
    if (buildx !== undefined) return { status: "ok", observed: `BuildKit is there (buildx ${buildx}).` };
    if (!engine.answers) return { status: "unknown", observed: "The engine did not answer, so this is not known yet." };
    return {
      status: "note",
      observed: "The buildx plugin was not found, so docker build uses the old builder.",
      why: "It works, but it is slower, and does not show what came from the cache as clearly.",
      next:
        system === "linux"
          ? "Install the package docker-buildx-plugin (Debian and Ubuntu: docker-buildx)."
          : "Update Docker Desktop.",
    };
  },
};
