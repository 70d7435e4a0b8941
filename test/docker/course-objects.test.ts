import assert from "node:assert/strict";
import type Dockerode from "dockerode";
import { courseObjects } from "../../src/docker/session/course-objects";

const FOLDER = "/home/learner/challenge";
const ID = `sha256:${"a1".repeat(32)}`;

describe("what the course has made, found among other things", () => {
  it("keeps its hands off a network that a stranger's container is in, stopped or not", async () => {
    const redis = container("redis", "redis:7-alpine", { networks: ["mynet"] });
    const stranger = container("theirs", "postgres:16", { networks: ["mynet"] });
    assert.deepEqual(await names({ containers: [redis], networks: [network("mynet")] }), [
      "container redis",
      "network mynet",
    ]);
    assert.deepEqual(await names({ containers: [redis, stranger], networks: [network("mynet")] }), ["container redis"]);
  });

  it("takes no redis that is not in the network of the page", async () => {
    assert.deepEqual(await names({ containers: [container("redis", "redis:7-alpine", { networks: ["bridge"] })] }), []);
  });

  it("finds a container of an image that has been built anew since", async () => {
    const old = container("sleepy", ID, { startedFrom: "myapp" });
    const other = container("theirs", ID, { startedFrom: "postgres:16" });
    assert.deepEqual(await names({ containers: [old, other] }), ["container sleepy"]);
  });

  it("finds an earlier baseline, whose name a newer one has taken", async () => {
    const labels = { "dockerize-coach.baseline": "0123456789ab" };
    for (const tags of [null, [], ["<none>:<none>"]]) {
      assert.deepEqual(await names({ images: [image(tags, labels)] }), ["image a1a1a1a1a1a1"]);
    }
  });

  it("takes a baseline's own name only, not one that somebody gave it", async () => {
    const labels = { "dockerize-coach.baseline": "0123456789ab" };
    const tags = ["dockerize-coach-baseline:0123456789ab", "theirs:1"];
    assert.deepEqual(await names({ images: [image(tags, labels)] }), ["image dockerize-coach-baseline:0123456789ab"]);
  });

  it("leaves what two folders of one name share", async () => {
    const mine = container("challenge-api-1", "myapp", { labels: project("challenge", FOLDER) });
    const theirs = container("challenge-db-1", "postgres:16", {
      labels: project("challenge", "/home/other/challenge"),
    });
    const shared = {
      networks: [network("challenge_default", project("challenge"))],
      volumes: [volume("challenge_redis_data", project("challenge"))],
      images: [image(["challenge-db:latest"], project("challenge"))],
    };
    assert.deepEqual(await names({ containers: [mine], ...shared }), [
      "container challenge-api-1",
      "network challenge_default",
      "volume challenge_redis_data",
      "image challenge-db:latest",
    ]);
    assert.deepEqual(await names({ containers: [mine, theirs], ...shared }), ["container challenge-api-1"]);
  });

  it("asks about the image and the volume that docker compose down leaves: only a name speaks for them", async () => {
    const left = {
      volumes: [volume("challenge_redis_data", project("challenge"))],
      images: [image(["challenge-api:latest"], project("challenge"))],
    };
    assert.deepEqual(await names(left), [
      "volume challenge_redis_data (shared)",
      "image challenge-api:latest (shared)",
    ]);
  });

  it("lists base images apart, and nothing of a grading run", async () => {
    const running = container("redis", "redis:7-alpine", {
      networks: ["mynet"],
      labels: { "dockerize-coach.session": "x" },
    });
    assert.deepEqual(
      await names({ containers: [running], networks: [network("mynet")], images: [image(["python:3.11"])] }),
      ["image python:3.11 (shared)"],
    );
  });
});

interface Things {
  readonly containers?: readonly Fake[];
  readonly networks?: readonly object[];
  readonly volumes?: readonly object[];
  readonly images?: readonly object[];
}

interface Fake {
  readonly Id: string;
  readonly startedFrom: string;
}

/** What is found, in the order of the list; what is not the course's alone is marked. */
async function names({
  containers = [],
  networks = [],
  volumes = [],
  images = [],
}: Things): Promise<readonly string[]> {
  const docker = {
    listContainers: async () => containers,
    listNetworks: async () => networks,
    listVolumes: async () => ({ Volumes: volumes }),
    listImages: async () => images,
    getContainer: (id: string) => ({
      inspect: async () => ({ Config: { Image: containers.find(({ Id }) => Id === id)?.startedFrom } }),
    }),
  } as unknown as Dockerode;
  const context = { docker, signal: new AbortController().signal };
  const found = await courseObjects(context, { folder: FOLDER, images: ["myapp", "myapp-naive"] });
  return found.map(({ name, isShared }) => (isShared ? `${name} (shared)` : name));
}

type Labels = Readonly<Record<string, string>>;

function container(
  name: string,
  Image: string,
  more: { readonly networks?: readonly string[]; readonly labels?: Labels; readonly startedFrom?: string } = {},
): Fake {
  const { networks = ["bridge"], labels = {}, startedFrom = Image } = more;
  const Networks = Object.fromEntries(networks.map((one) => [one, {}]));
  const listed = { Id: name, Names: [`/${name}`], Image, Labels: labels, NetworkSettings: { Networks } };
  return { ...listed, startedFrom };
}

function network(Name: string, Labels: Labels = {}): object {
  return { Id: Name, Name, Labels };
}

function volume(Name: string, Labels: Labels): object {
  return { Name, Labels };
}

function image(RepoTags: readonly string[] | null, Labels: Labels = {}): object {
  return { Id: ID, RepoTags, Labels, Size: 5e6 };
}

function project(name: string, folder?: string): Labels {
  return {
    "com.docker.compose.project": name,
    ...(folder !== undefined && { "com.docker.compose.project.working_dir": folder }),
  };
}
