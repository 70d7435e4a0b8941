import assert from "node:assert/strict";
import type { Comparison, Variant, VariantFigures } from "../../../src/core/comparison/comparison";
import { slimVariant } from "../../../src/core/comparison/slim-variant";
import { sumUp } from "../../../src/core/comparison/sum-up";

describe("the slim form of a simple Dockerfile", () => {
  const cases: readonly (readonly [string, string | undefined])[] = [
    ["FROM python:3.11\nCOPY . .\n", "FROM python:3.11-slim\nCOPY . .\n"],
    [
      "# a comment\nFROM --platform=linux/amd64 python:3.12-bookworm\n",
      "# a comment\nFROM --platform=linux/amd64 python:3.12-slim-bookworm\n",
    ],
    ["FROM python\n", "FROM python:slim\n"],
    ["FROM docker.io/library/python:3.11\n", "FROM docker.io/library/python:3.11-slim\n"],
    ["FROM python:3.11-slim\n", undefined],
    ["FROM python:3.11-alpine\n", undefined],
    ["FROM debian:12\n", undefined],
    ["FROM python@sha256:1111111111111111111111111111111111111111111111111111111111111111\n", undefined],
    ["ARG TAG=3.11\nFROM python:${TAG}\n", "ARG TAG=3.11\nFROM python:${TAG}-slim\n"],
    ["ARG BASE=python:3.11\nFROM ${BASE} AS app\n", "ARG BASE=python:3.11\nFROM ${BASE}-slim AS app\n"],
    ["ARG TAG=3.11-bookworm\nFROM python:${TAG}\n", undefined],
    ["ARG BASE\nFROM ${BASE}\n", undefined],
    [
      "FROM hub.example:5000/library/python:3.11\r\nRUN true\r\n",
      "FROM hub.example:5000/library/python:3.11-slim\r\nRUN true\r\n",
    ],
    ["FROM bitnami/python:3.11\n", undefined],
    ["", undefined],
  ];
  for (const [text, expected] of cases) {
    it(`of ${JSON.stringify(text)} is ${expected === undefined ? "not known" : JSON.stringify(expected)}`, () => {
      assert.equal(slimVariant(text), expected);
    });
  }
});

describe("what a comparison says", () => {
  it("tells the base's share from the stages', and does not praise stages that saved nothing", () => {
    const [base, stages, whole] = sumUp(comparison({ naive: 500e6, slim: 150e6, current: 149e6 }));
    assert.match(base ?? "", /slim base image alone .* 350\.0 MB smaller, by 70 %/);
    assert.match(stages ?? "", /stays about the same: these packages need no compiler/);
    assert.match(whole ?? "", /500\.0 MB to 149\.0 MB/);
  });

  it("says how many steps a change of the source does again", () => {
    const said = sumUp(comparison({ naive: 500e6, current: 150e6 })).join(" ");
    assert.match(said, /does 2 steps again \(3\.0 s\), yours 1 step \(0\.5 s\)/);
  });

  it("says what is still missing", () => {
    const said = sumUp(comparison({ current: 150e6 }, { uid: 0, hasHealthcheck: false })).join(" ");
    assert.match(said, /still runs as root/);
    assert.match(said, /no health check yet/);
  });

  it("says that something has become bigger, and nothing where nothing was measured", () => {
    assert.match(sumUp(comparison({ slim: 100e6, current: 150e6 })).join(" "), /50\.0 MB bigger/);
    assert.deepEqual(sumUp(comparison({})), []);
  });
});

function comparison(bytes: Partial<Record<Variant["id"], number>>, more: Partial<VariantFigures> = {}): Comparison {
  const variants = (["naive", "slim", "current"] as const).map((id): Variant => {
    const own = bytes[id];
    return own === undefined
      ? { id, state: "missing", reason: "none" }
      : { id, state: "measured", ...figures(id, own), ...more };
  });
  return { at: "2030-01-01T00:00:00.000Z", variants };
}

function figures(id: Variant["id"], bytes: number): VariantFigures {
  const rebuild =
    id === "current" ? { ms: 500, rebuilt: ["COPY"], cached: [] } : { ms: 3000, rebuilt: ["COPY", "RUN"], cached: [] };
  return {
    bytes,
    layers: [],
    settings: [],
    stages: id === "current" ? 2 : 1,
    uid: 10001,
    user: "appuser",
    hasHealthcheck: true,
    build: { ms: 1, cached: 0, steps: 1 },
    afterSourceChange: rebuild,
    afterRequirementsChange: rebuild,
  };
}
