import { strict as assert } from "node:assert";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";

const ajv = new Ajv({ allErrors: true });
for (const name of ["report.schema.json", "class.schema.json"])
  ajv.addSchema(JSON.parse(readFileSync(join(__dirname, "..", "..", "schema", name), "utf8")) as object, name);

/** Fails unless a class's result is as the schema that the project ships describes it. */
export function assertFitsClassSchema(result: unknown): void {
  // as a reader of the JSON sees it, without what is undefined
  assert.ok(ajv.validate("class.schema.json", JSON.parse(JSON.stringify(result))), JSON.stringify(ajv.errors, null, 2));
}
