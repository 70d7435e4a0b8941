import type { SourceFile } from "../submission";

/** Whether a file that takes comments with # is empty or has nothing but them. */
export function saysNothing({ text, encoding }: SourceFile): boolean {
  return encoding === "utf-8" && !/^[^\S\r\n]*[^\s#]/m.test(text);
}
