import { aptHygiene } from "../../../src/core/rules/apt-hygiene";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";
const CLEAN = "rm -rf /var/lib/apt/lists/*";
const LEAN = "apt-get install -y --no-install-recommends";

testRule(aptHygiene, {
  valid: [
    `${FROM}RUN apt-get update && ${LEAN} curl && ${CLEAN}\n`,
    { name: "-yq", text: `${FROM}RUN apt-get update && apt-get install -yq --no-install-recommends gcc && ${CLEAN}\n` },
    { name: "-qq", text: `${FROM}RUN apt-get update && apt-get -qq install --no-install-recommends gcc && ${CLEAN}\n` },
    {
      name: "--yes",
      text: `${FROM}RUN apt-get update && apt-get --yes --no-install-recommends install gcc && ${CLEAN}\n`,
    },
    {
      name: "--assume-yes behind the packages",
      text: `${FROM}RUN apt-get update && apt-get install gcc --no-install-recommends --assume-yes && ${CLEAN}\n`,
    },
    {
      name: "settings on the command line",
      text: `${FROM}RUN apt-get update && apt-get -o APT::Get::Assume-Yes=true -o APT::Install-Recommends=0 install gcc && ${CLEAN}\n`,
    },
    {
      name: "settings of an earlier step",
      text: `${FROM}RUN echo 'APT::Install-Recommends "false"; APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/99own\nRUN apt-get update && apt-get install gcc && ${CLEAN}\n`,
    },
    {
      name: "recommended packages on purpose",
      text: `${FROM}RUN apt-get update && apt-get install -y --install-recommends gcc && ${CLEAN}\n`,
    },
    { name: "dist-clean", text: `${FROM}RUN apt-get update && ${LEAN} curl && apt-get dist-clean\n` },
    { name: "the folder as such", text: `${FROM}RUN apt-get update && ${LEAN} curl && rm -rf /var/lib/apt\n` },
    {
      name: "cache mounts hold the lists",
      text: `${FROM}RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update && ${LEAN} curl\n`,
    },
    {
      name: "a tmpfs mount does",
      text: `${FROM}RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && ${LEAN} curl\n`,
    },
    {
      name: "a stage that is not shipped",
      text: `FROM python:3.11 AS b\nRUN apt update && apt install gcc\n${FROM}COPY --from=b /x /y\n`,
    },
    { name: "another program", text: `FROM alpine:3.20\nRUN apk add gcc\n` },
    { name: "apt-cache and apt-key are others", text: `${FROM}RUN apt-cache policy && apt-key list\n` },
    { name: "what only apt has", text: `${FROM}RUN apt list --installed\n` },
    { name: "a word in a text", text: `${FROM}RUN echo "apt-get install gcc"\n` },
    { name: "a comment", text: `${FROM}# RUN apt-get install gcc\n` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD RUN apt-get update && apt-get install gcc\n` },
    {
      name: "in a heredoc, all done",
      text: `${FROM}RUN <<EOF\napt-get update\n${LEAN} curl\n${CLEAN}\nEOF\n`,
    },
  ],
  invalid: [
    {
      name: "nobody answers",
      text: `${FROM}RUN apt-get update && apt-get «install» --no-install-recommends curl && ${CLEAN}\n`,
      findings: [
        {
          message: "question",
          fixes: [{ title: "Add -y", text: `${FROM}RUN apt-get update && ${LEAN} curl && ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "-q alone is no answer",
      text: `${FROM}RUN apt-get update && apt-get -q «install» --no-install-recommends curl && ${CLEAN}\n`,
      findings: [
        {
          message: "question",
          fixes: [
            { text: `${FROM}RUN apt-get update && apt-get -q install -y --no-install-recommends curl && ${CLEAN}\n` },
          ],
        },
      ],
    },
    {
      name: "packages that do their work without what they recommend",
      text: `${FROM}RUN apt-get update && apt-get «install» -y curl libpq5 && ${CLEAN}\n`,
      findings: [
        {
          message: "recommends",
          fixes: [{ text: `${FROM}RUN apt-get update && ${LEAN} curl libpq5 && ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "gcc recommends what it needs to compile: whoever leaves that out must name it",
      text: `${FROM}RUN apt-get update && apt-get «install» -y gcc && ${CLEAN}\n`,
      findings: [{ message: "recommends" }],
    },
    {
      name: "curl on a plain Debian recommends the certificates",
      text: `FROM debian:bookworm-slim\nRUN apt-get update && apt-get «install» -y curl && ${CLEAN}\n`,
      findings: [{ message: "recommends" }],
    },
    {
      name: "the lists stay",
      text: `${FROM}RUN apt-get «update» && ${LEAN} curl\n`,
      findings: [
        {
          message: "lists",
          fixes: [{ title: "Remove the lists", text: `${FROM}RUN apt-get update && ${LEAN} curl && ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "a later step is too late, and clean is about other files",
      text: `${FROM}RUN apt-get «update» && ${LEAN} curl && apt-get clean\nRUN ${CLEAN}\n`,
      findings: [
        {
          message: "lists",
          fixes: [{ text: `${FROM}RUN apt-get update && ${LEAN} curl && apt-get clean && ${CLEAN}\nRUN ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "joined in front of the lines, with CRLF and in lower case",
      text: `from python:3.11-slim\r\nrun apt-get «update» \\\r\n  # the tools\r\n  && ${LEAN} \\\r\n     curl \\\r\n     jq\r\n`,
      findings: [
        {
          message: "lists",
          fixes: [
            {
              text: `from python:3.11-slim\r\nrun apt-get update \\\r\n  # the tools\r\n  && ${LEAN} \\\r\n     curl \\\r\n     jq \\\r\n  && ${CLEAN}\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "joined behind the lines",
      text: `${FROM}RUN apt-get «update» && \\\n    ${LEAN} curl\n`,
      findings: [
        {
          message: "lists",
          fixes: [{ text: `${FROM}RUN apt-get update && \\\n    ${LEAN} curl && \\\n    ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "edge case 19: lines that a backtick continues",
      text: `# escape=\`\n${FROM}RUN apt-get «update» && \`\n    ${LEAN} curl\n`,
      findings: [
        {
          message: "lists",
          fixes: [{ text: `# escape=\`\n${FROM}RUN apt-get update && \`\n    ${LEAN} curl && \`\n    ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "the step is no plain list of commands",
      text: `${FROM}RUN apt-get «update» || true\n`,
      findings: [{ message: "lists" }],
    },
    {
      name: "in a heredoc nothing is appended",
      text: `${FROM}RUN <<EOF\napt-get «update»\n${LEAN} curl\nEOF\n`,
      findings: [{ message: "lists" }],
    },
    {
      name: "a later step still installs from these lists",
      text: `${FROM}RUN apt-get «update»\nRUN ${LEAN} curl\n`,
      findings: [{ message: "lists" }],
    },
    {
      name: "apt is for people",
      text: `${FROM}RUN «apt» update && «apt» install -y --no-install-recommends curl && ${CLEAN}\n`,
      findings: [
        {
          message: "apt",
          fixes: [
            {
              title: "Use apt-get",
              text: `${FROM}RUN apt-get update && apt install -y --no-install-recommends curl && ${CLEAN}\n`,
            },
          ],
        },
        {
          message: "apt",
          fixes: [{ text: `${FROM}RUN apt update && ${LEAN} curl && ${CLEAN}\n` }],
        },
      ],
    },
    {
      name: "a local parent is shipped too",
      text: `FROM python:3.11-slim AS base\nRUN apt-get update && apt-get «install» --no-install-recommends curl && ${CLEAN}\nFROM base\n`,
      findings: [
        {
          message: "question",
          fixes: [
            { text: `FROM python:3.11-slim AS base\nRUN apt-get update && ${LEAN} curl && ${CLEAN}\nFROM base\n` },
          ],
        },
      ],
    },
    {
      name: "in a script of sh -c: nothing is put in there",
      text: `${FROM}RUN ["sh", "-c", "«apt-get install --no-install-recommends curl»"]\n`,
      findings: [{ message: "question" }],
    },
  ],
});
