import type { ImageReference } from "../parse/dockerfile-model";
import { baseFamily, nameOf } from "./base-family";

/** https://salsa.debian.org/debian/base-passwd */
const DEBIAN_NAMES = "root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc nobody _apt";
/** https://gitlab.alpinelinux.org/alpine/aports, main/alpine-baselayout */
const ALPINE_NAMES = "root bin daemon lp sync shutdown halt mail news uucp cron ftp sshd games ntp guest nobody";
/** Images with a user, and a group, of their own name; ubuntu since 24.04. */
const OWN: ReadonlySet<string> = new Set(["node", "nginx", "redis", "postgres", "ubuntu"]);

/** The users that a base image has by itself; empty where the image is not known. */
export function baseUsers(image: ImageReference): ReadonlySet<string> {
  const family = baseFamily(image);
  if (family === "distroless") return new Set(["root", "nobody", "nonroot"]);
  const common = family === "alpine" ? ALPINE_NAMES : family === "debian" ? DEBIAN_NAMES : "";
  return new Set([...common.split(" ").filter(Boolean), ...own(image)]);
}

const DEBIAN_GROUPS =
  "root daemon bin sys adm tty disk lp mail news uucp man proxy kmem dialout fax voice cdrom floppy tape sudo audio dip www-data backup operator list irc src shadow utmp video sasl plugdev staff games users nogroup";
const ALPINE_GROUPS =
  "root bin daemon sys adm tty disk lp kmem wheel floppy mail news uucp cron audio cdrom dialout ftp sshd input tape video netdev kvm games shadow www-data users ntp abuild utmp ping nogroup nobody";

/** The groups that a base image has by itself; empty where the image is not known. */
export function baseGroups(image: ImageReference): ReadonlySet<string> {
  const family = baseFamily(image);
  if (family === "distroless") return new Set(["root", "nobody", "nonroot"]);
  const common = family === "alpine" ? ALPINE_GROUPS : family === "debian" ? DEBIAN_GROUPS : "";
  return new Set([...common.split(" ").filter(Boolean), ...own(image)]);
}

function own({ repository }: ImageReference): readonly string[] {
  const name = nameOf(repository);
  return OWN.has(name) ? [name] : [];
}
