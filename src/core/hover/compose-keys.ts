import type { HoverText } from "./hover-text";

const services = (anchor: string): string => `https://docs.docker.com/reference/compose-file/services/#${anchor}`;
const build = (anchor: string): string => `https://docs.docker.com/reference/compose-file/build/#${anchor}`;

/**
 * The keys of the challenge's Compose files, by their path; `*` stands for a name of one's own or a place in a list.
 * Facts: Docker's Compose file reference.
 */
export const COMPOSE_KEYS: Readonly<Record<string, HoverText>> = {
  version: {
    what: "Once the version of the file's format. Compose ignores it now, and says so.",
    example: "services:\n  api:\n    build: .",
    pitfall: "Delete the line; nothing else changes.",
    link: "https://docs.docker.com/reference/compose-file/version-and-name/",
  },
  name: {
    what: "The project's name, which begins the names of its containers, networks and volumes. The folder's name unless set.",
    example: "name: my-app",
    pitfall: "With another name Compose no longer knows the containers and volumes of before.",
    link: "https://docs.docker.com/reference/compose-file/version-and-name/",
  },
  services: {
    what: "The parts that the app is made of. Each one becomes a container, and its name is its address in the project's network.",
    example: "services:\n  api:\n    build: .\n  redis:\n    image: redis:7-alpine",
    pitfall: "Indentation says what belongs to what: two spaces, and never a tab.",
    link: services("services"),
  },
  volumes: {
    what: "Named volumes: storage that outlives its containers.",
    example: "volumes:\n  redis_data:",
    pitfall: "`docker compose down -v` deletes them, and does not ask.",
    link: "https://docs.docker.com/reference/compose-file/volumes/",
  },
  networks: {
    what: "Networks of one's own. Without any, all services share one, in which they find each other by name.",
    example: "networks:\n  backend:",
    pitfall: "Services without a network in common cannot reach each other.",
    link: "https://docs.docker.com/reference/compose-file/networks/",
  },
  "services.*.build": {
    what: "Builds the service's image from a Dockerfile: the folder that it may copy from, or more settings below.",
    example: "build: .",
    pitfall: "`docker compose up` does not build again after a change: `docker compose up --build` does.",
    link: build("build"),
  },
  "services.*.build.context": {
    what: "The folder that the build may copy files from.",
    example: "build:\n  context: .",
    pitfall: "It is relative to the Compose file, and `COPY` never reaches out of it.",
    link: build("context"),
  },
  "services.*.build.dockerfile": {
    what: "The Dockerfile, where it is not called `Dockerfile`.",
    example: "build:\n  context: .\n  dockerfile: docker/api.Dockerfile",
    pitfall: "It is relative to the context.",
    link: build("dockerfile"),
  },
  "services.*.build.target": {
    what: "The stage to stop at: that one is the image then.",
    example: "build:\n  context: .\n  target: dev",
    pitfall: "What stands in later stages, a USER for instance, is not in that image.",
    link: build("target"),
  },
  "services.*.image": {
    what: "The image that the service runs; beside `build`, the name that the built image gets.",
    example: "image: redis:7-alpine",
    pitfall: "Without a tag it is `latest`, which is another version some day.",
    link: services("image"),
  },
  "services.*.ports": {
    what: "Ports of your machine that lead into the container, as `machine:container`.",
    example: 'ports:\n  - "127.0.0.1:5000:5000"',
    pitfall:
      "Without `127.0.0.1:` in front, others in your network can reach it too. On a Mac, AirPlay may hold port 5000.",
    link: services("ports"),
  },
  "services.*.environment": {
    what: "Environment variables for the container.",
    example: "environment:\n  REDIS_URL: redis://redis:6379",
    pitfall: "`localhost` means the container itself. The address of another service is that service's name.",
    link: services("environment"),
  },
  "services.*.env_file": {
    what: "A file with environment variables for the container.",
    example: "env_file: .env",
    pitfall: "Put it into .dockerignore and .gitignore if there are secrets in it.",
    link: services("env_file"),
  },
  "services.*.volumes": {
    what: "Storage or folders of yours that appear in the container, as `source:target`.",
    example: "volumes:\n  - ./src:/app/src:ro\n  - redis_data:/data",
    pitfall: "It hides what the image has at that place. And a running app sees changed files only if it reloads them.",
    link: services("volumes"),
  },
  "services.*.depends_on": {
    what: "The services to start before this one; with `condition`, also how far they have to be.",
    example: "depends_on:\n  redis:\n    condition: service_healthy",
    pitfall: "A plain list waits until they have started, not until they are ready.",
    link: services("depends_on"),
  },
  "services.*.depends_on.*.condition": {
    what: "`service_started`, `service_healthy`, or `service_completed_successfully` for one that ends.",
    example: "condition: service_healthy",
    pitfall:
      "`service_healthy` needs a health check over there, or the wait never ends well. It counts at the start only.",
    link: services("depends_on"),
  },
  "services.*.healthcheck": {
    what: "A command that Docker runs in the container to see whether it works. It takes the place of the image's own.",
    example: 'healthcheck:\n  test: ["CMD", "redis-cli", "ping"]\n  interval: 2s',
    pitfall: "A service that is built with a HEALTHCHECK has it here already: a copy can only drift away from it.",
    link: services("healthcheck"),
  },
  "services.*.healthcheck.test": {
    what: "The command: a list that begins with `CMD`, or with `CMD-SHELL` for a line of shell.",
    example: 'test: ["CMD", "redis-cli", "ping"]',
    pitfall: "The program has to be in the image: `curl` often is not.",
    link: services("healthcheck"),
  },
  "services.*.healthcheck.interval": {
    what: "The time from one probe to the next; 30 s unless set.",
    example: "interval: 2s",
    pitfall: "Whoever waits for this service waits at least as long.",
    link: services("healthcheck"),
  },
  "services.*.healthcheck.timeout": {
    what: "How long a probe may take before it counts as failed.",
    example: "timeout: 3s",
    pitfall: "Longer than the interval makes little sense.",
    link: services("healthcheck"),
  },
  "services.*.healthcheck.retries": {
    what: "How many probes have to fail, one after the other, until the service is unhealthy.",
    example: "retries: 5",
    pitfall: "With 1, a single slow answer is enough.",
    link: services("healthcheck"),
  },
  "services.*.healthcheck.start_period": {
    what: "The time in which the service may still be starting: failed probes do not count yet.",
    example: "start_period: 5s",
    pitfall: "A probe that succeeds ends it early.",
    link: services("healthcheck"),
  },
  "services.*.restart": {
    what: "What Docker does when the container ends: `no`, `on-failure`, `always` or `unless-stopped`.",
    example: "restart: unless-stopped",
    pitfall: "It reacts to an app that ends, not to one that is unhealthy.",
    link: services("restart"),
  },
  "services.*.command": {
    what: "Replaces the image's CMD for this service.",
    example: "command: flask --app src/app run --host 0.0.0.0",
    pitfall: "No shell reads it: `&&` and `$VARIABLES` of the container do not work as in a terminal.",
    link: services("command"),
  },
  "services.*.init": {
    what: "Puts a tiny program in front of the app that passes signals on, so that the app stops at once.",
    example: "init: true",
    pitfall: "Without it, a Python program that handles no signals is ended by force after 10 seconds.",
    link: services("init"),
  },
  "services.*.container_name": {
    what: "A fixed name for the container.",
    example: "container_name: my-api",
    pitfall: "Two projects on one machine then collide, and the service cannot run twice.",
    link: services("container_name"),
  },
  "services.*.networks": {
    what: "The networks that this service is in.",
    example: "networks:\n  - backend",
    pitfall: "It leaves the project's default network, unless that is listed too.",
    link: services("networks"),
  },
  "services.*.user": {
    what: "The user that the container runs as, instead of the image's own.",
    example: 'user: "10001"',
    pitfall: "It does not change who owns the files in the image.",
    link: services("user"),
  },
};
