import type { EnvironmentItem } from "./item";

const SAME: Readonly<Record<string, string>> = { x64: "x86_64", arm64: "aarch64" };
const PLAIN: Readonly<Record<string, string>> = { x86_64: "amd64", aarch64: "arm64", amd64: "amd64", arm64: "arm64" };

/** An image is built for one kind of processor. */
export const architecture: EnvironmentItem = {
  id: "architecture",
  title: "The processor's architecture",
  judge({ arch, engine }) {
    if (!engine.answers || engine.arch === undefined)
      return { status: "unknown", observed: `This machine is ${arch}; the engine did not say.` };
    const name = PLAIN[engine.arch] ?? engine.arch;
    if (PLAIN[SAME[arch] ?? arch] !== PLAIN[engine.arch]) {
      return {
        status: "note",
        observed: `This machine is ${arch}, and the engine runs on ${name}.`,
        why: "Images are built for the engine's processor. On another kind they end with “exec format error”.",
        next: "For this course that is fine. For another machine, build with --platform.",
      };
    }
    return { status: "ok", observed: `Images are built for ${name}.` };
  },
};
