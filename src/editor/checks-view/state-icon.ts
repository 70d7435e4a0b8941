import { ThemeColor, ThemeIcon } from "vscode";
import type { ShownState } from "./words";

/** Each state has a shape of its own, so that the colour is never needed to tell them apart. */
const ICONS: Readonly<Record<ShownState, readonly [shape: string, color?: string]>> = {
  passed: ["pass", "testing.iconPassed"],
  partial: ["warning", "list.warningForeground"],
  failed: ["error", "testing.iconFailed"],
  skipped: ["circle-slash", "testing.iconSkipped"],
  errored: ["question", "testing.iconQueued"],
  running: ["sync~spin"],
  "not-run": ["circle-outline", "testing.iconUnset"],
};

export function stateIcon(state: ShownState): ThemeIcon {
  const [shape, color] = ICONS[state];
  return new ThemeIcon(shape, color === undefined ? undefined : new ThemeColor(color));
}
