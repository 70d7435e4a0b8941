import type { EnvironmentItem } from "./item";

/** The docker program. */
export const dockerInstalled: EnvironmentItem = {
  id: "docker-installed",
  title: "Docker is installed",
  judge({ dockerProgram, client, system }) {
    if (dockerProgram !== undefined) {
      return { status: "ok", observed: `The docker command is there${client ? `, version ${client.version}` : ""}.` };
    }
    return {
      status: "problem",
      observed: "The docker command was not found.",
      why: "Everything in the course is done with it.",
      next: INSTALL[system],
      link:
        system === "linux"
          ? "https://docs.docker.com/engine/install/"
          : "https://docs.docker.com/get-started/get-docker/",
    };
  },
};

const INSTALL = {
  windows: "Install Docker Desktop with its WSL 2 option, start it, and restart VS Code fully.",
  mac: "Install Docker Desktop for your chip (Apple or Intel), start it, and restart VS Code fully.",
  linux: "Install Docker Engine from Docker's package repository for your distribution, then restart VS Code fully.",
};
