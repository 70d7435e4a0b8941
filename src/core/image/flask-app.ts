import type { SourceFile } from "../submission";

/** What a Python file says of a Flask app in it. */
export interface FlaskApp {
  /** the app's name in the file; undefined where it is made in a way that cannot be told by name */
  readonly name?: string;
  /** it starts Flask's own server when it is run */
  readonly runsItself: boolean;
}

/** An app's file stays the same while somebody types in a Dockerfile. */
const KNOWN = new WeakMap<SourceFile, FlaskApp>();

/** Reads a Python file for a Flask app. */
export function flaskApp(file: SourceFile): FlaskApp {
  const app = KNOWN.get(file) ?? read(file.text);
  KNOWN.set(file, app);
  return app;
}

function read(text: string): FlaskApp {
  const [, name] = /^(\w+)\s*=\s*(?:Flask|create_app)\(/m.exec(text) ?? [];
  return { ...(name !== undefined && { name }), runsItself: /\bapp\.run\(/.test(text) };
}
