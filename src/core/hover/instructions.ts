import type { HoverText } from "./hover-text";

const page = (anchor: string): string => `https://docs.docker.com/reference/dockerfile/#${anchor}`;

/** The instructions of a Dockerfile, by keyword. Facts: Docker's Dockerfile reference. */
export const INSTRUCTIONS: Readonly<Record<string, HoverText>> = {
  FROM: {
    what: "Begins a stage: names the image that everything below builds on. The last `FROM` begins the image that you ship.",
    example: "FROM python:3.11-slim",
    pitfall: "A tag such as `3.11-slim` moves with time: next month it may stand for a newer patch release.",
    link: page("from"),
  },
  RUN: {
    what: "Runs a command while the image is built, and keeps what it changed in the file system as a layer.",
    example: "RUN pip install --no-cache-dir -r requirements.txt",
    pitfall: "What a later `RUN` deletes is still in the layer of the earlier one: clean up in the same `RUN`.",
    link: page("run"),
  },
  CMD: {
    what: "The program that a container starts with. It does nothing while the image is built.",
    example: 'CMD ["python", "src/app.py"]',
    pitfall: "Only the last `CMD` counts, and words behind the image's name in `docker run` replace it.",
    link: page("cmd"),
  },
  ENTRYPOINT: {
    what: "The program that a container always starts; `CMD` then gives its arguments.",
    example: 'ENTRYPOINT ["python"]\nCMD ["src/app.py"]',
    pitfall:
      "Without the brackets a shell stands in between: the arguments do not arrive, nor does the signal to stop.",
    link: page("entrypoint"),
  },
  COPY: {
    what: "Copies files into the image: from the build context (your folder), or with `--from=` from another stage.",
    example: "COPY requirements.txt .\nCOPY src/ ./src/",
    pitfall: "A folder's content is copied, not the folder itself: `COPY src .` puts `app.py` next to everything else.",
    link: page("copy"),
  },
  ADD: {
    what: "Like `COPY`, and besides it fetches URLs and unpacks local tar archives.",
    example: "ADD https://example.com/data.tar.gz /data/",
    pitfall: "An archive is unpacked without being asked. For files of your own, `COPY` does just what it says.",
    link: page("add"),
  },
  WORKDIR: {
    what: "The folder that the following instructions, and later the app, work in. It is made if it is missing.",
    example: "WORKDIR /app",
    pitfall: "`RUN cd /app` lasts for that one `RUN` only; `WORKDIR` lasts.",
    link: page("workdir"),
  },
  ENV: {
    what: "Sets an environment variable, for the following steps and for every container of the image.",
    example: "ENV PYTHONUNBUFFERED=1",
    pitfall: "Everyone who has the image can read it: no place for passwords.",
    link: page("env"),
  },
  ARG: {
    what: "A variable for the build alone, which `docker build --build-arg` can change.",
    example: "ARG PYTHON=3.11\nFROM python:${PYTHON}-slim",
    pitfall: "One that stands before the first `FROM` is known to `FROM` only, unless a stage repeats its name.",
    link: page("arg"),
  },
  EXPOSE: {
    what: "Notes the port that the app listens on. Tools and `docker run -P` read it.",
    example: "EXPOSE 5000",
    pitfall:
      "It opens nothing: to reach the app from your machine you need `-p 127.0.0.1:5000:5000`, or `ports:` in Compose.",
    link: page("expose"),
  },
  USER: {
    what: "The user that the following steps, and later the app, run as.",
    example: "RUN useradd --no-create-home appuser\nUSER appuser",
    pitfall:
      "Steps that need root, such as `apt-get install`, must stand above it. The user has to exist, unless it is a number.",
    link: page("user"),
  },
  HEALTHCHECK: {
    what: "A command that Docker runs in the container again and again, to see whether the app works: exit code 0 is healthy, 1 is not.",
    example:
      'HEALTHCHECK --interval=30s --timeout=3s \\\n    CMD ["python", "-c", "import urllib.request as r; r.urlopen(\'http://127.0.0.1:5000/health\')"]',
    pitfall:
      "Its program has to be in the image, and slim ones have no `curl`. Docker only reports the state; it does not restart the container.",
    link: page("healthcheck"),
  },
  LABEL: {
    what: "Attaches notes to the image, such as its author or version. They change nothing in how it runs.",
    example: 'LABEL org.opencontainers.image.title="My API"',
    pitfall: "Labels are open to everybody who has the image.",
    link: page("label"),
  },
  VOLUME: {
    what: "Marks a folder whose content lives outside of the container's own layer.",
    example: "VOLUME /data",
    pitfall:
      "Each container then gets a nameless volume that stays behind. A named volume in Compose says the same more clearly.",
    link: page("volume"),
  },
  SHELL: {
    what: "The shell that runs instructions written without brackets.",
    example: 'SHELL ["/bin/bash", "-o", "pipefail", "-c"]',
    pitfall: "The shell has to be in the image: Alpine has no `bash`.",
    link: page("shell"),
  },
  STOPSIGNAL: {
    what: "The signal that tells the app to end; SIGTERM unless set.",
    example: "STOPSIGNAL SIGINT",
    pitfall: "An app that does not listen to the signal is ended by force after 10 seconds.",
    link: page("stopsignal"),
  },
  ONBUILD: {
    what: "Keeps an instruction for later: it runs when another image is built on this one.",
    example: "ONBUILD COPY . /app",
    pitfall: "It does nothing to this image, and surprises whoever builds on it.",
    link: page("onbuild"),
  },
  MAINTAINER: {
    what: "Names the author. It is out of date: a label does the same.",
    example: 'LABEL org.opencontainers.image.authors="me@example.com"',
    pitfall: "Docker warns about it in each build.",
    link: page("maintainer-deprecated"),
  },
};
