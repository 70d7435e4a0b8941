import { appUsers, switchUserFixes } from "../edit/switch-user";
import { dropsRootItself, startsAsRoot } from "../image/needs-root";
import { defineRule } from "../lint/rule";
import { effectiveUser } from "../parse/effective-user";

/**
 * The shipped stage and its local parents have no USER, so the app runs as root: a USER in a builder does not count. Silent
 * where the base image starts as somebody else (`:nonroot`, Chainguard), may do so (an image that we do not know), or where
 * a program like gosu gives up root's rights at the start. https://docs.docker.com/reference/dockerfile/#user
 */
export const missingUser = defineRule({
  id: "missing-user",
  title: "The app runs as root: no user is set",
  severity: "warning",
  fix: "preferred",
  check: "non-root-user",
  courseGoal: true,
  messages: {
    none: {
      observed: "No USER is set for this image, so the app runs as root.",
      why: "Whoever breaks into the app may then do anything inside its container.",
      next: "Create a user without such rights, and switch to it before the app starts.",
    },
    unused: {
      observed: "The user {user} is created, but no USER switches to it: the app runs as root.",
      why: "Whoever breaks into the app may then do anything inside its container.",
      next: "Switch to {user} before the app starts.",
    },
  },

  dockerfile(subject) {
    const { dockerfile: model, final } = subject;
    const { instruction, fromBase } = effectiveUser(model, final);
    if (instruction || fromBase || !startsAsRoot(final) || dropsRootItself(final)) return [];
    const [user] = appUsers(subject);
    const found = { range: final.fromRange, fixes: switchUserFixes(subject) };
    return [user === undefined ? { message: "none", ...found } : { message: "unused", values: { user }, ...found }];
  },
});
