import type Dockerode from "dockerode";
import { askEngine, statusOf } from "../ask/ask-engine";
import { BASELINE_LABEL, BASELINE_NAME } from "../image/baseline";
import type { EngineContext } from "../engine-context";
import { SESSION_LABEL } from "./labels";
import { samePath } from "./running-of";

/** Something in Docker that the course made, or had the learner make. */
export interface CourseObject {
  readonly kind: "container" | "network" | "volume" | "image";
  /** with its kind, as it is shown: `container api` */
  readonly name: string;
  /** where it comes from, and how big it is */
  readonly description: string;
  /** others may use it too: an image of the registry, or what only its Compose project's name speaks for */
  readonly isShared: boolean;
  remove(docker: Dockerode): Promise<unknown>;
}

const PROJECT_LABEL = "com.docker.compose.project";
const FOLDER_LABEL = "com.docker.compose.project.working_dir";
const BASE_IMAGES = ["python:3.11", "python:3.11-slim", "redis:7-alpine", "hello-world:latest"];
/** What the page on doing Compose's work by hand has the learner make. */
const BY_HAND = { network: "mynet", containers: ["redis", "api"], images: ["redis:7-alpine", "myapp", "myapp:latest"] };

/**
 * Finds them by label, and by the names that the pages give: images of those names, containers of these images, and the
 * folder's own Compose project with its network and volumes. Nothing else, and nothing of a grading run under way.
 */
export async function courseObjects(
  { docker, signal }: Pick<EngineContext, "docker" | "signal">,
  { folder, images }: { readonly folder: string; readonly images: readonly string[] },
): Promise<readonly CourseObject[]> {
  const [containers, networks, volumes, all] = await askEngine("list what the course has made", signal, () =>
    Promise.all([
      docker.listContainers({ all: true }).then((list) => Promise.all(list.map((one) => withImageName(docker, one)))),
      docker.listNetworks(),
      docker.listVolumes(),
      docker.listImages(),
    ]),
  );
  const foreign = containers.filter(({ Labels }) => Labels[SESSION_LABEL] === undefined);
  const isOfFolder = ({ Labels }: Dockerode.ContainerInfo) => samePath(Labels[FOLDER_LABEL], folder);
  // Two folders of one name are one project to Compose: what it is called alone does not tell whose network or volume it is.
  const elsewhere = new Set(foreign.filter((one) => !isOfFolder(one)).map(({ Labels }) => Labels[PROJECT_LABEL]));
  const own = foreign.filter(isOfFolder).map(({ Labels }) => Labels[PROJECT_LABEL]);
  const projects = new Set(own.filter((project) => !elsewhere.has(project)));
  // Once its containers are gone, only the name that Compose gave it tells a project's network and volumes.
  const likely = projectName(folder);
  const isLikely = !containers.some(({ Labels }) => Labels[PROJECT_LABEL] === likely);
  const ofProject = (labels: Readonly<Record<string, string>> | null | undefined): boolean =>
    projects.has(labels?.[PROJECT_LABEL]);
  const nameOf = (image: string): string => image.replace(/:[^/:]*$/, "");
  const inNetwork = containers.filter(({ NetworkSettings }) =>
    Object.keys(NetworkSettings?.Networks ?? {}).includes(BY_HAND.network),
  );
  const byHand = inNetwork.filter(({ Names, Image, Labels }) => {
    const isForeign = Labels[SESSION_LABEL] === undefined;
    return isForeign && BY_HAND.containers.includes(plain(Names[0])) && BY_HAND.images.includes(Image);
  });
  const found = foreign.filter((one) => isOfFolder(one) || images.includes(nameOf(one.Image)) || byHand.includes(one));
  // A stopped container of somebody else's could not be started again without its network.
  const isOurNetwork = byHand.length > 0 && inNetwork.every((one) => found.includes(one));
  return [
    ...found.map(({ Id, Names, Image }): CourseObject =>
      object("container", plain(Names[0]), `from ${Image}`, (engine) =>
        engine.getContainer(Id).remove({ force: true, v: true }),
      ),
    ),
    ...networks
      .filter(({ Name, Labels }) => ofProject(Labels) || (Name === BY_HAND.network && isOurNetwork))
      .map(({ Id, Name }): CourseObject => object("network", Name, "", (engine) => engine.getNetwork(Id).remove())),
    ...(volumes.Volumes ?? []).flatMap(({ Name, Labels }): readonly CourseObject[] => {
      const remove: CourseObject["remove"] = (engine) => engine.getVolume(Name).remove();
      if (ofProject(Labels)) return [object("volume", Name, "holds data, the count for one", remove)];
      if (!isLikely || Labels?.[PROJECT_LABEL] !== likely) return [];
      return [
        {
          ...object("volume", Name, `of a Compose project named ${likely}: is it this folder's?`, remove),
          isShared: true,
        },
      ];
    }),
    ...all.flatMap((image): readonly CourseObject[] => {
      const tags = (image.RepoTags ?? []).filter((tag) => tag !== "<none>:<none>");
      const isBaseline = image.Labels?.[BASELINE_LABEL] !== undefined;
      const own = tags.filter(
        (tag) =>
          (isBaseline && nameOf(tag) === BASELINE_NAME) ||
          ofProject(image.Labels) ||
          images.includes(nameOf(tag)) ||
          [...projects].some((project) => nameOf(tag) === `${project}-api`),
      );
      const maybe =
        isLikely && image.Labels?.[PROJECT_LABEL] === likely ? tags.filter((tag) => !own.includes(tag)) : [];
      const base = tags.filter((tag) => BASE_IMAGES.includes(tag));
      const megabytes = `${(image.Size / 1e6).toFixed(0)} MB`;
      return [
        ...own.map((tag) => object("image", tag, megabytes, (engine) => engine.getImage(tag).remove())),
        // a baseline that a newer one has taken the name from
        ...(isBaseline && tags.length === 0
          ? [
              object("image", shortId(image.Id), `${megabytes}, an earlier baseline`, (engine) =>
                engine.getImage(image.Id).remove(),
              ),
            ]
          : []),
        ...maybe.map((tag) => ({
          ...object(
            "image",
            tag,
            `${megabytes}, of a Compose project named ${likely}: is it this folder's?`,
            (engine) => engine.getImage(tag).remove(),
          ),
          isShared: true,
        })),
        ...base.map((tag) => ({
          ...object("image", tag, `${megabytes}, needed to build offline`, (engine) => engine.getImage(tag).remove()),
          isShared: true,
        })),
      ];
    }),
  ];
}

function object(
  kind: CourseObject["kind"],
  name: string,
  description: string,
  remove: CourseObject["remove"],
): CourseObject {
  return {
    kind,
    name: `${kind} ${name}`,
    description,
    isShared: false,
    remove: (docker) => remove(docker).catch(unlessGone),
  };
}

/** An image that was built anew leaves its older containers with an id for a name; they know what they were started from. */
async function withImageName(docker: Dockerode, container: Dockerode.ContainerInfo): Promise<Dockerode.ContainerInfo> {
  if (!/^(sha256:)?[0-9a-f]{12,64}$/.test(container.Image)) return container;
  try {
    const { Config } = await docker.getContainer(container.Id).inspect();
    return { ...container, Image: Config.Image };
  } catch (error) {
    unlessGone(error);
    return container;
  }
}

function shortId(id: string): string {
  return id.replace(/^sha256:/, "").slice(0, 12);
}

function unlessGone(error: unknown): void {
  if (statusOf(error) !== 404) throw error;
}

function plain(name: string | undefined): string {
  return (name ?? "").replace(/^\//, "");
}

/** The project's name that Compose makes of a folder's. https://docs.docker.com/compose/how-tos/project-name/ */
function projectName(folder: string): string {
  const base = folder.split(/[\\/]/).filter(Boolean).at(-1) ?? "";
  return base
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, "")
    .replace(/^[_-]+/, "");
}
