import type { InstructionFlag, ParseProblem } from "../dockerfile-model";
import { mountFields, type MountField } from "../mount-fields";
import { closestWord } from "./closest-word";
import type { InstructionCheck } from "./instruction-check";

const TYPES = ["bind", "cache", "tmpfs", "secret", "ssh"];
const KEYS =
  "type from source target readonly id sharing required size mode uid gid src dst destination ro rw readwrite env".split(
    " ",
  );
const WITHOUT_VALUE: ReadonlySet<string> = new Set(["readonly", "ro", "readwrite", "rw", "required"]);
const NETWORKS = ["default", "none", "host"];

/** Refuses mounts and networks of RUN that BuildKit does not know. */
export const runOptions: InstructionCheck = ({ keyword, flags }) => {
  if (keyword !== "RUN") return [];
  return flags.flatMap((flag): readonly ParseProblem[] => {
    const message =
      flag.name === "mount" ? mountProblem(flag) : flag.name === "network" ? networkProblem(flag) : undefined;
    return message === undefined ? [] : [{ message, range: flag.range }];
  });
};

function networkProblem({ value }: InstructionFlag): string | undefined {
  return value === undefined || NETWORKS.includes(value)
    ? undefined
    : `--network can be ${NETWORKS.join(", ")}, not "${value}".`;
}

function mountProblem({ value }: InstructionFlag): string | undefined {
  if (value === undefined) return undefined;
  const fields = mountFields(value);
  for (const field of fields) {
    const message = fieldProblem(field);
    if (message !== undefined) return message;
  }
  return combinationProblem(fields);
}

function fieldProblem({ key, value, text }: MountField): string | undefined {
  if (value === undefined) {
    return WITHOUT_VALUE.has(key)
      ? undefined
      : `In --mount, "${text}" needs a value: ${key || "target"}=…, and commas without spaces between the parts.`;
  }
  if (key === "from" && /\$./.test(value))
    return "In --mount, from= takes no variable. Name a stage with FROM … AS, and use that name.";
  if (!KEYS.includes(key)) {
    const meant = closestWord(key, KEYS);
    return `--mount has no option "${key}".${meant === undefined ? "" : ` Did you mean ${meant}?`}`;
  }
  if (value.includes("$")) return undefined;
  return isValue(key, value) ? undefined : `In --mount, ${key} cannot be "${value}".`;
}

function isValue(key: string, value: string): boolean {
  switch (key) {
    case "type":
      return TYPES.includes(value.toLowerCase());
    case "sharing":
      return ["shared", "private", "locked"].includes(value.toLowerCase());
    case "mode":
      return /^[0-7]+$/.test(value);
    case "uid":
    case "gid":
      return /^\d+$/.test(value) && Number(value) < 2 ** 32;
    case "readonly":
    case "ro":
    case "readwrite":
    case "rw":
    case "required":
      return /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/.test(value);
    default:
      return true;
  }
}

/** BuildKit reads the parts in order, so `type=` has to stand before what depends on it. */
function combinationProblem(fields: readonly MountField[]): string | undefined {
  let type = "bind";
  let sharing = false;
  const given = new Set<string>();
  for (const { key, value } of fields) {
    if (value?.includes("$")) return undefined;
    if (key === "type") type = value?.toLowerCase() ?? type;
    if (key === "required" && type !== "secret" && type !== "ssh")
      return `In --mount, required is for secrets; write type=secret before it.`;
    if (key === "size" && type !== "tmpfs") return "In --mount, size is for type=tmpfs only; write that before it.";
    if (key === "sharing") sharing = true;
    given.add(key);
  }
  const owner = ["mode", "uid", "gid"].find((key) => given.has(key));
  if (owner !== undefined && (type === "bind" || type === "tmpfs"))
    return `In --mount, ${owner} does not go with type=${type}.`;
  if (sharing && type !== "cache") return "In --mount, sharing is for type=cache only.";
  if (type !== "secret") return undefined;
  const hasName = ["source", "src", "target", "dst", "destination", "id"].some((key) => given.has(key));
  if (!hasName) return "A secret mount needs its name: --mount=type=secret,id=…";
  return given.has("from") ? "A secret mount cannot have from=." : undefined;
}
