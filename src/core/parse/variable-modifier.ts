export interface ModifiedVariable {
  readonly name: string;
  /** undefined where the variable is not set */
  readonly value: string | undefined;
  /** `}` for a plain variable, or `-`, `:-`, `+`, `:+`, `?`, `:?`, `#`, `%`, `/`, `//` */
  readonly modifier: string;
  readonly operand: string;
  readonly replacement: string;
}

export type Modified = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string };

/** Values beyond this length are not searched for patterns, so that no file can keep us busy. */
const LONGEST = 1000;

/** What `${name…}` comes to. https://docs.docker.com/reference/dockerfile/#environment-replacement */
export function applyModifier(variable: ModifiedVariable): Modified {
  const { name, value, modifier, operand } = variable;
  const hasValue = value !== undefined && !(modifier.startsWith(":") && value === "");
  switch (modifier.replace(":", "")) {
    case "-":
      return ok(hasValue ? value : operand);
    case "+":
      return ok(hasValue ? operand : "");
    case "?":
      return hasValue ? ok(value) : { ok: false, reason: `${name}: ${operand || "must have a value, and has none"}` };
    case "#":
      return ok(withoutEnd(value ?? "", operand, modifier));
    case "%":
      return ok(withoutEnd(value ?? "", operand, modifier));
    case "/":
      return ok(replaced(value ?? "", operand, variable.replacement, false));
    case "//":
      return ok(replaced(value ?? "", operand, variable.replacement, true));
    default:
      return ok(value ?? "");
  }
}

const ok = (text: string): Modified => ({ ok: true, text });

/** `#` takes the shortest match off the start, `##` the longest; `%` and `%%` do so at the end. */
function withoutEnd(value: string, operand: string, modifier: string): string {
  const longest = operand.startsWith(modifier);
  const pattern = shellPattern(longest ? operand.slice(1) : operand);
  if (!pattern || value.length > LONGEST) return value;
  const whole = new RegExp(`^${pattern}$`, "s");
  for (let step = 0; step <= value.length; step += 1) {
    const length = longest ? value.length - step : step;
    const cut = modifier === "#" ? length : value.length - length;
    const [candidate, rest] =
      modifier === "#" ? [value.slice(0, cut), value.slice(cut)] : [value.slice(cut), value.slice(0, cut)];
    if (whole.test(candidate)) return rest;
  }
  return value;
}

function replaced(value: string, operand: string, replacement: string, all: boolean): string {
  const pattern = shellPattern(operand);
  if (!pattern || value.length > LONGEST) return value;
  return value.replace(new RegExp(pattern, all ? "gs" : "s"), () => replacement);
}

/** A regular expression for `*`, `?` and literal characters; undefined for one that could take long. */
function shellPattern(glob: string): string | undefined {
  const stars = glob.replace(/\*+/g, "*");
  if (glob === "" || glob.length > LONGEST || (stars.match(/\*/g)?.length ?? 0) > 2) return undefined;
  return stars.replace(/\\(.)|[\s\S]/g, (character, escaped: string | undefined) => {
    if (character === "*") return ".*";
    if (character === "?") return ".";
    return (escaped ?? character).replace(/[\\^$.|?*+()[\]{}/]/g, "\\$&");
  });
}
