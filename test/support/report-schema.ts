import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

const SCHEMA = join(__dirname, "..", "..", "schema", "report.schema.json");
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(readFileSync(SCHEMA, "utf8")) as object);

/** Fails unless the report is as the schema that the project ships describes it. */
export function assertFitsSchema(report: unknown): void {
  // as a reader of the JSON sees it, without what is undefined
  const read: unknown = JSON.parse(JSON.stringify(report));
  assert.ok(validate(read), JSON.stringify(validate.errors, undefined, 2));
}
