import { Ajv } from "ajv";
import type { CourseContent } from "./course-content";
import type { Finding } from "./finding";

/** Every data file keeps to its schema. */
export function checkSchemas({ data, text }: CourseContent): Finding {
  const ajv = new Ajv({ allErrors: true, strict: false });
  const problems = data.flatMap(({ file, schema }) => {
    const validate =
      ajv.getSchema(schema) ??
      ajv.addSchema(JSON.parse(text(`schema/${schema}.schema.json`)) as object, schema).getSchema(schema);
    if (validate?.(JSON.parse(text(file)))) return [];
    return (validate?.errors ?? []).map((error) => `${file}: ${error.instancePath || "it"} ${error.message}`);
  });
  return { problems, summary: [`${data.length} data files keep to their schemas`] };
}
