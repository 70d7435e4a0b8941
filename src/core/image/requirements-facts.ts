import type { SourceFile } from "../submission";

/** A package by name, perhaps with extras, versions and conditions. https://pip.pypa.io/en/stable/reference/requirements-file-format/ */
const PACKAGE = /^[A-Za-z0-9][\w.-]*\s*(?:\[[\w\s,.-]*\])?\s*(?:[<>=!~(].*|;.*)?$/;
const HARMLESS_OPTION = /^(?:--hash[= ]|--index-url|--extra-index-url|--trusted-host|-i\s|--only-binary|--no-binary)/;

/** Packages that are compiled against libraries of the system, or start programs of it, which a slim image does not have. */
const NEEDS_SYSTEM =
  /^(?:psycopg2|psycopg\[c\]|mysqlclient|python-ldap|pygraphviz|xmlsec|pyodbc|gdal|uwsgi|pycurl|pycairo|pygobject|pyaudio|python-magic|weasyprint|cairosvg|gitpython|mod-wsgi|dbus-python|pyicu|rpy2|pymssql|cx-oracle|pysqlite3|systemd-python|opencv-python|wand|pillow-simd|m2crypto|pygit2|fiona|rasterio|pycups|pylibmc|jpype1)$/;

/** Whether a requirements file names packages alone, none of which lies beside it: it can then be installed from by itself. */
export function standsAlone(text: string): boolean {
  return requirementLines(text).every((line) => PACKAGE.test(line) || HARMLESS_OPTION.test(line));
}

/** The names of the packages in it that need more of the system than Python. */
export function systemPackages(requirements: readonly string[]): readonly string[] {
  return requirements.filter((requirement) => {
    const [name = ""] = /^[A-Za-z0-9][\w.-]*(?:\[c\])?/.exec(requirement) ?? [];
    return NEEDS_SYSTEM.test(name.toLowerCase().replace(/[_.]+/g, "-"));
  });
}

/** Its lines that say something, continuations joined, comments taken off. */
export function requirementLines(text: string): readonly string[] {
  const lines = text.replace(/\\\r?\n/g, " ").split(/\r\n|\n|\r/);
  return lines.map((line) => line.replace(/(^|\s)#.*$/, "").trim()).filter((line) => line !== "");
}

/** A requirements file stays the same while somebody types in a Dockerfile. */
const NAMES = new WeakMap<SourceFile, ReadonlySet<string>>();

/** Whether a requirements file names a package, given in lower case. */
export function asksFor(file: SourceFile, name: string): boolean {
  const names =
    NAMES.get(file) ??
    new Set(requirementLines(file.text).map((line) => (/^[A-Za-z0-9][\w.-]*/.exec(line)?.[0] ?? "").toLowerCase()));
  NAMES.set(file, names);
  return names.has(name);
}
