import assert from "node:assert/strict";
import { grade } from "../../src/core/grade";
import { openWorkFolder } from "../../src/folder/work-folder";
import { FakeClock } from "../support/fake-clock";
import { FakeEngine } from "../support/fake-engine";
import { expectedOf, loadFixtures } from "../support/fixture";
import { materialise } from "../support/materialise-fixture";
import { layEscape } from "../hostile/lay-escape";
import { tempFolder } from "../support/temp-folder";

const signal = new AbortController().signal;

/** The checks that fail because something is refused, with what they say. */
async function refused(folder: string): Promise<readonly string[]> {
  const work = await openWorkFolder({ folder, trust: "untrusted", signal });
  try {
    const access = { status: "ready", engine: new FakeEngine() } as const;
    const report = await grade(work.submission, access, { clock: new FakeClock(), signal, trust: "untrusted" });
    return report.checks.flatMap(({ id, evidence, observed }) => (evidence["refused"] ? [`${id}: ${observed}`] : []));
  } finally {
    await work.dispose();
  }
}

describe("of what learners hand in, untrusted judging", () => {
  it("refuses nothing but what the fixtures say", async function () {
    this.timeout(60_000);
    for (const fixture of loadFixtures()) {
      using made = materialise(fixture);
      const found = (await refused(made.path)).map((text) => text.split(":")[0]);
      assert.deepEqual(found, fixture.untrusted ? ["compose"] : [], fixture.name);
      if (fixture.untrusted) assert.equal(expectedOf(fixture, "untrusted").expected.compose, "failed");
    }
  });

  it("takes what good projects do beyond the challenge", async () => {
    const files = {
      Dockerfile: GOOD_DOCKERFILE,
      "docker-compose.yml": GOOD_COMPOSE,
      ".env": "COMPOSE_PROJECT_NAME=mine\nAPI_PORT=8000\nTAG=7-alpine\n",
      "settings/api.env": "LEVEL=info\n",
      "redis.conf": "maxmemory 64mb\n",
    };
    using place = tempFolder();
    layEscape({ name: "nothing", check: "compose", says: "", files }, `${place.path}/submission`, place.path);
    assert.deepEqual(await refused(`${place.path}/submission`), []);
  });
});

const GOOD_DOCKERFILE = `# syntax=docker/dockerfile:1.7-labs
# check=skip=JSONArgsRecommended
ARG PYTHON=3.11-slim
FROM --platform=$BUILDPLATFORM python:\${PYTHON} AS builder
RUN --mount=type=cache,target=/root/.cache/pip --mount=type=bind,source=requirements.txt,target=/r.txt \\
    --network=default pip install --prefix=/install -r /r.txt
RUN --network=none --mount=type=tmpfs,target=/t python -c 'print("http://example.org")'
FROM python:\${PYTHON}
COPY --from=builder /install /usr/local
COPY --from=busybox:1.36 /bin/busybox /bin/busybox
ADD src /app/src
ADD requirements.txt /app/
USER 1000
CMD ["python", "/app/src/app.py"]
`;

const GOOD_COMPOSE = `name: \${COMPOSE_PROJECT_NAME:-mine}
version: "3.8"
x-common: &common
  restart: unless-stopped
  logging: { driver: json-file, options: { max-size: 10m } }
  security_opt: ["no-new-privileges:true"]
  cap_drop: [ALL]
services:
  api: &api
    <<: *common
    build:
      context: .
      dockerfile: ./Dockerfile
      args: { PYTHON: 3.11-slim }
      cache_from: ["mine/api:latest"]
      tags: ["mine/api:dev"]
      x-note: anything
    image: mine/api:\${TAG:-latest}
    container_name: api
    ports: ["\${API_PORT:-5000}:5000"]
    env_file:
      - ./settings/api.env
      - path: .env
        required: false
    environment: { REDIS_URL: "redis://redis:6379", SECRET: "\${SECRET:-none}" }
    volumes:
      - ./src:/app/src:ro
      - type: bind
        source: ./settings
        target: /settings
      - /app/cache
      - logs:/logs
      - { type: tmpfs, target: /tmp }
    extra_hosts: ["host.docker.internal:host-gateway"]
    dns: 1.1.1.1
    privileged: false
    cap_add: []
    network_mode: bridge
    platform: linux/amd64
    deploy: { replicas: 1, resources: { limits: { cpus: "1", memory: 256M } } }
    develop: { watch: [{ path: ./src, action: sync, target: /app/src }] }
    depends_on: { redis: { condition: service_healthy } }
  worker:
    extends: { service: api }
    profiles: [more]
  redis:
    image: redis:7-alpine
    sysctls: { net.core.somaxconn: 1024 }
    configs: [{ source: redis, target: /redis.conf }]
    secrets: [password]
volumes:
  logs: { name: mine-logs, driver: local }
  data: { external: true }
networks:
  default: { name: mine, driver: bridge, ipam: { config: [{ subnet: 10.9.0.0/24 }] } }
configs: { redis: { file: ./redis.conf }, inline: { content: "a=b" } }
secrets: { password: { file: ./settings/api.env } }
`;
