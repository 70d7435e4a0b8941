import assert from "node:assert/strict";
import { markdownText } from "../../../src/editor/checks-view/markdown-text";

describe("text in a tooltip", () => {
  it("keeps its blanks, so that long lines wrap", () => {
    assert.equal(markdownText("it runs as root"), "it runs as root");
  });

  it("never becomes a link, markup or HTML", () => {
    assert.equal(markdownText("[a](command:b)"), "\\[a\\]\\(command\\:b\\)");
    assert.equal(markdownText("**b** <img>"), "\\*\\*b\\*\\* &lt;img\\>");
    assert.equal(markdownText("&lt;img&gt;"), "&amp;lt;img&amp;gt;");
  });

  it("keeps its line ends", () => {
    assert.equal(markdownText("one\r\ntwo"), "one  \ntwo");
  });
});
