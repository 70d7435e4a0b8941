import assert from "node:assert/strict";
import { COMPOSE_FILE } from "../../../src/core/untrusted/compose-keys";

/** All keys of the specification's schema of June 2026. https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json */
const SERVICE =
  `develop deploy annotations attach build blkio_config cap_add cap_drop cgroup cgroup_parent command configs container_name
   cpu_count cpu_percent cpu_shares cpu_quota cpu_period cpu_rt_period cpu_rt_runtime cpus cpuset credential_spec depends_on
   device_cgroup_rules devices dns dns_opt dns_search domainname entrypoint env_file label_file environment expose extends
   provider external_links extra_hosts gpus group_add healthcheck hostname image init ipc isolation labels links logging
   mac_address mem_limit mem_reservation mem_swappiness memswap_limit network_mode models networks oom_kill_disable
   oom_score_adj pid pids_limit platform ports post_start pre_stop privileged profiles pull_policy pull_refresh_after
   read_only restart runtime scale security_opt shm_size secrets sysctls stdin_open stop_grace_period stop_signal storage_opt
   tmpfs tty ulimits use_api_socket user uts userns_mode volumes volumes_from working_dir`.split(/\s+/);
const BUILD =
  `context dockerfile dockerfile_inline entitlements args ssh labels cache_from cache_to no_cache additional_contexts network
   provenance sbom pull target shm_size extra_hosts isolation privileged secrets tags ulimits platforms`.split(/\s+/);
const OTHERS = {
  networks: "name driver driver_opts ipam external internal enable_ipv4 enable_ipv6 attachable labels".split(" "),
  volumes: "name driver driver_opts external labels".split(" "),
  secrets: "name environment file external labels driver driver_opts template_driver".split(" "),
  configs: "name content environment file external labels template_driver".split(" "),
};

/** What is said of a document in which a place has these keys, all of them empty. */
function messages(document: unknown): readonly string[] {
  return COMPOSE_FILE(document, [], () => undefined).map(({ message }) => message);
}

const empty = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, null]));

describe("the table of Compose's keys", () => {
  it("knows every key of the specification", () => {
    assert.deepEqual(messages({ services: { api: empty(SERVICE) } }), []);
    assert.deepEqual(messages({ services: { api: { build: empty(BUILD) } } }), []);
    for (const [top, keys] of Object.entries(OTHERS))
      assert.deepEqual(messages({ [top]: { one: empty(keys) } }), [], top);
    assert.deepEqual(messages(empty(["version", "name", "include", "services", "models", ...Object.keys(OTHERS)])), []);
  });

  it("names a key that it does not know, wherever it stands, and skips notes", () => {
    assert.match(messages({ services: { api: { powers: true } } })[0] ?? "", /`powers` of the service `api` is no key/);
    for (const top of Object.keys(OTHERS)) assert.equal(messages({ [top]: { one: { powers: true } } }).length, 1, top);
    assert.deepEqual(messages({ "x-a": 1, services: { api: { "x-b": 1, build: { "x-c": 1 } } } }), []);
  });

  it("knows no key for being one that every object of JavaScript has", () => {
    for (const key of ["constructor", "toString", "__proto__"]) {
      const document: unknown = JSON.parse(`{ "services": { "api": { "${key}": true } } }`);
      assert.match(messages(document)[0] ?? "", /is no key that the coach knows/, key);
    }
  });

  it("asks nothing of a value of a kind that no place has", () => {
    for (const value of [null, 1, "text", [], [[1]], {}]) assert.deepEqual(messages({ services: value }), []);
  });
});
