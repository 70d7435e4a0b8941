import { healthcheckIneffective } from "../../../src/core/rules/healthcheck-ineffective";
import { testRule } from "../../support/rule-tester";

const CMD = 'CMD ["gunicorn", "-b", "0.0.0.0:5000", "app:app"]\n';
const FROM = "FROM python:3.11\n";
const APP = {
  "src/app.py":
    'from flask import Flask\napp = Flask(__name__)\n@app.route("/health")\ndef h(): return "ok"\n@app.get("/users/<int:id>")\ndef u(id): return "x"\n',
};
const START = 'EXPOSE 5000\nCMD ["python", "src/app.py"]\n';

testRule(healthcheckIneffective, {
  valid: [
    `${FROM}HEALTHCHECK --interval=5s --timeout=3s CMD curl -f http://localhost:5000/health || exit 1\n${CMD}`,
    `${FROM}HEALTHCHECK CMD ["curl", "-fsS", "http://localhost:5000/health"]\n${CMD}`,
    {
      name: "another exposed port",
      text: `${FROM}EXPOSE 9000\nHEALTHCHECK CMD curl -f http://localhost:9000/\n${CMD}`,
    },
    {
      name: "no port is known",
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:8080/\nCMD ["python", "x.py"]\n`,
    },
    {
      name: "a path of the app",
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/users/1\n${START}`,
      with: APP,
    },
    {
      name: "routes that are made elsewhere",
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/x\n${START}`,
      with: { "src/app.py": '@app.route("/a")\napp.register_blueprint(b)\n' },
    },
    { name: "somebody else's address", text: `${FROM}HEALTHCHECK CMD curl -f http://redis:6379/\n${CMD}` },
    {
      name: "looks at what it prints",
      text: `${FROM}HEALTHCHECK CMD curl -s http://localhost:5000/health | grep ok\n${CMD}`,
    },
    `${FROM}HEALTHCHECK NONE\n${CMD}`,
  ],
  invalid: [
    {
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:«8000»/health\n${CMD}`,
      findings: [
        {
          message: "port",
          says: ["8000", "5000"],
          fixes: [{ text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/health\n${CMD}` }],
        },
      ],
    },
    {
      name: "a path that the app does not have",
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000«/healthz» || exit 1\n${START}`,
      with: APP,
      findings: [
        {
          message: "path",
          says: ["/healthz", "src/app.py"],
          fixes: [{ text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/health || exit 1\n${START}` }],
        },
      ],
    },
    {
      name: "never fails, over two lines, CRLF",
      text: `FROM python:3.11\r\nhealthcheck --interval=5s \\\r\n  cmd curl -f http://localhost:5000/health «|| true»\r\ncmd gunicorn -b 0.0.0.0:5000 app:app\r\n`,
      findings: [
        {
          message: "alwaysWell",
          fixes: [
            {
              text: `FROM python:3.11\r\nhealthcheck --interval=5s \\\r\n  cmd curl -f http://localhost:5000/health || exit 1\r\ncmd gunicorn -b 0.0.0.0:5000 app:app\r\n`,
            },
          ],
        },
      ],
    },
    {
      name: "always ends well",
      text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/health«; exit 0»\n${CMD}`,
      findings: [
        {
          message: "alwaysWell",
          fixes: [{ text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/health|| exit 1\n${CMD}` }],
        },
      ],
    },
    {
      name: "curl that takes error pages",
      text: `${FROM}HEALTHCHECK CMD «curl» http://localhost:5000/health || exit 1\n${CMD}`,
      findings: [
        {
          message: "noFail",
          fixes: [{ text: `${FROM}HEALTHCHECK CMD curl -f http://localhost:5000/health || exit 1\n${CMD}` }],
        },
      ],
    },
    {
      name: "longer than the interval",
      text: `${FROM}HEALTHCHECK --interval=5s «--timeout=1m» CMD curl -f http://localhost:5000/health\n${CMD}`,
      findings: [{ message: "timeout", says: ["1m", "5s"] }],
    },
  ],
});
