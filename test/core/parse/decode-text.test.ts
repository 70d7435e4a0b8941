import assert from "node:assert/strict";
import { decodeText } from "../../../src/core/parse/decode-text";

describe("decodeText", () => {
  const text = "FROM python:3.11-slim\r\n# Größe\r\n";
  const le = Buffer.from(text, "utf16le");
  const be = Buffer.from(le).swap16();
  const table: readonly (readonly [title: string, bytes: Uint8Array, encoding: string, text: string])[] = [
    ["UTF-8", Buffer.from(text), "utf-8", text],
    ["UTF-8 with a byte order mark, which is taken off", Buffer.from(`\uFEFF${text}`), "utf-8", text],
    ["UTF-16 as PowerShell writes it", Buffer.concat([Buffer.from([0xff, 0xfe]), le]), "utf-16le", text],
    ["UTF-16, the big end first", Buffer.concat([Buffer.from([0xfe, 0xff]), be]), "utf-16be", text],
    ["UTF-16 without a mark", le, "utf-16le", text],
    ["UTF-16 without a mark, the big end first", be, "utf-16be", text],
    ["an empty file", new Uint8Array(), "utf-8", ""],
    ["a byte order mark alone", Buffer.from([0xff, 0xfe]), "utf-16le", ""],
    ["bytes that are no UTF-8", Buffer.from([0x61, 0xe4, 0x62]), "utf-8", "a\uFFFDb"],
    ["a program", Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3]), "binary", ""],
    ["text with one NUL in it", Buffer.from("FROM\0scratch"), "binary", ""],
  ];
  for (const [title, bytes, encoding, expected] of table) {
    it(`reads ${title}`, () => assert.deepEqual(decodeText("f", bytes), { path: "f", encoding, text: expected }));
  }
});
