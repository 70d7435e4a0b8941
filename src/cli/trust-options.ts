import type { Trust } from "../core/trust";
import { UsageError } from "./usage-error";

/** Options of the commands that grade, as node:util reads them. */
export const TRUST_OPTIONS = {
  trusted: { type: "boolean", default: false },
  untrusted: { type: "boolean", default: false },
  "no-build-network": { type: "boolean", default: false },
} as const;

/** What these options say, for a command's usage line. */
export const TRUST_USAGE = "[--trusted|--untrusted] [--no-build-network]";

/** The lines that a command's help has for them. */
export const TRUST_HELP = [
  "  --trusted      your own work: it may use what your own `docker build` and `docker compose` may",
  "  --untrusted    somebody else's work: what reaches outside of its folder is refused, and nothing of it runs",
  "  --no-build-network",
  "                 no network for the build's steps of untrusted work; pip then installs nothing from outside",
];

export interface ChosenTrust {
  readonly trust: Trust;
  readonly buildNetwork: "open" | "closed";
}

/** What the options choose, `byDefault` where they choose nothing. Throws UsageError where they contradict each other. */
export function chosenTrust(
  values: Readonly<Record<keyof typeof TRUST_OPTIONS, boolean>>,
  byDefault: Trust,
): ChosenTrust {
  if (values.trusted && values.untrusted) throw new UsageError("--trusted and --untrusted exclude each other");
  const trust = values.trusted ? "trusted" : values.untrusted ? "untrusted" : byDefault;
  if (values["no-build-network"] && trust === "trusted")
    throw new UsageError("--no-build-network is for untrusted work; add --untrusted");
  return { trust, buildNetwork: values["no-build-network"] ? "closed" : "open" };
}

/** Whose work is graded unless somebody says so: where a service runs the program, nobody has read it. */
export function trustByDefault(env: Readonly<Record<string, string | undefined>>): Trust {
  const ci = env["CI"]?.trim().toLowerCase() ?? "";
  return ["", "false", "0"].includes(ci) ? "trusted" : "untrusted";
}
