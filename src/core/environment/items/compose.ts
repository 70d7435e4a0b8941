import type { EnvironmentItem } from "./item";

/** Compose as a part of docker; version 2 and 5 have the same syntax, version 1 ended in July 2023. */
export const compose: EnvironmentItem = {
  id: "compose",
  title: "Docker Compose is there",
  judge({ compose: version, hasOldCompose, dockerProgram, system }) {
    if (version !== undefined) return { status: "ok", observed: `docker compose is there, version ${version}.` };
    if (dockerProgram === undefined)
      return { status: "unknown", observed: "Without the docker command this is not known yet." };
    return {
      status: "problem",
      observed: hasOldCompose
        ? "There is only docker-compose with a dash, the old version 1."
        : "Docker does not know the command docker compose.",
      why: "Step 5 starts the app together with Redis by it. Version 1 ended in 2023.",
      next: system === "linux" ? "Install the package docker-compose-plugin." : "Update Docker Desktop.",
    };
  },
};
