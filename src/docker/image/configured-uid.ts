import { pipeline } from "node:stream/promises";
import { text } from "node:stream/consumers";
import type Dockerode from "dockerode";
import tar from "tar-stream";
import { askEngine, statusOf } from "../ask/ask-engine";
import { askTwice } from "../ask/ask-twice";
import { removeContainer } from "../container/remove-container";
import type { EngineContext } from "../engine-context";
import { lookAtImage } from "./look-at-image";

const MOST_PASSWD = 1024 * 1024;

/**
 * The uid that an image's configured user has, by the image's own /etc/passwd, without running anything of it. Undefined
 * for a name that is not in there, with which a container would not start.
 */
export async function configuredUid(context: EngineContext, imageId: string): Promise<number | undefined> {
  const user = (await lookAtImage(context, imageId)).Config.User;
  const byNumber = numericUid(user);
  if (byNumber !== undefined) return byNumber;
  const passwd = await readPasswd(context, imageId);
  return passwd === undefined ? undefined : uidOf(user, passwd);
}

/** A user given as a number, or not at all, which is root. */
export function numericUid(user: string): number | undefined {
  const [name = ""] = user.split(":");
  if (name === "") return 0;
  return /^\d+$/.test(name) ? Number(name) : undefined;
}

/** Looks a user's name up; the first entry counts. https://man7.org/linux/man-pages/man5/passwd.5.html */
export function uidOf(user: string, passwd: string): number | undefined {
  const [name = ""] = user.split(":");
  const entry = passwd.split("\n").find((line) => line.startsWith(`${name}:`));
  const uid = entry?.split(":")[2];
  return uid !== undefined && /^\d+$/.test(uid) ? Number(uid) : undefined;
}

async function readPasswd(context: EngineContext, imageId: string): Promise<string | undefined> {
  const { docker, session, signal } = context;
  const what = "read the image's list of users";
  // A container that is never started is the only way to read a file of an image. An image may have no command.
  const options = { Image: imageId, Cmd: ["true"], Labels: session.labels, NetworkDisabled: true };
  const container = await askEngine(what, signal, () => session.creating(docker.createContainer(options)));
  try {
    return await askTwice(what, signal, () => passwdOf(container));
  } finally {
    await removeContainer(container, signal).catch(() => undefined);
  }
}

async function passwdOf(container: Dockerode.Container): Promise<string | undefined> {
  try {
    return await firstFile(await container.getArchive({ path: "/etc/passwd" }));
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}

async function firstFile(archive: NodeJS.ReadableStream): Promise<string | undefined> {
  let found: string | undefined;
  const extract = tar.extract();
  extract.on("entry", (header, stream, next) => {
    const wanted = found === undefined && header.type === "file" && (header.size ?? 0) <= MOST_PASSWD;
    if (!wanted) {
      stream.on("end", next).resume();
      return;
    }
    text(stream).then((content) => ((found = content), next()), next);
  });
  await pipeline(archive, extract);
  return found;
}
