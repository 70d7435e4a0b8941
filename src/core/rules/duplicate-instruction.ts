import { defineRule } from "../lint/rule";

/** TODO */
export const duplicateInstruction = defineRule({
  id: "duplicate-instruction",
  title: "Only the last one counts",
  severity: "warning",
  fix: "preferred",
  equivalents: {
    hadolint: ["DL4003", "DL4004", "DL3012"],
    buildkit: ["MultipleInstructionsDisallowed"],
    dockerfileUtils: ["MULTIPLE_INSTRUCTIONS"],
  },
  saidBy: ["hadolint", "buildkit"],
  messages: {},
});
