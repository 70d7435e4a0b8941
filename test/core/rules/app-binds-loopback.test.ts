import { appBindsLoopback } from "../../../src/core/rules/app-binds-loopback";
import { testRule } from "../../support/rule-tester";

const FROM = "FROM python:3.11-slim\n";

testRule(appBindsLoopback, {
  valid: [
    `${FROM}CMD ["flask", "run", "--host=0.0.0.0"]\n`,
    `${FROM}CMD ["flask", "run", "-h", "0.0.0.0"]\n`,
    `${FROM}ENV FLASK_RUN_HOST=0.0.0.0\nCMD ["flask", "run"]\n`,
    `${FROM}CMD ["gunicorn", "-b", ":8000", "app:app"]\n`,
    `${FROM}ENV GUNICORN_CMD_ARGS="--bind=0.0.0.0:80"\nCMD ["gunicorn", "app:app"]\n`,
    { name: "gunicorn takes PORT for all addresses", text: `${FROM}ENV PORT=80\nCMD ["gunicorn", "app:app"]\n` },
    { name: "a file of settings", text: `${FROM}CMD ["gunicorn", "app:app"]\n`, with: { "gunicorn.conf.py": "" } },
    { name: "named settings", text: `${FROM}CMD ["gunicorn", "-c", "conf.py", "app:app"]\n` },
    { name: "a script of one's own", text: `${FROM}CMD ["python", "src/app.py"]\n` },
    { name: "another flask command", text: `${FROM}CMD ["flask", "db", "upgrade"]\n` },
    {
      name: "only a builder starts it so",
      text: 'FROM python:3.11 AS b\nCMD ["flask", "run"]\nFROM python:3.11-slim\nCMD ["x"]\n',
    },
  ],
  invalid: [
    {
      text: `${FROM}CMD ["flask", "«run»"]\n`,
      findings: [
        { message: "default", says: ["flask"], fixes: [{ text: `${FROM}CMD ["flask", "run", "--host=0.0.0.0"]\n` }] },
      ],
    },
    {
      name: "python -m flask, shell form, lower case, CRLF, over two lines",
      text: "from python:3.11-slim\r\ncmd python -m flask \\\r\n  «run» --port 5000\r\n",
      findings: [
        {
          message: "default",
          fixes: [{ text: "from python:3.11-slim\r\ncmd python -m flask \\\r\n  run --host=0.0.0.0 --port 5000\r\n" }],
        },
      ],
    },
    {
      name: "gunicorn's default",
      text: `${FROM}CMD ["«gunicorn»", "app:app"]\n`,
      findings: [
        {
          message: "default",
          says: ["gunicorn"],
          fixes: [{ text: `${FROM}CMD ["gunicorn", "--bind=0.0.0.0:8000", "app:app"]\n` }],
        },
      ],
    },
    {
      name: "written out",
      text: `${FROM}CMD ["gunicorn", "--bind", "«127.0.0.1»:8000", "app:app"]\n`,
      findings: [
        { message: "loopback", fixes: [{ text: `${FROM}CMD ["gunicorn", "--bind", "0.0.0.0:8000", "app:app"]\n` }] },
      ],
    },
    {
      name: "uvicorn with localhost",
      text: `${FROM}CMD uvicorn main:app --host=«localhost»\n`,
      findings: [
        { message: "loopback", says: ["localhost"], fixes: [{ text: `${FROM}CMD uvicorn main:app --host=0.0.0.0\n` }] },
      ],
    },
    {
      name: "by a variable, which the course's app reads as well",
      text: `${FROM}ENV A=1 FLASK_RUN_HOST=«127.0.0.1»\nCMD ["python", "src/app.py"]\n`,
      findings: [
        {
          message: "loopback",
          fixes: [{ text: `${FROM}ENV A=1 FLASK_RUN_HOST=0.0.0.0\nCMD ["python", "src/app.py"]\n` }],
        },
      ],
    },
    {
      name: "inside a script nothing is put in",
      text: `${FROM}CMD ["sh", "-c", "«exec flask run»"]\n`,
      findings: [{ message: "default" }],
    },
  ],
});
