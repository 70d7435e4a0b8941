import type { EnvironmentItem } from "./item";

/** A first container from start to end. */
export const helloWorld: EnvironmentItem = {
  id: "hello-world",
  title: "A container runs",
  judge({ helloWorld: seen, engine }) {
    if (!engine.answers || !seen)
      return { status: "unknown", observed: "The engine did not answer, so no container could be started." };
    if (seen.greeted) return { status: "ok", observed: "A container of hello-world ran and greeted." };
    return {
      status: "problem",
      observed: `hello-world did not run: ${seen.detail}`,
      why: "What keeps this smallest container from running keeps every other from it too.",
      next: "If the image could not be fetched, check your network or proxy. Then check again.",
    };
  },
};
