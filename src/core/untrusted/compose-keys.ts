import { KEPT, LEFT_OUT, REWRITTEN } from "../compose/service-keys";
import { BUILD } from "./build-keys";
import {
  each,
  free,
  type Judge,
  known,
  mapping,
  named,
  never,
  only,
  pairs,
  place,
  refused,
  shortOrLong,
  within,
} from "./judge";
import { volumeEntry } from "./volume-entry";

/*
 * Every key of a Compose file, with what untrusted work may say there. What a run replaces or goes without (names, ports,
 * restarts, drivers, everything `external`) is free; what Compose or the engine would open, start or hand over is not.
 * https://github.com/compose-spec/compose-spec/blob/main/schema/compose-spec.json
 */

const OF_THE_HOST = "reaches the machine that grades, and not only the container";
const ONLY_ITS_OWN = /^(?:none|bridge|default|private|shareable|service:[\w.-]+)$/;

const DEVICES = never("asks for devices of the machine that grades");
const HOOK = never("is a lifecycle hook, which the grader never runs");

/** Keys that say what a container gets of the host, of other containers, or of the kernel. */
const POWERS: Readonly<Record<string, Judge>> = {
  privileged: never("gives a container the powers of the machine that grades"),
  cap_add: never("adds powers that a container does not have by itself"),
  security_opt: only(/^no-new-privileges(?:[:=]true)?$/, "takes safeguards off a container"),
  // those of its own network; the run goes without them
  sysctls: pairs((name, _, path) => (/^net\./.test(name) ? [] : [refused(path, "changes settings of the kernel")])),
  devices: DEVICES,
  device_cgroup_rules: DEVICES,
  gpus: DEVICES,
  credential_spec: never("names credentials of the machine that grades"),
  use_api_socket: never("hands the Docker engine itself to a container"),
  runtime: never("chooses the program of the machine that starts containers"),
  isolation: only(/^default$/, OF_THE_HOST),
  network_mode: only(ONLY_ITS_OWN, OF_THE_HOST),
  pid: only(ONLY_ITS_OWN, OF_THE_HOST),
  ipc: only(ONLY_ITS_OWN, OF_THE_HOST),
  cgroup: only(ONLY_ITS_OWN, OF_THE_HOST),
  uts: never(OF_THE_HOST),
  userns_mode: never(OF_THE_HOST),
  cgroup_parent: never(OF_THE_HOST),
  volumes_from: never("takes the volumes of other containers"),
  external_links: never("reaches containers outside of this project"),
};

const SERVICE = mapping({
  ...known(KEPT),
  ...known(REWRITTEN),
  ...known(LEFT_OUT),
  ...POWERS,
  provider: never("is a program that Compose starts on the machine itself, which the grader never does"),
  models: never("connects the service to an AI model, which the grader never starts"),
  post_start: HOOK,
  pre_stop: HOOK,
  extends: shortOrLong(free, mapping({ service: free, file: never("takes a service from another file") })),
  env_file: each(shortOrLong(place, mapping({ path: place, required: free, format: free }))),
  label_file: each(place),
  build: shortOrLong(place, BUILD),
  volumes: each(volumeEntry),
  deploy: within(["resources", "reservations", "devices"], DEVICES),
  develop: within(["watch"], each(within(["path"], place))),
});

const NETWORK = mapping(
  known([
    ...["name", "driver", "driver_opts", "ipam", "external", "internal", "enable_ipv4", "enable_ipv6"],
    ...["attachable", "labels"],
  ]),
);

const VOLUME = mapping({
  ...known(["name", "driver", "external", "labels"]),
  driver_opts: never("can mount any folder or device of the machine that grades"),
});

const FILE = mapping({
  ...known(["name", "content", "external", "labels", "driver", "driver_opts", "template_driver"]),
  file: place,
  environment: never("takes a value from the environment of whoever grades"),
});

/** The whole file. */
export const COMPOSE_FILE: Judge = mapping({
  ...known(["version", "name"]),
  include: never("takes in other Compose files; write their services into this one"),
  models: never("asks Docker to fetch and serve AI models, which the grader never does"),
  services: named(SERVICE),
  networks: named(NETWORK),
  volumes: named(VOLUME),
  configs: named(FILE),
  secrets: named(FILE),
});
