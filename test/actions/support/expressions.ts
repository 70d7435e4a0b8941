import type { data } from "@actions/expressions";

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
export type Contexts = Readonly<Record<string, Json>>;

/** How the steps so far went: what success(), failure(), always() and cancelled() ask. */
export type JobStatus = "success" | "failure";

/** The value of one expression, without its `${{ }}`, by the evaluator that GitHub publishes. Throws for a wrong one. */
export async function evaluate(
  expression: string,
  contexts: Contexts,
  status: JobStatus,
): Promise<data.ExpressionData> {
  const { data, Evaluator, Lexer, Parser } = await import("@actions/expressions");
  const truth = (name: string, value: boolean) =>
    ({ name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(value) }) as const;
  const functions = [
    truth("always", true),
    truth("success", status === "success"),
    truth("failure", status === "failure"),
    truth("cancelled", false),
  ];
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), functions).parse();
  const context = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  return new Evaluator(parsed, context, new Map(functions.map((one) => [one.name, one]))).evaluate();
}

/** A text of a workflow with its `${{ }}` filled in. */
export async function interpolate(text: string, contexts: Contexts, status: JobStatus): Promise<string> {
  const pieces = text.split(/\$\{\{(.*?)\}\}/s);
  const filled = pieces.map(async (piece, index) =>
    index % 2 === 0 ? piece : (await evaluate(piece.trim(), contexts, status)).coerceString(),
  );
  return (await Promise.all(filled)).join("");
}

/** Whether a step runs: without a function of status in its condition, only while all went well. */
export async function holds(condition: string | undefined, contexts: Contexts, status: JobStatus): Promise<boolean> {
  if (condition === undefined) return status === "success";
  const bare = condition.replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1").trim();
  const asksStatus = /\b(always|success|failure|cancelled)\s*\(/.test(bare);
  const whole = asksStatus ? bare : `success() && (${bare})`;
  const { falsy } = await import("@actions/expressions/result");
  return !falsy(await evaluate(whole, contexts, status));
}
