import assert from "node:assert/strict";
import { badgeReport } from "../../../src/cli/reporters/badge";
import { assertXml } from "../../support/valid-xml";
import { MIXED } from "../mixed-report";
import { reportOf } from "../report-of";

describe("the badge", () => {
  it("is well-formed SVG that says the score to eyes and ears", async () => {
    for (const [report, score] of [
      [reportOf(), "100/100"],
      [MIXED, "60/100"],
    ] as const) {
      const svg = badgeReport(report);
      await assertXml(svg, "svg");
      assert.ok(svg.includes(`>${score}</text>`), svg);
      assert.ok(svg.includes(`<title>dockerize coach: ${score.replace("/", " of ")} points</title>`), svg);
    }
  });

  it("has a colour of its own for a full score", () => {
    const colour = (svg: string) => /x="\d+" width="\d+" height="20" fill="(#\w+)"/.exec(svg)?.[1];
    assert.notEqual(colour(badgeReport(reportOf())), colour(badgeReport(MIXED)));
  });
});
