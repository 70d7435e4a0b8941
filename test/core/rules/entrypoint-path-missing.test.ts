import { entrypointPathMissing } from "../../../src/core/rules/entrypoint-path-missing";
import { testRule } from "../../support/rule-tester";

const APP = { "src/app.py": "", "requirements.txt": "flask==3.1.0\n", "src/lib/util.py": "" };
const TOP = "FROM python:3.11-slim\nWORKDIR /app\n";

testRule(entrypointPathMissing, {
  valid: [
    { text: `${TOP}COPY src/ ./src/\nCMD ["python", "src/app.py"]\n`, with: APP },
    { text: `${TOP}COPY . .\nCMD ["python", "-u", "./src/app.py"]\n`, with: APP },
    { text: `${TOP}COPY src .\nCMD python /app/app.py\n`, with: APP },
    { name: "the folder is not known", text: `${TOP}COPY lib/ ./\nCMD ["python", "main.py"]\n` },
    {
      name: "a step may fetch it",
      text: `${TOP}COPY . .\nRUN git clone https://example.com/x .\nCMD ["python", "main.py"]\n`,
      with: APP,
    },
    {
      name: "another stage's files",
      text: `FROM python:3.11 AS b\n${TOP}COPY src/ ./src/\nCOPY --from=b /app /app\nCMD ["python", "main.py"]\n`,
      with: APP,
    },
    { name: "a module, not a file", text: `${TOP}COPY src/ ./src/\nCMD ["python", "-m", "app"]\n`, with: APP },
    {
      name: "Compose mounts it there",
      text: `${TOP}COPY requirements.txt .\nCMD ["python", "main.py"]\n`,
      with: { ...APP, "compose.yaml": "services:\n  api:\n    build: .\n    volumes:\n      - ./src:/app\n" },
    },
  ],
  invalid: [
    {
      text: `${TOP}COPY src/ ./src/\nCMD ["python", "«app.py»"]\n`,
      with: APP,
      findings: [
        {
          message: "missing",
          says: ["app.py", "/app/app.py"],
          fixes: [{ title: "Start src/app.py", text: `${TOP}COPY src/ ./src/\nCMD ["python", "src/app.py"]\n` }],
        },
      ],
    },
    {
      name: "the folder's content was copied, not the folder; lower case, CRLF, two lines",
      text: 'from python:3.11-slim\r\nworkdir /app\r\ncopy src/ ./\r\nentrypoint ["python", \\\r\n  "«src/app.py»"]\r\n',
      with: APP,
      findings: [
        {
          message: "missing",
          fixes: [
            {
              text: 'from python:3.11-slim\r\nworkdir /app\r\ncopy src/ ./\r\nentrypoint ["python", \\\r\n  "app.py"]\r\n',
            },
          ],
        },
      ],
    },
    {
      name: "no WORKDIR, and an absolute path",
      text: 'FROM python:3.11-slim\nCOPY src/app.py /srv/\nCMD ["python", "«/app/app.py»"]\n',
      with: APP,
      findings: [
        {
          message: "missing",
          fixes: [{ text: 'FROM python:3.11-slim\nCOPY src/app.py /srv/\nCMD ["python", "srv/app.py"]\n' }],
        },
      ],
    },
    {
      name: "no script of that name anywhere",
      text: `${TOP}COPY src/ ./src/\nCMD ["python", "«server.py»"]\n`,
      with: APP,
      findings: [{ message: "missing" }],
    },
  ],
});
