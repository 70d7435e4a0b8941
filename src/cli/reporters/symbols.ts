import type { CheckStatus } from "../../core/report";
import type { Tone } from "../paint";

/** How a status looks: a shape as well as a colour, for those who see or have no colours. */
export interface StatusLook {
  readonly symbol: string;
  readonly ascii: string;
  readonly tone: Tone;
}

export const STATUS_LOOKS: Readonly<Record<CheckStatus, StatusLook>> = {
  passed: { symbol: "✔", ascii: "+", tone: "good" },
  partial: { symbol: "◐", ascii: "~", tone: "warn" },
  failed: { symbol: "✘", ascii: "x", tone: "bad" },
  skipped: { symbol: "○", ascii: "o", tone: "dim" },
  errored: { symbol: "?", ascii: "?", tone: "warn" },
};

export const SPINNER = {
  unicode: ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"],
  ascii: ["|", "/", "-", "\\"],
} as const;

/** The blocks of the overall bar: earned, still open, lost. */
export const BAR = {
  unicode: { earned: "█", open: "▒", lost: "░" },
  ascii: { earned: "#", open: "o", lost: "." },
} as const;
