import { jsonForm } from "../json-form";
import type { InstructionCheck } from "./instruction-check";

/** what an instruction needs at the least, as an example */
const NEEDED: Readonly<Record<string, string>> = {
  ARG: "ARG VERSION=1.0",
  ENV: "ENV PORT=5000",
  EXPOSE: "EXPOSE 5000",
  HEALTHCHECK: 'HEALTHCHECK CMD python -c "…"',
  LABEL: 'LABEL version="1.0"',
  MAINTAINER: "LABEL maintainer=…",
  ONBUILD: "ONBUILD RUN …",
  STOPSIGNAL: "STOPSIGNAL SIGTERM",
  USER: "USER appuser",
  VOLUME: "VOLUME /data",
  WORKDIR: "WORKDIR /app",
};

/** Refuses instructions that stand alone and need something behind them. RUN, CMD and ENTRYPOINT may. */
export const argumentCounts: InstructionCheck = ({ keyword, argument, exec, keywordRange, argumentRange }) => {
  const example = NEEDED[keyword];
  if (example === undefined) return [];
  if (argument === "" || (keyword === "VOLUME" && exec?.length === 0)) {
    return [
      {
        message: `${keyword} says nothing by itself. Write what it is about, for instance: ${example}`,
        range: keywordRange,
      },
    ];
  }
  if (keyword === "VOLUME" && exec?.some((path) => path.trim() === "")) {
    return [{ message: "A VOLUME needs the path of a folder, and one here is empty.", range: argumentRange }];
  }
  return [];
};

const TAKES_JSON: ReadonlySet<string> = new Set([
  "ADD",
  "CMD",
  "COPY",
  "ENTRYPOINT",
  "HEALTHCHECK",
  "RUN",
  "SHELL",
  "VOLUME",
]);

/** Refuses a JSON array with numbers, null or the like in it. */
export const jsonOfStrings: InstructionCheck = ({ keyword, argument, argumentRange }) => {
  if (!TAKES_JSON.has(keyword)) return [];
  const array = keyword === "HEALTHCHECK" ? argument.replace(/^\S+\s*/, "") : argument;
  if (jsonForm(array).kind !== "mixed") return [];
  return [
    {
      message: `In the list of ${keyword}, each part has to stand in double quotes, numbers too: ["sleep", "5"].`,
      range: argumentRange,
    },
  ];
};
