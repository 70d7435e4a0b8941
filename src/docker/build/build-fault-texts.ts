import type { FaultText } from "../../core/container-engine";
import { hostsIn, isOwnHost } from "./build-hosts";

const NOT_COUNTED = "Images and packages come from the network. This is not counted against your work.";

export function unreachable(text: string): FaultText {
  const place = hostsIn(text).find((host) => !isOwnHost(host)) ?? "a server on the network";
  return {
    observed: `Docker could not reach ${place}: ${tellingLine(text)}`,
    why: NOT_COUNTED,
    next: "Check your internet connection, VPN or proxy (and the host's name, if you wrote it yourself), then run the checks again.",
  };
}

export function rateLimited(text: string): FaultText {
  const place = hostsIn(text)[0] ?? "The registry";
  return {
    observed: `${place} limits how often Docker may download: ${tellingLine(text)}`,
    why: NOT_COUNTED,
    next: "Wait a while, or sign in with `docker login` to get a higher limit, then run the checks again.",
  };
}

export function credentials(message: string): FaultText {
  return {
    observed: `Docker could not use the credentials that it has for a registry: ${tellingLine(message)}`,
    why: NOT_COUNTED,
    next: "Run `docker logout`, or `docker login` with the right password, then run the checks again.",
  };
}

export function engineGone(message: string): FaultText {
  return {
    observed: `The connection to the Docker engine was lost during the build: ${tellingLine(message)}`,
    why: "Docker was stopped or restarted, or ran out of memory. This is not counted against your work.",
    next: "Check that Docker runs (`docker version`), then run the checks again.",
  };
}

export function noSandbox(message: string): FaultText {
  return {
    observed: `Docker could not make the container that this step runs in: ${tellingLine(message)}`,
    why: "The engine's own network or limits are at fault. This is not counted against your work.",
    next: "Restart Docker, then run the checks again.",
  };
}

export function unknownTrouble(message: string): FaultText {
  return {
    observed: `Docker could not start the build: ${tellingLine(message)}`,
    why: "It never got to your Dockerfile, so this says nothing about your work.",
    next: "Try `docker build .` in a terminal to see its own messages, then run the checks again.",
  };
}

export const DISK_FULL: FaultText = {
  observed: "A disk is full: that of the Docker engine, or that of the temporary folder.",
  why: "A build needs room for its layers, and for what it hands over. This is not counted against your work.",
  next: "See what Docker holds with `docker system df`, make room with `docker builder prune`, then run the checks again.",
};

export const NO_MEMORY: FaultText = {
  observed: "The Docker engine ran out of memory during the build.",
  why: "The machine, not your Dockerfile, sets that limit. This is not counted against your work.",
  next: "Close other programs, or give Docker more memory in its settings, then run the checks again.",
};

/** Words of network trouble, whoever says them. */
const TELLING =
  /toomanyrequests|too many requests|rate limit|credential|failed|failure|could not|refused|reset|timed? ?out|timeout|unreachable|no such host|no route|x509|tls:|ssl|EAI_AGAIN|ENOTFOUND|temporary error|\b5\d\d \w/i;

/** The line that says most: the first that tells of the trouble, cut to a readable length. */
function tellingLine(text: string): string {
  const lines = text.split("\n").map((line) => line.trim());
  const telling = lines.find((line) => TELLING.test(line));
  const line = telling ?? lines.find((each) => each !== "") ?? "";
  return line.length > 300 ? `${line.slice(0, 300)}…` : line;
}
