/** Bytes as people read them, in decimal megabytes, as Docker prints sizes: 126993021 → `127.0 MB`. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
