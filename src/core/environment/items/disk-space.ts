import type { EnvironmentItem } from "./item";

const ENOUGH = 5e9;

/** Room for base images, layers and cache. */
export const diskSpace: EnvironmentItem = {
  id: "disk-space",
  title: "There is enough disk space",
  judge({ freeBytes }) {
    if (freeBytes === undefined)
      return { status: "unknown", observed: "Docker keeps its data where the free space cannot be seen from here." };
    const free = `${(freeBytes / 1e9).toFixed(1)} GB`;
    if (freeBytes >= ENOUGH) return { status: "ok", observed: `${free} are free where Docker keeps its data.` };
    return {
      status: "problem",
      observed: `Only ${free} are free where Docker keeps its data.`,
      why: "Base images and the build cache take a few gigabytes.",
      next: "Free some space. docker system df shows what Docker itself holds; docker builder prune empties its cache.",
    };
  },
};
