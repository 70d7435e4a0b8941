import path from "path-browserify";
import type { BuildRequest } from "../container-engine";
import { isAbsolutePath, pathInFolder } from "./path-in-folder";
import { asMap, asText } from "./plain-value";

/** A build that a service asks for; its image takes the place of the service's `build`. */
export interface ServiceBuild extends BuildRequest {
  readonly service: string;
}

/**
 * The build of a resolved service, with paths relative to the folder. Undefined where it cannot be done from the folder
 * alone: another folder, a remote context, or a Dockerfile written into the Compose file.
 */
export function rewriteBuild(service: string, value: unknown, folder: string): ServiceBuild | undefined {
  const build = asMap(value);
  const context = pathInFolder(folder, asText(build.context) ?? "");
  const file = asText(build.dockerfile) ?? "Dockerfile";
  const dockerfile = isAbsolutePath(file)
    ? pathInFolder(folder, file)
    : path.join(context ?? "", file.replaceAll("\\", "/"));
  if (context === undefined || dockerfile === undefined || dockerfile.startsWith("..")) return undefined;
  if (build.dockerfile_inline !== undefined) return undefined;
  // An argument without a value would be taken from the environment, which the grader keeps out.
  const args = Object.entries(asMap(build.args)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return {
    service,
    context,
    dockerfile,
    ...(asText(build.target) && { target: asText(build.target) as string }),
    ...(args.length > 0 && { args: Object.fromEntries(args) }),
  };
}

/** Whether the build is the very one of the graded image, so that the image can be used again. */
export function isGradedBuild(build: BuildRequest): boolean {
  return build.context === "." && build.dockerfile === "Dockerfile" && !build.target && !build.args;
}
