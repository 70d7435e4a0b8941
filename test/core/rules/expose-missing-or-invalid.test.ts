import { exposeMissingOrInvalid } from "../../../src/core/rules/expose-missing-or-invalid";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\nWORKDIR /app\n";
const FLASK = 'CMD ["flask", "run", "--host=0.0.0.0"]\n';
const APP = 'CMD ["python", "src/app.py"]\n';
const CHALLENGE = { "src/app.py": "", "requirements.txt": "flask==3.1.0\n" };
const BOUND = 'CMD ["gunicorn", "--bind", "0.0.0.0:8080", "app:app"]\n';

testRule(exposeMissingOrInvalid, {
  valid: [
    `${FROM}EXPOSE 5000\n${FLASK}`,
    `${FROM}EXPOSE 80 5000/tcp\n${FLASK}`,
    { name: "a range holds it", text: `${FROM}EXPOSE 4990-5010\n${FLASK}` },
    { name: "a variable with a value", text: `${FROM}ENV PORT=5000\nEXPOSE $PORT\n${FLASK}` },
    { name: "a variable without a value here", text: `${FROM}ARG PORT\nEXPOSE $PORT\n${FLASK}` },
    { name: "a local parent declares it", text: `FROM python:3.11-slim AS base\nEXPOSE 5000\nFROM base\n${FLASK}` },
    { name: "udp in small letters", text: `${FROM}EXPOSE 5000 53/udp\n${FLASK}` },
    { name: "gunicorn with a port by a variable", text: `${FROM}CMD gunicorn --bind 0.0.0.0:$PORT app:app\n` },
    { name: "gunicorn with a file of its own", text: `${FROM}CMD ["gunicorn", "-c", "conf.py", "app:app"]\n` },
    {
      name: "gunicorn with the file that it looks for",
      text: `${FROM}CMD ["gunicorn", "app:app"]\n`,
      with: { "gunicorn.conf.py": "" },
    },
    { name: "nobody knows which port a script listens on", text: `${FROM}${APP}` },
    { name: "it may listen on what it declares", text: `${FROM}EXPOSE 8080\n${APP}` },
    { name: "no server at all", text: `${FROM}CMD ["python", "worker.py"]\n`, with: CHALLENGE },
    { name: "another kind of image", text: "FROM nginx:1.27\n" },
    { name: "the challenge's app", text: `${FROM}EXPOSE 5000\n${APP}`, with: CHALLENGE },
    {
      name: "the challenge's app on another port",
      text: `${FROM}ENV FLASK_RUN_PORT=8000\nEXPOSE 8000\n${APP}`,
      with: CHALLENGE,
    },
    { name: "the builder's EXPOSE is nobody's business", text: `FROM python:3.11 AS b\nEXPOSE 1:2/TCP\n${FROM}` },
    { name: "edge case 13: in a heredoc", text: `${FROM}RUN cat << 'EOF' > x\nEXPOSE 1:2\n\nEOF\n` },
  ],
  invalid: [
    {
      text: `FROM «python:3.11-slim»\nWORKDIR /app\n${FLASK}`,
      findings: [
        {
          message: "missing",
          says: ["5000"],
          fixes: [{ title: "Declare port 5000", text: `${FROM}EXPOSE 5000\n${FLASK}` }],
        },
      ],
    },
    {
      name: "the challenge's app; above the comment of the line that follows",
      text: `FROM «python:3.11-slim»\n# Is it well?\nHEALTHCHECK CMD true\n${APP}`,
      with: CHALLENGE,
      findings: [
        {
          message: "missing",
          fixes: [{ text: `FROM python:3.11-slim\nEXPOSE 5000\n# Is it well?\nHEALTHCHECK CMD true\n${APP}` }],
        },
      ],
    },
    {
      name: "Flask's own variable",
      text: `FROM «python:3.11-slim»\nENV FLASK_RUN_PORT=8000\nCMD flask run\n`,
      findings: [
        {
          message: "missing",
          fixes: [{ text: `FROM python:3.11-slim\nENV FLASK_RUN_PORT=8000\nEXPOSE 8000\nCMD flask run\n` }],
        },
      ],
    },
    {
      name: "gunicorn without a port; in a parent's command; lower case, CRLF, no line end",
      text: `from python:3.11-slim as base\r\ncmd ["gunicorn", "app:app"]\r\nfrom «base»`,
      findings: [
        {
          message: "missing",
          says: ["8000"],
          fixes: [{ text: `from python:3.11-slim as base\r\ncmd ["gunicorn", "app:app"]\r\nfrom base\r\nexpose 8000` }],
        },
      ],
    },
    {
      name: "in the builder it does not count",
      text: `FROM python:3.11 AS b\nEXPOSE 5000\nFROM «python:3.11-slim»\nCOPY --from=b /x /y\n${FLASK}`,
      findings: [
        {
          message: "missing",
          fixes: [
            {
              text: `FROM python:3.11 AS b\nEXPOSE 5000\nFROM python:3.11-slim\nCOPY --from=b /x /y\nEXPOSE 5000\n${FLASK}`,
            },
          ],
        },
      ],
    },
    {
      name: "another port than the app's",
      text: `${FROM}EXPOSE «5000»\n${BOUND}`,
      findings: [{ message: "other", says: ["8080"], fixes: [{ text: `${FROM}EXPOSE 8080\n${BOUND}` }] }],
    },
    {
      name: "several others: somebody must choose",
      text: `${FROM}EXPOSE «5000» 9000\n${BOUND}`,
      findings: [{ message: "other" }],
    },
    {
      name: "the app's port by udp is not it",
      text: `${FROM}EXPOSE «5000/udp»\n${FLASK}`,
      findings: [{ message: "other" }],
    },
    {
      name: "two ports tied together, as for docker run -p",
      text: `${FROM}EXPOSE «5000:5000» «127.0.0.1:80:8080/tcp»\n`,
      findings: [
        { message: "mapping", says: ["5000:5000"], fixes: [{ text: `${FROM}EXPOSE 5000 127.0.0.1:80:8080/tcp\n` }] },
        { message: "mapping", fixes: [{ text: `${FROM}EXPOSE 5000:5000 8080/tcp\n` }] },
      ],
    },
    {
      name: "capital letters, over two lines",
      text: `${FROM}EXPOSE 5000 \\\n  «53/UDP»\n${FLASK}`,
      findings: [{ message: "protocol", fixes: [{ text: `${FROM}EXPOSE 5000 \\\n  53/udp\n${FLASK}` }] }],
    },
    {
      name: "too high, where the app's port is known",
      text: `${FROM}EXPOSE «70000»\n${FLASK}`,
      findings: [{ message: "number", fixes: [{ text: `${FROM}EXPOSE 5000\n${FLASK}` }] }],
    },
    {
      name: "too high, and nobody knows what is meant",
      text: `${FROM}EXPOSE «70000»\n${APP}`,
      findings: [{ message: "number" }],
    },
  ],
});
