import fc from "fast-check";

/** What Dockerfiles, ignore files and Compose files are made of, and what has broken readers of them before. */
const PIECES = [
  ..."FROM|from|FROM scratch\n|AS builder|ARG X=1\n|ENV A=$A|RUN|RUN <<EOF\n|EOF\n|<<-'A' <<B|COPY --from=0 . .|COPY --from=".split(
    "|",
  ),
  ...'--mount=type=cache,target=/x|HEALTHCHECK|HEALTHCHECK NONE\n|CMD ["a", |\'python\'|ONBUILD |USER $U|USER 0:0\n|SHELL ["'.split(
    "|",
  ),
  ..."# escape=`\n|# check=skip=all\n|# dockerize-coach ignore=missing-user x\n|# hadolint ignore=DL3006\n|${|${A:-|$$|\\|\\\n|\\ \n|`\n".split(
    "|",
  ),
  ...'services:\n|  api:\n|  - "5000:5000"\n|: &a\n|*a|<<: *a\n|{a: [|!!binary |---\n|? |depends_on: [redis]\n|\t'.split(
    "|",
  ),
  ..."!|**/|/**|[a-|]|[!|*.py[cod]|.|..|../|#|!#|\r\n|\r|\n|\n\n|\0|\u2028|\uFEFF|\uD800|🐍|ß|\"|'|;|&&|\\||>".split(
    "|",
  ),
  ..."pip install -r requirements.txt|apt-get install -y |useradd |curl -f http://localhost:5000/health || exit 1".split(
    "|",
  ),
];

type Mutation = (text: string) => string;

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(...PIECES)).map(
    ([where, piece]): Mutation =>
      (text) =>
        insert(text, at(text, where), piece),
  ),
  fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(40)).map(
    ([where, length]): Mutation =>
      (text) =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(fc.nat(200), fc.nat(200)).map(
    ([one, other]): Mutation =>
      (text) =>
        swapLines(text, one, other),
  ),
  fc.tuple(fc.nat(200), fc.nat(3)).map(
    ([line, times]): Mutation =>
      (text) =>
        repeatLine(text, line, times),
  ),
  fc.constant<Mutation>((text) => text.replace(/\n/g, "\r\n")),
  fc.constant<Mutation>((text) => text.toLowerCase()),
  fc.nat(2000).map(
    (end): Mutation =>
      (text) =>
        text.slice(0, end),
  ),
);

/** A real text with up to twelve changes: pieces put in, stretches cut out, lines swapped and repeated, the end torn off. */
export function mutatedText(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...texts), fc.array(mutation, { maxLength: 12 }))
    .map(([text, mutations]) => mutations.reduce((current, mutate) => mutate(current), text));
}

/** A text of nothing but such pieces. */
export const heapOfPieces: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 8, unit: "binary" })), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

function at(text: string, where: number): number {
  return Math.floor(where * text.length);
}

function insert(text: string, offset: number, piece: string): string {
  return text.slice(0, offset) + piece + text.slice(offset);
}

function swapLines(text: string, one: number, other: number): string {
  const lines = text.split("\n");
  const [first, second] = [one % lines.length, other % lines.length];
  [lines[first], lines[second]] = [lines[second] ?? "", lines[first] ?? ""];
  return lines.join("\n");
}

function repeatLine(text: string, line: number, times: number): string {
  const lines = text.split("\n");
  const index = line % lines.length;
  return [...lines.slice(0, index), ...Array<string>(times).fill(lines[index] ?? ""), ...lines.slice(index)].join("\n");
}
