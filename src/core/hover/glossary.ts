/** Words that a beginner meets in the coach's pages, each in a sentence or two. */
export const GLOSSARY: Readonly<Record<string, string>> = {
  image:
    "A package of files and settings that containers are started from. It never changes; a new build makes a new one.",
  container:
    "A process, or a few, that run with the files of an image and apart from the rest of the machine. What it writes is lost when it is removed.",
  layer:
    "The changes that one step of a build made to the file system. An image is a pile of layers; steps that only change settings add none.",
  stage:
    "A part of a Dockerfile that begins with FROM. The last one is shipped; earlier ones can prepare what it copies.",
  "base image": "The image that FROM names: what a stage starts with.",
  "build context": "The folder whose files a build may copy into the image.",
  cache:
    "Docker keeps the result of each step. As long as the step and everything above it stay the same, the next build takes it from there.",
  tag: "A name for one version of an image, such as 3.11-slim. It can be moved to another version.",
  digest: "A fingerprint of an image (sha256:…). Unlike a tag it always means the very same one.",
  registry: "A server that keeps images, such as Docker Hub.",
  volume: "Storage of Docker's own that outlives containers.",
  "bind mount": "A folder of your machine that appears inside a container.",
  port: "A number at which a program can be reached over the network.",
  root: "The user who may do everything on a Linux system, or in a container.",
  daemon: "The program in the background that builds images and runs containers; the docker command only talks to it.",
  engine: "Docker's own part that builds images and runs containers. Docker Desktop brings it along.",
  compose: "The part of Docker that starts several containers together, as one YAML file describes them.",
  service: "One part of an app in a Compose file. Its name is its address for the other services.",
  "health check": "A command that Docker runs in a container again and again to see whether the app works.",
  "exec form": 'An instruction\'s command as a list: ["python", "app.py"]. No shell stands in between.',
  "shell form": "An instruction's command as a line of text, which a shell reads first.",
  signal: "A short message to a process, such as SIGTERM: please end now.",
  slim: "A variant of an image with few programs in it: smaller, and with less that can be attacked.",
};
