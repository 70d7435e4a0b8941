import type { InstructionCheck } from "./instruction-check";
import { lex } from "../shell-lex";

const HIGHEST_PORT = 65_535;

/** Refuses EXPOSE of what is no port; one that comes from a variable is known only in the build. */
export const expose: InstructionCheck = ({ keyword, words }, escape) => {
  if (keyword !== "EXPOSE") return [];
  return words.flatMap(({ text, range }) => {
    const port = lex(text, { escape, lookup: () => undefined, keepUnset: true });
    const message = port.ok && !port.text.includes("$") ? portProblem(port.text) : undefined;
    return message === undefined ? [] : [{ message, range }];
  });
};

function portProblem(text: string): string | undefined {
  const [ports = "", protocol = "", ...tooMany] = text.split("/");
  if (!/^(?:tcp|udp|sctp)?$/i.test(protocol) || tooMany.length > 0) {
    return `"${text}" names no protocol that Docker knows: tcp (which is meant without any), udp or sctp.`;
  }
  const parts = ports.split(":");
  const container = parts.at(-1) ?? "";
  const host = parts.length > 1 ? (parts.at(-2) ?? "") : "";
  if (isPortOrRange(container) && (host === "" || isPortOrRange(host))) return undefined;
  return `"${text}" is no port. EXPOSE takes numbers from 0 to ${HIGHEST_PORT}, several of them with spaces between: EXPOSE 5000`;
}

function isPortOrRange(text: string): boolean {
  const [first = "", last = first, ...tooMany] = text.split("-");
  const isPort = (port: string) => /^\d+$/.test(port) && Number(port) <= HIGHEST_PORT;
  return tooMany.length === 0 && isPort(first) && isPort(last) && Number(first) <= Number(last);
}
