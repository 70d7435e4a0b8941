/** Whether Flask takes a value of FLASK_DEBUG for yes: all but nothing, 0, false and no. False where nobody knows the value. */
export function isTruthy(value: string): boolean {
  return !value.includes("$") && !/^(?:|0|false|no)$/i.test(value);
}

/** Servers that never show Flask's debugger, whatever FLASK_DEBUG says. */
const OTHER_SERVERS = /^(?:gunicorn|uwsgi|waitress-serve|uvicorn|hypercorn|mod_wsgi-express)$/;

/** Whether a command starts a server that has no debugger, seen through a path or `python -m`. */
export function hasOtherServer(words: readonly string[]): boolean {
  return words.some((word) => OTHER_SERVERS.test(word.split("/").at(-1) ?? ""));
}

/** The place of `--debug` among the words of a `flask` command; -1 where there is none. */
export function debugOption(words: readonly string[]): number {
  const program = words.findIndex((word) => (word.split("/").at(-1) ?? "") === "flask");
  return program === -1 ? -1 : words.findIndex((word, index) => index > program && word === "--debug");
}
