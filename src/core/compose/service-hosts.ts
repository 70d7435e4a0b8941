import { asList, asMap, asText, valueAt } from "./plain-value";

/**
 * The names under which the services of a document reach one another: the services' own, and those that they are given
 * besides. Undefined where other names may exist that the file does not show.
 */
export function serviceHosts(document: unknown): ReadonlySet<string> | undefined {
  const services = Object.entries(asMap(valueAt(asMap(document), "services")));
  const networks = Object.values(asMap(valueAt(asMap(document), "networks")));
  const isOpen = networks.some((network) => valueAt(asMap(network), "external") !== undefined);
  if (isOpen || valueAt(asMap(document), "include") !== undefined) return undefined;
  const hosts = new Set<string>();
  for (const [name, value] of services) {
    const service = asMap(value);
    if (["extra_hosts", "external_links", "extends", "network_mode"].some((key) => valueAt(service, key) !== undefined))
      return undefined;
    const aliases = Object.values(asMap(valueAt(service, "networks"))).flatMap((each) =>
      asList(asMap(each)["aliases"]),
    );
    const links = asList(valueAt(service, "links")).map((link) => asText(link)?.split(":").at(-1));
    for (const host of [name, service["container_name"], service["hostname"], ...aliases, ...links])
      if (typeof host === "string") hosts.add(host);
  }
  return hosts;
}
