import type { EnvironmentItem } from "./item";

/** Whether this account may use the engine. */
export const permission: EnvironmentItem = {
  id: "permission",
  title: "Your account may use Docker",
  judge({ engine, system }) {
    if (engine.answers) return { status: "ok", observed: "Your account may use the engine." };
    if (engine.reason !== "no-permission")
      return { status: "unknown", observed: "The engine did not answer, so this is not known yet." };
    return {
      status: "problem",
      observed: engine.detail,
      why: "Docker lets only some accounts in, because who may use it can do everything on the machine.",
      next: FIX[system],
    };
  },
};

const FIX = {
  windows: "Add your account to the group docker-users, sign out and in again, and restart VS Code.",
  mac: "Quit Docker Desktop and start it with your own account.",
  linux:
    "Run sudo usermod -aG docker $USER, log out and in again, and restart VS Code fully. It gives your account the rights of root; Docker's rootless mode is the other way.",
};
