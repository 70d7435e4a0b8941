/** The ten graded checks, in the order in which they are listed. */
export const CHECK_IDS = [
  "dockerfile-exists",
  "multi-stage",
  "slim-base",
  "image-builds",
  "image-size",
  "container-healthy",
  "non-root-user",
  "healthcheck",
  "dockerignore",
  "compose",
] as const;

export type CheckId = (typeof CHECK_IDS)[number];

/** Whether a text, say from a command line, names a check. */
export function isCheckId(text: string): text is CheckId {
  return (CHECK_IDS as readonly string[]).includes(text);
}
