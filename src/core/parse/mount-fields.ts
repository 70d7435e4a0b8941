export interface MountField {
  /** lower case */
  readonly key: string;
  /** undefined where there is no equals sign */
  readonly value?: string;
  readonly text: string;
}

/** The parts of `--mount=type=cache,target=/x`; a part with commas may stand in double quotes, as in a CSV file. */
export function mountFields(mount: string): readonly MountField[] {
  const parts = [...mount.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return parts.map(([, quoted, plain = ""]) => {
    const text = quoted?.replaceAll('""', '"') ?? plain;
    const equals = text.indexOf("=");
    if (equals === -1) return { key: text.toLowerCase(), text };
    return { key: text.slice(0, equals).toLowerCase(), value: text.slice(equals + 1), text };
  });
}
