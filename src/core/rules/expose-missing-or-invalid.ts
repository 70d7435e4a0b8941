import { indentOf, keywordLike } from "../edit/keyword-case";
import { insertAfter, insertBefore, replace } from "../edit/lines";
import { exposedPorts, listeningPort } from "../image/listening-port";
import type { Fix, Found, TextEdit } from "../lint/finding";
import { defineRule } from "../lint/rule";
import type { DockerfileSubject } from "../lint/subjects";
import type { Word } from "../parse/dockerfile-model";
import { stageChain } from "../parse/stage-chain";

type Message = "missing" | "other" | "mapping" | "protocol" | "number";

const HIGHEST_PORT = 65_535;

/**
 * EXPOSE of what is shipped: the port that the app listens on is not among its ports; `5000:5000`, which belongs to
 * `docker run -p`; a protocol in capitals; a number that is no port. Silent about the port where the file does not tell
 * which one it is. https://docs.docker.com/reference/dockerfile/#expose
 */
export const exposeMissingOrInvalid = defineRule({
  id: "expose-missing-or-invalid",
  title: "The app's port is not declared",
  severity: "information",
  fix: "preferred",
  equivalents: { hadolint: ["DL3011"], buildkit: ["ExposeInvalidFormat", "ExposeProtoCasing"] },
  messages: {
    missing: {
      observed: "Nothing in the file says that the app listens on port {port}.",
      why: "EXPOSE opens nothing by itself, but people and tools look there for the port.",
      next: "Declare it with EXPOSE.",
    },
    other: {
      observed: "The app listens on port {port}, which is not the one named here.",
      why: "EXPOSE changes nothing in the app, so whoever trusts this line gets no answer.",
      next: "Name the port that the app uses.",
    },
    mapping: {
      observed: "{text} looks like two ports tied together.",
      why: "EXPOSE only names ports inside the container; Docker ignores the other half.",
      next: "Name the container's port here, and tie it to one of your machine with docker run -p.",
    },
    protocol: {
      observed: "The protocol of {text} has capital letters.",
      why: "Docker's own check of a Dockerfile asks for small ones.",
      next: "Write tcp or udp; without any, tcp is meant.",
    },
    number: {
      observed: "{text} is no port: they end at 65535.",
      why: "Docker refuses to build with it.",
      next: "Name the port that the app listens on.",
    },
  },

  dockerfile(subject) {
    const words = stageChain(subject.final)
      .toReversed()
      .flatMap(({ instructions }) => instructions.flatMap((each) => (each.keyword === "EXPOSE" ? each.words : [])));
    const port = listeningPort(subject);
    const wrong = words.flatMap((word) => wrongIn(word, port));
    return [...wrong, ...(wrong.some(({ message }) => message === "number") ? [] : missing(subject, port, words))];
  },
});

function wrongIn(word: Word, port: number | undefined): readonly Found<Message>[] {
  const { text, range } = word;
  const [, before = "", number = "", protocol = ""] = /^(.*:)?(\d+)(\/[A-Za-z]+)?$/.exec(text) ?? [];
  if (number === "") return [];
  const values = { text };
  if (Number(number) > HIGHEST_PORT)
    return [{ message: "number", values, range, fixes: port === undefined ? [] : [swap(word, String(port))] }];
  const mended = number + protocol.toLowerCase();
  if (before !== "") return [{ message: "mapping", values, range, fixes: [swap(word, mended)] }];
  return protocol === protocol.toLowerCase()
    ? []
    : [{ message: "protocol", values, range, fixes: [swap(word, mended)] }];
}

function swap({ range }: Word, text: string): Fix {
  return { title: `Write ${text}`, edits: [replace(range, text)], preferred: true };
}

function missing(
  subject: DockerfileSubject,
  port: number | undefined,
  words: readonly Word[],
): readonly Found<Message>[] {
  const exposed = exposedPorts(subject);
  if (port === undefined || !exposed || exposed.has(port)) return [];
  const [only, ...others] = words;
  if (!only) {
    const fix: Fix = { title: `Declare port ${port}`, edits: [insertion(subject, port)], preferred: true };
    return [{ message: "missing", values: { port }, range: subject.final.fromRange, fixes: [fix] }];
  }
  const isPlain = others.length === 0 && /^\d+(?:\/tcp)?$/.test(only.text);
  return [{ message: "other", values: { port }, range: only.range, fixes: isPlain ? [swap(only, String(port))] : [] }];
}

/** Above what starts or probes the app, else at the stage's end. */
function insertion({ file, dockerfile, final }: DockerfileSubject, port: number): TextEdit {
  const next = final.instructions.find(({ keyword }) => /^(?:HEALTHCHECK|CMD|ENTRYPOINT)$/.test(keyword));
  const last = final.instructions.at(-1);
  const like = next ?? last;
  const line = like ? `${indentOf(file, like)}${keywordLike(like, "EXPOSE")} ${port}` : `EXPOSE ${port}`;
  if (next) return insertBefore(file, dockerfile, next, [line]);
  return last ? insertAfter(file, last, [line]) : replace(final.fromRange, final.from);
}
