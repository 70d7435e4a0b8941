import assert from "node:assert/strict";
import { junitReport } from "../../../src/cli/reporters/junit";
import { assertXml } from "../../support/valid-xml";
import { reportOf } from "../report-of";
import { MIXED } from "../mixed-report";

describe("the JUnit report", () => {
  it("fits the schema that Jenkins publishes, whatever the statuses", async () => {
    await assertXml(junitReport(reportOf()), "junit");
    await assertXml(junitReport(MIXED), "junit");
  });

  it("is held to that schema: an element of our own would be refused", async () => {
    await assert.rejects(assertXml(junitReport(MIXED).replaceAll("skipped>", "waits>"), "junit"), /waits/);
  });

  it("counts what costs points as failures, what could not be decided as errors, and what waits as skipped", () => {
    const xml = junitReport(MIXED);
    assert.match(
      xml,
      /<testsuite name="Dockerize a Python Application" tests="10" failures="2" errors="1" skipped="1"/,
    );
    assert.match(xml, /<property name="score.earned" value="60"\/>/);
    assert.match(xml, /<testcase name="Multi-stage build" classname="multi-stage" time="0.001"\/>/);
  });

  it("says what was seen, why, what to do and where", () => {
    const xml = junitReport(MIXED);
    assert.match(xml, /type="failed" message="0 of 15 points\. It runs as root\."/);
    assert.match(xml, /Why: Root may do anything\.&#10;Next: Add a user\.&#10;Where: Dockerfile:18</);
  });
});
