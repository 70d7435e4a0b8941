import { lex } from "../shell-lex";
import type { InstructionCheck } from "./instruction-check";

/** https://github.com/moby/sys/blob/main/signal/signal_linux.go */
const NAMES: ReadonlySet<string> = new Set(
  (
    "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP " +
    "TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ"
  ).split(" "),
);
const REAL_TIME = /^RT(?:MIN(?:\+(?:[1-9]|1[0-5]))?|MAX(?:-(?:[1-9]|1[0-4]))?)$/;

/** Refuses STOPSIGNAL of what is no signal. */
export const stopsignal: InstructionCheck = ({ keyword, argument, argumentRange }, escape) => {
  if (keyword !== "STOPSIGNAL" || argument === "") return [];
  const signal = lex(argument, { escape, lookup: () => undefined, keepUnset: true });
  if (!signal.ok || signal.text.includes("$") || isSignal(signal.text)) return [];
  return [
    {
      message: `"${argument}" is no signal. Docker takes names such as SIGTERM or SIGINT, or their numbers.`,
      range: argumentRange,
    },
  ];
};

function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, "");
  return NAMES.has(name) || REAL_TIME.test(name);
}
