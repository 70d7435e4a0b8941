import { duplicateInstruction } from "../../../src/core/rules/duplicate-instruction";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(duplicateInstruction, {
  valid: [
    `${FROM}ENTRYPOINT ["python"]\nCMD ["x.py"]\n`,
    { name: "one in each stage", text: 'FROM python:3.11-slim AS a\nCMD ["a"]\nFROM a\nCMD ["b"]\n' },
    { name: "RUN may stand as often as it likes", text: `${FROM}RUN a\nRUN b\nCMD ["x"]\n` },
    { name: "words in heredocs and comments", text: `${FROM}# CMD x\nRUN <<EOF\nCMD y\nEOF\nCMD ["z"]\n` },
    { name: "ONBUILD is for other images", text: `${FROM}ONBUILD CMD ["x"]\nCMD ["y"]\n` },
  ],
  invalid: [
    {
      text: `${FROM}«CMD ["a"]»\n# why\nEXPOSE 5000\nCMD ["b"]\n`,
      findings: [{ message: "dead", says: ["CMD"], fixes: [{ text: `${FROM}# why\nEXPOSE 5000\nCMD ["b"]\n` }] }],
    },
    {
      name: "three of a kind, lower case, CRLF, over two lines",
      text: "from python:3.11-slim\r\n«healthcheck cmd a»\r\n«healthcheck \\\r\n  cmd b»\r\nhealthcheck cmd c\r\n",
      findings: [
        {
          message: "dead",
          fixes: [{ text: "from python:3.11-slim\r\nhealthcheck \\\r\n  cmd b\r\nhealthcheck cmd c\r\n" }],
        },
        { message: "dead", fixes: [{ text: "from python:3.11-slim\r\nhealthcheck cmd a\r\nhealthcheck cmd c\r\n" }] },
      ],
    },
    {
      name: "in a builder; a comment inside keeps it from being deleted",
      text: 'FROM python:3.11 AS b\n«ENTRYPOINT \\\n  # why\n  ["a"]»\nENTRYPOINT ["c"]\nFROM python:3.11-slim\nCOPY --from=b /x /y\n',
      findings: [{ message: "dead" }],
    },
  ],
});
