import type { EnvironmentItem } from "./item";

/** What the course builds on: with these on the machine, most of it needs no network. */
export const baseImages: EnvironmentItem = {
  id: "base-images",
  title: "The base images are here",
  judge({ images }) {
    if (!images) return { status: "unknown", observed: "The engine did not answer, so this is not known yet." };
    const missing = Object.entries(images).flatMap(([name, there]) => (there ? [] : [name]));
    if (missing.length === 0)
      return { status: "ok", observed: "All images that the course begins with are on this machine." };
    return {
      status: "note",
      observed: `Not here yet: ${missing.join(", ")}.`,
      why: "Docker fetches them when they are first needed, which takes a while and needs a network.",
      next: "Choose Prepare for Offline to fetch them now, once.",
    };
  },
};
