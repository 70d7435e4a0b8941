import { RULES } from "../../src/core/rules/registry";

const LEVELS = ["default", "off", "hint", "information", "warning", "error"];

/** The properties of the setting `dockerizeCoach.rules`, as package.json declares them: one for each rule. */
export function ruleSettings(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    RULES.map(({ id, title, severity }) => [
      id,
      { type: "string", enum: LEVELS, default: "default", description: `${title}. By itself: ${severity}.` },
    ]),
  );
}
