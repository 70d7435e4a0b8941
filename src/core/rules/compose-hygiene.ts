import { bindMounts } from "../compose/bind-mounts";
import { environmentEntries } from "../compose/environment";
import { asMap, asText, type PlainMap, saysNothing, valueAt } from "../compose/plain-value";
import { UNKNOWN, withDefaults } from "../compose/with-defaults";
import { COURSE } from "../course";
import { replaceYamlText } from "../edit/replace-yaml-text";
import { copiesOf, imagePath } from "../image/copied-files";
import { isHarmlessValue, isSecretName } from "../image/secret-name";
import { builtStage } from "../lint/built-stage";
import { servicesIn } from "../lint/course-compose";
import type { Fix, Found } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { ComposeSubject } from "../lint/subjects";
import { parseImageReference } from "../parse/image-reference";

type Message = "untagged" | "latest" | "secret" | "hides" | "elsewhere" | "noFile";

/** Tags that fit the course, for the images that it uses. */
const TAGS: Readonly<Record<string, string>> = {
  redis: "7-alpine",
  python: COURSE.finalBase.slice(COURSE.finalBase.indexOf(":") + 1),
};

/**
 * Weak spots of any Compose file: a ready-made image without a tag, or with latest; a password written out; a mount of the whole
 * folder that covers what the image copied there from another stage; `./src` mounted where the image does not have it; a single
 * file to mount that does not exist. Silent where a variable has no default, and where the Dockerfile is not known.
 * https://docs.docker.com/reference/compose-file/services/
 */
export const composeHygiene = defineRule<Message>({
  id: "compose-hygiene",
  title: "The Compose file has a weak spot",
  severity: "information",
  fix: "choice",
  equivalents: { dclint: ["service-image-require-explicit-tag"] },
  messages: {
    untagged: {
      observed: "The image {image} has no tag, so Docker takes the one called latest.",
      why: "What that is changes over time, and the project may start with another version one day.",
      next: "Name the version that you mean.",
    },
    latest: {
      observed: "The tag latest of {image} is whatever was published last.",
      why: "The project may start with another version one day.",
      next: "Name the version that you mean.",
    },
    secret: {
      observed: "The value of {name} is written out in this file.",
      why: "Whoever may read the repository knows it then, now and in its history.",
      next: "Keep it in a file that is not committed, such as .env, or use Compose's secrets.",
    },
    hides: {
      observed: "This mount lays your whole folder over {target}.",
      why: "What the image has put there from an earlier stage can no longer be seen by the app.",
      next: "Mount only the folder that you work in.",
    },
    elsewhere: {
      observed: "src is mounted at {target}, but the image has it at {place}.",
      why: "The app reads the copy in the image, so it does not see your changes.",
      next: "Mount it where the image has it.",
    },
    noFile: {
      observed: "{source} does not exist here.",
      why: "Docker makes an empty folder of that name instead, and the program finds no file.",
      next: "Create the file first, or correct its path.",
    },
  },

  compose: (subject) =>
    Object.entries(servicesIn(subject.compose.document)).flatMap(([name, value]) => [
      ...imageTag(subject, name, asMap(value)),
      ...secrets(subject, name, asMap(value)),
      ...mounts(subject, name, asMap(value)),
    ]),
});

function imageTag(subject: ComposeSubject, name: string, service: PlainMap): readonly Found<Message>[] {
  const path = ["services", name, "image"];
  const image = parseImageReference(withDefaults(asText(valueAt(service, "image")) ?? UNKNOWN));
  const range = subject.compose.entryAt(path)?.valueRange;
  if (!image || !range || !saysNothing(valueAt(service, "build")) || image.digest !== undefined) return [];
  if (image.tag !== undefined && image.tag !== "latest") return [];
  const tag = image.host === undefined && Object.hasOwn(TAGS, image.repository) ? TAGS[image.repository] : undefined;
  const edit =
    tag &&
    replaceYamlText(subject, path, (text) => (text.includes("$") ? text : `${text.replace(/:latest$/, "")}:${tag}`));
  const fixes: readonly Fix[] = edit && tag ? [{ title: `Take the tag ${tag}`, edits: [edit] }] : [];
  return [
    { message: image.tag === undefined ? "untagged" : "latest", values: { image: image.repository }, range, fixes },
  ];
}

function secrets({ compose }: ComposeSubject, name: string, service: PlainMap): readonly Found<Message>[] {
  return environmentEntries(service, name).flatMap((entry): readonly Found<Message>[] => {
    const value = entry.value ?? "";
    const range = compose.entryAt(entry.path)?.valueRange;
    if (!isSecretName(entry.name) || isHarmlessValue(value) || value.includes("$") || !range) return [];
    return [{ message: "secret", values: { name: entry.name }, range }];
  });
}

function mounts(subject: ComposeSubject, name: string, service: PlainMap): readonly Found<Message>[] {
  const { compose, project } = subject;
  const folder = compose.path.slice(0, compose.path.lastIndexOf("/") + 1);
  const built = builtStage(subject, name);
  const copies = built ? copiesOf(built.dockerfile, built.stage) : [];
  return bindMounts(service).flatMap(({ index, source, target, isShort }): readonly Found<Message>[] => {
    const path = ["services", name, "volumes", index];
    const range = compose.entryAt(path)?.valueRange;
    if (!range) return [];
    const places = copies.flatMap((copy) => imagePath(copy, "src", true) ?? []);
    const place = places.at(-1);
    const covers = copies.some(({ from, destination }) => from !== undefined && isUnder(destination, target));
    if (source === "" && covers) {
      const narrow =
        isShort && place === `${target}/src`
          ? replaceYamlText(subject, path, (text) => text.replace(/^\.\/?:[^:]+/, `./src:${target}/src`))
          : undefined;
      const fixes = narrow ? [{ title: "Mount src alone", edits: [narrow] }] : [];
      return [{ message: "hides", values: { target }, range, fixes }];
    }
    if (source === "src" && place !== undefined && !places.includes(target)) {
      const edit = isShort
        ? replaceYamlText(subject, path, (text) => text.replace(`:${target}`, `:${place}`))
        : undefined;
      const fixes = edit ? [{ title: `Mount it at ${place}`, edits: [edit] }] : [];
      return [{ message: "elsewhere", values: { target, place }, range, fixes }];
    }
    const isFile = /(?:^|\/)[^./][^/]*\.(?:conf|ini|json|py|sh|sql|toml|txt|ya?ml)$/.test(source);
    const isThere = !project.paths || project.files.has(folder + source) || project.paths.has(folder + source);
    const parent = (folder + source).slice(0, (folder + source).lastIndexOf("/") + 1);
    const isLooked =
      parent === "" || [...(project.paths ?? [])].some((each) => each.startsWith(parent) && each !== parent);
    if (!isFile || isThere || !isLooked) return [];
    return [{ message: "noFile", values: { source }, range }];
  });
}

function isUnder(path: string | undefined, folder: string): boolean {
  const plain = path?.replace(/\/$/, "");
  return folder !== "" && plain !== undefined && (plain === folder || plain.startsWith(`${folder}/`));
}
