import assert from "node:assert/strict";
import { demultiplex } from "../../src/docker/ask/demultiplex";
import { lineSplitter } from "../../src/docker/command/line-splitter";
import { plainLines, plainText } from "../../src/docker/command/plain-text";

describe("text of containers and builds", () => {
  const cases: readonly [name: string, given: string, shown: string][] = [
    ["colours", "\u001b[31mred\u001b[0m and \u001b[1;4mbold\u001b[m", "red and bold"],
    ["a title and a link", "\u001b]0;title\u0007a \u001b]8;;http://x\u0007link\u001b]8;;\u0007", "a link"],
    ["cursor moves", "\u001b[2Jone\u001b[1Atwo", "onetwo"],
    ["a progress bar", "10%\r50%\r100%\ndone", "100%\ndone"],
    ["line ends of Windows", "a\r\nb\r\n", "a\nb\n"],
    ["control characters", "a\u0000b\u0007c\u0008d\u009b\u007f", "abcd"],
    ["marks that turn text around", "a\u202eb\u2066c", "abc"],
    ["tabs and letters of any language", "\tnaïve – 日本 🐳", "\tnaïve – 日本 🐳"],
  ];
  for (const [name, given, shown] of cases)
    it(`shows ${name} as ${JSON.stringify(shown)}`, () => assert.equal(plainText(given), shown));

  it("has no empty line for the closing line feed", () => assert.deepEqual(plainLines("a\n\nb\n"), ["a", "", "b"]));

  it("puts characters together that fall apart between chunks", () => {
    const lines: string[] = [];
    const splitter = lineSplitter((line) => lines.push(line));
    for (const byte of Buffer.from("naïve 🐳\n\u001b[31mred\u001b[0m\nrest")) splitter.push(Uint8Array.of(byte));
    splitter.end();
    assert.deepEqual(lines, ["naïve 🐳", "red", "rest"]);
  });

  it("keeps both streams of a container in order", () => {
    const frame = (stream: number, text: string) => {
      const head = Buffer.alloc(8);
      head.writeUInt8(stream, 0);
      head.writeUInt32BE(Buffer.byteLength(text), 4);
      return Buffer.concat([head, Buffer.from(text)]);
    };
    assert.equal(demultiplex(Buffer.concat([frame(1, "out\n"), frame(2, "err\n"), frame(1, "")])), "out\nerr\n");
    assert.equal(demultiplex(Buffer.from("a terminal's text")), "a terminal's text");
    assert.equal(demultiplex(Buffer.alloc(0)), "");
  });
});
