// The images of the course in the engine, and what stands in for a package index.
import { execFileSync } from "node:child_process";

/** Runs the docker command, and gives what it prints. */
export const docker = (...args) =>
  execFileSync("docker", args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Whether the engine has an image of this name. */
export function hasImage(name) {
  return docker("images", "-q", name).trim() !== "";
}

/** Takes away what a course that was broken off has left. */
export function removeImages() {
  for (const name of ["myapp", "myapp-naive"]) if (hasImage(name)) docker("image", "rm", "-f", name);
}

/** Where no package index can be reached, the images' own wheels stand in for it, as in their builds. Undefined where there are none. */
export function wheelsOf(image, folder) {
  const container = docker("create", image).trim();
  try {
    docker("cp", `${container}:/opt/wheels`, folder);
    return { PIP_NO_INDEX: "1", PIP_FIND_LINKS: folder };
  } catch {
    return undefined;
  } finally {
    docker("rm", container);
  }
}
