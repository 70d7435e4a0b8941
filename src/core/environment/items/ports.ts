import type { EnvironmentItem } from "./item";

import type { EnvironmentItemId } from "../environment-report";

/** The ports that the course publishes on this machine. */
export const port5000 = portItem("port-5000", 5000, "The API is published there.", "problem");
export const port6379 = portItem(
  "port-6379",
  6379,
  "Redis listens there. The course does not publish it, so this only matters if you do.",
  "note",
);

function portItem(id: EnvironmentItemId, port: number, why: string, ifHeld: "problem" | "note"): EnvironmentItem {
  return {
    id,
    title: `Port ${port} is free`,
    judge({ ports, system }) {
      const found = ports[port];
      const other = `Or publish another port: 127.0.0.1:${port + 1}:${port}.`;
      switch (found?.state) {
        case undefined:
          return { status: "unknown", observed: `Port ${port} could not be looked at.` };
        case "free":
          return { status: "ok", observed: `Nobody uses port ${port}.` };
        case "container":
          return {
            status: "note",
            observed: `The container ${found.holder ?? ""} uses port ${port}.`,
            why,
            next: `If you do not need it now: docker stop ${found.holder ?? ""}`,
          };
        case "airplay":
          return {
            status: "problem",
            observed: `macOS's AirPlay Receiver uses port ${port}.`,
            why,
            next: `Switch it off under System Settings, General, AirDrop & Handoff. ${other}`,
          };
        case "reserved":
          return {
            status: "problem",
            observed: `Windows has reserved port ${port} for itself.`,
            why,
            next: `See netsh interface ipv4 show excludedportrange protocol=tcp. ${other}`,
          };
        case "held":
          return {
            status: ifHeld,
            observed: `${found.holder ? `The program ${found.holder}` : "A program"} uses port ${port}.`,
            why,
            next: `Is it the app from step 1? Press Ctrl+C in its terminal. ${system === "windows" ? `netstat -ano shows who it is.` : ""} ${other}`.replace(
              / {2,}/g,
              " ",
            ),
          };
      }
    },
  };
}
