import assert from "node:assert/strict";
import { readList } from "../../src/class/list/read-list";

describe("a list of submissions", () => {
  const two = [
    { name: "Ada", folder: "work/ada" },
    { name: "Müller, Ben", folder: "work/ben" },
  ];
  const readable: readonly (readonly [string, string])[] = [
    ["with commas", 'Ada,work/ada\n"Müller, Ben",work/ben\n'],
    ["with a head", 'name,folder\nAda,work/ada\n"Müller, Ben",work/ben'],
    [
      "with other columns, the head in any order and case",
      'Mail,Folder,Name\na@b,work/ada,Ada\n,work/ben,"Müller, Ben"',
    ],
    [
      "with semicolons, as spreadsheets write in much of Europe",
      "Name;Folder\r\nAda;work/ada\r\nMüller, Ben;work/ben\r\n",
    ],
    ["with tabs", "Ada\twork/ada\nMüller, Ben\twork/ben"],
    ["with empty lines and blanks around", '\n Ada , work/ada \n,\n\n"Müller, Ben",work/ben\n\n'],
  ];
  for (const [how, text] of readable) it(`is read ${how}`, () => assert.deepEqual(readList(text).map(plain), two));

  const refused: readonly (readonly [string, string, RegExp])[] = [
    ["nothing in it", "", /names no submission/],
    ["only a head", "name,folder\n", /names no submission/],
    ["a line without a folder", "Ada,a\nBen\n", /Line 2 of the list has no folder/],
    ["a line without a name", 'name,folder\n"A\nda",a\n,b\n', /Line 4 of the list has no name/],
    ["a name twice", "Ada,a\nBen,b\nAda,c\n", /Lines 1 and 3 of the list have the same name/],
    ["a quote that does not end", 'Ada,"a\nBen,b\n', /quotes that do not match/],
  ];
  for (const [what, text, message] of refused)
    it(`with ${what} is refused, and says where`, () => assert.throws(() => readList(text), { message }));
});

function plain({ name, folder }: { readonly name: string; readonly folder: string }) {
  return { name, folder };
}
