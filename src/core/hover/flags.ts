import type { HoverText } from "./hover-text";

const page = (anchor: string): string => `https://docs.docker.com/reference/dockerfile/#${anchor}`;

const CHOWN: HoverText = {
  what: "Who owns the copied files in the image. Without it, root does.",
  example: "COPY --chown=appuser:appuser data/ ./data/",
  pitfall: "The app can read files of root's anyway: it needs to own only what it writes.",
  link: page("copy---chown---chmod"),
};
const CHMOD: HoverText = {
  what: "The rights of the copied files, as `chmod` writes them.",
  example: "COPY --chmod=755 start.sh /usr/local/bin/",
  pitfall: "Windows keeps no such rights: a script copied from there needs this to be run.",
  link: page("copy---chown---chmod"),
};
const LINK: HoverText = {
  what: "Puts the files into a layer of its own, which stays in the cache also when the base image changes.",
  example: "COPY --link src/ /app/src/",
  pitfall: "Links in the path of the destination are not followed.",
  link: page("copy---link"),
};

/** The flags of a Dockerfile's instructions, by `KEYWORD --flag`. Facts: Docker's Dockerfile reference. */
export const FLAGS: Readonly<Record<string, HoverText>> = {
  "FROM --platform": {
    what: "The system and processor that the image is for.",
    example: "FROM --platform=linux/amd64 python:3.11-slim",
    pitfall: "An image for another processor than your machine's runs slowly there, or not at all.",
    link: page("from"),
  },
  "COPY --from": {
    what: "Copies from another stage, by its name or number, or from another image, instead of from your folder.",
    example: "COPY --from=builder /install /usr/local",
    pitfall: "A misspelt stage is taken for the name of an image, which Docker then tries to pull.",
    link: page("copy---from"),
  },
  "COPY --chown": CHOWN,
  "ADD --chown": CHOWN,
  "COPY --chmod": CHMOD,
  "ADD --chmod": CHMOD,
  "COPY --link": LINK,
  "ADD --link": LINK,
  "RUN --mount": {
    what: "Lends the step something that does not stay in the image: a cache, a secret, files of another stage.",
    example: "RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt",
    pitfall: "What the step writes into the mount is not in the image afterwards.",
    link: page("run---mount"),
  },
  "RUN --network": {
    what: "The network of this step: `default`, `none` or `host`.",
    example: "RUN --network=none python -m compileall src",
    pitfall: "`host` has to be allowed for the build.",
    link: page("run---network"),
  },
  "HEALTHCHECK --interval": {
    what: "The time from one probe to the next; 30 s unless set.",
    example: "HEALTHCHECK --interval=10s CMD python probe.py",
    pitfall:
      "Until the first probe has run the state is `starting`: with 30 s, and no start period, that takes half a minute.",
    link: page("healthcheck"),
  },
  "HEALTHCHECK --timeout": {
    what: "How long a probe may take before it counts as failed; 30 s unless set.",
    example: "HEALTHCHECK --timeout=3s CMD python probe.py",
    pitfall: "Longer than the interval makes little sense.",
    link: page("healthcheck"),
  },
  "HEALTHCHECK --start-period": {
    what: "The time in which the app may still be starting: failed probes do not count yet.",
    example: "HEALTHCHECK --start-period=5s CMD python probe.py",
    pitfall: "The first probe that succeeds ends it early, so it may well be generous.",
    link: page("healthcheck"),
  },
  "HEALTHCHECK --start-interval": {
    what: "The time between probes during the start period; 5 s unless set.",
    example: "HEALTHCHECK --start-period=20s --start-interval=1s CMD python probe.py",
    pitfall: "Docker knows it since version 25.",
    link: page("healthcheck"),
  },
  "HEALTHCHECK --retries": {
    what: "How many probes have to fail, one after the other, until the container is unhealthy; 3 unless set.",
    example: "HEALTHCHECK --retries=3 CMD python probe.py",
    pitfall: "With 1, a single slow answer is enough.",
    link: page("healthcheck"),
  },
};
