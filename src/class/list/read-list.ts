import Papa from "papaparse";
import { ListFault } from "./list-fault";

/** One line of a list: a name, and a folder as it stands there. */
export interface ListRow {
  readonly name: string;
  readonly folder: string;
}

/** A cell may hold a line break: the line of the file is where the row begins, from 1. */
interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Reads the text of a list: comma, semicolon or tab between the cells (as spreadsheets write them), name and folder in the
 * first two columns, or under the heads `name` and `folder` in any place. Throws a ListFault that names the line.
 */
export function readList(text: string): readonly ListRow[] {
  const rows = rowsOf(text);
  const columns = columnsOf(rows[0]);
  const found = rows.slice(columns.hasHead ? 1 : 0).map((row) => listRow(row, columns));
  if (found.length === 0) throw new ListFault("The list names no submission. Write one line for each: name,folder");
  refuseTwice(found);
  return found;
}

function rowsOf(text: string): readonly Row[] {
  const rows: Row[] = [];
  let line = 1;
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const [error] = errors.filter(({ type }) => type === "Quotes");
  if (error) throw new ListFault(`Row ${(error.row ?? 0) + 1} of the list has quotes that do not match.`);
  for (const cells of data) {
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell !== "")) rows.push({ line, cells: trimmed });
    line += 1 + cells.join("").split("\n").length - 1;
  }
  return rows;
}

/** A comma may stand in a name; a tab or a semicolon hardly does. */
function delimiterOf(text: string): string {
  const line = text.trimStart().split(/\r?\n/, 1)[0] ?? "";
  return ["\t", ";"].find((sign) => line.includes(sign)) ?? ",";
}

interface Columns {
  readonly hasHead: boolean;
  readonly name: number;
  readonly folder: number;
}

function columnsOf(first: Row | undefined): Columns {
  const heads = first?.cells.map((cell) => cell.toLowerCase()) ?? [];
  const [name, folder] = [heads.indexOf("name"), heads.indexOf("folder")];
  const hasHead = name >= 0 && folder >= 0;
  return hasHead ? { hasHead, name, folder } : { hasHead, name: 0, folder: 1 };
}

function listRow({ line, cells }: Row, columns: Columns): ListRow & { readonly line: number } {
  const [name = "", folder = ""] = [cells[columns.name], cells[columns.folder]];
  if (name === "" || folder === "")
    throw new ListFault(`Line ${line} of the list has no ${name === "" ? "name" : "folder"}. Write it as: name,folder`);
  return { name, folder, line };
}

/** A name is what the class knows a submission by, so it stands for one. */
function refuseTwice(rows: readonly (ListRow & { readonly line: number })[]): void {
  const lines = new Map<string, number>();
  for (const { name, line } of rows) {
    const before = lines.get(name);
    if (before !== undefined)
      throw new ListFault(`Lines ${before} and ${line} of the list have the same name. Give each submission its own.`);
    lines.set(name, line);
  }
}
