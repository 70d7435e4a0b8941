import { COURSE } from "../../core/course";
import type { CheckResult, CheckStatus, PartResult, Report } from "../../core/report";
import { printedLines } from "./printed-lines";
import { xmlText } from "./xml-text";

/**
 * The report as JUnit's XML, which every build server reads: a test case for each check, seconds for times, the points as
 * properties. A check that waits is skipped, one that could not be decided is an error, and what costs points is a failure.
 * Its shape is that of Jenkins' schema, https://github.com/jenkinsci/xunit-plugin, junit-10.xsd without what is optional.
 */
export function junitReport({ checks, score, durationMs }: Report): string {
  const count = (status: CheckStatus): number => checks.filter((check) => check.status === status).length;
  const failures = count("failed") + count("partial");
  const counts = `tests="${checks.length}" failures="${failures}" errors="${count("errored")}"`;
  const time = `time="${seconds(durationMs)}"`;
  const name = `name="${xmlText(COURSE.title)}"`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites ${name} ${counts} ${time}>
  <testsuite ${name} ${counts} skipped="${count("skipped")}" ${time}>
    <properties>
      <property name="score.earned" value="${score.earned}"/>
      <property name="score.open" value="${score.open}"/>
      <property name="score.max" value="${score.max}"/>
    </properties>
${checks.map(testCase).join("\n")}
  </testsuite>
</testsuites>
`;
}

function testCase(check: CheckResult): string {
  const head = `    <testcase name="${xmlText(check.title)}" classname="${check.id}" time="${seconds(check.durationMs)}"`;
  return check.status === "passed" ? `${head}/>` : `${head}>${outcome(check)}</testcase>`;
}

function outcome(check: CheckResult): string {
  if (check.status === "skipped") return `<skipped>${xmlText(check.observed ?? "")}</skipped>`;
  const element = check.status === "errored" ? "error" : "failure";
  const points = `${check.earned} of ${check.points} points. `;
  return `<${element} type="${check.status}" message="${xmlText(points + (check.observed ?? ""))}">${xmlText(body(check))}</${element}>`;
}

function body(check: CheckResult): string {
  const { why, next, location, parts } = check;
  const lines = [
    ...(why ? [`Why: ${why}`] : []),
    ...(next ? [`Next: ${next}`] : []),
    ...(location ? [`Where: ${location.file}:${location.range.start.line + 1}`] : []),
    ...parts.map(partLine),
    ...printedLines(check).map((line) => `| ${line}`),
  ];
  return lines.join("\n");
}

function partLine({ title, status, earned, points, observed }: PartResult): string {
  return `${title}: ${status}, ${earned}/${points}.${observed ? ` ${observed}` : ""}`;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(3);
}
