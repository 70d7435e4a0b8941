import assert from "node:assert/strict";
import { parseImageReference } from "../../../src/core/parse/image-reference";
import { isSlim } from "../../../src/core/parse/is-slim";

const DIGEST = `sha256:${"a".repeat(64)}`;

describe("parseImageReference", () => {
  const table: readonly (readonly [
    text: string,
    host: string | undefined,
    repository: string,
    tag?: string | undefined,
    digest?: string,
  ])[] = [
    ["python", undefined, "python"],
    ["python:3.11-slim", undefined, "python", "3.11-slim"],
    ["library/python:3", undefined, "python", "3"],
    ["docker.io/library/python:3", undefined, "python", "3"],
    ["index.docker.io/bitnami/python", undefined, "bitnami/python"],
    ["registry.example:5000/library/python:3.11", "registry.example:5000", "python", "3.11"],
    ["localhost/python", "localhost", "python"],
    ["localhost:5000/a/b/c:x", "localhost:5000", "a/b/c", "x"],
    ["gcr.io/distroless/python3:nonroot", "gcr.io", "distroless/python3", "nonroot"],
    [`python@${DIGEST}`, undefined, "python", undefined, DIGEST],
    [`python:3.11@${DIGEST}`, undefined, "python", "3.11", DIGEST],
    ["scratch", undefined, "scratch"],
  ];
  for (const [text, host, repository, tag, digest] of table) {
    it(`takes ${text} apart`, () => {
      const image = parseImageReference(text);
      assert.deepEqual([image?.host, image?.repository, image?.tag, image?.digest], [host, repository, tag, digest]);
      assert.equal(image?.text, text);
    });
  }
  const refused = [
    "",
    ":",
    "python:",
    "Python",
    "python:a b",
    "a//b",
    "/python",
    "python/",
    "-python",
    "python@sha256:abc",
    "a@b@c",
    "$X",
    "p:t:u",
    "a".repeat(256),
  ];
  for (const text of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 20))}`, () => assert.equal(parseImageReference(text), undefined));
  }
});

describe("isSlim", () => {
  const table: readonly (readonly [image: string, slim: boolean | null])[] = [
    ["python:3.11-slim", true],
    ["python:3.11-slim-bookworm", true],
    ["python:slim", true],
    ["python:3.11-alpine", true],
    ["python:3.11-alpine3.20", true],
    ["registry.example:5000/python:3.11-slim", true],
    ["debian:bookworm-slim", true],
    ["alpine", true],
    ["alpine:3.20", true],
    ["scratch", true],
    ["busybox:1", true],
    ["gcr.io/distroless/python3-debian12", true],
    ["cgr.dev/chainguard/python:latest", true],
    ["chainguard/python", true],
    [`python:3.11-slim@${DIGEST}`, true],
    ["python", false],
    ["python:3.11", false],
    ["python:3.11-bookworm", false],
    ["python:3.11-slimmer", false],
    ["registry.example/mirror/python:3.11", false],
    [`python:3.11@${DIGEST}`, false],
    ["ubuntu:24.04", false],
    ["debian", false],
    [`python@${DIGEST}`, null],
    ["somebody/something:1", null],
  ];
  for (const [text, slim] of table) {
    it(`${text.slice(0, 50)} is ${slim === null ? "not known" : slim ? "slim" : "full"}`, () => {
      const image = parseImageReference(text);
      assert(image);
      assert.equal(isSlim(image), slim);
    });
  }
});
