import { each, type Judge, known, mapping, never, only, pairs, place, refused } from "./judge";

const OF_THE_BUILDER = "reaches the machine that builds";

/** BuildKit takes settings of its own from arguments of these names, the program that reads the Dockerfile among them. */
const ARGS = pairs((name, _, path) =>
  /^BUILDKIT_|\$/i.test(name) ? [refused(path, `sets ${name.includes("$") ? "any argument" : "BuildKit itself"}`)] : [],
);

const CONTEXTS = pairs((name, value, path, whyNot) => {
  if (name.includes("$")) return [refused(path, "names contexts by a variable")];
  return /^service:[\w.-]+$/.test(String(value)) ? [] : place(value, path, whyNot);
});

/** The keys of a service's `build` in its long form. */
export const BUILD: Judge = mapping({
  ...known(["dockerfile_inline", "labels", "tags", "target", "platforms", "pull", "no_cache", "no_cache_filter"]),
  ...known(["shm_size", "ulimits", "secrets", "provenance", "sbom"]),
  context: place,
  dockerfile: place,
  args: ARGS,
  additional_contexts: CONTEXTS,
  // An image's name is left out by every run; the other form names folders and services.
  cache_from: each(only(/^[^=$]*$/, "names a cache outside of the folder")),
  cache_to: each(only(/^[^=$]*$/, "names a cache outside of the folder")),
  network: only(/^(?:none|default)$/, OF_THE_BUILDER),
  extra_hosts: never("gives the build addresses of its own"),
  isolation: only(/^default$/, OF_THE_BUILDER),
  ssh: never("asks for keys of whoever builds"),
  entitlements: never("asks for the powers of the machine that builds"),
  privileged: never("asks for the powers of the machine that builds"),
});
