import { missingHealthcheck } from "../../../src/core/rules/missing-healthcheck";
import { testRule } from "../../support/rule-tester";

const PROBE = `HEALTHCHECK --interval=30s --timeout=3s --start-period=5s --retries=3 \\
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5000/health', timeout=2)"]
`;
const CMD = 'CMD ["flask", "run", "--host=0.0.0.0"]\n';
const CHALLENGE = { "src/app.py": "", "requirements.txt": "flask==3.1.0\n" };

testRule(missingHealthcheck, {
  valid: [
    `FROM python:3.11-slim\nHEALTHCHECK CMD python probe.py\n${CMD}`,
    {
      name: "edge case 9: shell form is a health check like any other",
      text: `FROM python:3.11-slim\nHEALTHCHECK CMD python -c "import x" || exit 1\n${CMD}`,
    },
    { name: "a local parent has one", text: `FROM python:3.11-slim AS a\nHEALTHCHECK CMD true\nFROM a\n${CMD}` },
    { name: "a tool that runs once", text: 'FROM python:3.11-slim\nCMD ["python", "convert.py"]\n' },
    { name: "nothing is known of the app", text: "FROM nginx:1.27\n" },
  ],
  invalid: [
    {
      text: `FROM «python:3.11-slim»\n# How it starts\n${CMD}`,
      findings: [{ message: "none", fixes: [{ text: `FROM python:3.11-slim\n${PROBE}# How it starts\n${CMD}` }] }],
    },
    {
      name: "in the challenge's folder, whatever starts it",
      text: 'FROM «python:3.11-slim»\nCMD ["python", "src/app.py"]\n',
      with: CHALLENGE,
      findings: [
        { message: "none", fixes: [{ text: `FROM python:3.11-slim\n${PROBE}CMD ["python", "src/app.py"]\n` }] },
      ],
    },
    {
      name: "in the builder alone, in a comment, behind ONBUILD: none counts; another port is probed",
      text: 'FROM python:3.11 AS b\nHEALTHCHECK CMD true\nFROM «python:3.11-slim»\n# HEALTHCHECK CMD true\nONBUILD HEALTHCHECK CMD true\nCMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]\n',
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `FROM python:3.11 AS b\nHEALTHCHECK CMD true\nFROM python:3.11-slim\n# HEALTHCHECK CMD true\nONBUILD HEALTHCHECK CMD true\n${PROBE.replace("5000", "8000")}CMD ["gunicorn", "-b", "0.0.0.0:8000", "app:app"]\n`,
            },
          ],
        },
      ],
    },
    {
      name: "lower case, CRLF, escape=`",
      text: "# escape=`\r\nfrom «python:3.11-slim»\r\ncmd flask run --host 0.0.0.0\r\n",
      findings: [
        {
          message: "none",
          fixes: [
            {
              text: `# escape=\`\r\nfrom python:3.11-slim\r\n${PROBE.replace("HEALTHCHECK", "healthcheck").replace("\\", "`").replaceAll("\n", "\r\n")}cmd flask run --host 0.0.0.0\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "switched off",
      text: `FROM python:3.11-slim\nHEALTHCHECK «NONE»\n${CMD}`,
      findings: [
        {
          message: "disabled",
          fixes: [{ text: `FROM python:3.11-slim\nHEALTHCHECK ${PROBE.split("\n")[1]!.trim()}\n${CMD}` }],
        },
      ],
    },
    {
      name: "an image that may have no Python: the author must choose",
      text: "FROM «ghcr.io/someone/base:1»\nCMD gunicorn app:app\n",
      findings: [{ message: "none" }],
    },
  ],
});
