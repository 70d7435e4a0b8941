import type { EnvironmentResult } from "./environment-report";
import { architecture } from "./items/architecture";
import { baseImages } from "./items/base-images";
import { buildkit } from "./items/buildkit";
import { compose } from "./items/compose";
import { diskSpace } from "./items/disk-space";
import { dockerInstalled } from "./items/docker-installed";
import { engineAnswers } from "./items/engine-answers";
import { git } from "./items/git";
import { helloWorld } from "./items/hello-world";
import type { EnvironmentItem } from "./items/item";
import { permission } from "./items/permission";
import { port5000, port6379 } from "./items/ports";
import { python } from "./items/python";
import { versions } from "./items/versions";
import { virtualisation } from "./items/virtualisation";
import { wsl } from "./items/wsl";
import type { MachineFacts } from "./machine-facts";

/** In the order in which one thing stands on the other. */
export const ENVIRONMENT_ITEMS: readonly EnvironmentItem[] = [
  virtualisation,
  wsl,
  dockerInstalled,
  engineAnswers,
  permission,
  versions,
  buildkit,
  compose,
  helloWorld,
  diskSpace,
  baseImages,
  python,
  git,
  port5000,
  port6379,
  architecture,
];

/** What each item makes of the facts; those that do not apply to this machine are left out. */
export function judgeEnvironment(facts: MachineFacts): readonly EnvironmentResult[] {
  return ENVIRONMENT_ITEMS.flatMap((item) => {
    const verdict = item.judge(facts);
    return verdict ? [{ id: item.id, title: item.title, ...verdict }] : [];
  });
}
