import { addInsteadOfCopy } from "../../../src/core/rules/add-instead-of-copy";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\nWORKDIR /app\n";

testRule(addInsteadOfCopy, {
  valid: [
    `${FROM}COPY src/ ./src/\n`,
    `${FROM}ADD https://example.com/x.json /x.json\n`,
    `${FROM}ADD git@github.com:user/repo.git /x\nADD https://github.com/user/repo.git#v1 /y\n`,
    `${FROM}ADD rootfs.tar.xz /\nADD data.tgz /data/\n`,
    `${FROM}ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d x.bin /x\n`,
    `${FROM}ADD $FILES ./\n`,
    { name: "a pattern that an archive may match", text: `${FROM}ADD files/* ./\n` },
    { name: "a heredoc", text: `${FROM}ADD <<EOF /x\nhi\nEOF\n` },
  ],
  invalid: [
    {
      text: `${FROM}«ADD» src/ ./src/\n`,
      findings: [{ message: "add", fixes: [{ text: `${FROM}COPY src/ ./src/\n` }] }],
    },
    {
      name: "lower case, with a flag, over two lines, CRLF",
      text: "from python:3.11-slim\r\nworkdir /app\r\n«add» --chown=1:1 \\\r\n  app.py ./\r\n",
      findings: [
        {
          message: "add",
          fixes: [{ text: "from python:3.11-slim\r\nworkdir /app\r\ncopy --chown=1:1 \\\r\n  app.py ./\r\n" }],
        },
      ],
    },
    {
      name: "JSON form, in a builder",
      text: 'FROM python:3.11 AS b\n«ADD» ["a b.py", "/x/"]\nFROM python:3.11-slim\nCOPY --from=b /x /x\n',
      findings: [
        {
          message: "add",
          fixes: [
            { text: 'FROM python:3.11 AS b\nCOPY ["a b.py", "/x/"]\nFROM python:3.11-slim\nCOPY --from=b /x /x\n' },
          ],
        },
      ],
    },
  ],
});
