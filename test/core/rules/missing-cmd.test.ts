import { missingCmd } from "../../../src/core/rules/missing-cmd";
import { testRule } from "../../support/rule-tester";

const APP = { "src/app.py": "" };
const TEXT = "FROM python:3.11-slim\nWORKDIR /app\nCOPY src/ ./src/\n";
const MARKED = TEXT.replace("python:3.11-slim", "«python:3.11-slim»");

testRule(missingCmd, {
  valid: [
    { text: `${TEXT}CMD ["python", "src/app.py"]\n`, with: APP },
    { text: `${TEXT}ENTRYPOINT python src/app.py\n`, with: APP },
    { name: "a local parent says it", text: 'FROM python:3.11-slim AS a\nCMD ["x"]\nFROM a\nCOPY . .\n', with: APP },
    { name: "no app is seen", text: "FROM python:3.11-slim\nRUN pip install black==24.1.0\n" },
    { name: "a base that starts something itself", text: "FROM nginx:1.27\nCOPY . .\n", with: APP },
    {
      name: "Compose gives a terminal: the prompt is what is wanted",
      text: TEXT,
      with: { ...APP, "compose.yaml": "services:\n  api:\n    build: .\n    tty: true\n" },
    },
    {
      name: "Compose gives the command",
      text: TEXT,
      with: { ...APP, "compose.yaml": "services:\n  api:\n    build: .\n    command: python src/app.py\n" },
    },
  ],
  invalid: [
    {
      text: MARKED,
      with: APP,
      findings: [
        { message: "none", fixes: [{ title: "Start src/app.py", text: `${TEXT}CMD ["python", "src/app.py"]\n` }] },
      ],
    },
    {
      name: "a CMD in the builder, in a comment, behind ONBUILD: none counts; CRLF, lower case, no line end",
      text: "from python:3.11 as b\r\ncmd x\r\nfrom «python:3.11-slim»\r\nworkdir /srv\r\n# CMD y\r\nonbuild cmd z\r\ncopy app.py .",
      with: { "app.py": "" },
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: 'from python:3.11 as b\r\ncmd x\r\nfrom python:3.11-slim\r\nworkdir /srv\r\n# CMD y\r\nonbuild cmd z\r\ncopy app.py .\r\ncmd ["python", "app.py"]',
            },
          ],
        },
      ],
    },
    {
      name: "several that it may be: the author must choose",
      text: "FROM «python:3.11-slim»\nCOPY . /srv/\n",
      with: { "main.py": "", "server.py": "" },
      findings: [
        {
          message: "none",
          fixes: [
            { text: 'FROM python:3.11-slim\nCOPY . /srv/\nCMD ["python", "srv/main.py"]\n' },
            { text: 'FROM python:3.11-slim\nCOPY . /srv/\nCMD ["python", "srv/server.py"]\n' },
          ],
        },
      ],
    },
  ],
});
