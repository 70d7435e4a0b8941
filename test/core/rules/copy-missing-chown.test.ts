import { copyMissingChown } from "../../../src/core/rules/copy-missing-chown";
import { testRule } from "../../support/rule-tester";

const BASE = "FROM python:3.11-slim\nRUN useradd app\n";
const TAIL = "USER app\nCMD run\n";

testRule(copyMissingChown, {
  valid: [
    { name: "root's files can be read, nothing is given away", text: `${BASE}WORKDIR /app\nCOPY . .\n${TAIL}` },
    {
      name: "COPY sets the owner",
      text: `${BASE}WORKDIR /app\nCOPY --chown=app:app . .\nRUN chown app:app /app\n${TAIL}`,
    },
    { name: "the folder alone", text: `${BASE}WORKDIR /app\nCOPY . .\nRUN chown app /app\n${TAIL}` },
    { name: "another folder", text: `${BASE}COPY . /app\nRUN mkdir /data && chown -R app /data\n${TAIL}` },
    { name: "a folder whose name begins the same", text: `${BASE}COPY . /app2\nRUN chown -R app /app\n${TAIL}` },
    { name: "chown before the files come", text: `${BASE}WORKDIR /app\nRUN chown -R app /app\nCOPY . .\n${TAIL}` },
    { name: "the app runs as root", text: `${BASE}COPY . /app\nRUN chown -R app /app\nCMD run\n` },
    { name: "in a builder", text: `${BASE}COPY . /app\nRUN chown -R app /app\nFROM python:3.11-slim\nUSER 10001\n` },
    { name: "a folder in a variable", text: `${BASE}COPY . /app\nRUN chown -R app $HOME\n${TAIL}` },
  ],
  invalid: [
    {
      name: "COPY has made the folder: the step goes",
      text: `${BASE}COPY src /app\nRUN «chown -R app:app /app»\n${TAIL}`,
      findings: [
        {
          message: "twice",
          says: ["app:app"],
          fixes: [
            { title: "Let COPY give the files to app:app", text: `${BASE}COPY --chown=app:app src /app\n${TAIL}` },
          ],
        },
      ],
    },
    {
      name: "WORKDIR has made the folder: chown stays for it alone",
      text: `${BASE}WORKDIR /app\nCOPY requirements.txt .\nRUN pip install -r requirements.txt\nCOPY . .\nRUN «chown -R app:app /app»\n${TAIL}`,
      findings: [
        {
          message: "twice",
          fixes: [
            {
              text: `${BASE}WORKDIR /app\nCOPY --chown=app:app requirements.txt .\nRUN pip install -r requirements.txt\nCOPY --chown=app:app . .\nRUN chown app:app /app\n${TAIL}`,
            },
          ],
        },
      ],
    },
    {
      name: "by number, from a stage, lower case, CRLF, continuation lines",
      text: "from python:3.11 as b\r\nrun true\r\nfrom python:3.11-slim\r\nworkdir /app\r\ncopy --from=b \\\r\n  /x .\r\nadd y .\r\nrun «chown -R 1000:1000 .»\r\nuser 1000\r\n",
      findings: [
        {
          message: "twice",
          fixes: [
            {
              text: "from python:3.11 as b\r\nrun true\r\nfrom python:3.11-slim\r\nworkdir /app\r\ncopy --chown=1000:1000 --from=b \\\r\n  /x .\r\nadd --chown=1000:1000 y .\r\nrun chown 1000:1000 .\r\nuser 1000\r\n",
            },
          ],
        },
      ],
    },
    {
      name: "the user is created after the files came: no fix",
      text: "FROM python:3.11-slim\nCOPY . /app\nRUN useradd app && «chown -R app /app»\nUSER app\n",
      findings: [{ message: "twice" }],
    },
    {
      name: "a step may have made files in there: no fix",
      text: `${BASE}WORKDIR /app\nCOPY . .\nRUN python manage.py collectstatic\nRUN «chown -R app /app»\n${TAIL}`,
      findings: [{ message: "twice" }],
    },
    {
      name: "a folder was made in there before: no fix",
      text: `${BASE}RUN mkdir -p /app/logs\nCOPY . /app\nRUN «chown -R app /app»\n${TAIL}`,
      findings: [{ message: "twice" }],
    },
    {
      name: "a comment belongs to the step: no fix",
      text: `${BASE}COPY src /app\n# the app writes here\nRUN «chown -R app /app»\n${TAIL}`,
      findings: [{ message: "twice" }],
    },
  ],
});
