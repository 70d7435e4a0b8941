import { environmentEntries } from "../compose/environment";
import { isRedis } from "../compose/is-redis";
import { asMap, valueAt } from "../compose/plain-value";
import { publishedPorts } from "../compose/published-ports";
import { deleteYamlEntry } from "../edit/delete-yaml-entry";
import { localPort } from "../edit/local-port";
import { servicesIn } from "../lint/course-compose";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";

/** What shows that a password is asked for, or may be, in a file that we do not read. */
const PASSWORD = /requirepass|pass|\.conf|aclfile|--user\b/i;

/**
 * A service that starts from an image of Redis or Valkey publishes a port on all of the host's addresses. Silent where only
 * this machine reaches it, where an address is named or depends on a variable, and where its command, environment or a
 * configuration file may ask for a password. https://docs.docker.com/engine/network/packet-filtering-firewalls/
 */
export const redisPublished = defineRule({
  id: "redis-published",
  title: "Redis is open to the network",
  severity: "information",
  fix: "preferred",
  messages: {
    published: {
      observed: "{service} publishes its port on all addresses of your machine, and asks for no password.",
      why: "Others in the network can then read and change its data, often past the firewall.",
      next: "Keep it to your machine, or take ports out: other services reach it without.",
    },
  },

  compose(subject) {
    const { compose } = subject;
    return Object.entries(servicesIn(compose.document)).flatMap(([service, value]): readonly Found<"published">[] => {
      const map = asMap(value);
      if (!isRedis(map) || asksPassword(map, service)) return [];
      const path = ["services", service, "ports"];
      const open = publishedPorts(map).filter(({ reach }) => reach === "everybody");
      return open.flatMap((port) => {
        const item = [...path, port.index];
        const range = compose.entryAt(item)?.valueRange;
        const [local, gone] = [localPort(subject, path, port), deleteYamlEntry(subject, item)];
        const fixes: readonly Fix[] = [
          ...(local ? [{ title: "Publish it to this machine alone", edits: [local], preferred: true as const }] : []),
          ...(gone ? [{ title: "Do not publish it", edits: [gone] }] : []),
        ];
        return range ? [{ message: "published", values: { service }, range, fixes }] : [];
      });
    });
  },
});

function asksPassword(service: ReturnType<typeof asMap>, name: string): boolean {
  const said = JSON.stringify([
    valueAt(service, "command"),
    valueAt(service, "entrypoint"),
    valueAt(service, "volumes"),
  ]);
  const named = environmentEntries(service, name).some(
    (entry) => PASSWORD.test(entry.name) || PASSWORD.test(entry.value ?? ""),
  );
  return (
    PASSWORD.test(said) ||
    named ||
    ["env_file", "extends", "configs"].some((key) => valueAt(service, key) !== undefined)
  );
}
