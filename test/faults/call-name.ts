/** A request to the engine by what it asks: version, query, ids and names of one run are taken out, so that two runs agree. */
export function callName(method: string, url: string): string {
  const [path = ""] = url.split("?");
  const plain = path
    .replace(/^\/v\d+\.\d+(?=\/)/, "")
    .replace(/dockerize-coach-[0-9a-f]{12}-[^/]+/g, "{own}")
    .replace(/(sha256(:|%3A))?[0-9a-f]{64}/g, "{id}");
  return `${method} ${plain}`;
}
