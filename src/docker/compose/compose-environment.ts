import type { Environment } from "../endpoint/endpoint";

/** What the docker command line itself needs: programs, home, the engine's address, temporary files; and Windows its own. */
const NEEDED = [
  ...["PATH", "HOME", "TMPDIR", "TMP", "TEMP", "SSH_AUTH_SOCK", "XDG_RUNTIME_DIR"],
  ...["DOCKER_HOST", "DOCKER_CONTEXT", "DOCKER_CONFIG", "DOCKER_TLS", "DOCKER_TLS_VERIFY", "DOCKER_CERT_PATH"],
  ...["DOCKER_API_VERSION", "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "HOMEDRIVE"],
  ...["HOMEPATH", "APPDATA", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "PROGRAMW6432"],
];

/**
 * Settings of Compose that a folder's .env may hold as well as variables of the learner's own. The environment has the last
 * word on them, so they are set here to what they are without it. COMPOSE_FILE and COMPOSE_PROJECT_NAME are not among them:
 * `-f` and `--project-name` come first.
 */
const NEUTRAL: Environment = {
  COMPOSE_PROFILES: "",
  COMPOSE_PARALLEL_LIMIT: "-1",
  COMPOSE_ENV_FILES: "",
  COMPOSE_DISABLE_ENV_FILE: "0",
};

/** Laid over the environment, this leaves a Compose file no variables but those of its folder's .env. */
export function composeEnvironment(env: Environment, platform: NodeJS.Platform = process.platform): Environment {
  return { ...withoutForeign(env, platform), ...NEUTRAL };
}

/** Laid over the environment, this takes out what the docker command line can do without. */
export function withoutForeign(env: Environment, platform: NodeJS.Platform = process.platform): Environment {
  // Windows compares the names of variables without case.
  const spelled = (name: string) => (platform === "win32" ? name.toUpperCase() : name);
  const foreign = Object.keys(env).filter((name) => !NEEDED.includes(spelled(name)));
  return Object.fromEntries(foreign.map((name) => [name, undefined]));
}
