import type { DockerfileModel, Instruction, Stage } from "../parse/dockerfile-model";
import { mountFields } from "../parse/mount-fields";
import { stageChain } from "../parse/stage-chain";
import { environmentOf } from "../parse/stage-environment";
import type { PipInstall } from "./pip-install";

/** A mount on pip's own folder for downloads, or on the one that it lies in. https://pip.pypa.io/en/stable/topics/caching/ */
const CACHE_FOLDER = /(?:^|\/)\.cache(?:\/pip|\/)?$|(?:^|\/)\.cache\/pip\//;
/** Takes away what pip has kept, in the same step. */
const CLEANS = /\bpip[\d.]*\s+cache\s+(?:purge|remove)\b|\brm\s[^;&|]*(?:\.cache\b|\/root\/?\*)/;
/** Says so to every pip of the image, in a file. */
const CONFIGURES = /\bpip[\d.]*\s+config\b.*no-cache-dir|pip\.conf/;
const SWITCH = "PIP_NO_CACHE_DIR";

/**
 * Whether what pip downloads stays in the layer of a step. Not with `--no-cache-dir`, nor with PIP_NO_CACHE_DIR set to
 * anything at all (pip takes even `off` for yes), nor where the cache lies on a mount, nor where the step removes it again.
 * https://github.com/pypa/pip/blob/main/src/pip/_internal/cli/cmdoptions.py
 */
export function keepsCache(
  { noCacheDir, flags }: PipInstall,
  instruction: Instruction,
  { model, stage }: { readonly model: DockerfileModel; readonly stage: Stage },
): boolean {
  const texts = [instruction.argument, ...instruction.heredocs];
  if (noCacheDir || texts.some((text) => CLEANS.test(text) || text.includes(`${SWITCH}=`))) return false;
  const environment = environmentOf(model, stage, instruction);
  if (environment.get(SWITCH) || isArgument(SWITCH, stage) || isConfigured(stage)) return false;
  const option = flags.find(({ text }) => text.startsWith("--cache-dir="))?.text.slice("--cache-dir=".length);
  const folders = [option, environment.get("PIP_CACHE_DIR"), environment.get("XDG_CACHE_HOME")];
  return !mountedFolders(instruction).some(
    (folder) => CACHE_FOLDER.test(folder) || folders.some((other) => other?.startsWith(folder.replace(/\/$/, ""))),
  );
}

function mountedFolders({ flags }: Instruction): readonly string[] {
  return flags.flatMap(({ name, value = "" }) => {
    if (name !== "mount") return [];
    const fields = mountFields(value);
    const valueOf = (keys: RegExp) => fields.find(({ key }) => keys.test(key))?.value;
    const target = valueOf(/^(?:target|dst|destination)$/);
    return /^(?:cache|tmpfs)$/.test(valueOf(/^type$/) ?? "") && target !== undefined ? [target] : [];
  });
}

/** To the steps of a build, an ARG is a variable like any other. */
function isArgument(name: string, stage: Stage): boolean {
  return stageChain(stage).some(({ instructions }) =>
    instructions.some(({ keyword, pairs }) => keyword === "ARG" && pairs.some((pair) => pair.name === name)),
  );
}

function isConfigured(stage: Stage): boolean {
  return stageChain(stage).some(({ instructions }) =>
    instructions.some(({ argument, heredocs }) => [argument, ...heredocs].some((text) => CONFIGURES.test(text))),
  );
}
